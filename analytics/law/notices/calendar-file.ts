import { stateCouncilRules } from '../calendar.ts';
import type { Day } from '../day.ts';
import { readCsv } from './csv.ts';
import { isFestival } from './festivals.ts';
import { type CalendarFile, foreignRules, readCalendarJson } from './foreign.ts';
import { readIcal } from './ical.ts';
import { formatOf, readNotice, toYear } from './notice.ts';
import { yearOfText } from './text.ts';
import { gather, type Told } from './told.ts';

/** `name` stands in for a calendar without a name; `year`: the one of the notice, where the text does not say. */
type Asked = { name: string; year?: number };

/**
 * Reads a calendar for trying out due days: JSON `{name, weekend, off, work, years}`, a year as in `holidays/`, holiday-cn
 * JSON, iCalendar, CSV, or a notice's text. CSV and iCalendar without `year` may hold several years; they are the State
 * Council's where they name one of its festivals. With problems the years are only what could be read.
 */
export function readCalendarFile(text: string, asked: Asked): CalendarFile {
	const content = text.replace(/^\uFEFF/, '');
	const format = formatOf(content);
	if (format === 'holiday-cn') return readJson(content, asked);
	if (format === 'text') return oneYear(content, asked.year ?? yearOfText(content), asked.name);
	const told = format === 'csv' ? readCsv(content) : readIcal(content);
	const rules = told.days.some(({ name }) => isFestival(name)) ? stateCouncilRules : foreignRules();
	return { name: asked.name, rules, ...yearsOf(told, asked) };
}

function readJson(text: string, asked: Asked): CalendarFile {
	try {
		const file = JSON.parse(text) as Record<string, unknown>;
		if (!Array.isArray(file.days)) return readCalendarJson(file, asked.name);
		return oneYear(text, asked.year ?? (typeof file.year === 'number' ? file.year : null), asked.name);
	} catch (error) {
		const problems = [`不是有效的 JSON：${(error as Error).message}`];
		return { name: asked.name, years: [], rules: foreignRules(), problems };
	}
}

function oneYear(text: string, year: number | null, name: string): CalendarFile {
	if (year === null)
		return { name, years: [], rules: stateCouncilRules, problems: ['没有写明年份，请加 --year，如 --year 2027'] };
	const read = readNotice(text, { year, title: name });
	return { name: read.year.title ?? name, years: [read.year], rules: stateCouncilRules, problems: read.problems };
}

/** All days as the asked year, or each under its own. */
function yearsOf(told: Told, { name, year }: Asked): Pick<CalendarFile, 'years' | 'problems'> {
	const found = year === undefined ? [...new Set(told.days.map(({ on }) => yearOf(on)))].sort() : [year];
	const years = found.map(each => {
		const days = year === undefined ? told.days.filter(({ on }) => yearOf(on) === each) : told.days;
		return toYear({ ...told, days, problems: [] }, { year: each, title: name }).year;
	});
	const nothing = told.days.length === 0 ? ['没有读到任何放假日'] : [];
	return { years, problems: [...told.problems, ...gather(told.days).problems, ...nothing] };
}

function yearOf(on: Day): number {
	return Number(on.slice(0, 4));
}
