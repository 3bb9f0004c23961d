import { type Calendar, stateCouncil } from '#analytics/law/calendar.ts';
import { type ClockName, clocks } from '#analytics/law/clocks.ts';
import { type Day, type Instant, plusDays, toDay } from '#analytics/law/day.ts';
import { due, workdaysAfter } from '#analytics/law/due.ts';
import { type City, type Item, MERGED, type Organisation, sampleCity } from './city.ts';

/** Where and when the sample's story plays. */
export type Setting = {
	seed: string;
	/** The day of the first start. */
	anchor: Day;
	/** First day told: 18 months before the anchor. */
	begin: Day;
	/** Day on which two bureaus became one: the last 1 March not after the anchor. */
	merger: Day;
	city: City;
	authority: Organisation;
	calendar: Calendar;
	/** The n-th working day after a day; before it where n is negative; 0: the day itself or the last working day before it. */
	workday(from: Day, n: number): Day;
	/** Due day of a clock that starts on a day or at an instant, as the law counts. */
	due(clock: ClockName, start: Day | Instant, extended?: number): Day;
	/** The body that holds a catalogue item on a day: predecessor before the merger, successor from it on. */
	providerOn(item: Item, on: Day): Organisation;
	/** A body as it stood on a day, by slug of before or after the merger. */
	bodyOn(slug: string, on: Day): Organisation;
	/** The platform that does not answer in the four days before the anchor, and for which instants. */
	silent: { platform: string; from: Day; back: Day };
};

/** Everything the story needs to know, from the seed and the day of the first start alone. */
export function openSetting(seed: string, anchor: Day): Setting {
	const city = sampleCity();
	const calendar = stateCouncil();
	const merger = marchFirst(anchor);
	const bodyOn = (slug: string, on: Day) => {
		const gone = MERGED.from.some(one => one === slug);
		return city.bySlug(gone && on >= merger ? MERGED.to : slug);
	};
	return {
		seed,
		anchor,
		begin: monthsBefore(anchor, 18),
		merger,
		city,
		authority: city.bySlug('data'),
		calendar,
		workday: (from, n) => (n < 0 ? beforeIt(calendar, from, -n) : workdaysAfter(from, n, calendar)),
		due: (clock, start, more = 0) => due(clocks[clock], start, more, calendar).on,
		bodyOn,
		providerOn: (item, on) => bodyOn(item.provider, on),
		silent: { platform: '990104-wangchao', from: plusDays(anchor, -4), back: plusDays(anchor, 1) },
	};
}

function marchFirst(anchor: Day): Day {
	const year = Number(anchor.slice(0, 4));
	const own = toDay(`${year}-03-01`);
	return own <= anchor ? own : toDay(`${year - 1}-03-01`);
}

/** The same date so many months earlier; the last of the month where the month has no such date. */
function monthsBefore(on: Day, months: number): Day {
	const count = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1 - months;
	const first = toDay(`${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`);
	const wanted = plusDays(first, Number(on.slice(8)) - 1);
	return wanted.slice(0, 7) === first.slice(0, 7) ? wanted : plusDays(toDay(`${nextMonth(first)}-01`), -1);
}

function nextMonth(first: Day): string {
	return plusDays(first, 31).slice(0, 7);
}

function beforeIt(calendar: Calendar, from: Day, n: number): Day {
	return calendar.dayOf(calendar.no(from) - n + (calendar.isWorkday(from) ? 0 : 1));
}
