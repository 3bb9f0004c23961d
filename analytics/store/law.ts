import type { DuckDBConnection } from '@duckdb/node-api';
import { type ClockName, clockNames, clocks } from '#analytics/law/clocks.ts';
import { calendarsOf, type Lawbook } from '#analytics/law/lawbook.ts';
import { daysInto } from './days.ts';
import { loadInto } from './load.ts';
import { policiesInto } from './policies.ts';

/** Fills `day`, `policy` and `clock` (sql/duckdb/020_law.sql, 025_policy.sql) from the law as shipped. */
export async function loadLaw(connection: DuckDBConnection, lawbook: Lawbook): Promise<void> {
	await (await daysInto(connection))(null, calendarsOf(lawbook), 0);
	await (await policiesInto(connection))([], lawbook.policies, 0);
	await (await loadInto(connection, 'clock'))(clockNames.map(clockRow));
}

function clockRow(clock: ClockName, ordinal: number): object {
	const { statutory, years, hours, owedBy, liability } = clocks[clock];
	const kind = { statutory, floor: years !== null, hourly: hours !== null };
	return { clock, ordinal, ...kind, owed_by: owedBy, liability };
}
