import { type Calendar, type CalendarRules, calendarOf, type HolidayYear, stateCouncilRules } from '../calendar.ts';
import { type Day, toDay, weekday } from '../day.ts';
import { type Festival, festivalsOf } from './festivals.ts';
import { dayOfParts, daysFrom, gather, readDay, sayDate, type ToldDay, tellingOf } from './told.ts';

const FEWEST = 240;
const MOST = 255;

/** Working days of a year, by month (twelve numbers) and in all. */
export type YearCount = { months: number[]; total: number };

/** Counts the working days of a year from 1990 to 2110. */
export function countYear(year: number, calendar: Calendar): YearCount {
	const months = Array.from({ length: 12 }, (_, month) =>
		daysOfMonth(year, month + 1).reduce((sum, on) => sum + (calendar.isWorkday(on) ? 1 : 0), 0),
	);
	return { months, total: months.reduce((sum, n) => sum + n, 0) };
}

/**
 * What makes a year implausible, in Chinese sentences; empty where nothing does. Under the rules of the State Council also:
 * 240 to 255 working days, every statutory festival with its days (放假办法第二条), days off of a festival adjoining.
 */
export function checkYear(year: HolidayYear, rules: CalendarRules = stateCouncilRules): string[] {
	const broken = brokenDays(year);
	if (broken.length > 0) return broken;
	const days = tellingOf(year);
	const structure = [...gather(days).problems, ...makeUpDays(days, rules), ...otherYears(year, days)];
	if (rules !== stateCouncilRules) return structure;
	return [...structure, ...implausible(year), ...missing(year, days), ...apart(days, rules)];
}

function brokenDays({ year, off, work }: HolidayYear): string[] {
	if (!Number.isInteger(year) || year < 1990 || year > 2110) return [`年份应在1990年至2110年之间：${year}`];
	const none = [...off.flatMap(({ from, to }) => [from, to]), ...work.map(({ date }) => date)]
		.filter(date => readDay(date) === null)
		.map(date => `日历中没有这一天：${date}`);
	const reversed = off
		.filter(({ from, to }) => to < from)
		.map(({ name, from, to }) => `${name}止日${to}早于起日${from}`);
	return [...none, ...reversed];
}

function makeUpDays(days: ToldDay[], { weekend }: CalendarRules): string[] {
	return days
		.filter(({ on, off }) => !off && !weekend.includes(weekday(on)))
		.map(({ on, name }) => `${name}的调休上班日${sayDate(on)}不是休息日，本来就上班`);
}

function otherYears({ year }: HolidayYear, days: ToldDay[]): string[] {
	return days
		.filter(({ on }) => Number(on.slice(0, 4)) !== year)
		.map(({ on }) => `${sayDate(on)}不在${year}年，采用后会改动${on.slice(0, 4)}年的日历`);
}

function implausible(year: HolidayYear): string[] {
	const { total } = countYear(year.year, calendarOf([year]));
	if (total >= FEWEST && total <= MOST) return [];
	return [`全年${total}个工作日，不合常理（应为${FEWEST}–${MOST}个）`];
}

function missing({ year }: HolidayYear, days: ToldDay[]): string[] {
	const off = days.filter(day => day.off);
	return festivalsOf(year).flatMap(festival => {
		const lack = lackOf(festival, year, off);
		return lack === null ? [] : [`缺少法定节日${festival.name}：${lack}`];
	});
}

function lackOf(festival: Festival, year: number, off: ToldDay[]): string | null {
	if ('on' in festival) {
		const absent = festival.on.map(date => toDay(`${year}-${date}`)).filter(date => !off.some(day => day.on === date));
		return absent.length === 0 ? null : `${absent.map(sayDate).join('、')}没有放假`;
	}
	const { name, days, between } = festival;
	const found = off.filter(day => day.name.includes(name) && within(day.on, year, between)).length;
	return found >= days ? null : `应在${between.join('至')}之间放假不少于${days}天，所列为${found}天`;
}

function within(on: Day, year: number, [from, to]: readonly [string, string]): boolean {
	return on >= `${year}-${from}` && on <= `${year}-${to}`;
}

/** Between the first and the last day off of a festival nobody works. */
function apart(days: ToldDay[], { weekend }: CalendarRules): string[] {
	return [...festivalDays(days)].flatMap(([name, on]) => {
		const gaps = daysFrom(on[0] as Day, on.at(-1) as Day).filter(
			day => !on.includes(day) && !weekend.includes(weekday(day)),
		);
		return gaps.length === 0 ? [] : [`${name}的放假日不相连：中间${gaps.map(sayDate).join('、')}没有放假`];
	});
}

function festivalDays(days: ToldDay[]): Map<string, Day[]> {
	const found = new Map<string, Day[]>();
	for (const { on, name, off } of days) if (off) found.set(name, [...(found.get(name) ?? []), on].sort());
	return found;
}

function daysOfMonth(year: number, month: number): Day[] {
	return Array.from({ length: 31 }, (_, n) => dayOfParts(year, month, n + 1)).filter(day => day !== null);
}
