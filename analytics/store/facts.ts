import type { DuckDBConnection } from '@duckdb/node-api';
import type { LedgerEvent } from '#analytics/cases/event.ts';
import { readEvents } from './events.ts';

/**
 * Everything that says something about a case up to `known`, in order of `seq`: its own events, and those of other cases
 * that correct or retract them. Told one by one (`tell`), they give the facts behind the case's rows.
 */
export async function caseFacts(connection: DuckDBConnection, caseId: string, known: number): Promise<LedgerEvent[]> {
	const told = await readEvents(connection, 'telling_of($caseId::varchar, $known::int)', { caseId, known });
	return told.map(({ event }) => event);
}
