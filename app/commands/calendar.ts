import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { calendarOf, type HolidayYear } from '#analytics/law/calendar.ts';
import { readCalendarFile } from '#analytics/law/notices/calendar-file.ts';
import { checkYear, countYear, type YearCount } from '#analytics/law/notices/check.ts';
import { compareYears } from '#analytics/law/notices/compare.ts';
import type { CalendarFile } from '#analytics/law/notices/foreign.ts';
import { decodeText } from '../calendars/decode.ts';
import { type Call, type FreeCommand, WrongCall, word } from './command.ts';

/** A year as read, its working days, and what speaks against it. */
type CheckedYear = HolidayYear & { workdays: YearCount; problems: string[] };

/** Shows a calendar file as it was read, year by year; fails where anything in it is not understood or not plausible. */
export const calendarCheck: FreeCommand = {
	usage: 'calendar check 日历文件 [--year 年份]',
	async run(call) {
		const file = readCalendar(call, word(call, 0, '日历文件'));
		const calendar = calendarOf(file.years, file.rules);
		const years: CheckedYear[] = file.years.map(year => ({
			...year,
			workdays: countYear(year.year, calendar),
			problems: checkYear(year, file.rules),
		}));
		const problems = [...new Set([...file.problems, ...years.flatMap(year => year.problems)])];
		const lines = [`日历\t${file.name}`, ...years.flatMap(linesOf), ...problems.map(problem => `问题\t${problem}`)];
		const result = problems.length === 0 ? '未发现问题' : `有${problems.length}个问题`;
		const data = { name: file.name, weekend: file.rules.weekend, years, problems };
		return { lines, result, data, failed: problems.length > 0 };
	},
};

/** What two calendar files differ in, day by day; fails where one of them is not understood. */
export const calendarCompare: FreeCommand = {
	usage: 'calendar compare 日历文件 另一日历文件 [--year 年份]',
	async run(call) {
		const a = readCalendar(call, word(call, 0, '日历文件'));
		const b = readCalendar(call, word(call, 1, '另一日历文件'));
		const problems = [...a.problems.map(said => `前者：${said}`), ...b.problems.map(said => `后者：${said}`)];
		const differences = [...weekends(a, b), ...byYear(a, b)];
		const result = differences.length === 0 ? '没有不同' : `有${differences.length}处不同`;
		const lines = [...differences, ...problems.map(problem => `问题\t${problem}`)];
		return { lines, result, data: { differences, problems }, failed: problems.length > 0 };
	},
};

/**
 * Reads the calendar file that a call names; `--year` says the year where the text does not.
 * Throws WrongCall for a year that is none, Error where the file cannot be read.
 */
export function readCalendar(call: Call, path: string): CalendarFile {
	const { year } = call.options;
	if (year !== undefined && !/^(?:199|20\d)\d$/.test(year)) throw new WrongCall(`--year 应为年份，如 2027：${year}`);
	const text = textOf(resolve(call.cwd, path));
	return readCalendarFile(text, { name: basename(path), ...(year === undefined ? {} : { year: Number(year) }) });
}

/** The text of a file in UTF-8 or GB18030. Throws Error where it cannot be read or is no text. */
export function textOf(path: string): string {
	let bytes: Buffer;
	try {
		bytes = readFileSync(path);
	} catch {
		throw new Error(`读不到文件：${path}，请核对路径`);
	}
	const read = decodeText(bytes);
	if ('refused' in read) throw new Error(`${path}：${read.refused}`);
	return read.text;
}

function linesOf({ year, published, title, off, work, workdays }: CheckedYear): string[] {
	return [
		`${year}年\t${published ? (title ?? '未写明通知') : '未公布'}`,
		...off.map(({ name, from, to }) => `放假\t${from === to ? from : `${from} 至 ${to}`}\t${name}`),
		...work.map(({ name, date }) => `上班\t${date}\t${name}`),
		`工作日\t${workdays.months.map((n, month) => `${month + 1}月${n}`).join(' ')}\t全年${workdays.total}`,
	];
}

function weekends(a: CalendarFile, b: CalendarFile): string[] {
	const [before, after] = [a, b].map(({ rules }) => [...rules.weekend].sort().map(sayDay).join('、') || '无');
	return before === after ? [] : [`每周休息日：前者${before}，后者${after}`];
}

function byYear(a: CalendarFile, b: CalendarFile): string[] {
	const years = [...new Set([...a.years, ...b.years].map(({ year }) => year))].sort();
	return years.flatMap(year => {
		const [before, after] = [a, b].map(file => file.years.find(each => each.year === year));
		if (before !== undefined && after !== undefined) return compareYears(before, after);
		return [`${year}年：只有${before === undefined ? '后者' : '前者'}列出`];
	});
}

function sayDay(day: number): string {
	return `周${'日一二三四五六'[day]}`;
}
