import type { Calendar } from '#analytics/law/calendar.ts';
import { type Day, dayOf, plusDays, toDay } from '#analytics/law/day.ts';
import type { Connect, Source } from '#analytics/ledger/sources.ts';
import { coverageBodies, coveragePlatforms } from '#analytics/measures/coverage.ts';
import type { Row } from '#analytics/measures/measure.ts';
import type { Asked } from '#app/asked.ts';
import type { House } from '#app/context.ts';

/** Days of platforms in a span, by whether what they count has arrived. */
export type PlatformDays = { complete: number; short: number; silent: number; unchecked: number };

/** How complete the reporting was up to a day, and in the span asked about: every figure stands beside it. */
export type Coverage = {
	/** Registered platforms, our own acts excluded. */
	platforms: number;
	/** Platforms whose daily reconciliation report is up to date. */
	reporting: number;
	/** Platforms without one for a whole working day or more; `since`: the first working day that is missing. */
	silent: { code: string; name: string; since: Day }[];
	/** Platforms that never sent one: whether they told everything cannot be checked. */
	unchecked: { code: string; name: string }[];
	/** No platform is silent. */
	complete: boolean;
	/** Platform-days of the span. */
	days: PlatformDays;
};

/** Our own acts are a source too, and never silent. */
export const OFFICE = 'office';

/** The coverage on the day and in the span asked about. */
export async function coverageOf(asked: Asked, context: House): Promise<Coverage> {
	const { as_of, known, period } = asked;
	const [registered, told] = await Promise.all([
		context.sources.list(),
		context.store.ask(coveragePlatforms, { as_of, known, visible: null, from: period.from, to: period.to }),
	]);
	const rows = new Map(told.map(row => [row.source_id, row]));
	const platforms = registered.filter(source => source.code !== OFFICE);
	return settle(
		platforms.map(source => standingOf(source, rows.get(source.id))),
		as_of,
		context.store.lawAt(known).calendars.common,
	);
}

type Platform = PlatformDays & {
	code: string;
	name: string;
	kind: Connect['kind'];
	createdOn: Day;
	/** It has sent a heartbeat at some time. */
	beats: boolean;
	silentSince: Day | null;
};

/** Settles each platform to reporting, silent or unchecked on a day. Pure. */
export function settle(platforms: Platform[], on: Day, calendar: Calendar): Coverage {
	const silent: Coverage['silent'] = [];
	const unchecked: Coverage['unchecked'] = [];
	for (const { code, name, kind, createdOn, beats, silentSince } of platforms) {
		if (!beats && kind !== 'http') {
			unchecked.push({ code, name });
			continue;
		}
		const since = beats ? silentSince : neverSince(createdOn, on, calendar);
		if (since !== null) silent.push({ code, name, since });
	}
	const reporting = platforms.length - silent.length - unchecked.length;
	const days = sumOf(platforms);
	return { platforms: platforms.length, reporting, silent, unchecked, complete: silent.length === 0, days };
}

/** A platform that is pulled and never sent a heartbeat owes one from the first working day after its registration on. */
function neverSince(createdOn: Day, on: Day, calendar: Calendar): Day | null {
	if (createdOn >= on) return null;
	const next = calendar.dayOf(calendar.no(createdOn) + 1);
	return next <= plusDays(on, -1) ? next : null;
}

function standingOf(source: Source, row: Row<typeof coveragePlatforms> | undefined): Platform {
	const { code, name, connect, createdAt } = source;
	const none = { complete: 0, short: 0, silent: 0, unchecked: 0 };
	const since = row?.silent_since ?? null;
	return {
		...(row ?? none),
		...{ code, name, kind: connect.kind, createdOn: dayOf(createdAt) },
		beats: (row?.last_heartbeat_on ?? null) !== null,
		silentSince: since === null ? null : toDay(since),
	};
}

function sumOf(platforms: readonly PlatformDays[]): PlatformDays {
	const sum = (state: keyof PlatformDays) => platforms.reduce((total, platform) => total + platform[state], 0);
	return { complete: sum('complete'), short: sum('short'), silent: sum('silent'), unchecked: sum('unchecked') };
}

/** How complete the reporting behind one body's figures was. */
export type BodyCoverage = Pick<
	Row<typeof coverageBodies>,
	'complete' | 'short' | 'silent' | 'unchecked' | 'incomplete'
> & {
	/** Platforms behind its figures. */
	platforms: number;
	/** One of them is silent on the day asked about. */
	quiet: boolean;
};

/** The coverage of every body's figures in the span, by code; bodies that no platform tells of are missing. */
export async function coverageByBody(
	{ as_of, known, period }: Asked,
	{ store }: House,
): Promise<Map<string, BodyCoverage>> {
	const span = { from: period.from, to: period.to };
	const rows = await store.ask(coverageBodies, { as_of, known, visible: null, ...span, departments: null });
	return new Map(
		rows.map(({ department, sources, silent_sources, ...days }) => [
			department,
			{ ...days, platforms: sources.length, quiet: silent_sources.length > 0 },
		]),
	);
}
