import type { ClockName } from './clocks.ts';
import type { Day } from './day.ts';

/**
 * One version of the readings that the Decree leaves open and a jurisdiction may choose. Everything fixed is in
 * interpretation.md, and so is the paragraph behind each field. Days are working days unless said otherwise.
 */
export type Policy = {
	/** Runs that start on or after this day are judged by it (the day of the starting act, before any rule of this policy moves it). */
	effective: Day;
	/** Document number; null only for the readings shipped as defaults. */
	document: string | null;
	/** Reason, printed in reports. */
	ground: string;

	/** 何为收到. arrival: at the provider's inbox · sign_off: when signed for · sign_off_capped: the same, at most `signOffWithin` days after arrival. */
	receiptBasis: 'arrival' | 'sign_off' | 'sign_off_capped';
	signOffWithin: number;
	/** 主管部门转送前的审查. provider: the clock starts when the provider has the request · authority: when the authority had it. */
	forwarding: 'provider' | 'authority';
	/** 休息日收到. as_is: that day · next_workday: deemed received on the next working day. */
	restDayReceipt: 'as_is' | 'next_workday';
	/** `17:30`: what arrives at or after it is deemed received on the next calendar day; null: the hour does not matter. */
	receiptCutoff: string | null;
	/** `18:00`: when the due day ends; null: 24:00. */
	dueCutoff: string | null;

	/** 口径③. NONE: nothing · SUSPEND: the days until resubmission are not counted · RESTART: the period begins anew at resubmission. */
	materials: 'NONE' | 'SUSPEND' | 'RESTART';
	/** Days the demander has to resubmit before the line lapses (补正逾期中止). */
	lapseAfter: number;

	/** 口径①. Whether a refusal without reasons is a reply. */
	refusalWithoutReason: 'stops' | 'void';
	/** 口径②. Whether a refusal for incomplete materials is a reply. */
	refusalForMaterials: 'stops' | 'void';

	/** 口径④. before_due: consent must be recorded before the original due moment · any_time: later consent cures. */
	extensionConsent: 'before_due' | 'any_time';
	/** 口径④. defect: an extension the demander was not told of stays effective · required: it has no effect. */
	extensionNotice: 'defect' | 'required';

	/** 口径⑥. all_lines: a partial reply to the whole case answers every line · named_lines: only those it agrees to. */
	partialReply: 'all_lines' | 'named_lines';

	/** 口径⑧. What makes a rejected delivery void. reasoned: the demander's reason, unless the authority dismisses it · upheld: only once the authority upholds it · never. */
	rejection: 'reasoned' | 'upheld' | 'never';
	/** Days within which the rejection must be recorded. */
	rejectionWithin: number;

	/** 口径⑫. remaining_days: a returned catalogue reopens the update for the days not yet used · first_submission: the first submission satisfies it. */
	returnedCatalogue: 'remaining_days' | 'first_submission';

	/** 口径⑭. as_is: an act on a rest day counts that day · next_workday: it counts on the next working day. */
	restDayStop: 'as_is' | 'next_workday';

	/** 口径⑮. Shorter periods promised locally, by clock; shown beside the statutory due day, never judged by. */
	promised: Partial<Record<ClockName, number>>;

	/** 口径⑯. by_step: a step that begins on or after 2025-08-01 is governed · by_request: only steps of requests received since. */
	regime: 'by_step' | 'by_request';

	/** 口径⑰. ranked: as departments · listed: shown, not ranked · excluded: in no figure. */
	otherOrgans: 'ranked' | 'listed' | 'excluded';
	verticalBodies: 'ranked' | 'listed' | 'excluded';

	/** 计件单位. matter: all lines of one request at one provider with the same sharing type · line: every line. */
	countingUnit: 'matter' | 'line';
};

/** Document number of a version that nobody has adopted: in trials, and in what another policy would make of a case. */
export const SUPPOSED = '假设口径';

/** The readings shipped as defaults, in force with the Decree. */
export const defaultPolicies: readonly Policy[] = [
	{
		effective: '2025-08-01' as Day,
		document: null,
		ground: '缺省口径：参照《行政复议法实施条例》第二十九条，补正所用时间不计入期限',
		receiptBasis: 'arrival',
		signOffWithin: 1,
		forwarding: 'provider',
		restDayReceipt: 'as_is',
		receiptCutoff: null,
		dueCutoff: null,
		materials: 'SUSPEND',
		lapseAfter: 10,
		refusalWithoutReason: 'stops',
		refusalForMaterials: 'void',
		extensionConsent: 'before_due',
		extensionNotice: 'defect',
		partialReply: 'all_lines',
		rejection: 'reasoned',
		rejectionWithin: 5,
		returnedCatalogue: 'remaining_days',
		restDayStop: 'as_is',
		promised: {},
		regime: 'by_step',
		otherOrgans: 'listed',
		verticalBodies: 'listed',
		countingUnit: 'matter',
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
