import type { HolidayYear, Overlay } from '#analytics/law/calendar.ts';
import { countYear, type YearCount } from '#analytics/law/notices/check.ts';
import type { Asked } from '#app/asked.ts';
import type { OverlayDraft } from '#app/calendars/draft.ts';
import { type Picture, pictureOf, regionsOf } from '#app/calendars/picture.ts';
import type { House } from '#app/context.ts';
import { Refusal } from '#app/refusal.ts';
import { regionName } from '#app/words/regions.ts';
import { type Framed, framed } from './frame.server.ts';

/** A region to choose: its code, or empty for what holds everywhere. */
export type RegionChoice = { value: string; name: string };

export type CalendarsData = Framed & {
	/** Version of the calendar of the chosen region. */
	version: string;
	region: string;
	regions: RegionChoice[];
	years: (Pick<HolidayYear, 'year' | 'published' | 'title' | 'address'> & { count: YearCount })[];
	/** Regional festivals and one-off days in force, those withdrawn left out. */
	overlays: Overlay[];
};

/** Every year known, counted for a region (empty: everywhere), and the overlays. Throws Refusal 404 for a region without days of its own. */
export async function calendarsData(asked: Asked, context: House, region: string): Promise<CalendarsData> {
	const law = context.store.lawAt(asked.known);
	const regions = regionChoices(asked, context, region);
	const { calendar } = law.calendars.of(region || null);
	const years = [...law.book.years].sort((a, b) => a.year - b.year);
	return {
		...(await framed(asked, context)),
		version: calendar.version,
		region,
		regions,
		years: years.map(({ year, published, title, address }) => {
			return { year, published, title, address, count: countYear(year, calendar) };
		}),
		overlays: law.book.overlays.filter(({ off, work }) => off.length + work.length > 0),
	};
}

export type YearData = Framed & {
	version: string;
	region: string;
	regions: RegionChoice[];
	year: HolidayYear;
	picture: Picture;
	/** Documents of the overlays that hold there in the year. */
	overlays: Overlay[];
	neighbours: { before: number | null; after: number | null };
};

/** One year as a calendar. Throws Refusal 404 where the year is not known or the region has no days of its own. */
export async function yearData(asked: Asked, context: House, yearText: string, region: string): Promise<YearData> {
	const law = context.store.lawAt(asked.known);
	const year = law.book.years.find(each => String(each.year) === yearText);
	if (year === undefined) {
		throw new Refusal(
			404,
			'no_year',
			`系统中没有“${yearText}”年的工作日历。请从工作日历页面选择年份，或者由系统管理员导入。`,
		);
	}
	const regions = regionChoices(asked, context, region);
	const picture = pictureOf(law, year.year, region || null);
	const documents = new Set(picture.marks.flatMap(({ overlay }) => overlay?.document ?? []));
	const known = law.book.years.map(each => each.year);
	return {
		...(await framed(asked, context)),
		version: law.calendars.of(region || null).calendar.version,
		region,
		regions,
		year,
		picture,
		overlays: law.book.overlays.filter(({ document }) => documents.has(document)),
		neighbours: {
			before: known.includes(year.year - 1) ? year.year - 1 : null,
			after: known.includes(year.year + 1) ? year.year + 1 : null,
		},
	};
}

function regionChoices(asked: Asked, context: House, region: string): RegionChoice[] {
	const regions = regionsOf(context.store.lawAt(asked.known).book);
	if (region !== '' && !regions.includes(region)) {
		throw new Refusal(404, 'no_region', `没有为地区“${region}”单独登记的放假日，适用全国的工作日历。`);
	}
	return [{ value: '', name: '全国' }, ...regions.map(value => ({ value, name: regionName(value) }))];
}

/** An overlay in force as the draft of its next version; an empty draft for an empty code. Throws Refusal 404. */
export function overlayDraft({ store }: Pick<House, 'store'>, code: string): OverlayDraft {
	if (code === '') {
		return { kind: 'overlay', code, name: '', region: '', document: '', off: '', work: '' };
	}
	const known = store.lawAt(store.position()).book.overlays.find(each => each.code === code);
	if (known === undefined) {
		throw new Refusal(404, 'no_overlay', '没有这一项地方放假日或者一次性安排。请从工作日历页面重新选择。');
	}
	const { name, region, document } = known;
	const off = known.off.map(({ from, to }) => (from === to ? from : `${from} 至 ${to}`)).join('\n');
	const work = known.work.map(({ date }) => date).join('\n');
	return { kind: 'overlay', code, name, region: region ?? '', document, off, work };
}
