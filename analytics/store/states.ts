import type { DuckDBConnection } from '@duckdb/node-api';
import type { LedgerEvent } from '#analytics/cases/event.ts';
import type { CaseState } from '#analytics/cases/fold.ts';
import { caseOf } from './events.ts';
import { loadInto } from './load.ts';

/** A case with its dense number and its folded facts. */
export type KeptCase = { caseNo: number; caseId: string; state: CaseState };

/** Numbers of the cases that a block's events name; new cases get the next ones, in order of appearance. */
export async function numberCases(
	connection: DuckDBConnection,
	block: readonly LedgerEvent[],
): Promise<Map<string, number>> {
	const named = [...new Set(block.flatMap(event => caseOf(event) ?? []))];
	const found = await rows<{ case_id: string; case_no: number }>(
		connection,
		'select case_id, case_no from case_state where case_id in (select unnest(from_json($keys, \'["VARCHAR"]\')))',
		named,
	);
	const numbers = new Map(found.map(each => [each.case_id, each.case_no]));
	const last = await connection.runAndReadAll('select coalesce(max(case_no), 0)::int as last from case_state');
	let next = Number(last.getRowsJS()[0]?.[0]);
	for (const caseId of named) if (!numbers.has(caseId)) numbers.set(caseId, ++next);
	return numbers;
}

/** The folded facts of cases, by number; cases without any yet are missing. */
export async function statesOf(
	connection: DuckDBConnection,
	caseNos: readonly number[],
): Promise<Map<number, CaseState>> {
	const found = await rows<{ case_no: number; state: string }>(
		connection,
		'select case_no, state from case_state where case_no in (select unnest(from_json($keys, \'["INTEGER"]\')))',
		caseNos,
	);
	return new Map(found.map(each => [each.case_no, JSON.parse(each.state) as CaseState]));
}

/** A way to replace the folded facts of cases. */
export async function statesInto(connection: DuckDBConnection): Promise<(cases: readonly KeptCase[]) => Promise<void>> {
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

async function rows<R>(connection: DuckDBConnection, sql: string, keys: readonly (string | number)[]): Promise<R[]> {
	if (keys.length === 0) return [];
	const answer = await connection.runAndReadAll(sql, { keys: JSON.stringify(keys) });
	return answer.getRowObjectsJS() as R[];
}
