import { lateness } from '#analytics/cases/explain.ts';
import type { CaseState } from '#analytics/cases/fold.ts';
import type { Run } from '#analytics/cases/run.ts';
import { trace } from '#analytics/cases/runs.ts';
import { statusOn } from '#analytics/cases/status.ts';
import type { Traced } from '#analytics/cases/trace.ts';
import type { Calendar } from '#analytics/law/calendar.ts';
import { type ClockName, clocks } from '#analytics/law/clocks.ts';
import { type Day, dayOf } from '#analytics/law/day.ts';
import { type Policy, SUPPOSED } from '#analytics/law/policy.ts';
import type { Supposition } from '#app/policies/supposition.ts';
import { inOrder } from '#app/policies/versions.ts';
import { alternatives } from '#app/words/alternatives.ts';
import { differences, type Outcome } from '#app/words/differences.ts';
import { policyFields } from '#app/words/policies.ts';
import type { PolicyField } from '#app/words/policy-entry.ts';

/** What a clock would come to under other readings, and what differs from the real one; null: there would be no such clock. */
type Supposed = { outcome: Outcome | null; differs: string[] };
/** Under one version that was adopted, whenever the clock began. */
type SupposedVersion = Supposed & { effective: Day; document: string | null; governs: boolean };
/** Under one reading changed, everything else as it is. */
type SupposedField = Supposed & { field: PolicyField; value: string };

/** 假如: one clock as it is, under readings that somebody asks for, every adopted version, every reading changed alone. */
export type WhatIf = {
	actual: Outcome;
	asked: Supposed | null;
	versions: SupposedVersion[];
	fields: SupposedField[];
};

/** Which clock of the case, and on which day it is looked at. */
export type Which = { line: string; clock: ClockName; run: number; asOf: Day };
/** The case as it stood on that day, and the law. */
type Ground = { state: CaseState; policies: readonly Policy[]; calendar: Calendar };

/**
 * One clock under other readings, by the rules that cases are judged by; never stored, never counted.
 * @param asked what somebody asks for; null: nothing
 * @returns null where the case has no such clock
 */
export function whatIf(ground: Ground, which: Which, asked: Supposition | null): WhatIf | null {
	const { state, policies, calendar } = ground;
	const real = trace(state, policies, calendar).traced;
	const actual = real.find(({ run }) => run.line === which.line && run.clock === which.clock && run.run === which.run);
	if (actual === undefined) return null;
	const now = outcomeOf(actual, which.asOf, calendar);
	const others = new Set(real.filter(each => each !== actual).map(({ run }) => keyOf(run)));
	const suppose = (supposition: Supposition): Supposed => {
		const found = trace(state, supposed(policies, supposition), calendar).traced;
		const same = found.find(({ run }) => keyOf(run) === keyOf(actual.run)) ?? found.find(isSame(which, others));
		const outcome = same === undefined ? null : outcomeOf(same, which.asOf, calendar);
		return { outcome, differs: differences(now, outcome, calendar) };
	};
	const versions = inOrder(policies).map(version => {
		const { effective, document } = version;
		const governs = effective === actual.policy.effective;
		return { effective, document, governs, ...suppose({ version, altered: {} }) };
	});
	const fields = policyFields.flatMap(field =>
		alternatives(field, actual.policy).map(({ value, name }) => {
			return { field, value: name, ...suppose({ version: null, altered: { [field]: value } }) };
		}),
	);
	return { actual: now, asked: asked === null ? null : suppose(asked), versions, fields };
}

/** Every version with what is altered, or the one version for all days. */
function supposed(policies: readonly Policy[], { version, altered }: Supposition): Policy[] {
	const changed = Object.keys(altered).length > 0 ? { ...altered, document: SUPPOSED } : {};
	return (version === null ? policies : [version]).map(policy => ({ ...policy, ...changed }));
}

/** A run is the same where the same act starts it. */
function keyOf({ clock, line, startedBy }: Run): string {
	return JSON.stringify([clock, line, startedBy]);
}

/** Where another act would start it: the run of the same number, unless it is another one of the real runs. */
function isSame({ line, clock, run }: Which, others: ReadonlySet<string>): (traced: Traced) => boolean {
	return each =>
		each.run.line === line && each.run.clock === clock && each.run.run === run && !others.has(keyOf(each.run));
}

function outcomeOf({ run, policy }: Traced, asOf: Day, calendar: Calendar): Outcome {
	const span = run.spans.findLast(each => each.from <= asOf);
	const { dueOn = null, dueEnd = null, provisional = false, excludedFor = null } = span ?? {};
	const status = span === undefined ? 'excluded' : statusOn(run.clock, span, asOf);
	const endedOn = span?.endedAt == null ? null : dayOf(span.endedAt);
	const isLate = (status === 'late' || status === 'overdue') && dueOn !== null && clocks[run.clock].years === null;
	const { startedOn, statutoryDueOn, promisedDueOn, extended, paused, defects } = run;
	return {
		...{ startedOn, statutoryDueOn, promisedDueOn, dueOn, dueEnd, provisional, status, endedOn, excludedFor },
		daysLate: isLate ? Math.max(0, calendar.no(endedOn ?? asOf) - calendar.no(dueOn)) : null,
		daysLateStatutory: endedOn === null ? null : lateness(run, policy, calendar).daysLateStatutory,
		...{ extended, paused, defects },
	};
}
