import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { LedgerEvent } from '#analytics/cases/event.ts';
import { folded } from '#analytics/cases/fold.ts';
import { runs } from '#analytics/cases/runs.ts';
import { calendarsOf, shipped } from '#analytics/law/lawbook.ts';
import { eventRow, readEvents } from '#analytics/store/events.ts';
import { grouped } from '#analytics/store/grouped.ts';
import { loadInto } from '#analytics/store/load.ts';
import { schema } from '#analytics/store/schema.ts';
import { type Workload, workload } from './cases.ts';
import { type Measured, measured } from './measured.ts';

/** Events a second on one core that the engine must fold, with the clocks of their cases. */
export const FOLD_LIMIT = 1_000_000;

/**
 * What folding costs, beside reading the same rows: events a second of the fold alone, of the fold with the clocks of every
 * case, and of reading the events back from DuckDB (one thread), as bare columns and as events. What is folded is what was
 * read.
 */
export async function benchFold(cases: number): Promise<Measured[]> {
	const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
	const connection = await instance.connect();
	try {
		await write(connection, workload(cases));
		const read = await readBack(connection);
		return [...(await foldings(read)), ...(await readings(connection, read.length))];
	} finally {
		connection.closeSync();
		instance.closeSync();
	}
}

async function foldings(events: readonly { caseId: string | null; event: LedgerEvent }[]): Promise<Measured[]> {
	const cases = [...grouped(events, ({ caseId }) => caseId).values()].map(own => own.map(({ event }) => event));
	const { common } = calendarsOf(shipped);
	const factsOf = (sum: number, each: LedgerEvent[]) => sum + folded(each).facts.length;
	const runsOf = (sum: number, each: LedgerEvent[]) => sum + runs(folded(each), shipped.policies, common).runs.length;
	return [
		await measured('折叠：事件到事实', events.length, () => cases.reduce(factsOf, 0)),
		await measured('折叠并计时：事件到到期日', events.length, () => cases.reduce(runsOf, 0)),
	];
}

async function readings(connection: DuckDBConnection, events: number): Promise<Measured[]> {
	return [
		await measured('读取同样的行：DuckDB 列', events, () => connection.runAndReadAll('from event')),
		await measured('读取同样的行：还原为事件', events, () => readBack(connection)),
	];
}

async function write(connection: DuckDBConnection, load: Workload): Promise<void> {
	for (const [, sql] of schema) await connection.run(sql);
	const numbers = new Map(load.map(({ caseId }, n) => [caseId, n + 1]));
	const keep = await loadInto(connection, 'event');
	for (let from = 0; from < load.length; from += 5_000) {
		const part = load.slice(from, from + 5_000).flatMap(each => each.events);
		await keep(part.map(event => eventRow(event, numbers)));
	}
}

function readBack(connection: DuckDBConnection) {
	return readEvents(connection, '(select *, null::varchar as kind, null::varchar as target from event)', {});
}
