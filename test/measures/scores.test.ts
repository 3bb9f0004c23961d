import { describe, expect, test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { indicators } from '#analytics/law/indicators.ts';
import { defaultScheme, problemsOf, type Scheme } from '#analytics/law/scheme.ts';
import { indicatorFigures, indicatorUnits } from '#analytics/measures/indicators.ts';
import { schemes, scoreFacts, scoreLines, scores } from '#analytics/measures/scores.ts';
import { act, authority, court, received, registered, replied } from '#test/store/acts.ts';
import { asking, columns } from './asking.ts';

const { begin, more, ask } = asking();

const spring = { as_of: '2026-03-31', from: '2026-03-01', to: '2026-03-31' };
const refused = { outcome: 'refuse', reason_code: '2' };

/** `due` conditional requests that fall due on 2026-03-16, `onTime` of them answered that day, the others a day later. */
function record(department: string, due: number, onTime: number, more: object = {}): ShareEvent[] {
	return Array.from({ length: due }, (_, i) => [
		received(`${department}-${i}`, '2026-03-02', { department, counterparty: '申请部门', ...more }),
		replied(`${department}-${i}`, i < onTime ? '2026-03-16' : '2026-03-17', { department, ...refused }),
	]).flat();
}

/** A scheme of the timely replies alone, so that a score is the rate of one clock. */
const replies: Scheme = {
	...defaultScheme,
	leastWeight: 0,
	adjustments: [],
	vetoes: [],
	weights: [{ indicator: 'T2', weight: 100, full: 1, zero: 0 }],
};
const board = async (name: string, scheme: Scheme | null = replies, args: object = {}) =>
	(await ask(scores, { ...spring, scheme: scheme && JSON.stringify(scheme), ...args })).filter(
		row => row.board === name,
	);

const withdrawn = (retracts: string) =>
	act(retracts === '误' ? 'practice.recognised' : 'enforcement.ordered', null, '2026-03-20', {
		...{ department: authority, retracts, id: `撤回${retracts}` },
	});

describe('得分与名次', () => {
	test('同分同名次（1、2、2、4）；不足5件、没有应办事项、参照执行的机关不排名，仍在表中', async () => {
		await begin([
			...['甲', '乙', '丙', '丁', '戊', '己'].map(name => registered(name, name)),
			registered(court, '市中级法院', '2020-01-01', { kind: 'other_organ' }),
			...record('甲', 5, 5),
			...record('乙', 10, 8),
			...record('丙', 5, 4),
			...record('丁', 5, 3),
			...record('戊', 4, 4),
			...record(court, 5, 5),
		]);
		expect(columns(await board('provider'), 'department', 'score', 'rank', 'unranked')).toEqual([
			['甲', 100, 1, null],
			['丙', 80, 2, null],
			['乙', 80, 2, null],
			['丁', 60, 4, null],
			[court, 100, null, 'not_ranked'],
			['己', null, null, 'no_obligations'],
			['戊', null, null, 'too_few'],
		]);
	});

	test('直线折算：不高于零分值的得0分，不低于满分值的得满分', async () => {
		await begin([registered('甲', '甲'), ...record('甲', 20, 17)]);
		const on = async (full: number, zero: number) =>
			(await board('provider', { ...replies, weights: [{ indicator: 'T2', weight: 100, full, zero }] }))[0]?.score;
		expect(await on(1, 0.7)).toBe(50);
		expect(await on(0.8, 0.7)).toBe(100);
		expect(await on(1, 0.9)).toBe(0);
	});

	test('样本不足的指标不计分，权重由同一维度的其他指标承担；每一步都可以用计算器重算', async () => {
		await begin([
			registered('甲', '甲'),
			...record('甲', 10, 9),
			...Array.from({ length: 4 }, (_, i) =>
				received(`无条件-${i}`, '2026-03-02', { department: '甲', sharing: 'unconditional' }),
			),
		]);
		const scheme = { ...defaultScheme, leastWeight: 0, adjustments: [] };
		const lines = (await ask(scoreLines, { ...spring, scheme: JSON.stringify(scheme) })).filter(
			row => row.department === '甲' && row.dimension === 'timeliness',
		);
		expect(columns(lines, 'indicator', 'units', 'reason', 'weight', 'used')).toEqual([
			['T1', 4, 'too_few', 5, null],
			['T2', 10, null, 8, 35],
			['T3', 0, 'no_obligations', 10, null],
			['T4', 0, 'no_obligations', 6, null],
			['T5', 0, 'no_obligations', 3, null],
			['T7', 0, 'no_obligations', 3, null],
		]);
		const brings = ((9 / 10 - 0.7) / 0.3) * 35;
		expect(lines.find(row => row.indicator === 'T2')?.brings).toBeCloseTo(brings, 9);
		const [row] = await board('provider', scheme);
		expect(row?.score).toBeCloseTo((brings / 35) * 100, 7);
		expect([row?.weight, row?.weight_scored]).toEqual([60, 8]);
	});

	test('计分的权重不到方案要求的比例的，不排名，并注明', async () => {
		await begin([registered('甲', '甲'), ...record('甲', 10, 10)]);
		const [row] = await board('provider', { ...defaultScheme, adjustments: [] });
		expect([row?.score, row?.rank, row?.unranked]).toEqual([100, null, 'too_little']);
	});

	test('只有提供一种角色的部门，综合得分由这张表折算', async () => {
		await begin([registered('甲', '甲'), ...record('甲', 10, 8)]);
		const scheme: Scheme = {
			...replies,
			weights: [
				{ indicator: 'T2', weight: 60, full: 1, zero: 0 },
				{ indicator: 'A1', weight: 40, full: 1, zero: 0 },
			],
		};
		const [row] = await board('composite', scheme);
		expect([row?.base, row?.score, row?.grade, row?.rank]).toEqual([80, 80, 'good', 1]);
	});

	test('正当理由经认定的，从认定后的按时率中剔除；方案以事实为准的不剔除', async () => {
		await begin([
			registered('甲', '甲'),
			registered(authority, '市数据局', '2020-01-01', { kind: 'authority' }),
			...record('甲', 6, 5),
		]);
		await more([
			act('justification.decided', '甲-5', '2026-03-20', {
				department: authority,
				counterparty: '甲',
				accepted: true,
				reason: '平台停机',
			}),
		]);
		expect((await board('provider'))[0]?.score).toBe(100);
		expect((await board('provider', { ...replies, basis: 'factual' }))[0]?.score).toBeCloseTo((5 / 6) * 100, 6);
		const [figure] = await ask(indicatorFigures, { ...spring, indicators: ['T2'], departments: ['甲'] }).then(rows =>
			rows.filter(row => row.department === '甲'),
		);
		expect([figure?.num, figure?.den, figure?.adjudicated_num, figure?.adjudicated_den, figure?.excused]).toEqual([
			5, 6, 5, 5, 1,
		]);
	});

	test('扣分逐件列出，不超过上限；无理由拒绝每件0.5分，最多3分', async () => {
		const bare = Array.from({ length: 8 }, (_, i) => [
			received(`甲-${i}`, '2026-03-02', { department: '甲' }),
			replied(`甲-${i}`, '2026-03-10', { department: '甲', outcome: 'refuse' }),
		]).flat();
		await begin([registered('甲', '甲'), ...bare]);
		const scheme = { ...replies, adjustments: defaultScheme.adjustments };
		const [row] = await board('composite', scheme);
		expect([row?.base, row?.deducted, row?.score]).toEqual([100, -3, 97]);
		const facts = await ask(scoreFacts, { ...spring, scheme: JSON.stringify(scheme) });
		expect(facts.map(fact => [fact.fact, fact.case_id, fact.each, fact.brings])).toEqual(
			Array.from({ length: 8 }, (_, i) => ['refused_without_reason', `甲-${i}`, -0.5, -3]),
		);
	});
});

test('超期未办的扣分以本期末日为准：此后才超期的不计入，此后办结的不改变', async () => {
	await begin([
		registered('甲', '甲'),
		received('早', '2026-01-05', { department: '甲' }),
		replied('早', '2026-04-10', { department: '甲', ...refused }),
		received('晚', '2026-03-20', { department: '甲' }),
	]);
	const longOf = async (as_of: string, from: string, to: string) =>
		(await ask(scoreFacts, { as_of, from, to, scheme: JSON.stringify(defaultScheme) }))
			.filter(({ fact }) => fact === 'overdue_long')
			.map(({ case_id, on_day }) => [case_id, on_day]);
	for (const as_of of ['2026-03-31', '2026-04-30', '2026-06-30']) {
		expect(await longOf(as_of, '2026-03-01', '2026-03-31')).toEqual([['早', '2026-03-31']]);
	}
	expect(await longOf('2026-06-30', '2026-04-01', '2026-12-31')).toEqual([['晚', '2026-06-30']]);
});

/** 3月2日责令甲限期3月10日前改正；3月16日认定其拒不改正。 */
const order = (counterparty = '甲', deadline = '2026-03-10') =>
	act('enforcement.ordered', null, '2026-03-02', {
		...{ department: authority, counterparty, document: '数责〔2026〕1号', deadline, id: `责令${counterparty}` },
	});
const refusal = (when: string, more: object = {}) =>
	act('enforcement.refusal_decided', null, when, {
		...{ department: authority, counterparty: '甲', order: '数责〔2026〕1号', refused: true, reason: '逾期未整改' },
		...more,
	});
const model = (document: string, when: string, more: object = {}) =>
	act('practice.recognised', null, when, {
		...{ department: authority, counterparty: '甲', title: '出生一件事', recognised_by: '省数据局', document },
		id: `${document} ${when}`,
		...more,
	});

describe('主管部门认定的加分与一票否决', () => {
	const scheme: Scheme = { ...replies, adjustments: defaultScheme.adjustments, vetoes: defaultScheme.vetoes };
	const composite = async (acts: ShareEvent[]) => {
		await begin([registered('甲', '甲'), registered('乙', '乙'), ...record('甲', 10, 9)]);
		await more(acts, 1);
		return (await board('composite', scheme)).find(row => row.department === '甲');
	};

	test.each<[string, ShareEvent[], string, string[]]>([
		['责令改正期满仍拒不改正，经认定的', [order(), refusal('2026-03-16')], 'poor', ['order_refused']],
		['责令所注的是事件编号', [order(), refusal('2026-03-16', { order: '责令甲' })], 'poor', ['order_refused']],
		[
			'擅自提供给第三方，经认定的，同样一票否决',
			[
				act('finding.recorded', null, '2026-03-02', {
					...{ department: authority, counterparty: '甲', item: '40.3' },
					id: '线索',
				}),
				act('finding.decided', null, '2026-03-09', {
					...{ department: authority, counterparty: '甲', item: '40.3', fact: '线索', decision: 'confirmed' },
				}),
			],
			'poor',
			['third_party'],
		],
		['没有责令改正的，无从拒绝', [refusal('2026-03-16')], 'excellent', []],
		['责令的是别的部门', [order('乙'), refusal('2026-03-16')], 'excellent', []],
		['责令改正的期限尚未届满', [order(), refusal('2026-03-10')], 'excellent', []],
		[
			'其后认定不构成拒不改正的，以最后一次为准',
			[order(), refusal('2026-03-16'), refusal('2026-03-18', { refused: false })],
			'excellent',
			[],
		],
		['责令被撤回的', [order(), refusal('2026-03-16'), withdrawn('责令甲')], 'excellent', []],
		['不在本期认定的', [order(), refusal('2026-04-01')], 'excellent', []],
	])('一票否决：%s', async (_, acts, grade, vetoes) => {
		const row = await composite(acts);
		expect([row?.score, row?.grade, row?.vetoes]).toEqual([90, grade, vetoes]);
	});

	test.each<[string, ShareEvent[], number]>([
		['一件加1分', [model('国数〔2026〕3号', '2026-03-05')], 1],
		['不同文件两件加2分', [model('国数〔2026〕3号', '2026-03-05'), model('国数〔2026〕5号', '2026-03-06')], 2],
		['同一文件登记两次只计一件', [model('国数〔2026〕3号', '2026-03-05'), model('国数〔2026〕3号', '2026-03-06')], 1],
		['四件不超过上限3分', ['1', '2', '3', '4'].map(n => model(`国数〔2026〕${n}号`, '2026-03-05')), 3],
		['不在本期认定的不计', [model('国数〔2026〕3号', '2026-02-27')], 0],
		['认定被撤回的不计', [model('国数〔2026〕3号', '2026-03-05', { id: '误' }), withdrawn('误')], 0],
	])('典型案例：%s', async (_, acts, added) => {
		const row = await composite(acts);
		expect([row?.base, row?.added, row?.score]).toEqual([90, added, 90 + added]);
	});

	test('每件注明文号', async () => {
		await composite([
			order(),
			refusal('2026-03-16', { document: '数认〔2026〕2号' }),
			model('国数〔2026〕3号', '2026-03-05'),
		]);
		const facts = await ask(scoreFacts, { ...spring, scheme: JSON.stringify(scheme) });
		expect(columns(facts, 'fact', 'document', 'on_day', 'grade')).toEqual([
			['model_case', '国数〔2026〕3号', '2026-03-05', null],
			['order_refused', '数认〔2026〕2号', '2026-03-16', 'poor'],
		]);
	});
});

describe('评分方案的版本', () => {
	test('一个期间按其首日施行的版本计分；此前所知不变', async () => {
		await begin([registered('甲', '甲'), ...record('甲', 10, 8)]);
		const adopted = {
			...replies,
			effective: '2026-03-01',
			document: '数发〔2026〕1号',
			weights: [{ indicator: 'T2', weight: 100, full: 1, zero: 0.6 }],
		};
		await more([act('scheme.adopted', null, '2026-02-20', { department: authority, scheme: adopted })], 1);
		expect((await board('provider', null))[0]?.score).toBeCloseTo(50, 6);
		expect((await board('provider', null, { from: '2026-02-28' }))[0]?.unranked).toBe('too_little');
		expect((await ask(schemes, spring)).map(row => [row.effective, row.in_force])).toEqual([
			['2026-03-01', true],
			['2025-08-01', false],
		]);
	});

	test.each([
		['缺省方案', {}, []],
		[
			'权重之和不是100',
			{ weights: [{ indicator: 'T2', weight: 99, full: 1, zero: 0 }] },
			['各指标权重之和应为100，现为99'],
		],
		[
			'展示指标不计分',
			{ weights: [{ indicator: 'A7a', weight: 100, full: 1, zero: 0 }] },
			['“调用次数”只作展示或者属于主管部门自查，不能计分'],
		],
		[
			'方向相反',
			{ weights: [{ indicator: 'Q4', weight: 100, full: 0.2, zero: 0 }] },
			['“校核复发率”的满分值与零分值方向相反'],
		],
		['最末等次不从0分起', { grades: [{ grade: 'good', from: 60 }] }, ['等次的起始分应由高到低，最末等次从0分起']],
	] as const)('%s', (_, change, problems) => {
		expect(problemsOf({ ...defaultScheme, ...change } as Scheme)).toEqual(problems);
	});
});

describe('指标与其清单', () => {
	test('每个指标的分子、分母就是清单各行之和，任何部门、任何指标', async () => {
		await begin([
			...['甲', '乙'].map(name => registered(name, name)),
			...record('甲', 6, 4),
			...record('乙', 3, 1),
			received('在办', '2026-03-20', { department: '甲' }),
			received('超期', '2026-03-02', { department: '乙' }),
		]);
		const figures = await ask(indicatorFigures, spring);
		const units = await ask(indicatorUnits, { ...spring, limit: 10_000 });
		const sum = (rows: { num: number }[]) => rows.reduce((total, { num }) => total + num, 0);
		for (const { department, indicator, num, units: count } of figures) {
			const own = units.filter(
				row => row.indicator === indicator && (department === null || row.department === department),
			);
			expect([department, indicator, own.length, sum(own)]).toEqual([department, indicator, count, num]);
		}
		expect(figures.filter(row => row.department === '甲').map(row => row.indicator)).toEqual(
			Object.entries(indicators).flatMap(([code, { role }]) => (role === 'authority' ? [] : [code])),
		);
	});
});
