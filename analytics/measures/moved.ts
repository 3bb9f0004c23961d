import sql from '../../sql/queries/moved.sql?raw';
import { asked, defineMeasure } from './measure.ts';

/** How many 件 one change of the law moved, by the department answerable for them. */
export const moved = defineMeasure({
	name: 'moved',
	definition:
		'某次口径施行或者工作日历登记所改变的事项，按责任部门计件；一件有多行的，有一行提前即计为提前，无提前而有推迟的计为推迟。',
	params: {
		...asked,
		/** Place in the ledger of the enactment. */
		seq: 'int',
	},
	columns: {
		department: 'text',
		department_name: 'text',
		/** Each 件 counts once: its due day moved earlier, moved later, was provisional and no longer is, or something else changed. */
		earlier: 'int',
		later: 'int',
		confirmed: 'int',
		other: 'int',
		/** Of those, the ones not ended on the day asked about; and the first due day among those that moved earlier. */
		earlier_open: 'int',
		later_open: 'int',
		earliest_open: 'day?',
	},
	sql,
});
