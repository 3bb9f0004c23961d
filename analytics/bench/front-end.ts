import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import connect from 'postgres';
import { freePort } from './free-port.ts';
import { eventAt } from './platform.ts';
import { startPostgres } from './postgres-server.ts';

/** Rows of one statement. */
const CHUNK = 2000;

const columns = ['specversion', 'id', 'source', 'type', 'time', 'recordedtime', 'subject', 'data'];

/** A front-end database with an empty table; `fill` puts `total` events into it, a row each. */
export async function openFrontEnd(total: number) {
	const folder = mkdtempSync(join(tmpdir(), 'shudu-bench-'));
	const port = await freePort();
	const server = await startPostgres(join(folder, 'server'), port);
	const sql = connect(`postgres://shudu@127.0.0.1:${port}/postgres`, { max: 1, onnotice: () => {} });
	const typed = ['n bigint', ...columns.map(name => `${name} ${name === 'data' ? 'json' : 'text'}`)];
	await sql.unsafe(`create table events (${typed.join()}, primary key (n))`);
	return {
		connect: {
			...{ kind: 'postgres', host: '127.0.0.1', port, database: 'postgres', user: 'shudu', password: 'none' },
			...{ table: 'events', columns, order: { column: 'n' } },
		},
		async fill() {
			const text = `insert into events select * from json_to_recordset($1::text::json) as each(${typed.join()})`;
			for (let from = 0; from < total; from += CHUNK) {
				const length = Math.min(CHUNK, total - from);
				const rows = Array.from({ length }, (_, n) => ({ n: from + n, ...eventAt(from + n, total) }));
				await sql.unsafe(text, [JSON.stringify(rows)]);
			}
		},
		async close() {
			await sql.end();
			await server.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
