import type { Policy } from '#analytics/law/policy.ts';
import { policyFields } from '#app/words/policies.ts';
import type { PolicyField } from '#app/words/policy-entry.ts';

/** Versions by the day from which they hold. */
export function inOrder(policies: readonly Policy[]): Policy[] {
	return [...policies].sort((a, b) => (a.effective < b.effective ? -1 : 1));
}

/** The version that holds from a day on; `message`, in Chinese, where there is none. */
export function versionFrom(policies: readonly Policy[], effective: string): Policy | { message: string } {
	const found = policies.find(each => each.effective === effective);
	const known = inOrder(policies).map(each => each.effective);
	return found ?? { message: `没有自“${effective}”起施行的口径版本，已有：${known.join('、')}` };
}

/** The fields in which two policies differ. */
export function changedFields(before: Policy, after: Policy): PolicyField[] {
	return policyFields.filter(field => !sameIn(field, before, after));
}

/** Whether two policies say the same in a field. */
export function sameIn(field: PolicyField, a: Policy, b: Policy): boolean {
	return sorted(a[field]) === sorted(b[field]);
}

function sorted(value: Policy[PolicyField]): string {
	return JSON.stringify(typeof value === 'object' && value !== null ? Object.entries(value).sort() : value);
}
