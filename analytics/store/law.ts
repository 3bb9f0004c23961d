import type { DuckDBConnection } from '@duckdb/node-api';
import { type ClockName, clockNames, clocks } from '#analytics/law/clocks.ts';
import type { Calendars } from '#analytics/law/lawbook.ts';
import { daysInto } from './days.ts';
import { loadInto } from './load.ts';

/** Fills `day` and `clock` (sql/duckdb/020_law.sql) from the law as shipped. */
export async function loadLaw(connection: DuckDBConnection, calendars: Calendars): Promise<void> {
	await (await daysInto(connection))(null, calendars, 0);
	await (await loadInto(connection, 'clock'))(clockNames.map(clockRow));
}

function clockRow(clock: ClockName, ordinal: number): object {
	const { statutory, years, hours, owedBy, liability } = clocks[clock];
	const kind = { statutory, floor: years !== null, hourly: hours !== null };
	return { clock, ordinal, ...kind, owed_by: owedBy, liability };
}
