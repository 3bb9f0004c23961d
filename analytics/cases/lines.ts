import type { Fact } from './fact.ts';

/** The lines that acts name; '' where none does. An act without a line concerns them all. */
export function linesOf(facts: readonly Fact[]): string[] {
	const first = facts[0]?.line;
	if (first !== undefined && facts.every(({ line }) => line === first)) return [first];
	const named = new Set(facts.map(fact => fact.line));
	if (named.size > 1) named.delete('');
	return [...named].sort();
}

/** Whether an act concerns a line: its own, or every one. */
export function concernsLine(fact: Fact, line: string): boolean {
	return fact.line === '' || fact.line === line;
}

/**
 * A second platform's acts with the line numbers of the first one. Platforms number the lines of one application each in its
 * own way: a line is the same where each of the two has exactly one line for the same catalogue item. Every other line keeps
 * its number.
 */
export function renumbered(acts: readonly Fact[], first: readonly Fact[]): readonly Fact[] {
	const own = linesByItem(first);
	const names = new Map<string, string>();
	for (const [item, lines] of linesByItem(acts)) {
		const [line, ...more] = lines;
		const [same, ...others] = own.get(item) ?? [];
		if (line === undefined || same === undefined || more.length > 0 || others.length > 0) continue;
		if (line !== same) names.set(line, same);
	}
	return names.size === 0 ? acts : acts.map(act => renamed(act, names));
}

function linesByItem(facts: readonly Fact[]): Map<string, Set<string>> {
	const lines = new Map<string, Set<string>>();
	for (const { catalogue, line } of facts) {
		if (catalogue === undefined || line === '') continue;
		lines.set(catalogue, (lines.get(catalogue) ?? new Set()).add(line));
	}
	return lines;
}

function renamed(act: Fact, names: ReadonlyMap<string, string>): Fact {
	const line = names.get(act.line) ?? act.line;
	if (act.agreedLines === undefined) return line === act.line ? act : { ...act, line };
	return { ...act, line, agreedLines: act.agreedLines.map(each => names.get(each) ?? each) };
}
