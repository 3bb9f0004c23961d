import type { HolidayYear } from '../calendar.ts';
import { readCalendarFile } from './calendar-file.ts';
import { formatOf, readNotice } from './notice.ts';
import { yearOfText } from './text.ts';

/** What is said beside the content: year, title and address of the notice; null where nothing is. */
export type ImportAsked = { year: number | null; title: string | null; address: string | null };

/** A year to be taken into the calendar with everything that was not understood; or why there is nothing to take. */
export type Imported = { year: HolidayYear; problems: string[] } | { refused: string };

/** Days of other years that a notice may name (New Year's Eve); more of them are other years of a longer file. */
const STRAY = 3;

/**
 * Reads what is to become a year of the State Council's calendar: a notice's text, holiday-cn JSON, iCalendar, CSV, or a year
 * as in `holidays/`. The year asked for must be the content's own. With problems the year is only what could be read.
 */
export function readImport(text: string, asked: ImportAsked): Imported {
	if (text.trim() === '') return { refused: '没有内容：请粘贴放假通知的正文，或者选择文件。' };
	const year = yearOf(ownYears(text), asked.year);
	if (typeof year === 'string') return { refused: year };
	const read = readYear(text, { ...asked, year });
	if (read.year.off.length === 0) return { refused: nothing(year, read.problems) };
	if (read.year.published && read.year.title === null) {
		return { refused: '没有写明通知名称，请填写，如“国务院办公厅关于2027年部分节假日安排的通知”。' };
	}
	return read;
}

/** The year to read, from those of the content and the one asked for; or why there is none. */
function yearOf(own: number[], asked: number | null): number | string {
	const year = asked ?? (own.length === 1 ? own[0] : undefined);
	if (year === undefined) {
		return own.length === 0 ? '内容中没有写明年份，请选定年份。' : `文件中有${sayYears(own)}，请选定要登记的一年。`;
	}
	if (year < 2000 || year > 2099) return `年份应在2000年至2099年之间，现为${year}年。`;
	if (own.length === 0 || own.includes(year)) return year;
	return `所给内容是${sayYears(own)}的，选定的是${year}年。请核对年份，或者换用${year}年的通知。`;
}

function nothing(year: number, problems: string[]): string {
	const why = problems.length === 0 ? '' : `（${problems.slice(0, 3).join('；')}）`;
	return `没有从所给内容中读到${year}年的任何放假日，请核对是否选对了内容。${why}`;
}

function readYear(text: string, asked: ImportAsked & { year: number }): { year: HolidayYear; problems: string[] } {
	const { year, title, address } = asked;
	const told = { ...(title === null ? {} : { title }), ...(address === null ? {} : { address }) };
	if (!severalYears(text)) return readNotice(text, { year, ...told });
	const file = readCalendarFile(text, { name: title ?? '' });
	const found = file.years.find(each => each.year === year);
	const none: HolidayYear = { year, published: false, title, address, off: [], work: [] };
	if (found === undefined) return { year: none, problems: file.problems };
	const named = isYearFile(text)
		? { title: title ?? (found.title || null), address: address ?? found.address }
		: { title, address };
	return { year: { ...found, ...named }, problems: file.problems };
}

/** Whether a content is read year by year: a year as in `holidays/`, or a file that holds more than one. */
function severalYears(text: string): boolean {
	return isYearFile(text) || (isList(text) && ownYears(text).length > 1);
}

/** The years that a content says it is about, in order; none where it does not say. */
function ownYears(text: string): number[] {
	if (isList(text)) {
		const days = readCalendarFile(text, { name: '' }).years.map(({ year, off, work }) => ({
			year,
			days: off.length + work.length,
		}));
		const most = Math.max(0, ...days.map(each => each.days));
		return days.filter(each => each.days > STRAY || each.days === most).map(({ year }) => year);
	}
	const year = formatOf(text) === 'text' ? yearOfText(text) : (jsonOf(text)?.year ?? null);
	return typeof year === 'number' ? [year] : [];
}

function isList(text: string): boolean {
	return ['csv', 'ical'].includes(formatOf(text));
}

/** A year as in `holidays/`: JSON that says whether it is published. */
function isYearFile(text: string): boolean {
	return jsonOf(text)?.published !== undefined;
}

function jsonOf(text: string): Record<string, unknown> | null {
	if (formatOf(text) !== 'holiday-cn') return null;
	try {
		return JSON.parse(text.replace(/^\uFEFF/, '')) as Record<string, unknown>;
	} catch {
		return null;
	}
}

function sayYears(years: number[]): string {
	return years.map(year => `${year}年`).join('、');
}
