import { type patternCodes, THRESHOLDS } from '#analytics/measures/patterns.ts';
import { count } from './format.ts';

type Code = (typeof patternCodes)[number];

const t = THRESHOLDS;

/** Each pattern: its name, the condition on which it is shown (with its threshold), and its number in words. */
export const patternWords: Record<Code, { name: string; when: string; figure: (value: number) => string }> = {
	repeated_notice: {
		name: '反复或者临期告知补正',
		when: `同一申请告知补正两次以上，或者在法定到期日前${t.near}个工作日以内才告知。`,
		figure: value => `告知补正${count(value)}次`,
	},
	last_day: {
		name: '总在最后一日答复',
		when: `本期按时答复的有条件共享申请不少于${t.replies_least}件，其中${t.last_day_share}%以上在到期日当日答复。`,
		figure: value => `当日答复占${count(value)}%`,
	},
	refiled: {
		name: '撤回后重报、要求换号重报',
		when: `前案撤回、补正逾期、以材料不全拒绝或者告知补正之后${t.refiled_within}日内，以新编号再提的同一申请。`,
		figure: value => `到期日推后${count(value)}个工作日`,
	},
	backdated: {
		name: '倒签办理时间',
		when: '所填办理时间在到期之前，平台记录在到期之后，证据未被采信。',
		figure: value => (value < 1 ? '记录晚不足1日' : `记录晚${count(Math.floor(value))}日`),
	},
	reclassified: {
		name: '收到申请后改变共享属性',
		when: `无条件共享的申请收到后${t.reclassified_within}日内，目录改为有条件共享或者不予共享；或者按另一共享属性答复。`,
		figure: value => `收到后第${count(value)}日`,
	},
	transfers: {
		name: '反复转办',
		when: `同一申请转办${t.transfers_least}次以上。`,
		figure: value => `转办${count(value)}次`,
	},
	withdrawn_late: {
		name: '逾期后撤回',
		when: '答复逾期之后，由需求部门撤回申请。',
		figure: value => `撤回时已逾期${value === 0 ? '不足1' : count(value)}个工作日`,
	},
	extended_unconditional: {
		name: '无条件共享申请延期',
		when: '1个工作日的答复期限经同意延长。',
		figure: value => `延长${count(value)}个工作日`,
	},
	undelivered: {
		name: '同意后迟迟不提供',
		when: `作出同意的答复后，超过提供期限${t.undelivered_days}个工作日仍未提供。`,
		figure: value => `已逾期${count(value)}个工作日`,
	},
	dead_delivery: {
		name: '提供无效数据或者接口',
		when: `提供后验收不通过，或者提供后30日内有调用的${t.dead_days}日以上而调用全部失败。`,
		figure: () => '',
	},
	unverified: {
		name: '未经核实即反馈校核结果',
		when: '校核申请已反馈，而没有核实结论；所在机构报送过其他校核的核实结论。',
		figure: () => '',
	},
	corrections_crowded: {
		name: '季末集中提出校核',
		when: `同一需求部门在季度最后${t.quarter_end_days}日内向同一提供部门提出校核申请${t.corrections_least}件以上；列需求部门。`,
		figure: value => `季末共${count(value)}件`,
	},
};

/** A pattern in words; null for an unknown one. */
export function patternOf(code: string): (typeof patternWords)[Code] | null {
	return Object.hasOwn(patternWords, code) ? patternWords[code as Code] : null;
}

/** The number that a case shows, in words; empty where there is none. */
export function patternFigure(code: string, figure: number | null): string {
	return figure === null ? '' : (patternOf(code)?.figure(figure) ?? '');
}
