import { describe, expect, test } from 'vitest';
import { type Ground, givenOf, type Order, readVerdict, type Verdict } from '#app/verdicts/draft.ts';
import { emptyGiven, type GivenVerdict } from '#app/verdicts/given.ts';

const order = (more: Partial<Order> = {}): Order => ({
	...{ event_id: '责1', department: '甲', department_name: '市甲局', document: '数责〔2026〕1号', case_id: null },
	...{ ordered_on: '2026-03-02', deadline_on: '2026-03-10', over: true, overrun: null, passed: false, ...more },
});
const registered = (more: Partial<Verdict> = {}): Verdict =>
	({
		...{ seq: 12, event_id: 'verdict-after-9', fact: 'model_case', department: '甲', department_name: '市甲局' },
		...{ told_on: '2026-03-05', told_at: Date.parse('2026-03-05T09:00:00+08:00'), standing: 'counts' },
		...{ about: '国数〔2026〕3号', document: '国数〔2026〕3号', title: '出生一件事', recognised_by: '国家数据局' },
		...{ issued_on: '2026-02-20', reason: null, refused: true, ...more },
	}) as Verdict;
const ground = (more: Partial<Ground> = {}): Ground => ({
	...{ today: '2026-03-20', bodies: [{ code: '甲', name: '市甲局' }], orders: [order()], standing: [], target: null },
	since: 9,
	...more,
});
const model: GivenVerdict = {
	...emptyGiven('model_case'),
	...{ department: '甲', title: '出生一件事', recognised_by: '国家数据局' },
	...{ document: '国数〔2026〕3号', issued: '2026-02-20' },
};
const refusal: GivenVerdict = {
	...emptyGiven('order_refused'),
	...{ order: '责1', refused: 'yes', reason: '逾期未整改', document: '数认〔2026〕2号' },
};
const problemsOf = (given: GivenVerdict, on = ground()) => {
	const draft = readVerdict(given, on);
	return 'problems' in draft ? draft.problems.map(({ name, message }) => `${name}：${message}`) : [];
};

describe('典型案例与拒不改正的登记表', () => {
	test.each<[string, GivenVerdict, string[]]>([
		[
			'什么都没有填',
			emptyGiven('model_case'),
			[
				'department：请选择部门',
				'title：请填写案例名称',
				'recognised_by：请填写推广该案例的上级机关',
				'document：请填写上级机关文件的文号',
				'issued：请填写文件的印发日期',
			],
		],
		['印发日期晚于今日', { ...model, issued: '2026-03-21' }, ['issued：印发日期晚于今日，请核对']],
		['没有这个部门', { ...model, department: '丙' }, ['department：请选择部门']],
		['名称过长', { ...model, title: '长'.repeat(501) }, ['title：过长（501个字），至多500个字，请精简']],
		[
			'认定没有填',
			emptyGiven('order_refused'),
			[
				'order：请选择所依据的责令改正',
				'refused：请选择是否构成拒不改正',
				'reason：请写明认定的理由',
				'document：请填写认定文书的文号',
			],
		],
		['不知登记什么', { ...model, fact: '其他' }, ['fact：请从页面选择登记典型案例，或者认定拒不改正']],
	])('拒绝并说明：%s', (_, given, problems) => expect(problemsOf(given)).toEqual(problems));

	test('期限尚未届满的责令改正，不能认定拒不改正', () => {
		expect(problemsOf(refusal, ground({ orders: [order({ over: false })] }))).toEqual([
			'order：该责令改正的期限尚未届满，不能认定拒不改正',
		]);
	});

	test.each<[string, GivenVerdict, Ground, object]>([
		[
			'典型案例',
			model,
			ground(),
			{
				done: {
					...{ type: 'practice.recognised', id: 'verdict-after-9' },
					data: {
						...{ counterparty: '甲', title: '出生一件事', recognised_by: '国家数据局' },
						...{ document: '国数〔2026〕3号', issued: '2026-02-20' },
					},
				},
				...{ sentence: '市甲局“出生一件事”由国家数据局以国数〔2026〕3号推广', doubts: [], day: '2026-03-20' },
			},
		],
		[
			'同一文件再次登记的，提示只计一件',
			model,
			ground({ standing: [registered()] }),
			{ doubts: ['该部门已以国数〔2026〕3号登记过典型案例，同一文件只计一件。'] },
		],
		[
			'拒不改正',
			refusal,
			ground(),
			{
				done: {
					...{ type: 'enforcement.refusal_decided', id: 'verdict-after-9' },
					data: {
						...{ counterparty: '甲', order: '责1', refused: true },
						...{ reason: '逾期未整改', document: '数认〔2026〕2号' },
					},
				},
				sentence:
					'市甲局对责令改正（数责〔2026〕1号，2026年3月2日作出，期限至2026年3月10日）期满仍不改正，构成拒不改正',
			},
		],
		[
			'已核查通过的，提示核对',
			refusal,
			ground({ orders: [order({ passed: true })] }),
			{ doubts: ['该责令改正已核查通过。认定拒不改正之前，请核对整改情况。'] },
		],
		[
			'更正仍按原登记之日归期',
			{ ...model, way: 'corrects', target: '12', title: '新生儿一件事', why: '名称有误' },
			ground({ target: registered() }),
			{
				done: {
					at: Date.parse('2026-03-05T09:00:00+08:00'),
					data: { corrects: 'verdict-after-9', correction_reason: '名称有误', title: '新生儿一件事' },
				},
				day: '2026-03-05',
			},
		],
		[
			'撤回',
			{ ...emptyGiven('model_case'), way: 'retracts', target: '12', why: '文件不属推广' },
			ground({ target: registered() }),
			{
				done: { data: { counterparty: '甲', retracts: 'verdict-after-9', correction_reason: '文件不属推广' } },
				...{ sentence: '撤回：市甲局典型案例“出生一件事”', day: '2026-03-05' },
			},
		],
	])('%s', (_, given, on, expected) => expect(readVerdict(given, on)).toMatchObject(expected));

	test.each(['corrects', 'retracts'])('%s须写明理由', way => {
		const on = ground({ target: registered() });
		expect(problemsOf({ ...model, way, target: '12' }, on)).toEqual([
			`why：请写明${way === 'retracts' ? '撤回' : '更正'}的理由`,
		]);
	});

	test('更正的表以原登记为起点：责令改正按文号或者事件都找得到', () => {
		const was = registered({
			fact: 'order_refused',
			about: '数责〔2026〕1号',
			document: '数认〔2026〕2号',
			reason: '逾期',
		});
		expect(givenOf(was, [order()])).toMatchObject({ order: '责1', refused: 'yes', document: '数认〔2026〕2号' });
	});
});
