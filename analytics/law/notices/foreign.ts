import { type CalendarRules, type HolidayYear, stateCouncilRules } from '../calendar.ts';
import type { Day } from '../day.ts';
import { daysFrom, gather, readDay, sayDate, type ToldDay } from './told.ts';

/** A calendar given as a file: the years it names are published under its own name, all others are provisional. */
export type CalendarFile = { name: string; years: HolidayYear[]; rules: CalendarRules; problems: string[] };

const UNNAMED = '节假日';

/** Rules of a calendar that is not the State Council's: nothing but what the file says. */
export function foreignRules(weekend: readonly number[] = [0, 6]): CalendarRules {
	const unpublished = '所用日历未列该年，暂按周末推算';
	return { weekend, yearly: [], basis: { weekend: null, holiday: null }, unpublished };
}

/**
 * Reads `{name, weekend: [5, 6], off: ['2026-01-01', …], work: […], years: [2026]}`. `weekend`: 0 Sunday … 6 Saturday, by
 * default Saturday and Sunday; a day may also be `{name, date}` or `{name, from, to}`; `years`: those of the days, by default.
 * A year as in `holidays/` (`{year, published, title, …}`) is read too, under the rules of the State Council.
 */
export function readCalendarJson(file: Record<string, unknown>, given: string): CalendarFile {
	const name = [file.name, file.title].find(each => typeof each === 'string' && each !== '') ?? given;
	const problems: string[] = [];
	const days = [...readList(file.off, true, problems), ...readList(file.work, false, problems)];
	const named = readYears(file, days, problems);
	for (const { on } of days) if (!named.includes(yearOf(on))) problems.push(`${sayDate(on)}不在所列年份之内`);
	const rules = 'published' in file ? stateCouncilRules : foreignRules(readWeekend(file.weekend, problems));
	const years = named.map(year => {
		const { off, work, problems: twice } = gather(days.filter(({ on }) => yearOf(on) === year));
		problems.push(...twice);
		const address = typeof file.address === 'string' ? file.address : null;
		return { year, published: file.published !== false, title: String(name), address, off, work };
	});
	return { name: String(name), years, rules, problems };
}

function readList(list: unknown, off: boolean, problems: string[]): ToldDay[] {
	if (list === undefined) return [];
	const field = off ? 'off' : 'work';
	if (!Array.isArray(list)) {
		problems.push(`${field} 应为日期的列表`);
		return [];
	}
	return list.flatMap((entry: unknown) => {
		const days = readEntry(entry, off);
		if (days.length === 0) problems.push(`${field} 中未读懂：${JSON.stringify(entry)}（应为 "2026-01-01" 的形式）`);
		return days;
	});
}

function readEntry(entry: unknown, off: boolean): ToldDay[] {
	const { name, date, from = date, to = from } = typeof entry === 'string' ? { date: entry } : fields(entry);
	const [first, last] = [readDay(from), readDay(to)];
	if (first === null || last === null) return [];
	return daysFrom(first, last).map(on => ({ on, name: typeof name === 'string' && name !== '' ? name : UNNAMED, off }));
}

function fields(entry: unknown): Record<string, unknown> {
	return entry !== null && typeof entry === 'object' ? (entry as Record<string, unknown>) : {};
}

function readYears(file: Record<string, unknown>, days: ToldDay[], problems: string[]): number[] {
	const given = file.years ?? (file.year === undefined ? undefined : [file.year]);
	const years = given === undefined ? days.map(({ on }) => yearOf(on)) : Array.isArray(given) ? given : [];
	const good = years.filter((year): year is number => Number.isInteger(year) && year >= 1990 && year <= 2110);
	if (years.length === 0 || good.length < years.length)
		problems.push('years 应列出年份，如 [2026]，在1990年至2110年之间');
	return [...new Set(good)].sort();
}

function readWeekend(weekend: unknown, problems: string[]): number[] | undefined {
	if (weekend === undefined) return undefined;
	const days = Array.isArray(weekend) ? [...new Set<unknown>(weekend)] : null;
	if (days?.every(isWeekday) && days.length < 7) return days;
	problems.push('weekend 应列出每周的休息日，0 为周日，6 为周六，如 [5, 6]，不能七天都休息');
	return undefined;
}

function isWeekday(day: unknown): day is number {
	return Number.isInteger(day) && Number(day) >= 0 && Number(day) <= 6;
}

function yearOf(on: Day): number {
	return Number(on.slice(0, 4));
}
