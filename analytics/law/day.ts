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
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || numberToDay(dayNumber(text as Day)) !== text) {
		throw new RangeError(`不是有效日期：${text}（应为 2026-11-21 的形式）`);
	}
	return text as Day;
}

/** The legal date on which an instant falls (民法典 201: the hour does not matter). */
export function dayOf(at: Instant): Day {
	return numberToDay(dayNumberOf(at));
}

/** The same as a number: calendar days from 1970-01-01. */
export function dayNumberOf(at: Instant): number {
	return Math.floor((at + SHANGHAI) / DAY);
}

/** 00:00 of a day. */
export function startOf(on: Day): Instant {
	return dayNumber(on) * DAY - SHANGHAI;
}

/** 24:00 of a day: the first instant that no longer belongs to it (民法典 203(2)). */
export function endOf(on: Day): Instant {
	return startOf(on) + DAY;
}

/** A time of day, `17:30`, on a day. */
export function timeOn(on: Day, time: string): Instant {
	return startOf(on) + (two(time, 0) * 60 + two(time, 3)) * 60_000;
}

/** The day `n` calendar days later (earlier when negative). */
export function plusDays(on: Day, n: number): Day {
	return numberToDay(dayNumber(on) + n);
}

/** The same date `n` years later; 29 February becomes 28 February where the year has none (民法典 202). */
export function plusYears(on: Day, n: number): Day {
	const year = String(Number(on.slice(0, 4)) + n).padStart(4, '0');
	const moved = `${year}${on.slice(4)}`;
	return on.endsWith('-02-29') && !isLeap(Number(year)) ? (`${year}-02-28` as Day) : (moved as Day);
}

/** Calendar days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
	return dayNumber(b) - dayNumber(a);
}

/** The year of a day. */
export function yearOf(on: Day): number {
	return two(on, 0) * 100 + two(on, 2);
}

/** 0 Sunday … 6 Saturday. */
export function weekday(on: Day): number {
	return (((dayNumber(on) + 4) % 7) + 7) % 7;
}

/** Calendar days from 1970-01-01, which is 0. */
export function dayNumber(on: Day): number {
	const month = two(on, 5);
	const year = yearOf(on) - (month <= 2 ? 1 : 0);
	const century = Math.floor(year / 100);
	const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + two(on, 8) - 1;
	return year * 365 + Math.floor(year / 4) - century + Math.floor(century / 4) + dayOfYear - 719_468;
}

/** The day that lies `n` calendar days after 1970-01-01. Gregorian calendar, years 0 to 9999. */
export function numberToDay(n: number): Day {
	return NAMES[n - FIRST_NAMED] ?? written(n);
}

function written(n: number): Day {
	const z = n + 719_468;
	const era = Math.floor(z / 146_097);
	const ofEra = z - era * 146_097;
	const yearOfEra = Math.floor(
		(ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
	);
	const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shifted = Math.floor((5 * ofYear + 2) / 153);
	const month = shifted < 10 ? shifted + 3 : shifted - 9;
	const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
	return `${pad(year, 4)}-${pad(month, 2)}-${pad(ofYear - Math.floor((153 * shifted + 2) / 5) + 1, 2)}` as Day;
}

/** The days of 2000 to 2049, written once: folding writes millions of them a second. */
const FIRST_NAMED = 10_957;
const NAMES: readonly Day[] = Array.from({ length: 18_263 }, (_, n) => written(FIRST_NAMED + n));

/** The number of two digits of a text, from a place on. */
function two(text: string, at: number): number {
	return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 11 * ZERO;
}

const ZERO = '0'.charCodeAt(0);

function pad(value: number, width: number): string {
	return String(value).padStart(width, '0');
}

function isLeap(year: number): boolean {
	return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
