import type { Explanation } from '#analytics/cases/explain.ts';
import type { Step } from '#analytics/cases/steps.ts';
import { explainDue } from '#analytics/cases/trial.ts';
import type { Calendar } from '#analytics/law/calendar.ts';
import { clocks } from '#analytics/law/clocks.ts';
import { dayOf } from '#analytics/law/day.ts';
import { type Policy, policyOn, SUPPOSED } from '#analytics/law/policy.ts';
import { versionFrom } from '#app/policies/versions.ts';
import { closingHour } from '#app/words/format.ts';
import { parameterOf } from '#app/words/policies.ts';
import type { PolicyField } from '#app/words/policy-entry.ts';
import type { DueQuestion } from './due-question.ts';

/**
 * The due day (`due`: YYYY-MM-DD), how it came about day by day, and on which calendar and policy it rests. `due_hour`: when
 * the due day ends, where that is not 24:00. `statutory` is false for local clocks and for a given number of working days.
 * `notice`: the holiday notice that covers the step's day.
 */
export type DueAnswer = Omit<Explanation, 'steps' | 'policy' | 'dueEnd' | 'statutoryDueEnd'> & {
	due: Explanation['dueOn'];
	due_hour: string | null;
	statutory: boolean;
	calendar_version: string;
	policy_version: PolicyVersion;
	steps: (Step & { notice: ReturnType<Calendar['notice']> })[];
};

/** The version a trial rests on; `altered`: names of the readings that were given with the question instead. */
export type PolicyVersion = { effective: string; document: string | null; altered: string[] };

/**
 * Answers a question for a due day, by one of the versions of the policy; `message`, in Chinese, where there is no such
 * version or no such due day.
 */
export function answerDue(
	{ trial, version, altered }: DueQuestion,
	policies: readonly Policy[],
	calendar: Calendar,
): DueAnswer | { message: string } {
	const base = version === null ? policyOn(policies, dayOf(trial.at)) : versionFrom(policies, version);
	if ('message' in base) return base;
	const names = Object.keys(altered) as PolicyField[];
	const used = names.length === 0 ? base : { ...base, ...altered, document: SUPPOSED };
	try {
		const { policy: _, dueEnd, statutoryDueEnd: __, ...slip } = explainDue(trial, used, calendar);
		const steps = slip.steps.map(step => ({ ...step, notice: calendar.notice(step.day) }));
		return {
			...slip,
			steps,
			due: slip.dueOn,
			due_hour: closingHour(slip.dueOn, dueEnd),
			statutory: trial.days === null && clocks[trial.clock].statutory,
			calendar_version: calendar.version,
			policy_version: { effective: base.effective, document: base.document, altered: names.map(parameterOf) },
		};
	} catch (error) {
		if (error instanceof RangeError) return { message: error.message };
		throw error;
	}
}
