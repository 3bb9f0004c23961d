import type { Calendar } from '#analytics/law/calendar.ts';
import { clocks } from '#analytics/law/clocks.ts';
import { type Day, dayOf, endOf, type Instant } from '#analytics/law/day.ts';
import { due, isProvisional } from '#analytics/law/due.ts';
import type { Start } from './trace.ts';

/** Due day at the start: by the clock's period, or the day of the promised moment; null: no time limit. */
export function firstDue(start: Start, calendar: Calendar): Day | null {
	if (start.promised === null) return null;
	return start.promised === undefined ? due(clocks[start.clock], start.at, 0, calendar).on : dayOf(start.promised - 1);
}

/** The first instant that is too late: the promised moment, or 24:00 of the due day (民法典第二百零三条第二款). */
export function dueEndOf(start: Start, dueOn: Day | null): Instant | null {
	return dueOn === null ? null : (start.promised ?? endOf(dueOn));
}

/** Whether a due day rests on a year without a published holiday notice. A floor and a promise count no working days. */
export function isProvisionalDue(start: Start, dueOn: Day | null, calendar: Calendar): boolean {
	if (dueOn === null || clocks[start.clock].workdays === null || start.promised !== undefined) return false;
	return isProvisional(dayOf(start.at), dueOn, calendar);
}
