import sql from '../../sql/queries/handed.sql?raw';
import handoversSql from '../../sql/queries/handovers.sql?raw';
import { asked, defineMeasure } from './measure.ts';

/** The open 件 that a change of the register hands over, each once. */
export const handed = defineMeasure({
	name: 'handed',
	definition: '因一次机构变更登记而改由另一机构办理的未办结事项；划转前已逾期的工作日记在原机构名下。',
	params: { ...asked, seq: 'int', limit: 'int', offset: 'int' },
	columns: {
		case_id: 'text',
		clock: 'text',
		sharing: 'text?',
		round: 'int',
		line: 'text?',
		due_on: 'day?',
		status: 'text',
		days_late: 'int?',
		/** Of these, the working days that stay with the predecessor; null: nothing was inherited. */
		days_late_inherited: 'int?',
		/** Who had to act without the change; null: the 件 was another one (told under several codes). */
		handed_from: 'text?',
		handed_from_name: 'text?',
		/** Who has to act; null: it is one with another 件. */
		handed_to: 'text?',
		handed_to_name: 'text?',
		/** Nobody took over (承接部门待明确). */
		unsettled: 'flag',
		total: 'int',
	},
	sql,
});

/** Between which bodies a change of the register moves 件, and how many. */
export const handovers = defineMeasure({
	name: 'handovers',
	definition: '一次机构变更登记使哪些事项改由哪个机构办理、改计入哪个机构：未办结的归承接机构，到期的归到期日的机构。',
	params: { ...asked, seq: 'int' },
	columns: {
		handed_from: 'text?',
		handed_from_name: 'text?',
		handed_to: 'text?',
		handed_to_name: 'text?',
		/** Open 件 that pass, of which overdue, and the working days late by then, all together. */
		open: 'int',
		overdue: 'int',
		days_inherited: 'int',
		/** Open 件 that nobody took over. */
		unsettled: 'int',
		/** 件 that fell due and count for the other body. */
		judged: 'int',
	},
	sql: handoversSql,
});
