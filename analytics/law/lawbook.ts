import {
	type Calendar,
	calendarOf,
	type HolidayYear,
	type Overlay,
	shippedYears,
	stateCouncilRules,
} from './calendar.ts';
import { defaultPolicies, type Policy } from './policy.ts';

/** The law as data at one moment: what clocks are counted by besides the events of a case. */
export type Lawbook = {
	policies: readonly Policy[];
	/** Years of the State Council's calendar. */
	years: readonly HolidayYear[];
	/** Regional festivals and one-off days. */
	overlays: readonly Overlay[];
};

/** What the authority puts into force, by a document: one version of a policy, one year of holidays, or an overlay. */
export type Enactment =
	| { kind: 'policy'; policy: Policy }
	| { kind: 'year'; year: HolidayYear }
	| { kind: 'overlay'; overlay: Overlay };

/** The lawbook as shipped. */
export const shipped: Lawbook = { policies: defaultPolicies, years: shippedYears, overlays: [] };

/** The lawbook after an enactment: it replaces the version of the same effective day, the same year, the overlay of the same code. */
export function enact(book: Lawbook, enactment: Enactment): Lawbook {
	switch (enactment.kind) {
		case 'policy':
			return { ...book, policies: replaced(book.policies, enactment.policy, ({ effective }) => effective) };
		case 'year':
			return { ...book, years: replaced(book.years, enactment.year, ({ year }) => year) };
		case 'overlay':
			return { ...book, overlays: replaced(book.overlays, enactment.overlay, ({ code }) => code) };
	}
}

function replaced<T>(list: readonly T[], item: T, keyOf: (each: T) => string | number): T[] {
	return [...list.filter(each => keyOf(each) !== keyOf(item)), item];
}

/** The working-day calendars of a lawbook: the State Council's, and one for every region with days of its own. */
export type Calendars = {
	/** The calendar that holds everywhere. */
	common: Calendar;
	/** The calendar of a division code (`450103`); the common one where nothing of its own holds there, or the region is not known. */
	of(region: string | null): { key: string; calendar: Calendar };
	/** Every calendar by key: '' the common one, else the division code of the widest region it holds in. */
	all: ReadonlyMap<string, Calendar>;
};

export function calendarsOf({ years, overlays }: Lawbook): Calendars {
	const keys = ['', ...new Set(overlays.flatMap(({ region }) => region ?? []))];
	const all = new Map(keys.map(key => [key, calendarOf(years, stateCouncilRules, overlays.filter(holdsIn(key)))]));
	const byWidth = keys.filter(key => key !== '').sort((a, b) => stem(b).length - stem(a).length || (a < b ? -1 : 1));
	const common = all.get('') as Calendar;
	return {
		common,
		all,
		of(region) {
			const key = region === null ? undefined : byWidth.find(each => covers(each, region));
			return key === undefined ? { key: '', calendar: common } : { key, calendar: all.get(key) ?? common };
		},
	};
}

/** The overlays that hold in a division; those that hold everywhere for null. */
export function overlaysIn({ overlays }: Lawbook, region: string | null): Overlay[] {
	return overlays.filter(holdsIn(region ?? ''));
}

function holdsIn(key: string): (overlay: Overlay) => boolean {
	return ({ region }) => region === null || (key !== '' && covers(region, key));
}

/** Whether a division lies in another one or is it: 450000 covers 450100, which covers 450103. */
export function covers(region: string, other: string): boolean {
	return other.startsWith(stem(region));
}

function stem(region: string): string {
	return region.replace(/(?:00)+$/, '');
}
