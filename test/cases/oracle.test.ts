import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LedgerEvent } from '#analytics/cases/event.ts';
import { stateCouncil } from '#analytics/law/calendar.ts';
import { toDay } from '#analytics/law/day.ts';
import { DEMANDER, dueOf, judged, PROVIDER, policy, statusOn } from './casebook.ts';
import { indexOf, isWorking, nameOf } from './fingers.ts';
import { opinions, type Rule, type Told } from './oracle.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

const types = {
	reply: ['request.replied', { outcome: 'agree' }],
	refuse6: ['request.replied', { outcome: 'refuse', reason_code: '6' }],
	notice: ['request.material_notice', { missing_items: ['依据'] }],
	bare: ['request.material_notice', {}],
	resubmit: ['request.material_resubmitted', {}],
	extend: ['request.extension_decided', { granted: true }],
	withdraw: ['request.withdrawn', {}],
	receive: ['request.received', { sharing: 'conditional' }],
} as const;

const policies = { NONE: policy('NONE'), SUSPEND: policy('SUSPEND'), RESTART: policy('RESTART') };

function event(type: LedgerEvent['type'], id: string, occurred: number, recorded: number, more: object): LedgerEvent {
	const data = { department: PROVIDER, counterparty: DEMANDER, ...more };
	const times = { occurredAt: occurred, recordedAt: recorded, dayOnly: false, receivedAt: 0 };
	return { id, type, ...times, subject: 'SQ1', data, seq: 0, sourceId: 1 };
}

const caseOf = fc.record({
	day: fc.integer({ min: indexOf('2025-08-01'), max: indexOf('2027-03-01') }),
	hour: fc.integer({ min: 0, max: 23 }),
	sharing: fc.constantFrom('conditional', 'conditional', 'unconditional'),
	rule: fc.constantFrom<Rule>('NONE', 'SUSPEND', 'SUSPEND', 'RESTART'),
	acts: fc.array(
		fc.record({
			kind: fc.constantFrom<Told['kind']>(
				'reply',
				'refuse6',
				'notice',
				'notice',
				'bare',
				'resubmit',
				'extend',
				'withdraw',
				'receive',
			),
			after: fc.integer({ min: -1, max: 45 }),
			hour: fc.integer({ min: 0, max: 23 }),
			delay: fc.constantFrom(0, 0, 0, 1, 4, -1),
			days: fc.integer({ min: 1, max: 12 }),
		}),
		{ maxLength: 6 },
	),
	asked: fc.array(fc.integer({ min: 0, max: 70 }), { minLength: 4, maxLength: 4 }),
});

type Case = typeof caseOf extends fc.Arbitrary<infer C> ? C : never;

function check({ day, hour, sharing, rule, acts, asked }: Case): void {
	const start = day * DAY - 8 * HOUR + hour * HOUR;
	const told = acts.map(({ kind, after, hour: at, delay, days }, n): Told => {
		const again = kind === 'receive';
		const occurred = (day + (again ? Math.max(1, after) : after)) * DAY - 8 * HOUR + at * HOUR;
		return { kind, occurred, recorded: occurred + (again ? 0 : delay) * DAY, days, id: `${n}` };
	});
	const events = told.map(({ kind, occurred, recorded, days, id }) => {
		const [type, data] = types[kind];
		return event(type, id, occurred, recorded, kind === 'extend' ? { ...data, granted_wd: days } : data);
	});
	const received = event('request.received', 'R', start, start, { sharing });
	const runs = judged([received, ...events], policies[rule]).runs.filter(run => run.clock !== 'delivery');
	const expected = opinions(sharing === 'conditional' ? 10 : 1, start, told, rule);
	expect(runs.map(run => run.startedOn)).toEqual(expected.map(({ from }) => nameOf(from)));
	for (const [n, opinion] of expected.entries()) {
		const run = runs[n];
		if (run === undefined) throw new Error('计时个数不同');
		const days = asked.map(after => opinion.from + after);
		expect(days.map(each => statusOn(run, nameOf(each)))).toEqual(days.map(opinion.statusOn));
		if (run.spans.at(-1)?.phase !== 'excluded') expect(dueOf(run)).toBe(nameOf(opinion.dueOn));
	}
}

describe('与逐日数手指的第二意见一致', () => {
	test('十万个随机申请', () => {
		fc.assert(fc.property(caseOf, check), { numRuns: 100_000 });
	}, 120_000);

	test('工作日历：2025年至2027年逐日', () => {
		const calendar = stateCouncil();
		for (let day = indexOf('2025-01-01'); day <= indexOf('2027-12-31'); day++) {
			expect([nameOf(day), calendar.isWorkday(toDay(nameOf(day)))]).toEqual([nameOf(day), isWorking(day)]);
		}
	});
});
