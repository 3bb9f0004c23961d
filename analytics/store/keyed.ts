import type { DuckDBConnection } from '@duckdb/node-api';

/** Rows of a query over a list of keys, given to it as the JSON text `$keys`; nothing is asked for no keys. */
export async function keyedRows<R>(
	connection: DuckDBConnection,
	sql: string,
	keys: readonly (string | number)[],
): Promise<R[]> {
	if (keys.length === 0) return [];
	const answer = await connection.runAndReadAll(sql, { keys: JSON.stringify(keys) });
	return answer.getRowObjectsJS() as R[];
}
