import { dayOf } from '#analytics/law/day.ts';
import type { Fact } from './fact.ts';

/** Acts of which a second one has its own effect: another notice, more days. Of every other act a repetition changes nothing. */
const cumulative = new Set(['request.material_notice', 'request.extension_decided', 'catalogue.extended']);

/**
 * The facts without what a second source says again: the same act on the same line, on the same day and of the same number
 * of days, is one act, told by two platforms. The earlier one stands. Expects the facts in the order of their occurrence.
 */
export function withoutEchoes(facts: readonly Fact[]): Fact[] {
	return facts.filter((fact, n) => !cumulative.has(fact.type) || !facts.slice(0, n).some(each => isEcho(fact, each)));
}

function isEcho(fact: Fact, earlier: Fact): boolean {
	return (
		fact.type === earlier.type &&
		fact.line === earlier.line &&
		fact.granted === earlier.granted &&
		sourceOf(fact) !== sourceOf(earlier) &&
		dayOf(fact.occurredAt) === dayOf(earlier.occurredAt)
	);
}

function sourceOf({ key }: Fact): string {
	return key.slice(0, key.indexOf(':'));
}
