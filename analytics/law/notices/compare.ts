import type { HolidayYear } from '../calendar.ts';
import type { Day } from '../day.ts';
import { sayDate, sayTold, type ToldDay, tellingOf } from './told.ts';

/** What two tellings of a year differ in, day by day, in Chinese sentences; empty where they agree. */
export function compareYears(a: HolidayYear, b: HolidayYear): string[] {
	if (a.year !== b.year) return [`年份不同：前者${a.year}年，后者${b.year}年`];
	const status = a.published === b.published ? [] : [`前者${sayStatus(a)}，后者${sayStatus(b)}`];
	return [...status, ...differing(a, b).map(({ on, before, after }) => `${sayDate(on)}：前者${before}，后者${after}`)];
}

/**
 * What taking `next` in the place of `known` would lose: days off or make-up days that are known already and would no
 * longer be so, in Chinese sentences. A festival's new name loses nothing.
 */
export function supersedes(known: HolidayYear, next: HolidayYear): string[] {
	if (known.year !== next.year) return [`年份不同：已有的是${known.year}年，导入的是${next.year}年`];
	const status = known.published && !next.published ? [`${known.year}年已经公布，导入的却是未公布`] : [];
	const later = dayMap(next);
	const lost = [...dayMap(known).values()].filter(day => later.get(day.on)?.off !== day.off);
	return [
		...status,
		...lost.map(day => `将失去已有的${sayDate(day.on)}：原为${sayTold(day)}，导入后${say(day.on, later)}`),
	];
}

function differing(a: HolidayYear, b: HolidayYear): { on: Day; before: string; after: string }[] {
	const [first, second] = [dayMap(a), dayMap(b)];
	return [...new Set([...first.keys(), ...second.keys()])]
		.sort()
		.map(on => ({ on, before: say(on, first), after: say(on, second) }))
		.filter(({ before, after }) => before !== after);
}

function dayMap(year: HolidayYear): Map<Day, ToldDay> {
	return new Map(tellingOf(year).map(day => [day.on, day]));
}

function say(on: Day, days: Map<Day, ToldDay>): string {
	const told = days.get(on);
	return told === undefined ? '未列' : sayTold(told);
}

function sayStatus({ published }: HolidayYear): string {
	return published ? '已公布' : '未公布';
}
