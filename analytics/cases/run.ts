import type { ClockName } from '#analytics/law/clocks.ts';
import type { Day, Instant } from '#analytics/law/day.ts';
import type { Tellings } from './tellings.ts';

/** One run of one clock of one case line: from the event that started it to the event that ended it. */
export type Run = {
	clock: ClockName;
	/** '' where the case has no lines. */
	line: string;
	/** 1, 2 … within clock and line (a transfer or a resubmission starts another run). */
	run: number;
	/** Credit code of the body that owes the act, as of the start. */
	department: string;
	counterparty: string | null;
	region: string | null;
	catalogue: string | null;
	/** Frozen at receipt (domain trap 10). */
	sharing: 'unconditional' | 'conditional' | 'none' | null;
	/** The moment it starts from, as the policy deems the starting act received. */
	startedAt: Instant;
	startedOn: Day;
	/** Ids of the events that started and ended the run. */
	startedBy: string;
	endedBy: string | null;
	/** Due day by the statute alone, before extension and pause; null where the run has no time limit. */
	statutoryDueOn: Day | null;
	/** Due day by a shorter period promised locally (第二十三条), moved by the same acts; never judged by. Null: none promised. */
	promisedDueOn: Day | null;
	/** How the run stands, by day: in order, without gaps, the first from `startedOn`, the last open-ended. */
	spans: Span[];
	/** Working days granted by an effective extension. */
	extended: number;
	/** Working days paused (to the last resubmission). */
	paused: number;
	/** Days on which the provider gave notice of missing materials, whether or not the clock stood still for it. */
	noticedOn: Day[];
	/** What the reply that ended the run said of the line; null: no reply ended it. */
	outcome: 'agree' | 'partial' | 'refuse' | null;
	/** Codes of what was irregular, see defects.ts. */
	defects: string[];
	/** Since when each of them, in the same order. */
	defectDays: Day[];
	/** Keys of the acts that claim a time before the deadline their record missed, or whose time rests on accepted evidence. */
	backdated: string[];
	/** Since when its lateness is justified (正当理由), and the id of the decision that counts; null: it is not. No status follows. */
	excused: { on: Day; by: string } | null;
	/** Since when the department claims a justification that nobody took back; null: it does not. */
	pleadedOn: Day | null;
};

/** One stretch of days during which a run stands unchanged. */
export type Span = {
	from: Day;
	/** The first day that no longer belongs to the span; null: open-ended. */
	to: Day | null;
	/** open: the clock is running · paused: it stands still · ended: the act was done · excluded: no longer owed or never scored. */
	phase: 'open' | 'paused' | 'ended' | 'excluded';
	/** Effective due day as it stood during the span; null: no time limit. */
	dueOn: Day | null;
	/** The first instant that is too late (24:00 of dueOn, the hour of the policy on it, or the promised instant). */
	dueEnd: Instant | null;
	/** The due day lies past the last published holiday notice (暂定). */
	provisional: boolean;
	/** Judged moment of the ending act, in an ended span. */
	endedAt: Instant | null;
	/** Ended by a withdrawal or a transfer that came too late: what was owed was never done. */
	left: boolean;
	/** Working days granted, and working days on which the clock stood still, by then. */
	extended: number;
	paused: number;
	/** Why, in an excluded span: withdrawn, lapsed, transferred, pre_decree, stop_before_start, not_scored … */
	excludedFor: string | null;
};

/**
 * Something about a case that a person must look at. Where two platforms tell a case differently the clocks go by the
 * platform of record, and `tellings` says what each of them told; every other doubt is never scored.
 */
export type Doubt = { code: string; line: string; message: string; eventId: string | null; tellings?: Tellings };
