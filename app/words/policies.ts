import { clockNames, clocks } from '#analytics/law/clocks.ts';
import type { Policy } from '#analytics/law/policy.ts';
import { hourWords } from './format.ts';
import { courseWords } from './policy-course.ts';
import type { Entry, EntryOf, OptionWords, PolicyField } from './policy-entry.ts';
import { startWords } from './policy-start.ts';

/** Every field of a policy in words, in the order of every screen and document. */
const words: { readonly [F in PolicyField]: EntryOf<Policy[F]> } = { ...startWords, ...courseWords };

/** All fields, in that order. */
export const policyFields = Object.keys(words) as PolicyField[];

/** The words of a field. */
export function fieldWords(field: PolicyField): Entry {
	return words[field];
}

/** What a policy says in a field: the option's name, and what it means. */
export function sayField(field: PolicyField, policy: Policy): OptionWords {
	const entry: Entry = words[field];
	const value = policy[field];
	switch (entry.kind) {
		case 'choice':
			return entry.options[String(value)] ?? { name: '未定义', meaning: '' };
		case 'days':
			return { name: `${String(value)}个工作日`, meaning: entry.meaning };
		case 'hour':
			return value === null ? entry.none : { name: hourWords(String(value)), meaning: entry.meaning };
		case 'promised':
			return sayPromised(policy, entry);
	}
}

/** `receiptBasis` → `receipt_basis`: how a field is called in addresses. */
export function parameterOf(field: PolicyField): string {
	return field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
}

/** Clocks for which a shorter period can be promised, and the longest promise: one working day less than the law gives. */
export const promisable = clockNames.flatMap(clock => {
	const { workdays, statutory } = clocks[clock];
	return statutory && workdays !== null && workdays > 1 ? [{ clock, most: workdays - 1 }] : [];
});

function sayPromised({ promised }: Policy, { none, meaning }: Extract<Entry, { kind: 'promised' }>): OptionWords {
	const told = promisable.flatMap(({ clock }) => {
		const days = promised[clock];
		return days === undefined ? [] : [`${clocks[clock].zh}${days}个工作日`];
	});
	return told.length === 0 ? none : { name: told.join('，'), meaning };
}
