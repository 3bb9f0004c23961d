import type { Policy } from '#analytics/law/policy.ts';
import { hourWords } from './format.ts';
import { fieldWords } from './policies.ts';
import type { Entry, PolicyField } from './policy-entry.ts';

/** An hour at which offices close, tried out where no hour is set. */
const CLOSING = '17:30';

/**
 * What a reading could say instead, each with its name: every other option; an hour where none is set, and none where one is.
 * Numbers of days may be anything: none is proposed.
 */
export function alternatives(field: PolicyField, policy: Policy): { value: string | null; name: string }[] {
	const entry: Entry = fieldWords(field);
	if (entry.kind === 'choice') {
		const others = Object.entries(entry.options).filter(([value]) => value !== policy[field]);
		return others.map(([value, { name }]) => ({ value, name }));
	}
	if (entry.kind !== 'hour') return [];
	return policy[field] === null
		? [{ value: CLOSING, name: hourWords(CLOSING) }]
		: [{ value: null, name: entry.none.name }];
}
