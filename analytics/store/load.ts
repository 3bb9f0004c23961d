import type { DuckDBConnection } from '@duckdb/node-api';

/** Adds rows given as plain objects keyed by column: days as text, instants as milliseconds since 1970; what is left out is null. */
export type Load = (rows: readonly object[]) => Promise<void>;

/**
 * A way to add many rows to a table: one JSON text, a row a line, taken apart by DuckDB; many times faster than row by row,
 * and three to five times faster than one JSON array.
 */
export async function loadInto(connection: DuckDBConnection, table: string): Promise<Load> {
	const columns = await columnsOf(connection, table);
	const shape = Object.fromEntries(columns.map(({ name, type }) => [name, type === 'TIMESTAMP' ? 'BIGINT' : type]));
	const values = columns.map(({ name, type }) => (type === 'TIMESTAMP' ? `epoch_ms(r.${name})` : `r.${name}`));
	const sql = `insert into ${table} select ${values.join(', ')} from ${rowsOf(shape)}`;
	return async rows => {
		if (rows.length > 0) await connection.run(sql, { rows: textOf(rows) });
	};
}

/** Source of a query over the rows in `$rows`: column `r` is a struct of the shape (name → DuckDB type). */
export function rowsOf(shape: Record<string, string>): string {
	const lines = '(select unnest(string_split($rows, chr(10))) as row_text)';
	return `(select from_json(row_text, '${JSON.stringify(shape)}') as r from ${lines})`;
}

/** Rows as the text that `rowsOf` reads. JSON escapes line breaks, so a line is a row. */
export function textOf(rows: readonly object[]): string {
	return rows.map(row => JSON.stringify(row)).join('\n');
}

/** Columns of a table; of the temporary one where there are two of the name. */
async function columnsOf(connection: DuckDBConnection, table: string): Promise<{ name: string; type: string }[]> {
	const found = await connection.runAndReadAll(
		`select column_name as name, data_type as type
			from duckdb_columns()
			where table_name = $table
			qualify rank() over (order by database_name = 'temp' desc) = 1
			order by column_index`,
		{ table },
	);
	return found.getRowObjectsJS() as { name: string; type: string }[];
}
