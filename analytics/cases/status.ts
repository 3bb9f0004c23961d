import { type ClockName, clocks } from '#analytics/law/clocks.ts';
import { type Day, dayOf, endOf, type Instant } from '#analytics/law/day.ts';
import type { Span } from './run.ts';

/** How a run stands on a day. */
export type Status = 'met' | 'late' | 'overdue' | 'running' | 'paused' | 'untimed' | 'excluded';

/** What a status follows from. */
export type Stands = Pick<Span, 'phase' | 'dueOn' | 'dueEnd' | 'endedAt'>;

/**
 * The status of a run at 24:00 of a day that the span covers: sql/duckdb/090_runs_on.sql, which is the definition, for runs
 * that no row is kept of. A test holds the two together.
 */
export function statusOn(clock: ClockName, span: Stands, on: Day): Status {
	const { phase, dueOn, dueEnd } = span;
	const endedAt = phase === 'ended' && span.endedAt !== null && span.endedAt < endOf(on) ? span.endedAt : null;
	if (phase === 'excluded') return 'excluded';
	if (clocks[clock].years !== null) return floorStatus(dueOn, endedAt === null ? null : dayOf(endedAt), on);
	if (endedAt === null) return phase === 'paused' ? 'paused' : openStatus(dueEnd, on);
	if (dueEnd === null) return 'untimed';
	return endedAt < dueEnd ? 'met' : 'late';
}

function openStatus(dueEnd: Instant | null, on: Day): Status {
	if (dueEnd === null) return 'untimed';
	return dueEnd < endOf(on) ? 'overdue' : 'running';
}

/** A floor ("not before") is met from its due day on, and never overdue. */
function floorStatus(dueOn: Day | null, endedOn: Day | null, on: Day): Status {
	if (dueOn === null) return 'running';
	if (endedOn !== null && endedOn < dueOn) return 'late';
	return on >= dueOn ? 'met' : 'running';
}
