import type { Calendar, Overlay } from '#analytics/law/calendar.ts';
import { type Day, plusDays, toDay, weekday } from '#analytics/law/day.ts';
import { type Calendars, type Lawbook, overlaysIn } from '#analytics/law/lawbook.ts';
import { countYear, type YearCount } from '#analytics/law/notices/check.ts';
import { overlayDays } from '#analytics/law/notices/check-overlay.ts';

/** A day that is not a plain working day. */
export type Mark = {
	day: Day;
	/** rest: weekend · off: a festival or one-off day off · work: a working day at the weekend. */
	kind: 'rest' | 'off' | 'work';
	/** Why, in words: 周末, 国庆节放假, 国庆节调休上班. */
	says: string;
	/** The overlay that makes it so, and whether it holds in one region alone; null: the State Council's notice. */
	overlay: { document: string; regional: boolean } | null;
};

/** One year of a calendar as it is drawn. `region`: where it holds; null: everywhere. */
export type Picture = { year: number; region: string | null; count: YearCount; marks: Mark[] };

/** Draws one year of a lawbook's calendar for a region (null: the State Council's with what holds everywhere). */
export function pictureOf(
	{ calendars, book }: { calendars: Calendars; book: Lawbook },
	year: number,
	region: string | null,
): Picture {
	const { calendar } = calendars.of(region);
	const named = overlaidDays(overlaysIn(book, region));
	const marks: Mark[] = [];
	for (let day = toDay(`${year}-01-01`); day.startsWith(String(year)); day = plusDays(day, 1)) {
		const mark = markOf(day, calendar, named);
		if (mark !== null) marks.push(mark);
	}
	return { year, region, count: countYear(year, calendar), marks };
}

function overlaidDays(overlays: readonly Overlay[]): Map<Day, Overlay> {
	return new Map(overlays.flatMap(overlay => overlayDays(overlay).map(({ on }) => [on, overlay] as const)));
}

function markOf(day: Day, calendar: Calendar, named: ReadonlyMap<Day, Overlay>): Mark | null {
	const isWeekend = calendar.rules.weekend.includes(weekday(day));
	const isWorkday = calendar.isWorkday(day);
	const by = named.get(day);
	const overlay = by === undefined ? null : { document: by.document, regional: by.region !== null };
	const says = calendar.reason(day);
	if (says === null || (isWorkday && !isWeekend)) return null;
	if (isWorkday) return { day, kind: 'work', says, overlay };
	return { day, kind: says === '周末' ? 'rest' : 'off', says, overlay };
}

/** The regions that have days of their own, in order of code. */
export function regionsOf({ overlays }: Lawbook): string[] {
	const own = overlays.filter(({ off, work }) => off.length + work.length > 0);
	return [...new Set(own.flatMap(({ region }) => region ?? []))].sort();
}
