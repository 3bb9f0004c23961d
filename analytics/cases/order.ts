import { dayNumber, dayOf, type Instant } from '#analytics/law/day.ts';
import type { Fact } from './fact.ts';

/** Acts whose moment is when they happened: they start or resume a clock. Every other act is judged by the platform's record. */
const receipts = new Set([
	'request.received',
	'request.material_resubmitted',
	'correction.received',
	'complaint.received',
]);

/**
 * The moment an act counts from. What stops or moves a clock is judged by when the platform recorded it, not by the date
 * that was typed in; what starts one, by when it happened.
 */
export function judgedAt(fact: Fact): Instant {
	return receipts.has(fact.type) ? fact.occurredAt : fact.recordedAt;
}

/** The facts by judged day; within a day by occurrence, then record, then identity. */
export function inOrder(facts: readonly Fact[]): Fact[] {
	return facts
		.map(fact => ({ fact, on: dayNumber(dayOf(judgedAt(fact))) }))
		.sort((a, b) => a.on - b.on || byTime(a.fact, b.fact))
		.map(({ fact }) => fact);
}

/** Occurrence, then record, then identity. */
export function byTime(a: Fact, b: Fact): number {
	return a.occurredAt - b.occurredAt || a.recordedAt - b.recordedAt || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

/** True where an act was judged earlier than a moment. A paper act that names only its day is not earlier than that day. */
export function isBefore(fact: Fact, at: Instant): boolean {
	const judged = judgedAt(fact);
	if (judged >= at) return false;
	return fact.dayOnly !== true || dayOf(judged) !== dayOf(at);
}

/** True where an act claims a moment before the deadline that its record does not bear out. */
export function isBackdated(fact: Fact, dueEnd: Instant | null): boolean {
	return dueEnd !== null && fact.occurredAt < dueEnd && judgedAt(fact) >= dueEnd;
}
