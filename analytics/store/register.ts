import type { DuckDBConnection } from '@duckdb/node-api';

/** Tables that keep, by version, what the macro `<table>_told(known)` makes of the register; each rests on those before it. */
const kept = {
	register_code: ['code', 'body', 'foreign_to_it'],
	register_body: [
		...['code', 'from_on', 'to_on', 'name', 'region', 'kind', 'rankable', 'parent'],
		...['valid_from', 'ended_on', 'successor'],
	],
	register_bearer: ['code', 'from_on', 'to_on', 'path', 'bearer', 'since_on', 'unsettled'],
};

/**
 * Brings the tables above (065_register.sql, 066_bearers.sql) up to date with the events beyond `after`. A version is cut at
 * the `seq` of every change of the register, so that every node has the same history.
 */
export async function settleRegister(connection: DuckDBConnection, after: number): Promise<void> {
	await connection.run(PLAIN, { after });
	const moves = await connection.runAndReadAll('select seq from register_moves($after::int)', { after });
	for (const [seq] of moves.getRowsJS()) {
		for (const [table, columns] of Object.entries(kept)) await stand(connection, table, columns, Number(seq));
	}
}

/** Most of a register is bodies that nothing ever happened to: they need no comparing. */
const PLAIN = `insert into register_body by name
	select
		code, date '-infinity' as from_on, date 'infinity' as to_on, coalesce(name, code) as name, region,
		coalesce(kind, 'department') as kind, rankable, effective_on as valid_from, seq as known_from
	from plain_bodies_after($after::int)`;

/** The rows of one table as they stand from `seq` on. */
async function stand(connection: DuckDBConnection, table: string, columns: string[], seq: number): Promise<void> {
	const all = columns.join(', ');
	const same = columns.map(column => `t.${column} is not distinct from k.${column}`).join(' and ');
	const standing = `known_to is null and known_from <= ${seq}`;
	await connection.run(`create or replace temp table told as select ${all} from ${table}_told(${seq})`);
	await connection.run(
		`update ${table} k set known_to = ${seq} where ${standing} and not exists (from told t where ${same})`,
	);
	await connection.run(
		`insert into ${table} by name select ${all}, ${seq} as known_from from told t
			where not exists (from ${table} k where ${standing} and ${same})`,
	);
}
