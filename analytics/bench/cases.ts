import type { LedgerEvent } from '#analytics/cases/event.ts';
import type { EventType } from '#analytics/cases/vocabulary.ts';
import { type Instant, plusDays, startOf, toDay } from '#analytics/law/day.ts';

/** Cases as a city's platforms report them: events by case, in the order of the ledger within a case. */
export type Workload = { caseId: string; events: LedgerEvent[] }[];

type Told = [type: EventType, days: number, data?: Record<string, unknown>];

/** How often a case goes which way, in parts of a hundred, and what is told of it: days after its start. */
const courses: [share: number, told: Told[]][] = [
	[
		30,
		[
			['request.received', 0, { sharing: 'unconditional' }],
			['request.replied', 1, { outcome: 'agree' }],
			['delivery.provided', 9],
		],
	],
	[
		25,
		[
			['request.submitted', 0],
			['request.received', 1, { sharing: 'conditional' }],
			['request.replied', 9, { outcome: 'agree' }],
			['delivery.provided', 27],
			['delivery.accepted', 30],
		],
	],
	[
		15,
		[
			['request.submitted', 0],
			['request.received', 1, { sharing: 'conditional' }],
			['request.material_notice', 4, { missing_items: ['用途说明'] }],
			['request.material_resubmitted', 8],
			['request.extension_decided', 12, { granted: true, granted_wd: 5 }],
			['request.extension_notified', 12],
			['request.replied', 24, { outcome: 'agree' }],
			['delivery.provided', 50],
		],
	],
	[
		10,
		[
			['request.received', 0, { sharing: 'conditional' }],
			['request.replied', 8, { outcome: 'refuse', reason: '超出履职必要' }],
		],
	],
	[
		12,
		[
			['correction.received', 0],
			['correction.verified', 5, { result: 'upheld' }],
			['correction.fed_back', 11],
		],
	],
	[
		8,
		[
			['catalogue.triggered', 0],
			['catalogue.submitted', 9],
			['catalogue.published', 11],
		],
	],
];

const FIRST = toDay('2025-09-01');
const OFFICE = 9 * 3_600_000;

/** So many cases, the same for the same number: started on 400 days from 2025-09-01, among 200 departments. */
export function workload(cases: number): Workload {
	const dice = diceOf(809);
	let seq = 0;
	return Array.from({ length: cases }, (_, n) => {
		const caseId = `BENCH-${n}`;
		const told = pick(dice() * 100);
		const from = plusDays(FIRST, Math.floor(dice() * 400));
		const department = `1133010000${String(Math.floor(dice() * 200)).padStart(8, '0')}`;
		const shift = Math.floor(dice() * 4);
		const events = told.map(([type, days, data], nth) => {
			const at = startOf(plusDays(from, days + (nth > 1 ? shift : 0))) + OFFICE + nth * 60_000;
			return event(++seq, caseId, type, at, { department, region: '330100', ...data });
		});
		return { caseId, events };
	});
}

function event(seq: number, caseId: string, type: EventType, at: Instant, data: LedgerEvent['data']): LedgerEvent {
	const times = { occurredAt: at, dayOnly: false, recordedAt: at, receivedAt: at };
	return { id: `${caseId}-${seq}`, seq, sourceId: 2, type, subject: caseId, ...times, data };
}

function pick(drawn: number): Told[] {
	let left = drawn;
	for (const [share, told] of courses) {
		if (left < share) return told;
		left -= share;
	}
	return courses[0]?.[1] ?? [];
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function diceOf(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
