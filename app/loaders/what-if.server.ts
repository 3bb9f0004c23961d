import type { CaseState } from '#analytics/cases/fold.ts';
import type { Run } from '#analytics/cases/run.ts';
import { runs } from '#analytics/cases/runs.ts';
import type { Calendar } from '#analytics/law/calendar.ts';
import type { ClockName } from '#analytics/law/clocks.ts';
import { type Day, dayOf, endOf } from '#analytics/law/day.ts';
import type { Policy } from '#analytics/law/policy.ts';

/** A reply clock under one materials rule, as it would stand on the day asked about. Never stored, never counted. */
export type Supposed = {
	rule: Policy['materials'];
	/** The rule in force for this run. */
	inForce: boolean;
	/** Null under a rule by which this run would not exist. */
	outcome: Outcome | null;
	/** Working days by which the due day would differ from the one in force; null where there is none, or none settled yet. */
	difference: number | null;
};

type Outcome = {
	dueOn: Day | null;
	provisional: boolean;
	/** met late overdue running paused untimed excluded, as in 090_runs_on.sql. */
	status: string;
	/** Working days late; null unless late or overdue. */
	daysLate: number | null;
};

/** Which run of the case, under which rule, on which day. */
type Which = { line: string; clock: ClockName; run: number; inForce: Policy['materials']; asOf: Day };

const rules: readonly Policy['materials'][] = ['NONE', 'SUSPEND', 'RESTART'];

/** True for the clocks that a notice of missing materials can touch (第二十一条第二款). */
export function isReply(clock: ClockName): boolean {
	return clock === 'reply.unconditional' || clock === 'reply.conditional';
}

/**
 * One reply clock under each materials rule, all else equal.
 * @param state the case as it stood at 24:00 of `asOf`
 * @returns the three rules in a fixed order; empty where none of them makes a difference
 */
export function whatIf(state: CaseState, which: Which, policies: readonly Policy[], calendar: Calendar): Supposed[] {
	if (!isReply(which.clock)) return [];
	const outcomes = rules.map(rule => {
		const altered = policies.map(policy => ({ ...policy, materials: rule }));
		const found = runs(state, altered, calendar).runs.find(
			run => run.line === which.line && run.clock === which.clock && run.run === which.run,
		);
		return found === undefined ? null : outcomeOf(found, which.asOf, calendar);
	});
	if (new Set(outcomes.map(outcome => JSON.stringify(outcome))).size === 1) return [];
	const actual = outcomes[rules.indexOf(which.inForce)] ?? null;
	return rules.map((rule, at) => {
		const outcome = outcomes[at] ?? null;
		return { rule, inForce: rule === which.inForce, outcome, difference: workdays(actual, outcome, calendar) };
	});
}

/** While a clock stands still its due day is not settled, and there is nothing to compare. */
function workdays(from: Outcome | null, to: Outcome | null, calendar: Calendar): number | null {
	if (from === null || to === null || from.status === 'paused' || to.status === 'paused') return null;
	return from.dueOn === null || to.dueOn === null ? null : calendar.no(to.dueOn) - calendar.no(from.dueOn);
}

function outcomeOf(run: Run, asOf: Day, calendar: Calendar): Outcome {
	const span = run.spans.findLast(each => each.from <= asOf);
	const { dueOn = null, provisional = false } = span ?? {};
	const status = statusOf(span, asOf);
	const until = span?.endedAt == null ? asOf : dayOf(span.endedAt);
	const isLate = (status === 'late' || status === 'overdue') && dueOn !== null;
	const daysLate = isLate ? Math.max(0, calendar.no(until) - calendar.no(dueOn)) : null;
	return { dueOn, provisional, status, daysLate };
}

/** The statuses of sql/duckdb/090_runs_on.sql for a run that no row is kept of. */
function statusOf(span: Run['spans'][number] | undefined, asOf: Day): string {
	if (span === undefined || span.phase === 'excluded') return 'excluded';
	const { phase, dueEnd, endedAt } = span;
	if (phase === 'ended' && endedAt !== null && endedAt < endOf(asOf)) {
		if (dueEnd === null) return 'untimed';
		return endedAt < dueEnd ? 'met' : 'late';
	}
	if (phase === 'paused') return 'paused';
	if (dueEnd === null) return 'untimed';
	return dueEnd < endOf(asOf) ? 'overdue' : 'running';
}
