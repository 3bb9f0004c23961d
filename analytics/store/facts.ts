import type { DuckDBConnection } from '@duckdb/node-api';
import { type CaseState, emptyCase, joined, tell } from '#analytics/cases/fold.ts';
import { readEvents } from './events.ts';

/** A case as known at a ledger position: with all that is told as one with it. `root`: the number under which it stands. */
export type KnownCase = { root: string; members: string[]; state: CaseState };

/**
 * The facts behind a case's rows, as known at `known`: its own events, those of the cases that are one with it, and those
 * of other cases that correct or retract them. Empty facts for an unknown case.
 */
export async function caseFacts(connection: DuckDBConnection, caseId: string, known: number): Promise<KnownCase> {
	const group = await connection.runAndReadAll(
		'select case_id, root_id, record from told_with($caseId::varchar, $known::int) order by case_id',
		{ caseId, known },
	);
	const found = group.getRowObjectsJS() as { case_id: string; root_id: string; record: number | null }[];
	const states: CaseState[] = [];
	for (const { case_id } of found) {
		const told = await readEvents(connection, 'telling_of($caseId::varchar, $known::int)', { caseId: case_id, known });
		states.push(told.reduce((before, { event }) => tell(before, case_id, event), emptyCase));
	}
	const record = found[0]?.record ?? null;
	const state = record === null ? joined(states) : { ...joined(states), record };
	return { root: found[0]?.root_id ?? caseId, members: found.map(({ case_id }) => case_id), state };
}
