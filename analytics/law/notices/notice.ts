import type { HolidayYear } from '../calendar.ts';
import { looksLikeCsv, readCsv } from './csv.ts';
import { readHolidayCn } from './holiday-cn.ts';
import { readIcal } from './ical.ts';
import { readText } from './text.ts';
import { gather, type Told } from './told.ts';

const readers = {
	'holiday-cn': readHolidayCn,
	ical: readIcal,
	csv: readCsv,
	text: readText,
} satisfies Record<string, (text: string, year: number) => Told>;

/** In which form a notice is given: the holiday-cn JSON, iCalendar, CSV, or its text. */
export type NoticeFormat = keyof typeof readers;

/** The notice's year; form, title and address where the text itself does not tell them. */
export type NoticeAsked = { year: number; format?: NoticeFormat; title?: string; address?: string };

/**
 * Reads a State Council notice into a year of the calendar (放假办法, 国务院办公厅 yearly notices).
 * `problems` are Chinese sentences: everything that was not understood or contradicts itself. Nothing is guessed; with
 * problems the year is what could be read, to be shown but not to be counted on. Whether it is plausible: `checkYear`.
 */
export function readNotice(text: string, asked: NoticeAsked): { year: HolidayYear; problems: string[] } {
	const content = text.replace(/^\uFEFF/, '');
	const told = readers[asked.format ?? formatOf(content)](content, asked.year);
	return toYear(told, asked);
}

/** What a reader found as a year; unpublished where no day was found. */
export function toYear(told: Told, asked: NoticeAsked): { year: HolidayYear; problems: string[] } {
	const { off, work, problems } = gather(told.days);
	const title = told.title ?? asked.title ?? null;
	const found = [...told.problems, ...problems];
	if (off.length === 0) found.push(`没有读到${asked.year}年的任何放假日`);
	else if (title === null) found.push('没有写明通知名称，请补充名称（如有，连同网址）');
	const published = off.length > 0;
	const year = { year: asked.year, published, title, address: told.address ?? asked.address ?? null, off, work };
	return { year, problems: found };
}

/** The form of a text, by its beginning. */
export function formatOf(text: string): NoticeFormat {
	const start = text.replace(/^\uFEFF/, '').trimStart();
	if (start.startsWith('{')) return 'holiday-cn';
	if (/^BEGIN:VCALENDAR/i.test(start)) return 'ical';
	return looksLikeCsv(start) ? 'csv' : 'text';
}
