import type { DuckDBConnection } from '@duckdb/node-api';
import { loadInto, rowsOf, textOf } from './load.ts';
import type { Versions } from './versions.ts';

/** Writes the versions that a block made. */
export type WriteVersions = (made: readonly Versions<object>[]) => Promise<void>;

/**
 * A way to write versions to a table: rows that no longer stand get their `known_to`, new ones are added. `key` names the
 * columns, with their DuckDB types, that tell the standing rows of the table apart.
 */
export async function versionsInto(
	connection: DuckDBConnection,
	table: string,
	key: Record<string, string>,
): Promise<WriteVersions> {
	const load = await loadInto(connection, table);
	const matches = Object.keys(key).map(column => `t.${column} is not distinct from c.r.${column}`);
	const close = `update ${table} t set known_to = c.r.known_to from ${rowsOf({ ...key, known_to: 'INTEGER' })} c
		where t.known_to is null and ${matches.join(' and ')}`;
	return async made => {
		const closed = made.flatMap(each => each.closed().map(({ row, to }) => ({ ...row, known_to: to })));
		if (closed.length > 0) await connection.run(close, { rows: textOf(closed) });
		const opened = made.flatMap(each =>
			each.opened().map(({ row, from, to }) => ({ ...row, known_from: from, known_to: to })),
		);
		await load(opened.sort((a, b) => a.known_from - b.known_from));
	};
}
