/** Working days of 2025 to 2027, copied by hand from the notices; shares no code with the product, on purpose. */

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

const DAY = 86_400_000;
/** Index of a day: days since 1970-01-01. */
export const indexOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;
export const nameOf = (index: number): string => new Date(index * DAY).toISOString().slice(0, 10);
/** Index of the Shanghai day of an instant. */
export const dayAt = (at: number): number => Math.floor((at + 8 * 3_600_000) / DAY);

const resting = new Set<number>();
for (const [from, days] of off) for (let n = 0; n < days; n++) resting.add(indexOf(from) + n);
const working = new Set(makeUp.map(indexOf));

export function isWorking(day: number): boolean {
	if (working.has(day)) return true;
	const ofWeek = (day + 4) % 7;
	return !resting.has(day) && ofWeek !== 0 && ofWeek !== 6;
}
