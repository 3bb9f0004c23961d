import { DuckDBInstance } from '@duckdb/node-api';
import { type CaseState, emptyCase, fold } from '#analytics/cases/fold.ts';
import { runs } from '#analytics/cases/runs.ts';
import { calendarsOf, shipped } from '#analytics/law/lawbook.ts';
import { eventRow, readEvents } from '#analytics/store/events.ts';
import { loadInto } from '#analytics/store/load.ts';
import { schema } from '#analytics/store/schema.ts';
import { type Workload, workload } from './cases.ts';
import { type Measured, measured } from './measured.ts';

/** Events a second on one core that the engine must fold, with the clocks of their cases. */
export const FOLD_LIMIT = 1_000_000;

/**
 * What folding costs, beside reading the same rows: events a second of the fold alone, of the fold with the clocks of every
 * case, and of reading the events back from DuckDB (one thread), as bare columns and as events.
 */
export async function benchFold(cases: number): Promise<Measured[]> {
	const load = workload(cases);
	const events = load.reduce((sum, each) => sum + each.events.length, 0);
	const { common } = calendarsOf(shipped);
	const folded = () => load.map(stateOf);
	const told = (each: Workload[number]) => runs(stateOf(each), shipped.policies, common);
	return [
		await measured('折叠：事件到事实', events, folded),
		await measured('折叠并计时：事件到到期日', events, () => load.forEach(told)),
		...(await readBack(load, events)),
	];
}

function stateOf({ events }: Workload[number]): CaseState {
	return events.reduce(fold, emptyCase);
}

async function readBack(load: Workload, events: number): Promise<Measured[]> {
	const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
	const connection = await instance.connect();
	try {
		for (const [, sql] of schema) await connection.run(sql);
		const numbers = new Map(load.map(({ caseId }, n) => [caseId, n + 1]));
		const keep = await loadInto(connection, 'event');
		for (let from = 0; from < load.length; from += 5_000) {
			const part = load.slice(from, from + 5_000).flatMap(each => each.events);
			await keep(part.map(event => eventRow(event, numbers)));
		}
		const all = '(select *, null::varchar as kind, null::varchar as target from event)';
		return [
			await measured('读取同样的行：DuckDB 列', events, () => connection.runAndReadAll('from event')),
			await measured('读取同样的行：还原为事件', events, () => readEvents(connection, all, {})),
		];
	} finally {
		connection.closeSync();
		instance.closeSync();
	}
}
