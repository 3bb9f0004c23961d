import type { DuckDBConnection } from '@duckdb/node-api';

/** Rows as plain objects keyed by column: instants as milliseconds, days as text; a column left out is null. */
export type Load = (rows: readonly object[]) => Promise<void>;

/**
 * A way to add many rows to a table: handed over as one JSON text and taken apart by DuckDB, several times faster than row
 * by row. Days travel as text and instants as milliseconds since 1970.
 */
export async function loadInto(connection: DuckDBConnection, table: string): Promise<Load> {
	const columns = await columnsOf(connection, table);
	const shape = Object.fromEntries(columns.map(({ name, type }) => [name, type === 'TIMESTAMP' ? 'BIGINT' : type]));
	const values = columns.map(({ name, type }) => (type === 'TIMESTAMP' ? `epoch_ms(r.${name})` : `r.${name}`));
	const sql = `insert into ${table} select ${values.join(', ')} from ${rowsOf(shape)}`;
	return async rows => {
		if (rows.length > 0) await connection.run(sql, { rows: JSON.stringify(rows) });
	};
}

/** Source of a query over the JSON array in `$rows`: column `r` is a struct of the shape (name → DuckDB type), in order. */
export function rowsOf(shape: Record<string, string>): string {
	return `(select unnest(from_json($rows, '[${JSON.stringify(shape)}]')) as r)`;
}

async function columnsOf(connection: DuckDBConnection, table: string): Promise<{ name: string; type: string }[]> {
	const found = await connection.runAndReadAll(
		'select column_name as name, data_type as type from duckdb_columns() where table_name = $table order by column_index',
		{ table },
	);
	return found.getRowObjectsJS() as { name: string; type: string }[];
}
