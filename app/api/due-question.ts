import { readTime } from '#analytics/cases/times.ts';
import type { Trial } from '#analytics/cases/trial.ts';
import { type ClockName, clocks } from '#analytics/law/clocks.ts';
import type { Instant } from '#analytics/law/day.ts';
import type { Policy } from '#analytics/law/policy.ts';
import { readPolicyFields } from '#app/policies/fields.ts';
import { fieldWords, parameterOf, policyFields } from '#app/words/policies.ts';
import type { PolicyField } from '#app/words/policy-entry.ts';

/** A question for a due day: what is tried out, and by which version of the policy, with what altered in it. */
export type DueQuestion = {
	trial: Trial;
	/** Effective day of the version; null: the one in force on the start day. */
	version: string | null;
	altered: Partial<Policy>;
};

/** What is wrong with a question, in Chinese. */
type Wrong = { message: string };

/** The text given under a name; null or empty: not given. */
export type Given = (name: string) => string | null;

/** The readings that matter to a due day without a case. */
export const dueFields = [
	'receiptBasis',
	'signOffWithin',
	'forwarding',
	'receiptCutoff',
	'restDayReceipt',
	'dueCutoff',
	'promised',
] as const satisfies readonly PolicyField[];

/**
 * Reads `clock from extended days signed precheck policy` and the fields of a policy that matter to a due day
 * (`due_cutoff`, `promised.delivery` …; an hour of `none` takes one away). Without `days` the extension is bounded by the
 * clock's article.
 */
export function readDueQuestion(named: Given): DueQuestion | Wrong {
	const given = (name: string) => named(name)?.trim() || null;
	const clock = given('clock');
	if (clock === null || !Object.hasOwn(clocks, clock)) {
		return { message: `没有名为“${clock ?? ''}”的时限，可用：${Object.keys(clocks).join('、')}` };
	}
	const start = readTime('起算时间', given('from') ?? '');
	if ('message' in start) return { message: start.message };
	const numbers = readNumbers(clock as ClockName, given('extended') ?? '0', given('days'));
	if ('message' in numbers) return numbers;
	const [signed, precheck] = [
		readMoment('签收时间', given('signed')),
		readMoment('主管部门收到时间', given('precheck')),
	];
	if (isWrong(signed)) return signed;
	if (isWrong(precheck)) return precheck;
	const policy = readPolicy(given);
	if ('message' in policy) return policy;
	const trial = { clock: clock as ClockName, ...start, signedAt: signed, precheckAt: precheck, ...numbers };
	return { trial, version: given('policy'), ...policy };
}

function readNumbers(
	clock: ClockName,
	extension: string,
	given: string | null,
): Pick<Trial, 'extended' | 'days'> | Wrong {
	const extended = wholeNumber(extension);
	if (given !== null) {
		const days = wholeNumber(given);
		if (days === null || days < 1) return { message: `工作日数应为不小于1的整数：${given}` };
		return extended === null ? { message: '延长工作日应为不小于0的整数' } : { extended, days };
	}
	const most = clocks[clock].extension?.max ?? 0;
	if (extended !== null && extended <= most) return { extended, days: null };
	return { message: most === 0 ? '本条例没有规定这一时限可以延长' : `延长工作日应为 0–${most} 的整数` };
}

function wholeNumber(text: string): number | null {
	return /^\d{1,6}$/.test(text) ? Number(text) : null;
}

function readMoment(words: string, text: string | null): Instant | null | Wrong {
	if (text === null) return null;
	const read = readTime(words, text);
	return 'at' in read ? read.at : { message: read.message };
}

function isWrong(read: Instant | null | Wrong): read is Wrong {
	return typeof read === 'object' && read !== null;
}

function readPolicy(given: Given): { altered: Partial<Policy> } | Wrong {
	const idle = policyFields.find(field => !isDueField(field) && given(parameterOf(field)) !== null);
	if (idle !== undefined) {
		const message = `“${fieldWords(idle).name}”（${parameterOf(idle)}）取决于办理经过，不影响没有事项的试算，请去掉；要看事项在其他口径下的结果，请用其计时说明的“假如”。`;
		return { message };
	}
	const { given: altered, problems } = readPolicyFields(given, dueFields);
	const [problem] = problems;
	return problem === undefined ? { altered } : { message: problem.message };
}

function isDueField(field: PolicyField): boolean {
	return dueFields.some(each => each === field);
}
