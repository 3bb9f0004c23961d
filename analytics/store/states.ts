import type { DuckDBConnection } from '@duckdb/node-api';
import type { LedgerEvent } from '#analytics/cases/event.ts';
import { type CaseState, emptyCase } from '#analytics/cases/fold.ts';
import type { ToldCase } from '#analytics/cases/same-case.ts';
import { caseOf } from './events.ts';
import { keyedRows } from './keyed.ts';
import { loadInto } from './load.ts';

/** Numbers of the cases that a block's events name; new cases get the next ones, in order of appearance, and are kept, empty. */
export async function numberCases(
	connection: DuckDBConnection,
	block: readonly LedgerEvent[],
	keep: KeepStates,
): Promise<Map<string, number>> {
	const named = [...new Set(block.flatMap(event => caseOf(event) ?? []))];
	const found = await keyedRows<{ case_id: string; case_no: number }>(connection, NAMED, named);
	const numbers = new Map(found.map(each => [each.case_id, each.case_no]));
	const last = await connection.runAndReadAll('select coalesce(max(case_no), 0)::int as last from case_state');
	let next = Number(last.getRowsJS()[0]?.[0]);
	const fresh = named.filter(caseId => !numbers.has(caseId));
	for (const caseId of fresh) numbers.set(caseId, ++next);
	await keep(fresh.map(caseId => ({ caseNo: numbers.get(caseId) as number, caseId, state: emptyCase })));
	return numbers;
}

/** Numbers of cases by id; those that nobody has told of are left out. */
export async function casesNamed(connection: DuckDBConnection, ids: readonly string[]): Promise<number[]> {
	const found = await keyedRows<{ case_no: number }>(connection, NAMED, ids);
	return found.map(({ case_no }) => case_no);
}

/** The folded facts of cases, by number; cases without any yet are missing. */
export async function statesOf(
	connection: DuckDBConnection,
	caseNos: readonly number[],
): Promise<Map<number, CaseState>> {
	const found = await keyedRows<{ case_no: number; state: string }>(
		connection,
		'select case_no, state from case_state where case_no in (select unnest(from_json($keys, \'["INTEGER"]\')))',
		caseNos,
	);
	return new Map(found.map(each => [each.case_no, JSON.parse(each.state) as CaseState]));
}

/** Replaces the folded facts of cases. */
export type KeepStates = (cases: readonly ToldCase[]) => Promise<void>;

/** A way to replace the folded facts of cases. */
export async function statesInto(connection: DuckDBConnection): Promise<KeepStates> {
	const load = await loadInto(connection, 'case_state');
	return async cases => {
		if (cases.length === 0) return;
		await connection.run('delete from case_state where case_no in (select unnest(from_json($keys, \'["INTEGER"]\')))', {
			keys: JSON.stringify(cases.map(({ caseNo }) => caseNo)),
		});
		await load(
			cases.map(({ caseNo, caseId, state }) => ({ case_no: caseNo, case_id: caseId, state: JSON.stringify(state) })),
		);
	};
}

const NAMED =
	'select case_id, case_no from case_state where case_id in (select unnest(from_json($keys, \'["VARCHAR"]\')))';
