import type { DuckDBConnection } from '@duckdb/node-api';
import { answering } from './ask.ts';
import { eventRow, readEvents } from './events.ts';
import { loadInto } from './load.ts';
import { follow } from './pointers.ts';
import { settleRegister } from './register.ts';
import type { Store, Supposed } from './store.ts';
import { versionsInto } from './write.ts';

/** The read model as it would be: `known` is the position with what is supposed, `known - 1` the one without it. */
export type World = { known: number; ask: Store['ask'] };

/** What a change of the register, a rule set or a verdict moves. Temporary tables of the same names stand before the real ones on a connection. */
const MOVED = [
	'pointer',
	'superseded',
	'organisation',
	'register_code',
	'register_body',
	'register_bearer',
	'rule_set',
	'rule_set_rule',
	'verdict',
];

/**
 * Asks measures on a connection as if one more event of the register (organisation.changed), a rule set (ruleset.adopted) or a
 * verdict (practice.recognised, enforcement.refusal_decided), or its correction or retraction, had been taken in. Nothing is written but temporary tables of the connection.
 */
export async function suppose<T>(
	connection: DuckDBConnection,
	supposed: Supposed,
	work: (world: World) => Promise<T>,
): Promise<T> {
	await connection.run('begin transaction');
	const { real, after } = await standing(connection);
	for (const table of MOVED) await connection.run(`create temp table ${table} as from ${real}.${table}`);
	await connection.run('create temp table supposed as from event limit 0');
	const load = await loadInto(connection, 'supposed');
	await load([eventRow({ ...supposed, seq: after + 1 }, new Map())]);
	await connection.run(`create temp view event as from ${real}.event union all by name from supposed`);
	for (const [table, macro] of [
		['pointer', 'pointers_after'],
		['organisation', 'organisations_after'],
		['rule_set', 'rule_sets_after'],
		['rule_set_rule', 'rule_set_rules_after'],
		['verdict', 'verdicts_after'],
	]) {
		await connection.run(`insert into ${table} by name from ${macro}($after::int)`, { after });
	}
	const { superseded } = follow(await readEvents(connection, 'linked_after($after::int)', { after }), after);
	const save = await versionsInto(connection, 'superseded', { source_id: 'INTEGER', event_id: 'VARCHAR' });
	await save(superseded);
	await settleRegister(connection, after);
	return work({ known: after + 1, ask: answering(connection) });
}

/** Where the real tables are, and the last `seq` that they hold: those of one moment, since the transaction has begun. */
async function standing(connection: DuckDBConnection): Promise<{ real: string; after: number }> {
	const answer = await connection.runAndReadAll('select current_database() as name, seq from position');
	const [row] = answer.getRowObjectsJS() as { name: string; seq: number }[];
	if (row === undefined) throw new Error('读模型没有记录位置');
	return { real: `"${row.name.replaceAll('"', '""')}".main`, after: row.seq };
}
