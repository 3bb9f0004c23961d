import type { ClockName } from '#analytics/law/clocks.ts';
import type { Day, Instant } from '#analytics/law/day.ts';
import type { Policy } from '#analytics/law/policy.ts';
import type { Course } from './course.ts';
import type { Defect } from './defects.ts';
import type { Fact } from './fact.ts';
import type { Doubt, Run } from './run.ts';

/** Why an act changes nothing: a rejection under `never`, without reason, too late, or undecided; a reply or a return of no effect. */
export type Idle = 'never' | 'unreasoned' | 'too_late' | 'undecided' | 'not_named' | 'first_submission';

/** One thing that happened to a run, in order; explain.ts turns them into sentences. */
export type Act = {
	kind: 'start' | 'pause' | 'resume' | 'restart' | 'extend' | 'stop' | 'void' | 'exclude' | 'note' | 'remark';
	on: Day;
	fact: Fact | null;
	/** The later act by which it has effect: the notice of an extension, the decision on a rejected delivery. */
	by?: Fact;
	/** Working days granted, or by which `past` moves. */
	days?: number;
	/** A due day that had passed before the clock stood still: it moves by the days that do not count. */
	past?: Day;
	/** A defect, the reason of exclusion, or why an act changes nothing. */
	why?: Defect | Idle | string;
	/** Start: false where a promised moment, not a number of working days, makes the deadline. */
	counted?: boolean;
};

/** A run with what happened on its way, and the version of the readings it was judged by. */
export type Traced = { run: Run; acts: Act[]; policy: Policy };

/** What a run begins with. Every field is always there, in this order: read the same way for every clock, all are read fast. */
export type Start = {
	clock: ClockName;
	line: string;
	fact: Fact;
	/** The judged moment of the act: nothing before it can be an act of the run. */
	at: Instant;
	/** The moment the clock starts from: `at`, unless a policy deems the act received later or earlier (receipt.ts). */
	from: Instant;
	department: string;
	counterparty: string | null;
	sharing: Run['sharing'];
	region: string | null;
	catalogue: string | null;
	/** Promised moment instead of the clock's own period; null: no time limit; undefined: the clock's own period. */
	promised: Instant | null | undefined;
	/** The day on which the request was first received; null where no receipt is known. */
	requestedOn: Day | null;
};

/** A clock that counts from the moment of its act and is about what the act is about; `owed`: which one, by whom, to whom. */
export function begunBy(fact: Fact, at: Instant, owed: Pick<Start, 'clock' | 'line' | 'department'> & Owed): Start {
	const { clock, line, department, counterparty = null } = owed;
	const { region = null, catalogue = null } = fact;
	return {
		clock,
		line,
		fact,
		at,
		from: at,
		department,
		counterparty,
		sharing: null,
		region,
		catalogue,
		promised: undefined,
		requestedOn: null,
	};
}

type Owed = { counterparty?: string | null };

/** What the acts of one family of clocks come to. */
export type Found = { courses: Course[]; doubts: Doubt[] };

/** Adds what more acts come to. */
export function add(found: Found, { courses, doubts }: Found): void {
	for (const course of courses) found.courses.push(course);
	for (const doubt of doubts) found.doubts.push(doubt);
}

/** The first day on which a defect was noted; null where it was not. */
export function notedOn(acts: readonly Act[], defect: string): Day | null {
	return acts.find(act => act.kind === 'note' && act.why === defect)?.on ?? null;
}
