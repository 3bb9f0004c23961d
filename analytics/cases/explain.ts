import type { Calendar } from '#analytics/law/calendar.ts';
import { type ClockName, clocks } from '#analytics/law/clocks.ts';
import { type Day, dayOf, type Instant } from '#analytics/law/day.ts';
import type { Policy } from '#analytics/law/policy.ts';
import { lastMoment } from './deadline.ts';
import type { CaseState } from './fold.ts';
import type { Run } from './run.ts';
import { trace } from './runs.ts';
import { type Step, stepsOf } from './steps.ts';

/** How a run came to its due day and its end, day by day. */
export type Explanation = {
	clock: ClockName;
	article: string;
	/** The statutory words. */
	says: string;
	steps: Step[];
	/** Effective due day; null: no time limit. */
	dueOn: Day | null;
	/** Due day by the statute alone, before extension and pause. */
	statutoryDueOn: Day | null;
	/** The first instant that is too late by the statute alone; null: no time limit. */
	statutoryDueEnd: Instant | null;
	/** Due day by a shorter period promised locally, never judged by; null: none. */
	promisedDueOn: Day | null;
	/** The first instant that is too late; null: no time limit. */
	dueEnd: Instant | null;
	provisional: boolean;
	endedOn: Day | null;
	/** Working days after the due day through the end; 0: less than one working day; null unless it ended late. */
	daysLate: number | null;
	/** The same by the statutory due day. */
	daysLateStatutory: number | null;
	/** Codes, see defects.ts. */
	defects: string[];
	/** The version of the readings it was judged by. */
	policy: Policy;
};

/** Explains one run of a case; null where the case has no such run. */
export function explain(
	state: CaseState,
	line: string,
	clock: ClockName,
	run: number,
	policies: readonly Policy[],
	calendar: Calendar,
): Explanation | null {
	const found = trace(state, policies, calendar).traced.find(
		each => each.run.line === line && each.run.clock === clock && each.run.run === run,
	);
	if (found === undefined) return null;
	const { acts, policy } = found;
	const { startedOn, statutoryDueOn, promisedDueOn, defects, spans } = found.run;
	const { dueOn = null, dueEnd = null, provisional = false } = spans.at(-1) ?? {};
	const late = lateness(found.run, policy, calendar);
	const { article, says } = clocks[clock];
	const promised = promisedDueOn === null ? null : { days: policy.promised[clock] ?? 0, dueOn: promisedDueOn };
	const when = { startedOn, statutoryDueOn, promised, dueOn, dueEnd, provisional };
	const steps = stepsOf({ clock: clocks[clock], policy, ...when, acts, calendar });
	const statutoryDueEnd = statutoryEnd(found.run, policy);
	const days = { dueOn, statutoryDueOn, statutoryDueEnd, promisedDueOn, dueEnd, provisional };
	return { clock, article, says, steps, ...days, ...late, defects, policy };
}

/** When the statutory due day ends: where nothing moved it as the effective one does, else at the hour of the policy. */
function statutoryEnd({ spans, statutoryDueOn }: Run, policy: Policy): Instant | null {
	const { dueOn = null, dueEnd = null } = spans.at(-1) ?? {};
	if (statutoryDueOn === null || statutoryDueOn === dueOn) return dueEnd;
	return lastMoment(statutoryDueOn, policy);
}

/** On which day a run ended, and by how many working days late, by its due day and by the statute alone; nulls while it has not. */
export function lateness(
	run: Run,
	policy: Policy,
	calendar: Calendar,
): Pick<Explanation, 'endedOn' | 'daysLate' | 'daysLateStatutory'> {
	const last = run.spans.at(-1);
	if (last === undefined || last.endedAt === null) return { endedOn: null, daysLate: null, daysLateStatutory: null };
	const { endedAt, dueOn, dueEnd } = last;
	const endedOn = dayOf(endedAt);
	const after = (on: Day | null, end: Instant | null) =>
		on === null || end === null || endedAt < end || clocks[run.clock].years !== null
			? null
			: Math.max(0, calendar.no(endedOn) - calendar.no(on));
	return {
		endedOn,
		daysLate: after(dueOn, dueEnd),
		daysLateStatutory: after(run.statutoryDueOn, statutoryEnd(run, policy)),
	};
}
