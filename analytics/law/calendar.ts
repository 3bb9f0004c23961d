import { type Day, dayNumber, numberToDay, toDay, weekday, yearOf } from './day.ts';
import y2025 from './holidays/2025.json';
import y2026 from './holidays/2026.json';
import y2027 from './holidays/2027.json';

/** One year of holidays, as in `holidays/<year>.json`. */
export type HolidayYear = {
	year: number;
	/** False: the State Council has not announced the year; `off` then lists the statutory days alone. */
	published: boolean;
	/** Title and address of the notice; null while unpublished. */
	title: string | null;
	address: string | null;
	/** Days off, by festival, both ends included. */
	off: { name: string; from: string; to: string }[];
	/** Make-up working days, and the festival they make up for. */
	work: { name: string; date: string }[];
};

/** Days that differ from the State Council's: a regional festival (放假办法第四条), or one-off days off or of work. */
export type Overlay = {
	/** Identity: a later overlay of the same code takes its place. */
	code: string;
	name: string;
	/** Division code of the region where it holds (`450000`); null: everywhere. */
	region: string | null;
	/** Number and title of the document it rests on. */
	document: string;
	off: HolidayYear['off'];
	work: HolidayYear['work'];
};

/** Working days. Years without a published notice are counted on the statutory holidays alone and are provisional. */
export type Calendar = {
	isWorkday(on: Day): boolean;
	/** How many working days lie on or before the day, since 1990-01-01. */
	no(on: Day): number;
	/** The working day with that number. Throws RangeError outside 1990 to 2110. */
	dayOf(no: number): Day;
	/** True where no published notice covers the day's year. */
	provisional(on: Day): boolean;
	/** Why the day differs from a plain working day: 周末, 国庆节放假, 国庆节调休上班; null on a plain working day. */
	reason(on: Day): string | null;
	/** The notice that covers the day's year, or the document of an overlay that names the day; null where there is none. Its address is null where none was given. */
	notice(on: Day): { title: string; address: string | null } | null;
	/** Published years and a fingerprint of the data: changes whenever a due day could. */
	version: string;
	rules: CalendarRules;
};

/** What holds on days that no notice names. */
export type CalendarRules = {
	/** Days of rest of every week, 0 Sunday … 6 Saturday. */
	weekend: readonly number[];
	/** Days off of a year that is not among the given ones: month and day, name. */
	yearly: readonly (readonly [monthDay: string, name: string])[];
	/** What weekends, and holidays of an unpublished year, rest on; null: nothing is cited. */
	basis: { weekend: string | null; holiday: string | null };
	/** Said of a day in a year without a published notice. */
	unpublished: string;
};

/** The rules of the State Council. Lunar days of an unpublished year need a table and are left to the year's file. */
export const stateCouncilRules: CalendarRules = {
	weekend: [0, 6],
	yearly: [
		['01-01', '元旦'],
		['05-01', '劳动节'],
		['05-02', '劳动节'],
		['10-01', '国庆节'],
		['10-02', '国庆节'],
		['10-03', '国庆节'],
	],
	basis: { weekend: '《国务院关于职工工作时间的规定》第七条', holiday: '《全国年节及纪念日放假办法》' },
	unpublished: '该年放假安排尚未公布，暂按法定节日推算',
};

const FIRST = 1990;
const LAST = 2110;

/** The years as shipped: State Council notices of 2025 and 2026, statutory days of 2027. */
export const shippedYears: readonly HolidayYear[] = [y2025, y2026, y2027];

/** The calendar as shipped. */
export function stateCouncil(): Calendar {
	return calendarOf(shippedYears);
}

/**
 * A calendar from years of holidays and overlays, or from those of another country under its own rules. What an overlay
 * says of a day goes before what a year says. Throws RangeError on a day that is none.
 */
export function calendarOf(
	years: readonly HolidayYear[],
	rules: CalendarRules = stateCouncilRules,
	overlays: readonly Overlay[] = [],
): Calendar {
	const published = new Map(years.filter(isPublished).map(year => [year.year, year]));
	const unpublished = Array.from({ length: LAST - FIRST + 1 }, (_, n) => !published.has(FIRST + n));
	const named = namedDays(years, rules);
	for (const { off, work, document } of overlays) nameDays(named, off, work, document);
	const { before, workdays } = count(named, rules);
	const data = rules === stateCouncilRules && overlays.length === 0 ? years : [years, rules, overlays];
	const no = (on: Day) => before[dayNumber(on) - ORIGIN + 1] ?? outside(on);
	const isWorkday = (on: Day) => no(on) > (before[dayNumber(on) - ORIGIN] ?? 0);
	return {
		no,
		isWorkday,
		dayOf: n => numberToDay(workdays[n - 1] ?? outside(`第${n}个工作日`)),
		provisional: on => unpublished[yearOf(on) - FIRST] ?? true,
		reason(on) {
			const name = named.get(dayNumber(on));
			if (name !== undefined) return name.off ? `${name.name}放假` : `${name.name}调休上班`;
			return isWorkday(on) ? null : '周末';
		},
		notice(on) {
			const document = named.get(dayNumber(on))?.document;
			if (document !== undefined) return { title: document, address: null };
			const year = published.get(Number(on.slice(0, 4)));
			return year === undefined ? null : { title: year.title, address: year.address };
		},
		version: `${[...published.keys()].sort().join('+')}·${fingerprint(JSON.stringify(data))}`,
		rules,
	};
}

/** `document`: of the overlay that names the day. */
type Named = Map<number, { name: string; off: boolean; document?: string }>;

const ORIGIN = dayNumber(toDay(`${FIRST}-01-01`));
const END = dayNumber(toDay(`${LAST}-12-31`));

/** Every day that a calendar counts, in order. */
export function* calendarDays(): Generator<Day> {
	for (let n = ORIGIN; n <= END; n++) yield numberToDay(n);
}

function isPublished(year: HolidayYear): year is HolidayYear & { title: string } {
	return year.published && year.title !== null;
}

function namedDays(years: readonly HolidayYear[], { yearly }: CalendarRules): Named {
	const named: Named = new Map();
	const told = new Set(years.map(year => year.year));
	for (let year = FIRST; year <= LAST; year++) {
		if (told.has(year)) continue;
		for (const [date, name] of yearly) nameAll(named, name, `${year}-${date}`, `${year}-${date}`);
	}
	for (const { off, work } of years) nameDays(named, off, work);
	return named;
}

function nameDays(named: Named, off: HolidayYear['off'], work: HolidayYear['work'], document?: string): void {
	const told = document === undefined ? {} : { document };
	for (const { name, from, to } of off) nameAll(named, name, from, to, told);
	for (const { name, date } of work) named.set(dayNumber(toDay(date)), { name, off: false, ...told });
}

function nameAll(named: Named, name: string, from: string, to: string, told: { document?: string } = {}): void {
	const last = dayNumber(toDay(to));
	for (let n = dayNumber(toDay(from)); n <= last; n++) named.set(n, { name, off: true, ...told });
}

/** `before[i]`: working days before the i-th day; `workdays`: day numbers of all working days, in order. */
function count(named: Named, { weekend }: CalendarRules): { before: Int32Array; workdays: Int32Array } {
	const before = new Int32Array(END - ORIGIN + 2);
	const workdays = new Int32Array(END - ORIGIN + 1);
	const rests = Array.from({ length: 7 }, (_, day) => weekend.includes(day));
	let sum = 0;
	let ofWeek = weekday(numberToDay(ORIGIN));
	for (let n = ORIGIN; n <= END; n++) {
		const rest = named.get(n)?.off ?? rests[ofWeek];
		if (!rest) workdays[sum++] = n;
		before[n - ORIGIN + 1] = sum;
		ofWeek = (ofWeek + 1) % 7;
	}
	return { before, workdays: workdays.subarray(0, sum) };
}

function outside(asked: string): never {
	throw new RangeError(`超出工作日历范围（${FIRST}年至${LAST}年）：${asked}`);
}

/** FNV-1a, 32 bits, as eight hexadecimal digits. */
function fingerprint(text: string): string {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	return (hash >>> 0).toString(16).padStart(8, '0');
}
