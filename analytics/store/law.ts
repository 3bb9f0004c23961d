import type { DuckDBConnection } from '@duckdb/node-api';
import type { Calendar } from '#analytics/law/calendar.ts';
import { type ClockName, clockNames, clocks } from '#analytics/law/clocks.ts';
import { type Day, endOf, plusDays, toDay } from '#analytics/law/day.ts';
import { loadInto } from './load.ts';

/** The days that the read model knows, both included. */
const FIRST = toDay('2000-01-01');
const LAST = toDay('2040-12-31');

/** Throws RangeError for a day that no figure can be asked of. */
export function checkDay(on: string): void {
	if (on < FIRST || on > LAST) throw new RangeError(`只能查询${FIRST}至${LAST}的情况，收到的是 ${on}。`);
}

/** Fills `day` and `clock` (sql/duckdb/020_law.sql) from the law. */
export async function loadLaw(connection: DuckDBConnection, calendar: Calendar): Promise<void> {
	await (await loadInto(connection, 'day'))(dayRows(calendar));
	await (await loadInto(connection, 'clock'))(clockNames.map(clockRow));
}

function dayRows(calendar: Calendar): object[] {
	const rows: object[] = [];
	for (let on: Day = FIRST; on <= LAST; on = plusDays(on, 1)) {
		rows.push({
			day: on,
			no: calendar.no(on),
			workday: calendar.isWorkday(on),
			provisional: calendar.provisional(on),
			ends_at: endOf(on),
		});
	}
	return rows;
}

function clockRow(clock: ClockName, ordinal: number): object {
	const { statutory, workdays, owedBy } = clocks[clock];
	return { clock, ordinal, statutory, floor: workdays === null, owed_by: owedBy };
}
