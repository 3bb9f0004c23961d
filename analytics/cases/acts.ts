import type { Fact } from './fact.ts';
import type { EventType } from './vocabulary.ts';

const NONE: readonly Fact[] = [];

/** The acts of a type, in their order. */
export function ofType(facts: readonly Fact[], type: EventType): readonly Fact[] {
	let found: Fact[] | null = null;
	for (const fact of facts) {
		if (fact.type !== type) continue;
		if (found === null) found = [fact];
		else found.push(fact);
	}
	return found ?? NONE;
}

/** Whether there is an act of a type. */
export function hasType(facts: readonly Fact[], type: EventType): boolean {
	for (const fact of facts) if (fact.type === type) return true;
	return false;
}

/** Acts in an order; the list itself where they are in it already, as they mostly are. */
export function sorted(facts: readonly Fact[], order: (a: Fact, b: Fact) => number): readonly Fact[] {
	for (let n = 1; n < facts.length; n++) {
		if (order(facts[n - 1] as Fact, facts[n] as Fact) > 0) return [...facts].sort(order);
	}
	return facts;
}
