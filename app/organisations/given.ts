import { type ChangeKind, toChangeKind } from '#app/words/changes.ts';

/** A change of organisations as a form tells it, every value as it was written. */
export type Given = {
	kind: ChangeKind;
	effective: string;
	document: string;
	/** Why an entry is corrected or taken back. */
	reason: string;
	/** `seq` of the entry that is corrected, or taken back (`kind` retract); '' for a new one. */
	target: string;
	/** Codes of the bodies that change; empty lines stay. */
	from: string[];
	/** Bodies that stand afterwards. */
	to: { code: string; name: string }[];
	region: string;
	bodyKind: string;
	/** yes | no | '': as it was. */
	rankable: string;
	/** Code of the body that answers for it; SELF: it answers for itself; '': as it was. */
	parent: string;
	/** Code of the body that takes over what is open; NOBODY: not decided; '': not said. */
	successor: string;
};

export const SELF = 'self';
export const NOBODY = 'nobody';

/** Lines for bodies in a form where several can be named: at first, and at most. */
const LINES = 3;
const MOST_LINES = 40;

/** What the lines of a kind hold. */
export const lines: Record<ChangeKind, { from: 'none' | 'one' | 'many'; to: 'none' | 'one' | 'many' }> = {
	establish: { from: 'none', to: 'one' },
	rename: { from: 'one', to: 'one' },
	merge: { from: 'many', to: 'one' },
	split: { from: 'one', to: 'many' },
	abolish: { from: 'one', to: 'none' },
	move: { from: 'one', to: 'none' },
	recognise: { from: 'many', to: 'one' },
	retract: { from: 'none', to: 'none' },
};

/** Reads a submitted form; `more` adds a line. An unknown kind is read as `establish`. */
export function readGiven(form: FormData): Given {
	const text = (name: string) => {
		const value = form.get(name);
		return typeof value === 'string' ? value.trim() : '';
	};
	const all = (name: string) => form.getAll(name).map(value => (typeof value === 'string' ? value.trim() : ''));
	const [codes, names] = [all('to_code'), all('to_name')];
	const kind = toChangeKind(text('kind')) ?? 'establish';
	return shaped(
		{
			kind,
			...{ effective: text('effective'), document: text('document'), reason: text('reason'), target: text('target') },
			from: all('from'),
			to: codes.map((code, n) => ({ code, name: names[n] ?? '' })),
			...{ region: text('region'), bodyKind: text('body_kind'), rankable: text('rankable') },
			parent: text('parent'),
			successor: text('successor') === '待明确' ? NOBODY : text('successor'),
		},
		form.get('intent') === 'more',
	);
}

/** An empty form of a kind. */
export function emptyGiven(kind: ChangeKind, effective: string): Given {
	const papers = { document: '', reason: '', target: '' };
	const rest = { region: '', bodyKind: '', rankable: '', parent: '', successor: '' };
	return shaped({ kind, effective, ...papers, from: [], to: [], ...rest });
}

/** With the lines that the form of its kind shows; `more`: one more than there are. */
export function shaped(given: Given, more = false): Given {
	const { from, to } = lines[given.kind];
	const kept = given.from.filter((code, n) => code !== '' || n === 0);
	const bodies = given.to.filter(({ code, name }, n) => code !== '' || name !== '' || n === 0);
	return {
		...given,
		from: sized(kept, from, '', more ? given.from.length + 1 : LINES),
		to: sized(bodies, to, { code: '', name: '' }, more ? given.to.length + 1 : LINES),
	};
}

function sized<T>(values: readonly T[], size: 'none' | 'one' | 'many', empty: T, least: number): T[] {
	if (size === 'none') return [];
	const wanted = size === 'one' ? 1 : Math.min(MOST_LINES, Math.max(least, values.length));
	return Array.from({ length: wanted }, (_, n) => values[n] ?? empty);
}

/** The form as it is sent again, name by name, unchanged. */
export function fieldsOf(given: Given): [name: string, value: string][] {
	return [
		...(
			['kind', 'effective', 'document', 'reason', 'target', 'region', 'rankable', 'parent', 'successor'] as const
		).map((name): [string, string] => [name, given[name]]),
		['body_kind', given.bodyKind],
		...given.from.map((code): [string, string] => ['from', code]),
		...given.to.flatMap(({ code, name }): [string, string][] => [
			['to_code', code],
			['to_name', name],
		]),
	];
}
