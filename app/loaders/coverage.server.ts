import type { Calendar } from '#analytics/law/calendar.ts';
import { type Day, dayOf, plusDays, toDay } from '#analytics/law/day.ts';
import type { Connect, Source } from '#analytics/ledger/sources.ts';
import { sources } from '#analytics/measures/sources.ts';
import type { Asked } from '#app/asked.ts';
import type { House } from '#app/context.ts';

/** How complete the reporting was up to a day: every figure stands beside it. */
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
};

/** Our own acts are a source too, and never silent. */
export const OFFICE = 'office';

/** The coverage on the day asked about. */
export async function coverageOf(asked: Asked, context: House): Promise<Coverage> {
	const [registered, heard] = await Promise.all([
		context.sources.list(),
		context.store.ask(sources, { as_of: asked.as_of, known: asked.known, visible: null }),
	]);
	const heartbeats = new Map(heard.map(row => [row.source_id, row.last_heartbeat_on]));
	const platforms = registered.filter(source => source.code !== OFFICE);
	return settle(
		platforms.map(source => ({ ...standingOf(source), heartbeat: day(heartbeats.get(source.id)) })),
		asked.as_of,
		context.store.lawAt(asked.known).calendars.common,
	);
}

type Platform = { code: string; name: string; kind: Connect['kind']; createdOn: Day; heartbeat: Day | null };

/** Settles each platform to reporting, silent or unchecked on a day. Pure. */
export function settle(platforms: Platform[], on: Day, calendar: Calendar): Coverage {
	const silent: Coverage['silent'] = [];
	const unchecked: Coverage['unchecked'] = [];
	for (const { code, name, kind, createdOn, heartbeat } of platforms) {
		if (heartbeat === null && kind !== 'http') {
			unchecked.push({ code, name });
			continue;
		}
		const since = missingSince(heartbeat ?? createdOn, on, calendar);
		if (since !== null) silent.push({ code, name, since });
	}
	const reporting = platforms.length - silent.length - unchecked.length;
	return { platforms: platforms.length, reporting, silent, unchecked, complete: silent.length === 0 };
}

/** The first working day after `last` that is over before `on` begins; null where there is none. */
function missingSince(last: Day, on: Day, calendar: Calendar): Day | null {
	if (last >= on) return null;
	const next = calendar.dayOf(calendar.no(last) + 1);
	return next <= plusDays(on, -1) ? next : null;
}

function standingOf({ code, name, connect, createdAt }: Source) {
	return { code, name, kind: connect.kind, createdOn: dayOf(createdAt) };
}

function day(text: string | null | undefined): Day | null {
	return text ? toDay(text) : null;
}
