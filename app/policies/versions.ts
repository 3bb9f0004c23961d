import type { Policy } from '#analytics/law/policy.ts';
import { policyFields } from '#app/words/policies.ts';
import type { PolicyField } from '#app/words/policy-entry.ts';

/** Versions by the day from which they hold. */
export function inOrder(policies: readonly Policy[]): Policy[] {
	return [...policies].sort((a, b) => (a.effective < b.effective ? -1 : 1));
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
