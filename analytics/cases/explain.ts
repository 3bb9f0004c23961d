import type { Calendar } from '#analytics/law/calendar.ts';
import { type ClockName, clocks } from '#analytics/law/clocks.ts';
import { type Day, dayOf, type Instant } from '#analytics/law/day.ts';
import { due } from '#analytics/law/due.ts';
import type { Policy } from '#analytics/law/policy.ts';
import type { CaseState } from './fold.ts';
import type { Run } from './run.ts';
import { trace } from './runs.ts';
import { type Step, stepsOf } from './steps.ts';
import type { Act } from './trace.ts';

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
	provisional: boolean;
	endedOn: Day | null;
	/** Working days after the due day through the end; 0: less than one working day; null unless it ended late. */
	daysLate: number | null;
	/** The same by the statutory due day. */
	daysLateStatutory: number | null;
	/** Codes, see defects.ts. */
	defects: string[];
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
	const { startedOn, statutoryDueOn, defects, spans } = found.run;
	const { dueOn = null, provisional = false } = spans.at(-1) ?? {};
	const late = lateness(found.run, calendar);
	const { article, says } = clocks[clock];
	const layout = { clock: clocks[clock], startedOn, statutoryDueOn, dueOn, provisional, acts: found.acts, calendar };
	return { clock, article, says, steps: stepsOf(layout), dueOn, statutoryDueOn, provisional, ...late, defects };
}

/**
 * Explains the due day of any clock for a start, without a case.
 * @param extended working days of a granted extension
 * @throws RangeError where the clock has no extension clause, the extension exceeds it, or the day is outside the calendar
 */
export function explainDue(clock: ClockName, start: Instant | Day, extended: number, calendar: Calendar): Explanation {
	const { article, says, extension, zh } = clocks[clock];
	if (extended > (extension?.max ?? 0)) {
		throw new RangeError(extension === null ? `${zh}没有延长的规定` : `${zh}至多延长${extension.max}个工作日`);
	}
	const startedOn = typeof start === 'number' ? dayOf(start) : start;
	const statutoryDueOn = due(clocks[clock], startedOn, 0, calendar).on;
	const { on: dueOn, provisional } = due(clocks[clock], startedOn, extended, calendar);
	const acts: Act[] = [{ kind: 'start', on: startedOn, fact: null }];
	if (extended > 0) acts.push({ kind: 'extend', on: statutoryDueOn, fact: null, days: extended });
	const steps = stepsOf({ clock: clocks[clock], startedOn, statutoryDueOn, dueOn, provisional, acts, calendar });
	const open = { endedOn: null, daysLate: null, daysLateStatutory: null, defects: [] };
	return { clock, article, says, steps, dueOn, statutoryDueOn, provisional, ...open };
}

function lateness(run: Run, calendar: Calendar): Pick<Explanation, 'endedOn' | 'daysLate' | 'daysLateStatutory'> {
	const last = run.spans.at(-1);
	if (last === undefined || last.endedAt === null) return { endedOn: null, daysLate: null, daysLateStatutory: null };
	const endedOn = dayOf(last.endedAt);
	const after = (dueOn: Day | null, isLate: boolean) =>
		dueOn === null || !isLate || clocks[run.clock].years !== null
			? null
			: Math.max(0, calendar.no(endedOn) - calendar.no(dueOn));
	return {
		endedOn,
		daysLate: after(last.dueOn, last.dueEnd !== null && last.endedAt >= last.dueEnd),
		daysLateStatutory: after(run.statutoryDueOn, run.statutoryDueOn !== null && endedOn > run.statutoryDueOn),
	};
}
