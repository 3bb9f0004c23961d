import { describe, expect, test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { caseCandidates } from '#analytics/measures/candidates.ts';
import { caseDecisions } from '#analytics/measures/case-decisions.ts';
import { conflicts } from '#analytics/measures/conflicts.ts';
import { deliveryGaps, deliveryPairs } from '#analytics/measures/delivery-pairs.ts';
import { doubts } from '#analytics/measures/doubts.ts';
import { act, at, authority, civil, hrss, received, registered, replied } from '#test/store/acts.ts';
import { asking, columns } from './asking.ts';

const { begin, ask, more } = asking();

const [OFFICE, CITY, BUREAU] = [1, 2, 3];
const day = { as_of: '2026-06-30' };
const linked = (cases: string[], same: boolean, when: string, extra = {}) =>
	act('case.linked', null, when, { department: authority, cases, same, reason: '经核对', ...extra });

/** Tells what each platform says; the city's first. */
async function told(city: ShareEvent[], bureau: ShareEvent[], office: ShareEvent[] = []): Promise<void> {
	await begin([registered(hrss, '市人力社保局'), registered(civil, '市民政局')]);
	for (const [source, events] of [
		[CITY, city],
		[BUREAU, bureau],
		[OFFICE, office],
	] as const) {
		if (events.length > 0) await more(events, source);
	}
}

describe('疑似同一申请', () => {
	const item = (subject: string, when: string, catalogue = 'c1', extra = {}) =>
		received(subject, when, { catalogue, ...extra });
	const pairs = async (args = {}) =>
		columns(await ask(caseCandidates, { ...day, within: 3, ...args }), 'one_id', 'other_id', 'days_apart', 'score');

	test.each<[string, ShareEvent[], ShareEvent[], unknown[]]>([
		['同日、同一目录项', [item('A', '2026-06-01')], [item('B', '2026-06-01')], [['A', 'B', 0, 100]]],
		['相隔三日', [item('A', '2026-06-01')], [item('B', '2026-06-04')], [['A', 'B', 3, 70]]],
		['相隔四日，不列', [item('A', '2026-06-01')], [item('B', '2026-06-05')], []],
		['目录项不同，不列', [item('A', '2026-06-01')], [item('B', '2026-06-01', 'c2')], []],
		['申请方不同，不列', [item('A', '2026-06-01')], [item('B', '2026-06-01', 'c1', { counterparty: authority })], []],
		['同一平台报送，不列', [item('A', '2026-06-01'), item('B', '2026-06-01')], [], []],
		[
			'两项中一项相同',
			[item('A/1', '2026-06-01'), item('A/2', '2026-06-01', 'c2')],
			[item('B', '2026-06-01')],
			[['A', 'B', 0, 50]],
		],
		[
			'有共同的国家编号：已是一件，不列',
			[item('A', '2026-06-01', 'c1', { global_case: 'GJ1' })],
			[item('B', '2026-06-01', 'c1', { global_case: 'GJ1' })],
			[],
		],
		[
			'撤销了的收到，不列',
			[item('A', '2026-06-01')],
			[item('B', '2026-06-01', 'c1', { id: 'x' }), act('request.received', 'B', '2026-06-02', { retracts: 'x' })],
			[],
		],
	])('%s', async (_, city, bureau, expected) => {
		await told(city, bureau);
		expect(await pairs()).toEqual(expected);
	});

	test.each([
		['认定为同一申请', true],
		['认定为不是同一申请', false],
	])('%s以后不再列，此前的所知照列', async (_, same) => {
		await told([item('A', '2026-06-01')], [item('B', '2026-06-01')], [linked(['B', 'A'], same, '2026-06-20')]);
		expect([await pairs({ known: 4 }), await pairs()]).toEqual([[['A', 'B', 0, 100]], []]);
	});

	test('相隔天数可以另定；该日以前收到的才列', async () => {
		await told([item('A', '2026-06-01')], [item('B', '2026-06-05')]);
		expect(await pairs({ within: 4 })).toEqual([['A', 'B', 4, 60]]);
		expect(await pairs({ within: 4, as_of: '2026-06-04' })).toEqual([]);
	});
});

describe('报送不一致', () => {
	const G = { global_case: 'GJ1' };
	const city = [
		act('request.submitted', 'A', '2026-06-01 09:00', { department: civil, ...G }),
		received('A', '2026-06-01 09:10', G),
		replied('A', '2026-06-12 15:00', { outcome: 'refuse', reason: '超出范围', id: 'city' }),
	];
	const bureau = [
		received('B', '2026-06-01 09:20', G),
		replied('B', '2026-06-16 10:00', { outcome: 'refuse', reason: '超出范围', id: 'bureau' }),
	];

	test('两边的时间与平台并列；不算存疑，照常计时', async () => {
		await told(city, bureau);
		expect(await ask(conflicts, day)).toMatchObject([
			{
				...{
					case_id: 'A',
					line: '',
					code: 'platforms_differ',
					act: '作出答复',
					differ: ['办理日期'],
					event_id: 'city',
				},
				...{ followed_source: CITY, followed_at: at('2026-06-12 15:00'), followed_says: '不同意' },
				...{ other_source: BUREAU, other_at: at('2026-06-16 10:00'), other_day_only: false, total: 1 },
			},
		]);
		expect(await ask(doubts, day)).toEqual([]);
	});

	test('认定另一平台为准：前后对调；认定不是同一申请：没有不一致', async () => {
		await told(city, bureau, [
			linked(['A', 'B'], true, '2026-06-20', { record: BUREAU }),
			linked(['A', 'B'], false, '2026-06-21'),
		]);
		const followed = async (known: number) => columns(await ask(conflicts, { ...day, known }), 'followed_source');
		expect([await followed(7), await followed(8), await followed(9)]).toEqual([[[CITY]], [[BUREAU]], []]);
	});

	test('只有一方报送的，列为仅一方报送；该日尚未发生的不列', async () => {
		await told(city.slice(0, 2), bureau);
		const alone = (args: object) => ask(conflicts, { ...day, ...args });
		expect(columns(await alone({}), 'code', 'followed_source', 'followed_at', 'other_source')).toEqual([
			['not_by_record', CITY, null, BUREAU],
		]);
		expect(await alone({ as_of: '2026-06-15' })).toEqual([]);
		expect(await alone({ codes: ['platforms_differ'] })).toEqual([]);
	});

	test('认定的记录：后一次代替前一次', async () => {
		await told(city, bureau, [
			linked(['A', 'B'], true, '2026-06-20', { record: BUREAU, officer: 'supervisor' }),
			linked(['B', 'A'], false, '2026-06-21'),
		]);
		const rows = await ask(caseDecisions, day);
		expect(columns(rows, 'one_id', 'other_ids', 'same', 'record', 'officer', 'standing')).toEqual([
			['B', ['A'], false, null, null, true],
			['A', ['B'], true, BUREAU, 'supervisor', false],
		]);
		expect(await ask(caseDecisions, { ...day, case_id: 'C' })).toEqual([]);
	});
});

describe('提供与接收不符', () => {
	const agreed = [received('A', '2026-06-01', { catalogue: 'c1' }), replied('A', '2026-06-02', { catalogue: 'c1' })];
	const provided = (when: string, extra = {}) =>
		act('delivery.provided', 'A', when, { counterparty: civil, catalogue: 'c1', service_id: 's1', ...extra });
	const byCivil = (
		type: 'delivery.accepted' | 'delivery.rejected' | 'use.recorded',
		subject: string,
		when: string,
		extra = {},
	) => act(type, subject, when, { department: civil, counterparty: hrss, ...extra });
	const kinds = async (args = {}) =>
		columns(
			await ask(deliveryPairs, { ...day, days: 5, ...args }),
			'kind',
			'case_id',
			'department',
			'since_on',
			'days',
		);

	test.each<[string, ShareEvent[], string, unknown[]]>([
		['第5个工作日，尚在期内', [...agreed, provided('2026-06-05')], '2026-06-12', []],
		[
			'第6个工作日仍未确认',
			[...agreed, provided('2026-06-05')],
			'2026-06-15',
			[['unconfirmed', 'A', hrss, '2026-06-05', 6]],
		],
		['已验收', [...agreed, provided('2026-06-05'), byCivil('delivery.accepted', 'A', '2026-06-08')], '2026-06-30', []],
		[
			'验收早于提供之日的不算',
			[...agreed, byCivil('delivery.accepted', 'A', '2026-06-04'), provided('2026-06-05')],
			'2026-06-30',
			[['unconfirmed', 'A', hrss, '2026-06-05', 16]],
		],
		[
			'期外才提异议，也是确认过',
			[...agreed, provided('2026-06-05'), byCivil('delivery.rejected', 'A', '2026-06-22', { reason: '空数据' })],
			'2026-06-30',
			[],
		],
		[
			'验收不通过，提供不作数：尚无提供',
			[...agreed, provided('2026-06-05'), byCivil('delivery.rejected', 'A', '2026-06-08', { reason: '空数据' })],
			'2026-06-30',
			[],
		],
		[
			'有验收，没有提供',
			[...agreed, byCivil('delivery.accepted', 'A', '2026-06-08')],
			'2026-06-30',
			[['accepted_only', 'A', hrss, '2026-06-08', 15]],
		],
		[
			'验收被撤销',
			[
				...agreed,
				byCivil('delivery.accepted', 'A', '2026-06-08', { id: 'x' }),
				byCivil('delivery.accepted', 'A', '2026-06-09', { retracts: 'x' }),
			],
			'2026-06-30',
			[],
		],
		[
			'有使用记录，没有提供',
			[byCivil('use.recorded', 'U', '2026-06-08', { service_id: 's9' })],
			'2026-06-30',
			[['used_only', 'U', hrss, '2026-06-08', 15]],
		],
		[
			'使用的服务已提供',
			[
				...agreed,
				provided('2026-06-05'),
				byCivil('delivery.accepted', 'A', '2026-06-08'),
				byCivil('use.recorded', 'U', '2026-06-09', { service_id: 's1' }),
			],
			'2026-06-30',
			[],
		],
		[
			'没有写服务，目录项已提供',
			[
				...agreed,
				provided('2026-06-05'),
				byCivil('delivery.accepted', 'A', '2026-06-08'),
				byCivil('use.recorded', 'U', '2026-06-09', { catalogue: 'c1' }),
			],
			'2026-06-30',
			[],
		],
		[
			'提供给了别的部门，不算',
			[
				...agreed,
				provided('2026-06-05', { counterparty: authority }),
				byCivil('delivery.accepted', 'A', '2026-06-08'),
				byCivil('use.recorded', 'U', '2026-06-09', { service_id: 's1' }),
			],
			'2026-06-30',
			[['used_only', 'U', hrss, '2026-06-09', 14]],
		],
	])('%s', async (_, events, as_of, expected) => {
		await told(events, []);
		expect(await kinds({ as_of })).toEqual(expected);
	});

	test('一方在另一平台、另一编号之下确认：是同一件，相符', async () => {
		const number = { global_case: 'GJ1' };
		const confirmed = [received('B', '2026-06-01 10:00', number), byCivil('delivery.accepted', 'B', '2026-06-08')];
		await told([received('A', '2026-06-01', number), ...agreed.slice(1), provided('2026-06-05')], confirmed);
		expect(await kinds()).toEqual([]);
	});

	test('按部门的数字就是清单的条数；期限可以另定', async () => {
		await told(
			[...agreed, provided('2026-06-05'), byCivil('use.recorded', 'U', '2026-06-08', { service_id: 's9' })],
			[byCivil('delivery.accepted', 'C', '2026-06-09')],
		);
		for (const days of [0, 5, 16]) {
			const gaps = await ask(deliveryGaps, { ...day, days });
			expect(gaps.length).toBeGreaterThan(0);
			for (const gap of gaps) {
				const list = async (kind: string[] | null) =>
					(await ask(deliveryPairs, { ...day, days, kinds: kind, departments: [gap.department ?? ''] })).length;
				expect([gap.unconfirmed, gap.accepted_only, gap.used_only, gap.total]).toEqual([
					await list(['unconfirmed']),
					await list(['accepted_only']),
					await list(['used_only']),
					await list(null),
				]);
			}
		}
		expect(columns(await ask(deliveryGaps, { ...day, days: 16 }), 'unconfirmed', 'total')).toEqual([[0, 2]]);
	});
});
