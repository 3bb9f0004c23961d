import { judged } from './evidence.ts';
import type { Fact } from './fact.ts';
import type { CaseState } from './fold.ts';
import { linesOf } from './lines.ts';
import { inOrder } from './order.ts';
import type { EventType } from './vocabulary.ts';

/** Stages from the least to the most advanced. */
const stages = [
	'待答复',
	'补正中',
	'待提供',
	'校核中',
	'待更新',
	'目录退回',
	'目录待审核',
	'投诉处理中',
	'已提交',
	'已提供',
	'已验收',
	'已反馈',
	'目录已发布',
	'投诉已办结',
	'使用记录保存中',
	'未同意',
	'补正逾期中止',
	'已转办',
	'已撤回',
] as const;

/** Where a case stands, in words. */
export type Stage = (typeof stages)[number];

const reached: Partial<Record<EventType, Stage>> = {
	'request.submitted': '已提交',
	'request.received': '待答复',
	'request.material_notice': '补正中',
	'request.material_resubmitted': '待答复',
	'request.lapsed': '补正逾期中止',
	'request.transferred': '已转办',
	'request.withdrawn': '已撤回',
	'delivery.provided': '已提供',
	'delivery.accepted': '已验收',
	'delivery.rejected': '待提供',
	'correction.received': '校核中',
	'correction.reopened': '校核中',
	'catalogue.triggered': '待更新',
	'catalogue.submitted': '目录待审核',
	'catalogue.returned': '目录退回',
	'catalogue.published': '目录已发布',
	'complaint.received': '投诉处理中',
	'complaint.closed': '投诉已办结',
	'use.recorded': '使用记录保存中',
};

/** Where a case stands, in words; with several lines, where the least advanced stands. Null for a case without acts. */
export function stage(state: CaseState): Stage | null {
	const facts = inOrder(judged(state));
	const found = linesOf(facts).map(line => stageOf(facts.filter(fact => fact.line === '' || fact.line === line)));
	return stages.find(each => found.includes(each)) ?? null;
}

function stageOf(facts: Fact[]): Stage | null {
	return facts.reduce<Stage | null>((before, fact) => after(fact) ?? before, null);
}

function after(fact: Fact): Stage | undefined {
	if (fact.type === 'request.replied') {
		if (fact.forMaterials) return undefined;
		return fact.outcome === 'refuse' ? '未同意' : '待提供';
	}
	if (fact.type === 'delivery.rejection_decided') return fact.upheld ? '待提供' : '已提供';
	if (fact.type === 'correction.fed_back') return fact.deferred ? undefined : '已反馈';
	return reached[fact.type];
}
