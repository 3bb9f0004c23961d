import type { DuckDBConnection } from '@duckdb/node-api';
import type { CaseState } from '#analytics/cases/fold.ts';
import { type Day, plusDays, startOf } from '#analytics/law/day.ts';
import { firstChange } from '#analytics/law/first-change.ts';
import { type Component, caseNosOf, componentsOf } from './links.ts';
import { statesOf } from './states.ts';
import type { Law } from './statutes.ts';

/** Cases that are read at once. */
const CHUNK = 2_000;

/**
 * The components that a change of the law may reach, some thousand cases at a time, each component once. Every other case
 * stands as it did: no day of its acts or clocks reaches the first day that changes (first-change.ts).
 * @param regions those of which every case is wanted as well
 */
export async function eachReached(
	connection: DuckDBConnection,
	change: { before: Law; after: Law },
	regions: readonly string[],
	work: (components: Component[], states: ReadonlyMap<number, CaseState>) => Promise<void>,
): Promise<void> {
	const reached = await casesReached(connection, firstChange(change.before, change.after), regions);
	const isReached = new Set(reached);
	const leastOf = ({ cases }: Component) =>
		cases.reduce((least, { caseNo }) => (isReached.has(caseNo) ? Math.min(least, caseNo) : least), Infinity);
	for (let at = 0; at < reached.length; at += CHUNK) {
		const chunk = reached.slice(at, at + CHUNK);
		const found = await componentsOf(connection, chunk);
		const components = found.filter(each => leastOf(each) >= (chunk[0] ?? 0));
		await work(components, await statesOf(connection, caseNosOf(components)));
	}
}

/** Numbers of the cases of which a day reaches the given one, in order, and of those in the regions. */
async function casesReached(connection: DuckDBConnection, from: Day | null, regions: readonly string[]) {
	if (from === null && regions.length === 0) return [];
	const found = await connection.runAndReadAll(REACHED, {
		from,
		day_before: from === null ? null : plusDays(from, -1),
		at: from === null ? null : startOf(from),
		regions: JSON.stringify(regions),
	});
	return found.getRowsJS().map(([caseNo]) => Number(caseNo));
}

/** The regions that come under another calendar: the rows of their cases name it. */
export async function regionsMoved(
	connection: DuckDBConnection,
	{ before, after }: { before: Law; after: Law },
): Promise<string[]> {
	const found = await connection.runAndReadAll('select distinct region from event where region is not null');
	const regions = found.getRowsJS().map(([region]) => String(region));
	return regions.filter(region => before.calendars.of(region).key !== after.calendars.of(region).key);
}

/** An act may also name a day or a moment, written out in its body: one with another offset lies up to a day off. */
const REACHED = `
	select case_no from clock_run
	where
		known_to is null
		and greatest(started_on, statutory_due_on, stands_from, stands_to, due_on, ended_on) >= $from::date
	union
	select case_no from event
	where
		case_no is not null
		and (
			greatest(occurred_at, recorded_at) >= epoch_ms($at::bigint)
			or region in (select unnest(from_json($regions, '["VARCHAR"]')))
			or list_max(regexp_extract_all(body, '\\d{4}-\\d{2}-\\d{2}')) >= $day_before::varchar
		)
	order by case_no`;
