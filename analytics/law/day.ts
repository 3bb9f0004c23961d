/**
 * Days and instants. The only file of the core that knows how they relate.
 * A `Day` is a legal date in Asia/Shanghai; an `Instant` is milliseconds since 1970-01-01T00:00Z.
 * Asia/Shanghai has been UTC+8 without summer time since 1991-09-15; earlier instants are out of scope.
 */

declare const day: unique symbol;

/** A legal date in Asia/Shanghai, written `2026-11-21`. */
export type Day = string & { readonly [day]: true };

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SHANGHAI = 8 * HOUR;

/** Reads `2026-11-21`. Throws RangeError on anything that is not a day of the calendar. */
export function toDay(text: string): Day {
	const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
	if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text) {
		throw new RangeError(`不是有效日期：${text}（应为 2026-11-21 的形式）`);
	}
	return text as Day;
}

/** The legal date on which an instant falls (民法典 201: the hour does not matter). */
export function dayOf(at: Instant): Day {
	return new Date(at + SHANGHAI).toISOString().slice(0, 10) as Day;
}

/** 00:00 of a day. */
export function startOf(on: Day): Instant {
	return Date.parse(`${on}T00:00:00Z`) - SHANGHAI;
}

/** 24:00 of a day: the first instant that no longer belongs to it (民法典 203(2)). */
export function endOf(on: Day): Instant {
	return startOf(on) + DAY;
}

/** The day `n` calendar days later (earlier when negative). */
export function plusDays(on: Day, n: number): Day {
	return new Date(Date.parse(`${on}T00:00:00Z`) + n * DAY).toISOString().slice(0, 10) as Day;
}

/** The same date `n` years later; 29 February becomes 28 February where the year has none (民法典 202). */
export function plusYears(on: Day, n: number): Day {
	const year = String(Number(on.slice(0, 4)) + n).padStart(4, '0');
	const moved = `${year}${on.slice(4)}`;
	return on.endsWith('-02-29') && !isLeap(Number(year)) ? (`${year}-02-28` as Day) : (moved as Day);
}

/** Calendar days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
	return Math.round((Date.parse(b) - Date.parse(a)) / DAY);
}

/** 0 Sunday … 6 Saturday. */
export function weekday(on: Day): number {
	return new Date(`${on}T00:00:00Z`).getUTCDay();
}

function isLeap(year: number): boolean {
	return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
