import sql from '../../sql/queries/league.sql?raw';
import { asked, defineMeasure } from './measure.ts';

/**
 * One row per department × statutory clock owed by departments, and one with clock 'total' per department.
 * Departments without obligations stay, with due = 0 and rate null.
 */
export const league = defineMeasure({
	name: 'league',
	definition:
		'按时率＝本期到期应办件中按时办结的件数÷本期到期应办件数。名次按未取整的按时率排列，同率同名次；本期到期不足5件的显示“样本不足，不排名”；没有到期事项的没有按时率，既不是0也不是100%；条例施行（2025年8月1日）以前收到的申请，其答复不计入；参照执行的其他国家机关和垂直管理机构依口径列示、排名或者不计入。机构以统计区间末日的设置为准：到期在机构变更之前的归原机构，此后的归承接机构；超期未办归现承办机构。',
	params: { ...asked, from: 'day', to: 'day' },
	columns: {
		department: 'text',
		department_name: 'text',
		region: 'text?',
		/** Its last day, where it ceased by the end of the period. */
		valid_to: 'day?',
		/** false: code never registered (未识别). */
		identified: 'flag',
		/** false: shown, never ranked (Art 43 organs, vertical agencies). */
		rankable: 'flag',
		clock: 'text',
		due: 'int',
		on_time: 'int',
		rate: 'real?',
		/** null: no obligations, fewer than 5 due, or not rankable; `unranked` says which. */
		rank: 'int?',
		/** no_obligations | too_few | not_ranked */
		unranked: 'text?',
		/** Open past the due day, on the day asked: of those who must act. */
		overdue: 'int',
		/** Open matters of a body that ceased without one successor (承接部门待明确). */
		unsettled: 'int',
	},
	sql,
});
