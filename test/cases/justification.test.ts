import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LedgerEvent, OFFICE_ID } from '#analytics/cases/event.ts';
import type { Run } from '#analytics/cases/run.ts';
import { runs } from '#analytics/cases/runs.ts';
import { stage } from '#analytics/cases/stage.ts';
import { defaultPolicies } from '#analytics/law/policy.ts';
import { AUTHORITY, act, calendar, DEMANDER, folded, judged, received, replied, statusOn } from './casebook.ts';
import { diceOf } from './oracle/dice.ts';
import { drawOf, shuffled } from './oracle/draw.ts';
import { eventOf } from './oracle/events.ts';
import { correction, request } from './oracle/matters.ts';

const OTHER = '11330100002489560C';

type Said = { clock?: string; of?: string; line?: string; on?: string; more?: Record<string, unknown> };

/** The authority's decision that lateness was justified, or not. */
function decided(seq: number, accepted: boolean, { clock, of, line, on = '2026-07-20', more }: Said = {}): LedgerEvent {
	const said = { accepted, reason: '平台停机', ground: '1', ...(clock === undefined ? {} : { clock }), ...more };
	const data = more?.retracts === undefined ? said : more;
	const event = act('justification.decided', on, {
		...{ id: `Z${seq}`, by: AUTHORITY, source: OFFICE_ID },
		...(line === undefined ? {} : { line }),
		data: { ...data, counterparty: of },
	});
	return { ...event, seq };
}

function claimed(on = '2026-07-10', more: { by?: string; clock?: string } = {}): LedgerEvent {
	const { by, clock } = more;
	const data = { reason: '需求部门前置库未就绪', ...(clock === undefined ? {} : { clock }) };
	return act('justification.submitted', on, { ...(by === undefined ? {} : { by }), data });
}

/** 6月1日收到，6月15日到期，6月17日同意（逾期）；7月15日应提供，至今未提供（超期）。 */
const late = [received('2026-06-01'), replied('2026-06-17', { id: 'A' })];

function excusedOf(events: readonly LedgerEvent[]): (string | null)[][] {
	return judged(events).runs.map(({ clock, excused }) => [clock, excused?.on ?? null, excused?.by ?? null]);
}

function withoutPleas(runs: readonly Run[]): Run[] {
	return runs.map(run => ({ ...run, excused: null, pleadedOn: null }));
}

describe('正当理由（第三十九条第四项“且无正当理由”）', () => {
	const reply = 'reply.conditional';
	test.each<[string, LedgerEvent[], (string | null)[][]]>([
		[
			'没有认定',
			[],
			[
				[reply, null, null],
				['delivery', null, null],
			],
		],
		[
			'认定有：自认定之日起',
			[decided(1, true, { clock: reply })],
			[
				[reply, '2026-07-20', 'Z1'],
				['delivery', null, null],
			],
		],
		[
			'认定无',
			[decided(1, false, { clock: reply })],
			[
				[reply, null, null],
				['delivery', null, null],
			],
		],
		[
			'未指明时限：及于该部门已逾期的各项',
			[decided(1, true)],
			[
				[reply, '2026-07-20', 'Z1'],
				['delivery', '2026-07-20', 'Z1'],
			],
		],
		[
			'认定之日尚未到期的，不因此免责',
			[decided(1, true, { on: '2026-07-01' })],
			[
				[reply, '2026-07-01', 'Z1'],
				['delivery', null, null],
			],
		],
		[
			'先有后无：以后一次为准',
			[decided(1, true, { clock: reply }), decided(2, false, { clock: reply, on: '2026-07-22' })],
			[
				[reply, null, null],
				['delivery', null, null],
			],
		],
		[
			'先无后有',
			[decided(1, false, { clock: reply }), decided(2, true, { clock: reply, on: '2026-07-22' })],
			[
				[reply, '2026-07-22', 'Z2'],
				['delivery', null, null],
			],
		],
		[
			'两次都认定有：自第一次起，以后一次为凭',
			[decided(1, true, { clock: reply }), decided(2, true, { clock: reply, on: '2026-07-22' })],
			[
				[reply, '2026-07-20', 'Z2'],
				['delivery', null, null],
			],
		],
		[
			'认定已撤销',
			[decided(1, true, { clock: reply }), decided(2, true, { more: { retracts: 'Z1' } })],
			[
				[reply, null, null],
				['delivery', null, null],
			],
		],
		[
			'认定已更正：改为另一时限',
			[decided(1, true, { clock: reply }), decided(2, true, { clock: 'delivery', more: { corrects: 'Z1' } })],
			[
				[reply, null, null],
				['delivery', '2026-07-20', 'Z2'],
			],
		],
		[
			'以报送的代码指明部门',
			[decided(1, true, { clock: reply, of: late[0]?.data.department })],
			[
				[reply, '2026-07-20', 'Z1'],
				['delivery', null, null],
			],
		],
		[
			'以上级或者承接机构的代码指明，而只有一个部门',
			[decided(1, true, { clock: reply, of: OTHER })],
			[
				[reply, '2026-07-20', 'Z1'],
				['delivery', null, null],
			],
		],
	])('%s', (_, decisions, expected) => {
		expect(excusedOf([...late, ...decisions])).toEqual(expected);
	});

	test('同案两个提供部门：只及于所指的部门', () => {
		const two = [
			received('2026-06-01', { line: '1' }),
			received('2026-06-01', { line: '2', id: 'R2', by: OTHER, data: { counterparty: DEMANDER } }),
		];
		const excused = (of: string, line?: string) =>
			judged([...two, decided(1, true, { of, ...(line === undefined ? {} : { line }) })]).runs.map(run => [
				run.line,
				run.excused !== null,
			]);
		expect(excused(OTHER)).toEqual([
			['1', false],
			['2', true],
		]);
		expect(excused(AUTHORITY)).toEqual([
			['1', false],
			['2', false],
		]);
		expect(excused(AUTHORITY, '2')).toEqual([
			['1', false],
			['2', true],
		]);
	});

	test('校核逾期没有正当理由可言（第三十九条第六项）；目录、非法定时限同样', () => {
		const events = [
			act('correction.received', '2026-06-01'),
			act('catalogue.triggered', '2026-06-01'),
			act('complaint.received', '2026-06-01'),
		];
		expect(judged([...events, decided(1, true)]).runs.map(({ clock, excused }) => [clock, excused])).toEqual([
			['correction', null],
			['catalogue.update', null],
			['local.complaint', null],
		]);
	});

	test('部门的说明只记自何日起，不免责；所指时限、部门不同的不及', () => {
		const of = (plea: LedgerEvent) => judged([...late, plea]).runs.map(run => [run.pleadedOn, run.excused]);
		expect(of(claimed())).toEqual([
			['2026-07-10', null],
			['2026-07-10', null],
		]);
		expect(of(claimed('2026-07-10', { clock: reply }))).toEqual([
			['2026-07-10', null],
			[null, null],
		]);
		expect(of(claimed('2026-06-10'))).toEqual([
			['2026-06-10', null],
			[null, null],
		]);
	});

	test('认定不改变逾期的事实：状态、到期日、环节都不变', () => {
		const events = [...late, claimed(), decided(1, true)];
		expect(withoutPleas(judged(events).runs)).toEqual(judged(late).runs);
		expect(judged(events).runs.map(run => statusOn(run, '2026-07-31'))).toEqual(['late', 'overdue']);
		expect(stage(folded(events))).toBe(stage(folded(late)));
	});

	test('认定所写的行、区划、平台不产生新的行，不改变日历和基准平台', () => {
		const odd = decided(1, true, { line: '9', more: { region: '450000', catalogue: '目录', global_case: 'G1' } });
		const told = { ...claimed(), sourceId: 4 };
		expect(withoutPleas(judged([...late, odd, told]).runs)).toEqual(judged(late).runs);
		expect(judged([...late, odd, told]).doubts).toEqual([]);
	});

	test('任何次序、任何重复，结果都相同', () => {
		const events = [
			...late,
			claimed(),
			decided(1, true),
			decided(2, false, { clock: reply }),
			decided(3, true, { more: { corrects: 'Z2' } }),
			decided(4, true, { more: { retracts: 'Z1' } }),
		];
		const state = folded(events);
		const expected = judged(events);
		fc.assert(
			fc.property(
				fc.shuffledSubarray(events, { minLength: events.length }),
				fc.array(fc.constantFrom(...events), { maxLength: 5 }),
				(order, more) => {
					const told = [...order, ...more].map((event, n) => ({ ...event, seq: n + 1 }));
					expect(folded(told)).toEqual(state);
					expect(runs(folded(told), defaultPolicies, calendar)).toEqual(expected);
				},
			),
			{ numRuns: 300 },
		);
	});

	test('20,000 个随机事项、各种口径：加上认定与说明，除是否免责外毫无变化；免责的必已逾期', () => {
		const excused = Array.from({ length: 20_000 }, (_, n) => excusedAtRandom(n + 1)).flat();
		expect(excused.length).toBeGreaterThan(2000);
		expect([...new Set(excused)].sort()).toEqual(['late', 'overdue']);
	});
});

/** How each excused run of a random matter stood on the day; every other word of it must be as without the pleas. */
function excusedAtRandom(seed: number): string[] {
	const { deeds, conditional, policies } = drawOf(seed, seed % 4 === 0 ? correction : request);
	const dice = diceOf(seed);
	const acts = deeds.map(deed => eventOf(deed, conditional));
	const pleas = [decided(1, dice.percent(70)), decided(2, dice.percent(70)), claimed()].map(plea => {
		const at = (acts[0]?.occurredAt ?? 0) + dice.below(60) * 86_400_000;
		return { ...plea, occurredAt: at, recordedAt: at };
	});
	const found = runs(folded(shuffled(dice, [...acts, ...pleas])), policies, calendar);
	expect({ ...found, runs: withoutPleas(found.runs) }).toEqual(runs(folded(acts), policies, calendar));
	return found.runs.flatMap(run => (run.excused === null ? [] : statusOn(run, run.excused.on)));
}
