import { type Calendar, calendarDays } from './calendar.ts';
import { type Day, toDay } from './day.ts';
import type { Calendars } from './lawbook.ts';
import { type Policy, policyOn } from './policy.ts';

/** What clocks are counted by at one moment. */
type Counted = { policies: readonly Policy[]; calendars: Calendars };

const BEFORE_ALL = toDay('0001-01-01');

/**
 * The first day on which anything is counted or read differently under one law than under another; null: there is none. A
 * case none of whose days reaches it stands as it did: up to that day every working day has the same number, and what is due
 * on or after it under one law is so under the other.
 */
export function firstChange(before: Counted, after: Counted): Day | null {
	const days = [firstReading(before.policies, after.policies)];
	for (const key of new Set([...before.calendars.all.keys(), ...after.calendars.all.keys()])) {
		days.push(firstCounted(before.calendars.of(key).calendar, after.calendars.of(key).calendar));
	}
	return days.reduce((first, day) => (first === null || (day !== null && day < first) ? day : first), null);
}

/** The first day ruled by another version; between two days of effect the version is the same. */
function firstReading(before: readonly Policy[], after: readonly Policy[]): Day | null {
	const days = new Set([BEFORE_ALL, ...[...before, ...after].map(({ effective }) => effective)]);
	const told = (policies: readonly Policy[], on: Day) => JSON.stringify(policyOn(policies, on));
	return [...days].sort().find(on => told(before, on) !== told(after, on)) ?? null;
}

function firstCounted(before: Calendar, after: Calendar): Day | null {
	if (before.version === after.version) return null;
	for (const on of calendarDays()) {
		const isSame = before.isWorkday(on) === after.isWorkday(on) && before.provisional(on) === after.provisional(on);
		if (!isSame) return on;
	}
	return null;
}
