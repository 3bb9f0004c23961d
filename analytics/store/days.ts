import type { DuckDBConnection } from '@duckdb/node-api';
import type { Calendar } from '#analytics/law/calendar.ts';
import { type Day, endOf, plusDays, toDay } from '#analytics/law/day.ts';
import type { Calendars } from '#analytics/law/lawbook.ts';
import { type Versions, versionsFrom } from './versions.ts';
import { versionsInto } from './write.ts';

/** The days that the read model knows, both included. */
const FIRST = toDay('2000-01-01');
const LAST = toDay('2040-12-31');

/** Throws RangeError for a day that no figure can be asked of. */
export function checkDay(on: string): void {
	if (on < FIRST || on > LAST) throw new RangeError(`只能查询${FIRST}至${LAST}的情况，收到的是 ${on}。`);
}

type DayRow = ReturnType<typeof dayRow>;

/** A way to bring the table `day` (sql/duckdb/020_law.sql) from one set of calendars (null: none yet) to another, from a `seq` on. */
export async function daysInto(
	connection: DuckDBConnection,
): Promise<(before: Calendars | null, after: Calendars, seq: number) => Promise<void>> {
	const save = await versionsInto(connection, 'day', { calendar: 'VARCHAR', day: 'DATE' });
	return async (before, after, seq) => {
		const made: Versions<DayRow>[] = [];
		for (const key of new Set([...(before?.all.keys() ?? []), ...after.all.keys()])) {
			const versions = versionsFrom(rowsOf(key, before?.all.get(key)));
			versions.stand(rowsOf(key, after.all.get(key)), seq);
			made.push(versions);
		}
		await save(made);
	};
}

function rowsOf(key: string, calendar: Calendar | undefined): Map<string, DayRow> {
	const rows = new Map<string, DayRow>();
	if (calendar === undefined) return rows;
	for (let on: Day = FIRST; on <= LAST; on = plusDays(on, 1)) rows.set(on, dayRow(key, on, calendar));
	return rows;
}

function dayRow(key: string, on: Day, calendar: Calendar) {
	return {
		calendar: key,
		day: on,
		no: calendar.no(on),
		workday: calendar.isWorkday(on),
		provisional: calendar.provisional(on),
		ends_at: endOf(on),
	};
}
