import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LedgerEvent } from '#analytics/cases/event.ts';
import type { ClockName } from '#analytics/law/clocks.ts';
import { DEMANDER, dueOf, judged, PROVIDER, statusOn } from './casebook.ts';
import { indexOf, nameOf } from './fingers.ts';
import type { Opinion } from './oracle.ts';
import { type Deed, deliveries, turns, updates } from './oracle-clocks.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

const startOf = fc.record({
	day: fc.integer({ min: indexOf('2025-08-20'), max: indexOf('2027-03-01') }),
	minute: fc.integer({ min: 0, max: 1439 }),
});

/** Deeds of some kinds, at moments all different. */
function deedsOf(kinds: string[], first: number, last: number) {
	const deed = fc.record({
		kind: fc.constantFrom(...kinds),
		after: fc.integer({ min: first, max: last }),
		minute: fc.integer({ min: 0, max: 1439 }),
		delay: fc.constantFrom(0, 0, 0, 1, 4, -1),
		days: fc.integer({ min: 1, max: 8 }),
	});
	return fc.uniqueArray(deed, { maxLength: 6, selector: ({ minute }) => minute });
}

type Told = typeof deedsOf extends (...args: never) => fc.Arbitrary<infer D> ? D : never;
type Start = typeof startOf extends fc.Arbitrary<infer S> ? S : never;

const momentOf = ({ day, minute }: Start) => day * DAY - 480 * MINUTE + minute * MINUTE;

function told(day: number, deeds: Told): Deed[] {
	return deeds.map(({ kind, after, minute, delay, days }, n) => {
		const occurred = momentOf({ day: day + after, minute });
		return { kind, occurred, recorded: occurred + delay * DAY, days, id: `${n}` };
	});
}

type Types = Record<string, [type: LedgerEvent['type'], data: object]>;

function eventOf(types: Types, { kind, occurred, recorded, days, id }: Deed): LedgerEvent {
	const [type, fields] = types[kind] ?? ['request.submitted', {}];
	const granted = kind === 'extend' ? { granted_wd: days } : {};
	const data = { department: PROVIDER, counterparty: DEMANDER, ...fields, ...granted };
	const times = { occurredAt: occurred, recordedAt: recorded, dayOnly: false, receivedAt: 0 };
	return { id, type, ...times, subject: 'SQ1', data, seq: 0, sourceId: 1 };
}

function agree(clock: ClockName, events: LedgerEvent[], expected: Opinion[]): void {
	const runs = judged(events).runs.filter(run => run.clock === clock);
	expect(runs.map(run => run.startedOn)).toEqual(expected.map(({ from }) => nameOf(from)));
	for (const [n, { from, dueOn, statusOn: opinion }] of expected.entries()) {
		const run = runs[n];
		if (run === undefined) throw new Error('计时个数不同');
		const days = Array.from({ length: 60 }, (_, each) => from + each);
		expect(days.map(day => statusOn(run, nameOf(day)))).toEqual(days.map(opinion));
		const last = run.spans.at(-1);
		if (last?.phase === 'open' && dueOn >= 0) expect(dueOf(run)).toBe(nameOf(dueOn));
	}
}

describe('其他计时与逐日数手指的第二意见一致', () => {
	test('校核：收到与反馈交替', () => {
		const types: Types = {
			receive: ['correction.received', {}],
			feed: ['correction.fed_back', { result: 'corrected' }],
			defer: ['correction.fed_back', { result: 'deferred' }],
		};
		const deeds = deedsOf(['receive', 'receive', 'feed', 'feed', 'defer'], 0, 30);
		const check = ({ day }: Start, given: Told) => {
			const all = told(day, given);
			const events = all.map(deed => eventOf(types, deed));
			agree('correction', events, turns(10, 'receive', ['feed'], all));
		};
		fc.assert(fc.property(startOf, deeds, check), { numRuns: 10_000 });
	});

	test('目录更新与审核：报送、退回、延期', () => {
		const types: Types = {
			submit: ['catalogue.submitted', {}],
			return: ['catalogue.returned', {}],
			publish: ['catalogue.published', {}],
			extend: ['catalogue.extended', {}],
		};
		const deeds = deedsOf(['submit', 'submit', 'return', 'return', 'extend', 'publish'], -4, 25);
		const check = (start: Start, reported: number, given: Told) => {
			const all = told(start.day, given);
			const known = momentOf({ ...start, day: start.day + reported });
			const trigger = eventOf(
				{ trigger: ['catalogue.triggered', { trigger_date: nameOf(start.day) }] },
				{ kind: 'trigger', occurred: known, recorded: known, days: 0, id: 'T' },
			);
			const events = [trigger, ...all.map(deed => eventOf(types, deed))];
			agree('catalogue.update', events, updates(start.day * DAY - 480 * MINUTE, known, all));
			agree('catalogue.review', events, turns(2, 'submit', ['return', 'publish'], all));
		};
		fc.assert(fc.property(startOf, fc.integer({ min: -8, max: 4 }), deeds, check), { numRuns: 15_000 });
	});

	test('提供：验收不通过、撤回', () => {
		const types: Types = {
			agree: ['request.replied', { outcome: 'agree' }],
			provide: ['delivery.provided', {}],
			reject: ['delivery.rejected', { reason: '接口不可用' }],
			bare: ['delivery.rejected', {}],
			withdraw: ['request.withdrawn', {}],
		};
		const deeds = deedsOf(['provide', 'provide', 'reject', 'reject', 'bare', 'withdraw'], -2, 40);
		const check = (start: Start, given: Told) => {
			const at = momentOf(start);
			const others = told(start.day, given);
			const agreed = { kind: 'agree', occurred: at, recorded: at, days: 0, id: 'A' };
			const received = eventOf(
				{ received: ['request.received', { sharing: 'conditional' }] },
				{ kind: 'received', occurred: at - 6 * DAY, recorded: at - 6 * DAY, days: 0, id: 'R' },
			);
			const events = [received, ...[agreed, ...others].map(deed => eventOf(types, deed))];
			agree('delivery', events, deliveries(agreed, others));
		};
		fc.assert(fc.property(startOf, deeds, check), { numRuns: 15_000 });
	});
});
