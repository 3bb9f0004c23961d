import type { DuckDBConnection } from '@duckdb/node-api';
import type { LedgerEvent } from '#analytics/cases/event.ts';
import { readEvents } from './events.ts';
import { asRetraction } from './pointers.ts';

/**
 * Everything that a case was told up to `known`, in order of `seq`: folding it gives the facts behind the case's rows. A
 * correction that names another case is given as what it means here: its target never happened.
 */
export async function caseFacts(connection: DuckDBConnection, caseId: string, known: number): Promise<LedgerEvent[]> {
	const told = await readEvents(connection, 'telling_of($caseId::varchar, $known::int)', { caseId, known });
	return told.map(each => (each.caseId === caseId ? each.event : asRetraction(each, caseId)));
}
