import { dayOf } from '#analytics/law/day.ts';
import type { Fact } from './fact.ts';

/**
 * Pairs what one platform tells of a line with what is known of it already: acts of the same type by the same department,
 * one by one; first those of the same day, then the others in order of time. Null: nothing is left to pair an act with.
 */
export function pairs(told: readonly Fact[], known: readonly Fact[]): [told: Fact, known: Fact | null][] {
	const left = [...known];
	const take = (fits: (one: Fact) => boolean): Fact | null => {
		const at = left.findIndex(fits);
		return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
	};
	const sameDay = new Map(told.map(act => [act, take(one => isLike(one, act) && isSameDay(one, act))]));
	return told.map(act => [act, sameDay.get(act) ?? take(one => isLike(one, act))]);
}

function isLike(a: Fact, b: Fact): boolean {
	return a.type === b.type && a.department === b.department;
}

function isSameDay(a: Fact, b: Fact): boolean {
	return dayOf(a.occurredAt) === dayOf(b.occurredAt);
}
