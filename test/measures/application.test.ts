import { describe, expect, test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { indicatorFigures, indicatorUnits } from '#analytics/measures/indicators.ts';
import { act, civil, court, hrss, received, replied } from '#test/store/acts.ts';
import { asking, columns } from './asking.ts';
import { bodies, called, effect, found, provided, record, right, status } from './usage.ts';

const { begin, ask, more, position } = asking();
const Q3 = { as_of: '2026-09-30', from: '2026-07-01', to: '2026-09-30' };

/** Value of an indicator for a body: numerator, denominator, reason. */
async function figure(code: string, args: object = {}, department = civil): Promise<unknown[] | undefined> {
	const rows = await ask(indicatorFigures, { ...Q3, indicators: [code], ...args });
	return columns(
		rows.filter(row => row.department === department),
		'num',
		'den',
		'reason',
	)[0];
}

async function outcomes(code: string, args: object = {}): Promise<unknown[]> {
	const rows = await ask(indicatorUnits, { ...Q3, indicators: [code], ...args });
	return rows.map(row => row.outcome).sort();
}

type Case = [name: string, events: ShareEvent[], num: number, den: number | null, reason: string | null];

describe('A1 共享数据应用率', () => {
	test('同一时刻由两个案件提供的一项服务：不论先读到哪一件，清单上都是同一件', async () => {
		const other = { id: 'provided 0', counterparty: civil, service_id: 'S1', method: 'api' };
		const twice = [provided('2026-03-02'), act('delivery.provided', 'SQ-A', '2026-03-02', other)];
		const told = [];
		for (const events of [twice, [...twice].reverse()]) {
			await begin([...bodies, ...events]);
			told.push(columns(await ask(indicatorUnits, { ...Q3, indicators: ['A5'] }), 'department', 'case_id'));
		}
		expect(told).toEqual([[[civil, 'SQ-A']], [[civil, 'SQ-A']]]);
	});
	const none = ['no_obligations', 'not_reported'] as const;
	test.each<Case>([
		['提供满30日而有成功调用：在用', [provided('2026-03-02'), called('2026-08-03', 5)], 1, 1, null],
		['期末恰满30个自然日的计入', [provided('2026-08-31'), called('2026-09-03', 5)], 1, 1, null],
		['提供不满30日的不计', [provided('2026-09-01'), called('2026-09-03', 5)], 0, null, none[0]],
		[
			'有人调用而本部门没有：应用未用',
			[provided('2026-03-02'), called('2026-08-03', 5, { counterparty: court })],
			0,
			1,
			null,
		],
		[
			'机器人调用千万次也只是一项服务',
			[
				provided('2026-03-02'),
				provided('2026-03-02', 'S2'),
				called('2026-08-03', 10_000_000),
				called('2026-08-03', 0, { service_id: 'S2' }),
			],
			1,
			2,
			null,
		],
		[
			'只有健康检查、只有失败的调用，不是使用',
			[provided('2026-03-02'), called('2026-08-03', 9, { checks: 6, failures: 3 })],
			0,
			1,
			null,
		],
		[
			'调用在期外的不算',
			[provided('2026-03-02'), called('2026-06-30', 5), called('2026-08-03', 5, { counterparty: court })],
			0,
			1,
			null,
		],
		[
			'日报不写调用方的，不能认定是谁使用；什么也没有报送的，列为未报送',
			[provided('2026-03-02'), called('2026-08-03', 5, { counterparty: undefined })],
			0,
			0,
			none[1],
		],
		[
			'没有日报写明调用方的，以使用状态为准：在用',
			[provided('2026-03-02'), status('2026-08-10', 'in_use')],
			1,
			1,
			null,
		],
		[
			'没有日报写明调用方的，以使用状态为准：未用',
			[provided('2026-03-02'), status('2026-08-10', 'unused')],
			0,
			1,
			null,
		],
		[
			'自报在用而日报没有本部门的调用：未用',
			[provided('2026-03-02'), status('2026-08-10', 'in_use'), called('2026-08-03', 5, { counterparty: court })],
			0,
			1,
			null,
		],
		[
			'文件方式以使用状态为准，日报不论',
			[provided('2026-03-02', 'S1', { method: 'file' }), status('2026-08-10', 'in_use'), called('2026-08-03', 0)],
			1,
			1,
			null,
		],
		[
			'期后报送、写明所属期间的状态，截至日尚未报送的不知道',
			[provided('2026-03-02'), status('2026-10-08', 'in_use', { period: '2026-Q3' })],
			0,
			0,
			none[1],
		],
		[
			'写明所属期间的，以期间为准',
			[provided('2026-03-02'), status('2026-07-02', 'in_use', { period: '2026-06' })],
			0,
			0,
			none[1],
		],
		[
			'权限暂停中的不计',
			[provided('2026-03-02'), right('suspended', '2026-09-20'), called('2026-08-03', 5)],
			0,
			null,
			none[0],
		],
		[
			'恢复以后照计',
			[
				provided('2026-03-02'),
				right('suspended', '2026-08-20'),
				right('resumed', '2026-09-20'),
				called('2026-08-03', 5),
			],
			1,
			1,
			null,
		],
		[
			'服务终止的不计',
			[provided('2026-03-02'), right('terminated', '2026-09-20'), called('2026-08-03', 5)],
			0,
			null,
			none[0],
		],
		[
			'尚未生效的终止不影响',
			[
				provided('2026-03-02'),
				right('terminated', '2026-09-20', { effective_at: '2026-10-09' }),
				called('2026-08-03', 5),
			],
			1,
			1,
			null,
		],
		[
			'提供部门终止而不写需求部门的，及于全体',
			[provided('2026-03-02'), right('terminated', '2026-09-20', { counterparty: undefined })],
			0,
			null,
			none[0],
		],
		[
			'终止以后再次提供的，自再次提供起满30日',
			[
				provided('2026-03-02'),
				right('terminated', '2026-07-20'),
				provided('2026-07-21', 'S1', { id: 'again' }),
				called('2026-08-03', 5),
			],
			1,
			1,
			null,
		],
		[
			'已处置的不计',
			[
				provided('2026-03-02'),
				act('disposal.done', null, '2026-09-01', { department: civil, counterparty: hrss, service_id: 'S1' }),
			],
			0,
			null,
			none[0],
		],
		[
			'处置完成只写编号的，以处置要求所写的服务为准',
			[
				provided('2026-03-02'),
				act('disposal.required', 'CZ1', '2026-08-03', { counterparty: civil, service_id: 'S1' }),
				act('disposal.done', 'CZ1', '2026-09-01', { department: civil }),
			],
			0,
			null,
			none[0],
		],
		[
			'验收不通过的，自不通过起不计',
			[
				provided('2026-03-02'),
				act('delivery.rejected', `SQ-S1-${civil}`, '2026-03-04', {
					department: civil,
					counterparty: hrss,
					reason: '空文件',
				}),
			],
			0,
			null,
			none[0],
		],
		[
			'验收异议经认定不成立的，自认定起仍计',
			[
				provided('2026-03-02'),
				act('delivery.rejected', `SQ-S1-${civil}`, '2026-03-04', {
					department: civil,
					counterparty: hrss,
					reason: '空文件',
				}),
				act('delivery.rejection_decided', `SQ-S1-${civil}`, '2026-03-20', { upheld: false, reason: '可用' }),
				called('2026-08-03', 5),
			],
			1,
			1,
			null,
		],
		[
			'只有验收确认的，以其为提供',
			[
				act('delivery.accepted', 'SQ9', '2026-03-02', { department: civil, counterparty: hrss, service_id: 'S1' }),
				called('2026-08-03', 5),
			],
			1,
			1,
			null,
		],
	])('%s', async (_, events, num, den, reason) => {
		await begin(bodies, events);
		expect(await figure('A1')).toEqual([num, den, reason]);
	});

	test('条例施行以前的期间不计', async () => {
		await begin(bodies, [provided('2025-03-02'), called('2025-06-03', 5)]);
		expect(await figure('A1', { as_of: '2025-06-30', from: '2025-04-01', to: '2025-06-30' })).toEqual([
			0,
			null,
			'no_obligations',
		]);
	});
});

describe('A2、A5', () => {
	const used = [
		provided('2026-03-02'),
		provided('2026-03-02', 'S2'),
		called('2026-08-03', 5),
		status('2026-08-10', 'unused', { service_id: 'S2' }),
	];
	test('应用成效报告率的分母就是应用率的分子', async () => {
		await begin(bodies, [...used, effect('2026-08-20'), effect('2026-08-20', { service_id: 'S2' })]);
		expect([await figure('A1'), await figure('A2')]).toEqual([
			[1, 2, null],
			[1, 1, null],
		]);
	});

	test('一份报告可以涉及多项服务；记录和状态都算有记录', async () => {
		await begin(bodies, [
			...used,
			provided('2026-09-20', 'S3'),
			record('2026-08-20', { service_id: undefined, services: ['S1', 'S2'] }),
		]);
		expect(await outcomes('A5')).toEqual(['recorded', 'recorded', 'unrecorded']);
	});

	test('更正一份报告，撤回更正则原报告恢复', async () => {
		await begin(bodies, [provided('2026-03-02'), status('2026-08-10', 'in_use', { id: 'told' })]);
		const before = position();
		await more([status('2026-08-11', 'unused', { corrects: 'told', id: 'put right' })]);
		const between = position();
		await more([act('use.status', null, '2026-08-12', { department: civil, retracts: 'put right' })]);
		const at = (known: number) => figure('A1', { known });
		expect([await at(before), await at(between), await at(position())]).toEqual([
			[1, 1, null],
			[0, 1, null],
			[1, 1, null],
		]);
	});
});

describe('A3 重复收集问题', () => {
	test.each<[string, ShareEvent[], number]>([
		['本期认定成立的', [found('2026-08-03', '40.1')], 1],
		['认定不成立的不计', [found('2026-08-03', '40.1', 'dismissed')], 0],
		['期外认定的不计', [found('2026-06-30', '40.1')], 0],
		['其他各项不计', [found('2026-08-03', '40.5')], 0],
		[
			'同一线索再次认定的，以最后一次为准',
			[
				found('2026-07-03', '40.1', 'confirmed', { subject: 'XS1' }),
				found('2026-08-03', '40.1', 'dismissed', { subject: 'XS1' }),
			],
			0,
		],
		[
			'两次认定成立的是一个问题',
			[
				found('2026-07-03', '40.1', 'confirmed', { subject: 'XS1' }),
				found('2026-08-03', '40.1', 'confirmed', { subject: 'XS1' }),
			],
			1,
		],
		[
			'认定没有写明部门的，以线索所写的为准',
			[
				act('finding.recorded', 'XS1', '2026-07-03', { counterparty: civil, item: '40.1' }),
				found('2026-08-03', '40.1', 'confirmed', { subject: 'XS1', counterparty: undefined }),
			],
			1,
		],
	])('%s', async (_, events, num) => {
		await begin(bodies, [provided('2026-03-02'), ...events]);
		expect((await figure('A3'))?.[0]).toBe(num);
	});
});

describe('A4 申请规范率', () => {
	const noticed = (subject: string, on: string) =>
		act('request.material_notice', subject, on, { counterparty: civil, missing_items: ['依据'] });
	test.each<Case & {}>([
		['未被告知补正的', [received('A', '2026-08-03')], 1, 1, null],
		['被告知补正的', [received('A', '2026-08-03'), noticed('A', '2026-08-04')], 0, 1, null],
		[
			'补正逾期中止的',
			[received('A', '2026-08-03'), noticed('A', '2026-08-04'), act('request.lapsed', 'A', '2026-08-20')],
			0,
			1,
			null,
		],
		[
			'被认定申请不实的',
			[received('A', '2026-08-03'), found('2026-08-20', '40.7', 'confirmed', { subject: 'A' })],
			0,
			1,
			null,
		],
		[
			'认定的是迟提校核，不是申请不实',
			[
				received('A', '2026-08-03'),
				found('2026-08-20', '40.7', 'confirmed', { subject: 'A', clock: 'local.correction.raise' }),
			],
			1,
			1,
			null,
		],
		[
			'自愿撤回的照计',
			[received('A', '2026-08-03'), act('request.withdrawn', 'A', '2026-08-04', { department: civil })],
			1,
			1,
			null,
		],
		['以收到之日归期', [received('A', '2026-06-30'), noticed('A', '2026-07-02')], 0, null, 'no_obligations'],
		['不予共享类的申请也是申请', [received('A', '2026-08-03', { sharing: 'none' })], 1, 1, null],
		[
			'几行合为一件',
			[received('A/1', '2026-08-03'), received('A/2', '2026-08-03'), noticed('A/2', '2026-08-04')],
			0,
			1,
			null,
		],
		[
			'转办的计一件',
			[
				received('A', '2026-08-03'),
				act('request.transferred', 'A', '2026-08-04', { to_dept: court }),
				received('A', '2026-08-04', { department: court, id: 'onward' }),
			],
			1,
			1,
			null,
		],
		['截至日以后的告知尚未发生', [received('A', '2026-09-29'), noticed('A', '2026-10-08')], 1, 1, null],
	])('%s', async (_, events, num, den, reason) => {
		await begin(bodies, [provided('2026-03-02', 'S9'), ...events]);
		expect(await figure('A4')).toEqual([num, den, reason]);
	});
});

describe('A6、A7', () => {
	test('没有一个平台报送数据需求：需求满足率不可计量', async () => {
		await begin(bodies, [provided('2026-03-02')]);
		const rows = await ask(indicatorFigures, { ...Q3, indicators: ['A6'] });
		expect(new Set(rows.map(row => [row.value, row.reason].join()))).toEqual(new Set([',not_measurable']));
	});

	test('调用次数、数据行数计入调用的部门，同日同一调用方以后报的为准；服务的部门数计入提供部门', async () => {
		await begin(bodies, [
			provided('2026-03-02'),
			provided('2026-03-02', 'S1', { counterparty: court }),
			called('2026-08-03', 5),
			called('2026-08-03', 7),
			called('2026-08-04', 10),
			called('2026-08-04', 3, { counterparty: court }),
		]);
		expect([(await figure('A7a'))?.[0], (await figure('A7b'))?.[0]]).toEqual([17, 34]);
		expect((await figure('A7c', {}, hrss))?.[0]).toBe(2);
	});
});

test('可见范围：联络员只见本部门的', async () => {
	await begin(bodies, [provided('2026-03-02'), received('A', '2026-08-03'), replied('A', '2026-08-04')]);
	const seen = async (visible: string[] | null) =>
		(await ask(indicatorUnits, { ...Q3, visible, indicators: ['A1', 'A4'] })).length;
	expect([await seen(null), await seen([civil]), await seen([court])]).toEqual([2, 2, 0]);
});
