/** What a form of the page 典型案例与拒不改正 says, as it says it. */
export const verdictFields = [
	/** model_case | order_refused */
	'fact',
	/** Empty: a new registration · corrects | retracts: the one whose `seq` is `target`. */
	'way',
	'target',
	'department',
	'title',
	'recognised_by',
	'document',
	'issued',
	/** Event of the order. */
	'order',
	/** yes | no */
	'refused',
	'reason',
	/** Why it is corrected or taken back. */
	'why',
] as const;

export type GivenVerdict = Record<(typeof verdictFields)[number], string>;

export type VerdictFact = 'model_case' | 'order_refused';

/** The fields of a form as given, trimmed. */
export function readGiven(form: FormData): GivenVerdict {
	const told = verdictFields.map(name => [name, String(form.get(name) ?? '').trim()]);
	return Object.fromEntries(told) as GivenVerdict;
}

/** An empty form. */
export function emptyGiven(fact: VerdictFact): GivenVerdict {
	const empty = Object.fromEntries(verdictFields.map(name => [name, ''])) as GivenVerdict;
	return { ...empty, fact };
}

export function toVerdictFact(text: string | null): VerdictFact | null {
	return text === 'model_case' || text === 'order_refused' ? text : null;
}
