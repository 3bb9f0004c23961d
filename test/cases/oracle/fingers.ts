/** Days and working days of 2025 to 2028, copied by hand from the notices; shares no code with the product, on purpose. */

const off = [
	['2025-01-01', 1],
	['2025-01-28', 8],
	['2025-04-04', 3],
	['2025-05-01', 5],
	['2025-05-31', 3],
	['2025-10-01', 8],
	['2026-01-01', 3],
	['2026-02-15', 9],
	['2026-04-04', 3],
	['2026-05-01', 5],
	['2026-06-19', 3],
	['2026-09-25', 3],
	['2026-10-01', 7],
	['2027-01-01', 1],
	['2027-02-05', 4],
	['2027-04-05', 1],
	['2027-05-01', 2],
	['2027-06-09', 1],
	['2027-09-15', 1],
	['2027-10-01', 3],
	['2028-01-01', 1],
	['2028-05-01', 2],
	['2028-10-01', 3],
] as const;
const makeUp = [
	'2025-01-26',
	'2025-02-08',
	'2025-04-27',
	'2025-09-28',
	'2025-10-11',
	'2026-01-04',
	'2026-02-14',
	'2026-02-28',
	'2026-05-09',
	'2026-09-20',
	'2026-10-10',
];

export const MINUTE = 60_000;
export const DAY = 1440 * MINUTE;
/** Index of a day: days since 1970-01-01. */
export const indexOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;
export const nameOf = (index: number): string => names[index - FIRST] ?? written(index);
/** Index of the Shanghai day of an instant. */
export const dayAt = (at: number): number => Math.floor((at + 480 * MINUTE) / DAY);
/** 00:00 of a day. */
export const morningOf = (day: number): number => day * DAY - 480 * MINUTE;
/** Minutes since 00:00 of its day. */
export const minuteAt = (at: number): number => Math.floor((at - morningOf(dayAt(at))) / MINUTE);

/** The first days of all holidays, to draw days around them. */
export const holidays: readonly number[] = off.map(([from]) => indexOf(from));

const resting = new Set(off.flatMap(([from, days]) => Array.from({ length: days }, (_, n) => indexOf(from) + n)));
const working = new Set(makeUp.map(indexOf));
const FIRST = indexOf('2024-12-01');
const week = (day: number) => (day + 4) % 7;
const plainly = (day: number) => working.has(day) || (!resting.has(day) && week(day) !== 0 && week(day) !== 6);
const written = (index: number) => new Date(index * DAY).toISOString().slice(0, 10);
const names: readonly string[] = Array.from({ length: 2600 }, (_, n) => written(FIRST + n));
const table: readonly boolean[] = Array.from({ length: 1490 }, (_, n) => plainly(FIRST + n));

export function isWorking(day: number): boolean {
	const known = table[day - FIRST];
	if (known === undefined) throw new RangeError(`${nameOf(day)} 不在第二意见的日历之内`);
	return known;
}

/** The `n`-th working day after a day. */
export function after(day: number, n: number): number {
	let on = day;
	for (let left = n; left > 0; ) if (isWorking(++on)) left--;
	return on;
}

/** Working days after one day, up to and including another. */
export function between(from: number, to: number): number {
	let sum = 0;
	for (let day = from + 1; day <= to; day++) if (isWorking(day)) sum++;
	return sum;
}

/** The day itself where it is a working day, else the next one. */
export function workingFrom(day: number): number {
	let on = day;
	while (!isWorking(on)) on++;
	return on;
}
