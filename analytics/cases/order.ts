import { dayNumberOf, dayOf, endOf, type Instant } from '#analytics/law/day.ts';
import { sorted } from './acts.ts';
import { type Fact, keyOf } from './fact.ts';

/**
 * The moment an act counts from. What stops or moves a clock is judged by when the platform recorded it, not by the date
 * that was typed in; what starts one, by when it happened. A record earlier than its act proves no act before the moment
 * named, but does prove that what was received was there: an act counts from the later, a receipt from the earlier time.
 * Where a person accepted the evidence for it, an act counts from the time it states.
 */
export function judgedAt(fact: Fact): Instant {
	if (fact.evidence !== undefined || fact.occurredAt === fact.recordedAt) return fact.occurredAt;
	return fact.receipt === true
		? Math.min(fact.occurredAt, fact.recordedAt)
		: Math.max(fact.occurredAt, fact.recordedAt);
}

/** The facts by judged day; within a day by occurrence, then record, then identity; paper acts as far as their hour is known. */
export function inOrder(facts: readonly Fact[]): readonly Fact[] {
	return sorted(facts, byJudgedDay);
}

function byJudgedDay(a: Fact, b: Fact): number {
	const days = dayNumberOf(judgedAt(a)) - dayNumberOf(judgedAt(b));
	return days || momentOf(a) - momentOf(b) || byTime(a, b);
}

/** A paper act stands in its day at its record of that day; a resubmission that has none, at the end: it answers a notice. */
function momentOf(fact: Fact): Instant {
	const { dayOnly, occurredAt, recordedAt, type } = fact;
	if (dayOnly !== true) return occurredAt;
	if (recordedAt > occurredAt && dayOf(recordedAt) === dayOf(occurredAt)) return recordedAt;
	return type === 'request.material_resubmitted' ? endOf(dayOf(occurredAt)) - 1 : occurredAt;
}

/** The moment from which they count, then occurrence, record, identity. */
export function byJudged(a: Fact, b: Fact): number {
	return judgedAt(a) - judgedAt(b) || byTime(a, b);
}

/** Occurrence, then record, then identity. */
export function byTime(a: Fact, b: Fact): number {
	return a.occurredAt - b.occurredAt || a.recordedAt - b.recordedAt || byIdentity(a, b);
}

function byIdentity(a: Fact, b: Fact): number {
	if (a.source === b.source) return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
	return keyOf(a.source, a.id) < keyOf(b.source, b.id) ? -1 : 1;
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
