import sql from '../../sql/queries/moves.sql?raw';
import { asked, defineMeasure } from './measure.ts';

/** The log of one change of the law: every run that stood differently after the event with this `seq` than before it. */
export const moves = defineMeasure({
	name: 'moves',
	definition: '某次口径施行或者工作日历登记之后，到期日或者状态与此前不同的计时；到期日提前的另行标明。',
	params: {
		...asked,
		/** Place in the ledger of the enactment. */
		seq: 'int',
		/** true: only those whose due day moved earlier · false: only the others · null: all */
		earlier: 'flag?',
		departments: 'texts?',
		limit: 'int',
		offset: 'int',
	},
	columns: {
		case_id: 'text',
		line: 'text',
		clock: 'text',
		run: 'int',
		/** Which time the department owes it, as in `matters`. */
		round: 'int',
		department: 'text',
		department_name: 'text',
		counterparty: 'text?',
		sharing: 'text?',
		due_before: 'day?',
		due_after: 'day?',
		provisional_before: 'flag?',
		provisional_after: 'flag?',
		/** open | paused | ended | excluded; null: there was (is) no such run. */
		phase_before: 'text?',
		phase_after: 'text?',
		ended_before: 'day?',
		ended_after: 'day?',
		/** The first instant that is too late. */
		due_end_before: 'instant?',
		due_end_after: 'instant?',
		/** As in `matters`, on the day asked about; null: there was (is) no such run on that day. */
		status_before: 'text?',
		status_after: 'text?',
		/** earlier | later: the moment it is due · confirmed: the same moment, provisional no longer · other: anything else. */
		change: 'text',
		earlier: 'flag',
		/** Rows of the whole answer, the same on every row; and how many of them moved earlier. */
		total: 'int',
		total_earlier: 'int',
	},
	sql,
});
