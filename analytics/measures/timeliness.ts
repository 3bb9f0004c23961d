import sql from '../../sql/queries/timeliness.sql?raw';
import { asked, defineMeasure, ruled } from './measure.ts';

/** One row per body that holds them × clock, local (non-statutory) clocks included: every 件 started by the day, by status on the day. */
export const timeliness = defineMeasure({
	name: 'timeliness',
	definition:
		'截至所选日24时已起算的全部事项，按当日状态分列：按时办结、逾期办结、超期未办、在办、中止计时、无时限。按现承办机构列示。',
	params: { ...asked, ...ruled, clocks: 'texts?', departments: 'texts?' },
	columns: {
		department: 'text',
		department_name: 'text',
		clock: 'text',
		total: 'int',
		met: 'int',
		late: 'int',
		overdue: 'int',
		running: 'int',
		paused: 'int',
		untimed: 'int',
		excluded: 'int',
	},
	sql,
});
