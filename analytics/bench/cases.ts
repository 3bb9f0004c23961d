import type { LedgerEvent } from '#analytics/cases/event.ts';
import type { EventType } from '#analytics/cases/vocabulary.ts';
import { type Instant, plusDays, startOf, toDay } from '#analytics/law/day.ts';

/** Cases as a city's platforms report them: events by case, in the order of the ledger within a case. */
export type Workload = { caseId: string; events: LedgerEvent[] }[];

/** What is told, days after the start of its case. */
type Told = [type: EventType, days: number, data?: Record<string, unknown>];

/** Receipt, answer and handover of one line of a request. */
const agreed = (sharing: string, replied: number, provided: number): Told[] => [
	['request.received', 0, { sharing }],
	['request.replied', replied, { outcome: 'agree' }],
	['delivery.provided', provided],
	['delivery.accepted', provided + 3],
];
const conditional: Told = ['request.received', 0, { sharing: 'conditional' }];

/** How often a case goes which way, in parts of a hundred: the mix of the sample city. Of a request every line tells it. */
const courses: [share: number, told: Told[]][] = [
	[23, agreed('unconditional', 1, 9)],
	[28, agreed('conditional', 9, 27)],
	[
		3,
		[
			conditional,
			['request.material_notice', 4, { missing_items: ['用途说明'] }],
			['request.material_resubmitted', 8],
			...agreed('conditional', 16, 34).slice(1),
		],
	],
	[
		2,
		[
			conditional,
			['request.extension_requested', 8, { wanted_wd: 5 }],
			['request.extension_decided', 9, { granted: true, granted_wd: 5 }],
			['request.extension_notified', 9],
			...agreed('conditional', 18, 40).slice(1),
		],
	],
	[3, [conditional, ['request.replied', 8, { outcome: 'refuse', reason: '超出履职必要' }]]],
	[1, [conditional, ['request.withdrawn', 4]]],
	[1, agreed('conditional', 9, 27).slice(0, 2)],
	[
		19,
		[
			['correction.received', 0],
			['correction.verified', 5, { upheld: 'yes' }],
			['correction.corrected', 9],
			['correction.fed_back', 11, { result: '已更正' }],
		],
	],
	[
		9.5,
		[
			['catalogue.triggered', 0],
			['catalogue.submitted', 9],
			['catalogue.published', 11],
		],
	],
	[
		0.5,
		[
			['catalogue.triggered', 0],
			['catalogue.submitted', 7],
			['catalogue.returned', 9],
			['catalogue.submitted', 12],
			['catalogue.published', 14],
		],
	],
	[10, [['use.recorded', 0, { retained_until: '2029-12-31', scene: true, process: true }]]],
];

/** How many lines a request has: 1, 2, 3 and 4 of them, in parts of a hundred. */
const lines: [share: number, count: number][] = [
	[55, 1],
	[27, 2],
	[13, 3],
	[5, 4],
];

const FIRST = toDay('2025-09-01');
const OFFICE = 9 * 3_600_000;
const MINUTE = 60_000;
/** A platform records what is done at once, and not in the same instant. */
const RECORDING = 6_000;

/** So many cases, the same for the same number: started on 400 days from 2025-09-01, among 200 departments. */
export function workload(cases: number): Workload {
	const dice = diceOf(809);
	let seq = 0;
	return Array.from({ length: cases }, (_, n) => {
		const caseId = `BENCH-${n}`;
		const told = pick(courses, dice() * 100);
		const from = plusDays(FIRST, Math.floor(dice() * 400));
		const [department, counterparty] = [codeOf(dice()), codeOf(dice())];
		const shift = Math.floor(dice() * 4);
		const isRequest = told[0]?.[0] === 'request.received';
		const count = isRequest ? pick(lines, dice() * 100) : 1;
		const subjects = Array.from({ length: count }, (_, line) => (count === 1 ? caseId : `${caseId}/${line + 1}`));
		const tell = ([type, days, data]: Told, subject: string, minutes: number): LedgerEvent => {
			const at = startOf(plusDays(from, days + (days > 1 ? shift : 0))) + OFFICE + minutes * MINUTE;
			const parties = { department, counterparty, region: '330100', catalogue: `330100/${department.slice(-3)}` };
			return event(++seq, subject, type, at, { ...parties, ...data });
		};
		const submitted = isRequest ? [tell(['request.submitted', 0], caseId, 0)] : [];
		const acts = told.flatMap((each, nth) => subjects.map(subject => tell(each, subject, nth + 1)));
		return { caseId, events: [...submitted, ...acts] };
	});
}

function codeOf(drawn: number): string {
	return `1133010000${String(Math.floor(drawn * 200)).padStart(8, '0')}`;
}

function event(seq: number, subject: string, type: EventType, at: Instant, data: LedgerEvent['data']): LedgerEvent {
	const recordedAt = at + RECORDING;
	const times = { occurredAt: at, dayOnly: false, recordedAt, receivedAt: recordedAt };
	return { id: `${subject}-${seq}`, seq, sourceId: 2, type, subject, ...times, data };
}

function pick<T>(choices: readonly (readonly [share: number, choice: T])[], drawn: number): T {
	let left = drawn;
	for (const [share, choice] of choices) {
		if (left < share) return choice;
		left -= share;
	}
	return (choices.at(-1) as readonly [number, T])[1];
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
