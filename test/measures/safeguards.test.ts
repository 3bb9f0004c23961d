import { describe, expect, test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { indicatorFigures, indicatorUnits } from '#analytics/measures/indicators.ts';
import { act, authority, civil, court, hrss } from '#test/store/acts.ts';
import { asking, columns } from './asking.ts';
import { bodies, called, found, inspected, provided, record, right, safeguard, status } from './usage.ts';

const { begin, ask } = asking();
const Q3 = { as_of: '2026-09-30', from: '2026-07-01', to: '2026-09-30' };

/** Numerator, denominator and reason of an indicator for the civil affairs bureau. */
async function figure(code: string, args: object = {}): Promise<unknown[] | undefined> {
	const rows = await ask(indicatorFigures, { ...Q3, indicators: [code], ...args });
	return columns(
		rows.filter(row => row.department === civil),
		'num',
		'den',
		'reason',
	)[0];
}

async function outcomes(code: string, args: object = {}): Promise<unknown[]> {
	const rows = await ask(indicatorUnits, { ...Q3, indicators: [code], ...args });
	return rows
		.filter(row => row.department === civil)
		.map(row => row.outcome)
		.sort();
}

const given = provided('2026-03-02');

describe('S1 使用记录完备率', () => {
	test.each<[name: string, events: ShareEvent[], num: number, outcomes: string[], args?: object]>([
		['五部分齐备、保存满三年', [record('2026-09-15')], 1, ['recorded']],
		['没有记录', [], 0, ['unrecorded']],
		[
			'缺一部分：报为否、为空、没有报送，都是缺',
			[
				record('2026-09-15', { destruction: false }),
				record('2026-09-16', { storage: '' }),
				record('2026-09-17', { effect: undefined }),
			],
			0,
			['incomplete'],
		],
		['部分可以写明内容或者文号', [record('2026-09-15', { destruction: '尚未到期' })], 1, ['recorded']],
		['拟保存不足三年', [record('2026-09-15', { retained_until: '2029-09-14' })], 0, ['kept_short']],
		['恰满三年', [record('2026-09-15', { retained_until: '2029-09-15' })], 1, ['recorded']],
		['同季有一份齐备的即可', [record('2026-08-15', { scene: false }), record('2026-09-15')], 1, ['recorded']],
		[
			'补报的以所属期间归季，截至日已报的算',
			[record('2026-10-12', { period: '2026-Q3' })],
			1,
			['recorded'],
			{ as_of: '2026-10-31' },
		],
		['补报的，截至日尚未报的不算', [record('2026-10-12', { period: '2026-Q3' })], 0, ['unrecorded']],
		[
			'查阅优先于自报：二十份中有五份缺漏',
			[record('2026-09-15'), inspected('2026-09-20', 20, 5, { period: '2026-Q3' })],
			0.75,
			['inspected_lacking'],
		],
		['查阅没有缺漏的，虽未报送也算', [inspected('2026-09-20', 20, 0, { service_id: 'S1' })], 1, ['inspected']],
		[
			'查阅其他服务的，不影响',
			[record('2026-09-15'), inspected('2026-09-20', 20, 5, { service_id: 'S2' })],
			1,
			['recorded'],
		],
		['份数不合常理的查阅不算', [record('2026-09-15'), inspected('2026-09-20', 5, 6)], 1, ['recorded']],
		['报为未用的，没有应有的记录', [status('2026-08-10', 'unused')], 0, []],
		['日报没有本部门调用的，没有应有的记录', [called('2026-08-10', 5, { counterparty: court })], 0, []],
		['整季暂停的，没有应有的记录', [right('suspended', '2026-06-20')], 0, []],
		['季中暂停的，仍应有记录', [right('suspended', '2026-07-20')], 0, ['unrecorded']],
		['季中终止的，没有应有的记录', [right('terminated', '2026-09-20')], 0, []],
		['每季一份：上季、本季', [record('2026-09-15')], 1, ['recorded', 'unrecorded'], { from: '2026-04-01' }],
		['季末未到的，尚无应有的记录', [], 0, [], { as_of: '2026-09-29' }],
	])('%s', async (_, events, num, expected, args = {}) => {
		await begin(bodies, [given, ...events]);
		expect([await outcomes('S1', args), (await figure('S1', args))?.[0]]).toEqual([expected, num]);
	});
});

describe('S2、S3', () => {
	test.each<[string, ShareEvent[], number]>([
		['超范围使用、擅自提供第三方，各计一个', [found('2026-08-03', '40.2'), found('2026-08-04', '40.3')], 2],
		['认定不成立的不计', [found('2026-08-03', '40.2', 'dismissed')], 0],
	])('%s', async (_, events, num) => {
		await begin(bodies, [given, ...events]);
		expect((await figure('S2a'))?.[0]).toBe(num);
	});

	test.each<[string, ShareEvent[], number]>([
		['自暂停当日起计，恢复当日不计', [right('suspended', '2026-08-03'), right('resumed', '2026-08-10')], 7],
		['未恢复的计至期末', [right('suspended', '2026-09-21')], 10],
		['期前暂停的自期初计', [right('suspended', '2026-06-01'), right('resumed', '2026-07-04')], 3],
		['终止当日起不再计', [right('suspended', '2026-08-03'), right('terminated', '2026-08-05')], 2],
		[
			'两次暂停相加',
			[
				right('suspended', '2026-08-03'),
				right('resumed', '2026-08-04'),
				right('suspended', '2026-08-10'),
				right('resumed', '2026-08-12'),
			],
			3,
		],
		['没有写明需求部门的，不计入任何部门', [right('suspended', '2026-08-03', { counterparty: undefined })], 0],
	])('暂停天数：%s', async (_, events, num) => {
		await begin(bodies, [given, ...events]);
		expect((await figure('S2b'))?.[0]).toBe(num);
	});

	test.each<[string, string | null, number, string[]]>([
		['期限内处置', '2026-08-20', 1, ['met']],
		['逾期处置', '2026-08-24', 0, ['late']],
		['没有处置', null, 0, ['overdue']],
	])('%s', async (_, done, num, expected) => {
		const required = act('disposal.required', 'CZ1', '2026-08-03', {
			counterparty: civil,
			service_id: 'S1',
			deadline: '2026-08-21',
		});
		await begin(bodies, [given, required, ...(done ? [act('disposal.done', 'CZ1', done, { department: civil })] : [])]);
		expect([await outcomes('S3'), await figure('S3')]).toEqual([expected, [num, 1, null]]);
	});
});

describe('S4 安全事件', () => {
	const discovered = (subject: string | null, on: string, more: object = {}) =>
		act('security.discovered', subject, on, { department: civil, level: '较大', side: 'demander', ...more });
	const reported = (subject: string, on: string) => act('security.reported', subject, on, { department: civil });

	test.each<[string, ShareEvent[], counted: number, onTime: unknown[]]>([
		[
			'如实报告不应比隐瞒不报得分更低：按时报告、未经认定责任的不计数',
			[discovered('AQ1', '2026-08-03 22:00'), reported('AQ1', '2026-08-04 01:59')],
			0,
			[1, 1, null],
		],
		['隐瞒不报、检查发现：计数', [found('2026-08-20', '40.6')], 1, [0, null, 'no_obligations']],
		['迟报', [discovered('AQ1', '2026-08-03 22:00'), reported('AQ1', '2026-08-04 02:01')], 0, [0, 1, null]],
		['发现而始终没有报告', [discovered('AQ1', '2026-08-03 22:00')], 0, [0, 1, null]],
		['一般事件没有报告时限', [discovered('AQ1', '2026-08-03', { level: '一般' })], 0, [0, null, 'no_obligations']],
		[
			'认定未尽安全责任的计数，只计一起',
			[
				discovered('AQ1', '2026-08-03 22:00'),
				reported('AQ1', '2026-08-04 01:59'),
				found('2026-08-20', '40.6', 'confirmed', { subject: 'AQ1' }),
			],
			1,
			[1, 1, null],
		],
		[
			'认定的只是迟报，不另计责任',
			[
				discovered('AQ1', '2026-08-03 22:00'),
				found('2026-08-20', '40.6', 'confirmed', { subject: 'AQ1', clock: 'local.security.report' }),
			],
			0,
			[0, 1, null],
		],
	])('%s', async (_, events, counted, onTime) => {
		await begin(bodies, [given, ...events]);
		expect([(await figure('S4a'))?.[0], await figure('S4b')]).toEqual([counted, onTime]);
	});
});

describe('S5 保障措施落实率', () => {
	test.each<[string, ShareEvent[], unknown[] | undefined]>([
		['一项也没有登记：未报送，没有数值', [], [0, 0, 'not_reported']],
		['只登记一项的，其余视为未落实', [safeguard('2026-08-03', '制度', 'in_place')], [1, 7, null]],
		[
			'不适用的不在分母',
			[safeguard('2026-08-03', '制度', '已落实'), safeguard('2026-08-03', '委托审批', '不适用')],
			[1, 6, null],
		],
		[
			'有效期至期末当日仍有效',
			[safeguard('2026-08-03', '等保', 'in_place', { valid_until: '2026-09-30' })],
			[1, 7, null],
		],
		['有效期已过', [safeguard('2026-08-03', '等保', 'in_place', { valid_until: '2026-09-29' })], [0, 7, null]],
		[
			'以最后一次登记为准',
			[safeguard('2026-08-04', '等保', 'lacking'), safeguard('2026-08-03', '等保', 'in_place')],
			[0, 7, null],
		],
		[
			'截至日以后的登记尚未发生',
			[safeguard('2026-08-03', '等保', 'in_place'), safeguard('2026-10-08', '密评', 'in_place')],
			[1, 7, null],
		],
		['清单以外的名目不算', [safeguard('2026-08-03', '其他', 'in_place')], [0, 0, 'not_reported']],
	])('%s', async (_, events, expected) => {
		await begin(bodies, [given, ...events]);
		expect(await figure('S5')).toEqual(expected);
	});
});

describe('S6 投诉举报', () => {
	const received = (on: string) => act('complaint.received', 'TS1', on, { department: civil });
	const closed = (on: string, upheld: unknown) =>
		act('complaint.closed', 'TS1', on, { id: `closed ${on}`, department: civil, upheld });
	test.each<[string, ShareEvent[], number, unknown[]]>([
		['成立、按时办结', [received('2026-08-03'), closed('2026-08-20', true)], 1, [1, 1, null]],
		['不成立', [received('2026-08-03'), closed('2026-08-20', false)], 0, [1, 1, null]],
		['逾期办结', [received('2026-08-03'), closed('2026-08-25', true)], 1, [0, 1, null]],
		['没有写明是否成立的不计', [received('2026-08-03'), closed('2026-08-20', undefined)], 0, [1, 1, null]],
		[
			'再次办结的，以最后一次为准',
			[received('2026-08-03'), closed('2026-08-20', true), closed('2026-08-21', false)],
			0,
			[1, 1, null],
		],
	])('%s', async (_, events, upheld, onTime) => {
		await begin(bodies, [given, ...events]);
		expect([(await figure('S6a'))?.[0], await figure('S6b')]).toEqual([upheld, onTime]);
	});
});

test('主管部门自身不在使用部门的指标之内', async () => {
	await begin(bodies, [given]);
	const rows = await ask(indicatorFigures, { ...Q3, indicators: ['S1', 'S5'] });
	expect(rows.filter(row => row.department === authority)).toEqual([]);
	expect(rows.some(row => row.department === hrss)).toBe(true);
});
