import { describe, expect, test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { indicatorFigures, indicatorUnits } from '#analytics/measures/indicators.ts';
import { act, authority, civil, hrss, registered } from '#test/store/acts.ts';
import { asking, columns } from './asking.ts';
import { assessed, check, corrected, daily, item, refreshed } from './quality-events.ts';

const { begin, more, ask } = asking();
const year = { from: '2026-01-01', to: '2026-12-31', as_of: '2026-12-31' };

/** The units of one indicator: catalogue item or case, day, num, den, outcome. */
const units = async (indicator: string, args: object = {}) =>
	(await ask(indicatorUnits, { ...year, indicators: [indicator], ...args }))
		.map(row => [
			row.case_id ?? row.catalogue ?? row.service,
			row.on_day,
			Math.round(row.num * 1e6) / 1e6,
			row.den,
			row.outcome,
		])
		.sort();
/** The figure of the HRSS bureau: value and why there is none. */
const figure = async (indicator: string, args: object = {}) =>
	columns(
		await ask(indicatorFigures, { ...year, indicators: [indicator], departments: [hrss], ...args }),
		'department',
		'value',
		'reason',
	)
		.filter(([department]) => department === hrss)
		.map(([, value, reason]) => [typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value, reason])[0];

describe('数据质量综合得分', () => {
	const score = async (checks: unknown, said: object = {}) => {
		await begin([item('A'), assessed('A', '2026-03-31', checks, said as Record<string, unknown>)]);
		const [[, , num, den, outcome] = []] = await units('Q1');
		return [Math.round(Number(num) * 1e6) / 1e6, den, outcome];
	};
	test.each<[string, unknown, [number, number, string]]>([
		['一条规则：A÷B×100', [check('0201', 90, 100)], [90, 1, 'scored']],
		['规则可以用名称', [check('数据元素完整性', 90, 100)], [90, 1, 'scored']],
		['同一维度取各规则的平均，不是检查数的合计', [check('0201', 90, 100), check('0202', 1, 2)], [70, 1, 'scored']],
		['各维度等权；未评估的维度不参加', [check('0201', 80, 100), check('0601', 100, 100)], [90, 1, 'scored']],
		[
			'六个维度',
			['0101', '0201', '0301', '0401', '0501', '0601'].map((rule, i) => check(rule, 40 + 10 * i, 100)),
			[65, 1, 'scored'],
		],
		['数据重复率越低越好：换算为1－A÷B', [check('0303', 3, 100)], [97, 1, 'scored']],
		['脏数据出现率同样换算', [check('脏数据出现率', 25, 100)], [75, 1, 'scored']],
		['报送写明指标方向的，以报送为准', [check('0303', 97, 100, { direction: 'higher' })], [97, 1, 'scored']],
		[
			'出错的检查不好也不坏',
			[check('0201', 90, 100), check('0202', 0, 100, { outcome: 'errored' })],
			[90, 1, 'scored'],
		],
		[
			'跳过的检查不好也不坏',
			[check('0201', 90, 100), check('0601', null, null, { outcome: 'skipped' })],
			[90, 1, 'scored'],
		],
		['检查数为零等同跳过', [check('0201', 90, 100), check('0202', 0, 0)], [90, 1, 'scored']],
		['A大于B的读不懂，不计', [check('0201', 90, 100), check('0202', 101, 100)], [90, 1, 'scored']],
		['全部出错：没有得分，列出', [check('0201', null, null, { outcome: 'errored' })], [0, 0, 'errored']],
		['全部跳过：没有得分，列出', [check('0201', 5, 5, { outcome: '跳过' })], [0, 0, 'skipped']],
		['没有检查', [], [0, 0, 'unreadable']],
		['检查不是列表', '全部通过', [0, 0, 'unreadable']],
		['集外规则写明维度的，计入该维度', [check('身份证号校验', 1, 4, { dimension: '准确性' })], [25, 1, 'scored']],
		['集外规则不写维度的，不计', [check('身份证号校验', 1, 4), check('0201', 90, 100)], [90, 1, 'scored']],
		['全错：零分，不是没有得分', [check('0201', 0, 100)], [0, 1, 'scored']],
	])('%s', async (_, checks, expected) => {
		expect(await score(checks)).toEqual(expected);
	});

	test.each<[string, object, unknown[]]>([
		['未登记的规则集：列出，不计分', { rule_set: 'DB00/T 1' }, [0, 0, 'no_rule_set']],
		['未登记的版本', { rule_set_version: '2030' }, [0, 0, 'no_rule_set']],
		['没有写规则集', { rule_set: null, rule_set_version: null }, [0, 0, 'no_rule_set']],
		['没有写版本：以评估当日施行的版本', { rule_set_version: null }, [90, 1, 'scored']],
	])('%s', async (_, said, expected) => {
		expect(await score([check('0201', 90, 100)], said)).toEqual(expected);
	});

	test('没有评估的目录项：未报送，列出，没有数值', async () => {
		await begin([item('A')]);
		expect(await units('Q1')).toEqual([['A', '2026-12-31', 0, 0, 'not_reported']]);
		expect(await figure('Q1')).toEqual([null, 'not_reported']);
	});

	test('全部检查出错的部门：不可计量，不是零分', async () => {
		await begin([item('A'), assessed('A', '2026-03-31', [check('0201', 0, 100, { outcome: 'errored' })])]);
		expect(await figure('Q1')).toEqual([null, 'not_measurable']);
	});

	test('取本期最近一次有得分的评估；部门为各目录项的平均', async () => {
		await begin([
			...[item('A'), item('B'), item('C')],
			assessed('A', '2026-03-31', [check('0201', 50, 100)]),
			assessed('A', '2026-06-30', [check('0201', 90, 100)]),
			assessed('A', '2026-09-30', [check('0201', 0, 100, { outcome: 'errored' })]),
			assessed('B', '2026-03-31', [check('0201', 60, 100)]),
		]);
		expect(await units('Q1')).toEqual([
			['A', '2026-06-30', 90, 1, 'scored'],
			['B', '2026-03-31', 60, 1, 'scored'],
			['C', '2026-12-31', 0, 0, 'not_reported'],
		]);
		expect(await figure('Q1')).toEqual([75, null]);
		expect(await figure('Q1', { to: '2026-06-29' })).toEqual([55, null]);
		expect(await figure('Q1', { as_of: '2026-06-29' })).toEqual([55, null]);
	});

	test('评估被更正：以更正后的为准；更正被撤回的恢复原评估，评估被撤回的不计', async () => {
		const first = assessed('A', '2026-03-31', [check('0201', 50, 100)]);
		await begin([item('A'), first]);
		await more([assessed('A', '2026-04-02', [check('0201', 80, 100)], { corrects: first.id })]);
		expect(await figure('Q1')).toEqual([80, null]);
		expect(await figure('Q1', { known: 2 })).toEqual([50, null]);
		await more([act('quality.assessed', null, '2026-04-03', { retracts: 'A assessed 2026-04-02' })]);
		expect(await figure('Q1')).toEqual([50, null]);
		await more([act('quality.assessed', null, '2026-04-04', { retracts: first.id })]);
		expect(await figure('Q1')).toEqual([null, 'not_reported']);
		expect(await figure('Q1', { known: 3 })).toEqual([80, null]);
	});

	test('目录撤销之后不再计入；主管部门评估的记在数据提供部门', async () => {
		await begin([
			...[item('A'), item('B')],
			assessed('A', '2026-03-31', [check('0201', 50, 100)], { department: authority }),
			act('catalogue.retired', null, '2025-12-20', { catalogue: 'B' }),
		]);
		expect(await units('Q1')).toEqual([['A', '2026-03-31', 50, 1, 'scored']]);
		expect(await figure('Q1')).toEqual([50, null]);
	});
});

describe('规则集是带版本的数据', () => {
	const ruleset = (version: string, weights: object = {}, said: object = {}) => ({
		...{
			code: 'DB99/T 1',
			version,
			name: '示例市数据质量评估规范',
			effective: '2026-02-01',
			document: '示数发〔2026〕1号',
		},
		weights: {
			conformity: 1,
			completeness: 1,
			accuracy: 1,
			consistency: 1,
			timeliness: 1,
			accessibility: 1,
			...weights,
		},
		rules: [
			{ code: 'a', name: '非空', dimension: 'completeness', direction: 'higher', weight: 3 },
			{ code: 'b', name: '缺行', dimension: 'completeness', direction: 'lower', weight: 1 },
			{ code: 'c', name: '查得到', dimension: 'accessibility', direction: 'higher', weight: 1 },
		],
		...said,
	});
	const adopted = (version: string, when: string, weights: object = {}) =>
		act('ruleset.adopted', null, when, { department: authority, ruleset: ruleset(version, weights) });
	const by = (version: string | null) => ({ rule_set: 'DB99/T 1', rule_set_version: version });
	const checks = [check('a', 80, 100), check('b', 40, 100), check('c', 90, 100)];

	test('规则和维度各有权重；登记之前已报的评估，登记之后计分', async () => {
		await begin([item('A'), assessed('A', '2026-03-31', checks, by('1'))]);
		expect(await figure('Q1')).toEqual([null, 'not_measurable']);
		await more([adopted('1', '2026-04-10', { completeness: 2, accessibility: 3 })]);
		// 完整性 (80×3＋60×1)÷4＝75，可访问性90：(75×2＋90×3)÷5
		expect(await figure('Q1')).toEqual([84, null]);
		expect(await figure('Q1', { known: 2 })).toEqual([null, 'not_measurable']);
	});

	test('各评估按自己所用的版本；没有写版本的，以评估当日施行的最近版本', async () => {
		await begin([
			...[item('A'), item('B'), item('C'), adopted('1', '2026-02-01'), adopted('2', '2026-05-01', { completeness: 3 })],
			assessed('A', '2026-06-30', checks, by('1')),
			assessed('B', '2026-06-30', checks, by('2')),
			assessed('C', '2026-06-30', checks, by(null)),
		]);
		const scores = (await units('Q1')).map(([, , num]) => Math.round(Number(num) * 1e6) / 1e6);
		expect(scores).toEqual([82.5, 78.75, 78.75]);
	});

	test('登记被撤回：未登记', async () => {
		await begin([item('A'), adopted('1', '2026-02-01'), assessed('A', '2026-03-31', checks, by('1'))]);
		await more([
			act('ruleset.adopted', null, '2026-04-01', {
				department: authority,
				retracts: 'ruleset.adopted@null@2026-02-01',
			}),
		]);
		expect(await units('Q1')).toEqual([['A', '2026-03-31', 0, 0, 'no_rule_set']]);
	});
});

describe('数据更新及时率', () => {
	const monthly = (...events: ShareEvent[]) => [item('A', '2025-12-01', { update_cycle: '每月' }), ...events];
	const spring = { from: '2026-01-01', to: '2026-03-31', as_of: '2026-04-10' };
	test.each<[string, ShareEvent[], unknown[]]>([
		[
			'按月：每个自然月至少一批，月末为应更新日',
			monthly(refreshed('A', '2026-01-31'), refreshed('A', '2026-03-01')),
			[
				['A', '2026-01-31', 1, 1, 'met'],
				['A', '2026-02-28', 0, 1, 'overdue'],
				['A', '2026-03-31', 1, 1, 'met'],
			],
		],
		['从未报送更新批次：未报送，不是零', monthly(), [['A', '2026-03-31', 0, 0, 'not_reported']]],
		['首批之前的周期不计', monthly(refreshed('A', '2026-03-02')), [['A', '2026-03-31', 1, 1, 'met']]],
		[
			'批次写明应更新日的，以其为准',
			monthly(
				refreshed('A', '2026-01-08', { due_date: '2026-01-10' }),
				refreshed('A', '2026-02-12', { due_date: '2026-02-10' }),
				refreshed('A', '2026-03-20', { refreshed_at: '2026-03-10T23:59:00+08:00', due_date: '2026-03-10' }),
			),
			[
				['A', '2026-01-10', 1, 1, 'met'],
				['A', '2026-02-10', 0, 1, 'late'],
				['A', '2026-03-10', 1, 1, 'met'],
			],
		],
		[
			'写明应更新日而不报的批次，以周期为准',
			monthly(refreshed('A', '2026-01-08', { due_date: '2026-01-10' })),
			[
				['A', '2026-01-10', 1, 1, 'met'],
				['A', '2026-02-28', 0, 1, 'overdue'],
				['A', '2026-03-31', 0, 1, 'overdue'],
			],
		],
		[
			'按季、按半年、按年',
			[
				...['每季度', '半年', '年'].map((update_cycle, i) => item(`A${i}`, '2025-01-01', { update_cycle })),
				...[0, 1, 2].map(i => refreshed(`A${i}`, '2025-12-02')),
			],
			[['A0', '2026-03-31', 0, 1, 'overdue']],
		],
		[
			'不定期：没有应更新日',
			[item('A', '2025-12-01', { update_cycle: '不定期' }), refreshed('A', '2026-02-02', { due_date: '2026-01-10' })],
			[],
		],
		[
			'实时：没有写明应更新日的，没有应更新日',
			[item('A', '2025-12-01', { update_cycle: '实时' }), refreshed('A', '2026-02-02')],
			[],
		],
		[
			'周期改变：以应更新期间开始时目录载明的为准',
			[
				item('A', '2025-12-01', { update_cycle: '月' }),
				refreshed('A', '2025-12-20'),
				item('A', '2026-02-15', { update_cycle: '不定期' }),
			],
			[['A', '2026-01-31', 0, 1, 'overdue']],
		],
		[
			'目录撤销之后不再应更新',
			monthly(refreshed('A', '2026-01-31'), act('catalogue.retired', null, '2026-02-20', { catalogue: 'A' })),
			[['A', '2026-01-31', 1, 1, 'met']],
		],
	])('%s', async (_, events, expected) => {
		await begin(events);
		expect(await units('Q2', spring)).toEqual(expected);
	});

	test('应更新日当天未更新的，尚未到期', async () => {
		await begin(monthly(refreshed('A', '2026-01-31')));
		expect(await units('Q2', { ...spring, as_of: '2026-02-28' })).toEqual([['A', '2026-01-31', 1, 1, 'met']]);
		expect(await figure('Q2', { ...spring, as_of: '2026-03-01' })).toEqual([0.5, null]);
	});

	test('按周、按日', async () => {
		await begin([
			...['周', '日'].map(update_cycle => item(update_cycle, '2026-02-01', { update_cycle })),
			...[refreshed('周', '2026-03-03'), refreshed('周', '2026-03-20')],
			...[refreshed('日', '2026-03-18'), refreshed('日', '2026-03-20')],
		]);
		expect(await units('Q2', { from: '2026-03-01', to: '2026-03-31', as_of: '2026-03-22' })).toEqual([
			['周', '2026-03-08', 1, 1, 'met'],
			['周', '2026-03-15', 0, 1, 'overdue'],
			['周', '2026-03-22', 1, 1, 'met'],
			['日', '2026-03-18', 1, 1, 'met'],
			['日', '2026-03-19', 0, 1, 'overdue'],
			['日', '2026-03-20', 1, 1, 'met'],
			['日', '2026-03-21', 0, 1, 'overdue'],
		]);
	});

	test('平台沉默期间未更新的：未报送，不作为逾期', async () => {
		await begin(monthly());
		const beat = (date: string) => act('platform.heartbeat', null, `${date} 23:59`, { date });
		await more([refreshed('A', '2026-01-15'), beat('2026-03-05')], 7);
		expect(await units('Q2', spring)).toEqual([
			['A', '2026-01-31', 1, 1, 'met'],
			['A', '2026-02-28', 0, 1, 'overdue'],
			['A', '2026-03-31', 0, 0, 'not_reported'],
		]);
	});
});

describe('校核成立率、千次调用成立校核数、校核复发率', () => {
	test.each<[string, ShareEvent[], unknown[]]>([
		['成立', corrected('C1', '2026-03-02', '2026-03-05', 'yes'), ['C1', '2026-03-05', 1, 1, 'founded']],
		[
			'部分成立计为成立',
			corrected('C1', '2026-03-02', '2026-03-05', '部分成立'),
			['C1', '2026-03-05', 1, 1, 'founded'],
		],
		['不成立', corrected('C1', '2026-03-02', '2026-03-05', false), ['C1', '2026-03-05', 0, 1, 'unfounded']],
		[
			'没有结论：未报送，不计',
			corrected('C1', '2026-03-02', '2026-03-05', null),
			['C1', '2026-03-05', 0, 0, 'not_reported'],
		],
		[
			'两次反馈只计一件，归首次反馈之日；结论以最后一次为准',
			[...corrected('C1', '2026-03-02', '2026-03-05', 'no'), ...corrected('C1', '2026-03-09', '2026-03-12', 'yes')],
			['C1', '2026-03-05', 1, 1, 'founded'],
		],
	])('%s', async (_, events, expected) => {
		await begin(events);
		expect(await units('Q3a')).toEqual([expected]);
	});

	test('没有反馈的不计', async () => {
		await begin([registered(hrss, '市人力社保局'), act('correction.received', 'C1', '2026-03-02', { catalogue: 'A' })]);
		expect(await figure('Q3a')).toEqual([null, 'no_obligations']);
	});

	const again = (when: string, field = '姓名', upheld = 'yes') =>
		corrected('C2', when, '2026-12-20', upheld, { field });
	const first = corrected('C1', '2026-03-02', '2026-03-05', 'yes', { field: '姓名' });
	const reopened = (subject: string, when: string, said: object = {}) =>
		act('correction.reopened', subject, when, { department: civil, counterparty: hrss, ...said });
	test.each<[string, ShareEvent[], string]>([
		['没有再来', [], 'settled'],
		['不认可', [reopened('C1', '2026-03-09')], 'reopened'],
		['第90日不认可', [reopened('C1', '2026-06-03')], 'reopened'],
		['第91日不认可：不算复发', [reopened('C1', '2026-06-04')], 'settled'],
		['反馈之前的不算', [reopened('C1', '2026-03-04')], 'settled'],
		['以新编号不认可，写明原编号', [reopened('C9', '2026-03-09', { earlier: 'C1' })], 'reopened'],
		['三次不认可仍是一件', ['09', '10', '11'].map(day => reopened('C1', `2026-03-${day}`)), 'reopened'],
		['同一字段90日内再次成立', again('2026-06-03'), 'repeated'],
		['同一字段第91日', again('2026-06-04'), 'settled'],
		['另一字段', again('2026-03-20', '住址'), 'settled'],
		['同一字段再次提出而不成立', again('2026-03-20', '姓名', 'no'), 'settled'],
	])('%s', async (_, events, outcome) => {
		await begin([...first, ...events]);
		const mine = (await units('Q4')).filter(([subject]) => subject === 'C1');
		expect(mine).toEqual([['C1', '2026-03-05', outcome === 'settled' ? 0 : 1, 1, outcome]]);
	});

	test('复发以截至日所知为准', async () => {
		await begin([...first, reopened('C1', '2026-03-09')]);
		expect(await figure('Q4', { as_of: '2026-03-08' })).toEqual([0, null]);
		expect(await figure('Q4')).toEqual([1, null]);
	});

	test('千次调用：各项分别计算再平均，一个机器人调用一千万次抬不动；不足一千次按一千次', async () => {
		await begin(
			[
				daily('robot', '2026-03-02', 10_000_000, 0, { catalogue: 'R' }),
				daily('busy', '2026-03-02', 4000, 0, { catalogue: 'A' }),
				daily('rare', '2026-03-02', 10, 0, { catalogue: 'B' }),
				...corrected('C1', '2026-03-02', '2026-03-05', 'yes'),
				...corrected('C2', '2026-03-02', '2026-03-05', 'yes', { catalogue: undefined, service_id: 'rare' }),
				...corrected('C3', '2026-03-02', '2026-03-05', 'no'),
				...corrected('C4', '2026-03-02', '2026-03-05', 'yes', { catalogue: 'Z' }),
			].map(one =>
				one.type === 'correction.received'
					? one
					: { ...one, data: { ...one.data, catalogue: one.type === 'service.daily' ? one.data.catalogue : undefined } },
			),
		);
		expect(await units('Q3b')).toEqual([
			['A', '2026-03-02', 0.00025, 1, 'founded'],
			['B', '2026-03-02', 0.001, 1, 'founded'],
			['R', '2026-03-02', 0, 1, 'none_founded'],
			['Z', '2026-12-31', 0, 0, 'no_calls'],
		]);
		expect(await figure('Q3b')).toEqual([0.416667, null]);
	});
});

describe('服务可用率、调用成功率', () => {
	test.each<[string, ShareEvent[], unknown[], unknown[]]>([
		['全天可用', [daily('s', '2026-03-02', 10, 1, { availability_minutes: 1440 })], [1, null], [0.9, null]],
		['中断', [daily('s', '2026-03-02', 10, 0, { availability_minutes: 720 })], [0.5, null], [1, null]],
		[
			'计划维护不计入应可用时间',
			[daily('s', '2026-03-02', 10, 0, { availability_minutes: 1080, planned_minutes: 360 })],
			[1, null],
			[1, null],
		],
		['没有报可用时间：未报送', [daily('s', '2026-03-02', 10, 0)], [null, 'not_reported'], [1, null]],
		['没有调用：没有成功率', [daily('s', '2026-03-02', 0, 0)], [null, 'not_reported'], [null, 'not_measurable']],
		[
			'读不懂的可用时间不计',
			[daily('s', '2026-03-02', 4, 0, { availability_minutes: 1500 })],
			[null, 'not_reported'],
			[1, null],
		],
		[
			'同日再报，以后报的为准',
			[
				daily('s', '2026-03-02', 10, 5, { availability_minutes: 0 }),
				{
					...daily('s', '2026-03-02', 10, 0, { availability_minutes: 1440 }),
					id: 'again',
					occurredAt: Date.parse('2026-03-03T09:00:00+08:00'),
				},
			],
			[1, null],
			[1, null],
		],
		[
			'一个机器人抬不动：各服务的成功率再平均',
			[daily('robot', '2026-03-02', 10_000_000, 0), daily('s', '2026-03-02', 10, 5)],
			[null, 'not_reported'],
			[0.75, null],
		],
		['以前报过、本期没有报：未报送', [daily('s', '2025-12-02', 10, 0)], [null, 'not_reported'], [null, 'not_reported']],
	])('%s', async (_, events, available, answered) => {
		await begin(events);
		expect([await figure('Q5a'), await figure('Q5b')]).toEqual([available, answered]);
	});
});

describe('目录要素完备率、源数据一致性', () => {
	test.each<[string, object, number]>([
		['要素齐备', {}, 1],
		['报空的要素', { format: '' }, 0],
		['有条件共享未列条件', { sharing: 'conditional', conditions: [] }, 0],
		['不予共享未列依据', { sharing: 'none', non_share_reason: '' }, 0],
	])('%s', async (_, said, value) => {
		await begin([item('A', '2025-12-01', said as Record<string, unknown>)]);
		expect(await figure('Q6')).toEqual([value, null]);
	});

	test('以期末最近一次登记为准；已撤销的不计', async () => {
		await begin([
			...[item('A', '2025-12-01', { format: '' }), item('A', '2026-02-01'), item('B', '2025-12-01', { format: '' })],
			act('catalogue.retired', null, '2026-02-01', { catalogue: 'B' }),
		]);
		expect(await figure('Q6', { to: '2026-01-31' })).toEqual([0, null]);
		expect(await figure('Q6')).toEqual([1, null]);
	});

	test('没有一致性检查：不可计量；有的只计一致性', async () => {
		await begin([registered(hrss, '市人力社保局'), item('A'), assessed('A', '2026-03-31', [check('0201', 90, 100)])]);
		expect(await figure('Q7')).toEqual([null, 'not_measurable']);
		await more([assessed('A', '2026-04-30', [check('0201', 10, 100), check('0401', 3, 4), check('0402', 1, 4)])]);
		expect(await figure('Q7')).toEqual([0.5, null]);
	});
});
