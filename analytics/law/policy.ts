import type { Day } from './day.ts';

/**
 * What a one-time notice of missing materials does to the reply clock, on which the Decree is silent.
 * NONE: nothing · SUSPEND: the days until resubmission are not counted · RESTART: the period begins anew at resubmission.
 */
type MaterialsRule = 'NONE' | 'SUSPEND' | 'RESTART';

/** One version of the readings that a jurisdiction may choose. Everything fixed is in interpretation.md. */
export type Policy = {
	/** Runs that start on or after this day are judged by it. */
	effective: Day;
	/** Document or reason, printed in reports. */
	ground: string;
	materials: MaterialsRule;
	/** Working days the demander has to resubmit before the line lapses (补正逾期中止). */
	lapseAfter: number;
	/** Working days within which a rejection voids a delivery. */
	rejectionWithin: number;
};

/** The readings shipped as defaults, in force with the Decree. */
export const defaultPolicies: readonly Policy[] = [
	{
		effective: '2025-08-01' as Day,
		ground: '缺省口径：参照《行政复议法实施条例》第二十九条，补正所用时间不计入期限',
		materials: 'SUSPEND',
		lapseAfter: 10,
		rejectionWithin: 5,
	},
];

/** The version in force on a day; the earliest one for days before all. Throws RangeError on an empty list. */
export function policyOn(policies: readonly Policy[], on: Day): Policy {
	let chosen: Policy | undefined;
	for (const policy of policies) {
		if (chosen === undefined || isBetter(policy, chosen, on)) chosen = policy;
	}
	if (chosen === undefined) throw new RangeError('没有任何口径版本：请至少登记一个口径版本');
	return chosen;
}

function isBetter(policy: Policy, chosen: Policy, on: Day): boolean {
	if (policy.effective > on) return chosen.effective > on && policy.effective < chosen.effective;
	return chosen.effective > on || policy.effective > chosen.effective;
}
