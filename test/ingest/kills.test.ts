import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import connectTo from 'postgres';
import { build } from 'vite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { verifyChain } from '#analytics/ledger/chain.ts';
import { openPostgres } from '#analytics/ledger/postgres.ts';
import { openSources } from '#analytics/ledger/register.ts';
import type { Connect } from '#analytics/ledger/sources.ts';
import { freePort } from '#test/free-port.ts';
import { mariadbInstalled, startMariaDb } from '#test/mariadb.ts';
import { freshDatabase, migrations } from '#test/postgres.ts';
import { postgresBinaries } from '#test/postgres-setup.ts';
import { wire } from './house.ts';
import { platform } from './platform.ts';
import { answerTo, badly, type Row, SIZE } from './unruly.ts';

/** SHUDU_KILLS=200 makes the whole proof; a few go with every run of the suite. */
const KILLS = Number(process.env.SHUDU_KILLS ?? 8);
/** Events that every platform gets between two kills. */
const GROWTH = 30;
const secret = 'a secret of the house';
const root = resolve(import.meta.dirname, '../..');
const t0 = Date.parse('2026-03-01T00:00:00+08:00');

const columns = [
	'specversion',
	'id',
	'source',
	'type',
	'time',
	'recordedtime',
	'subject',
	'datacontenttype',
	'dataschema',
	'data',
];

/** The next events of a platform; three share a time, so that pages end in the middle of one. */
function eventsOf(code: string, start: number): Row[] {
	return Array.from({ length: GROWTH }, (_, n) => ({
		...wire({ code }, `e${start + n}`),
		...(code === 'since' ? { at: t0 + Math.floor((start + n) / 3) * 1000 } : {}),
	}));
}

/** The same as rows of a table. */
function insertOf(rows: Row[], start: number): string {
	const values = rows.map((row, n) => {
		const at = new Date(t0 + Math.floor((start + n) / 3) * 1000).toISOString().slice(0, 19).replace('T', ' ');
		const cells = columns.map(name => `'${name === 'data' ? JSON.stringify(row.data) : row[name]}'`);
		return `(${start + n}, '${at}', ${cells.join()})`;
	});
	return `insert into t values ${values.join()}`;
}

async function buildPuller(): Promise<string> {
	const outDir = mkdtempSync(join(root, 'build-kills-'));
	onTestFinished(() => rmSync(outDir, { recursive: true, force: true }));
	await build({
		...{ root, configFile: false, logLevel: 'error', ssr: { target: 'node' } },
		build: { ssr: 'test/ingest/puller.ts', outDir, emptyOutDir: false, target: 'node20' },
	});
	return join(outDir, 'puller.js');
}

async function begin(program: string, database: string): Promise<ChildProcess> {
	const child = spawn(process.execPath, [program, database, migrations, secret], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	await new Promise(pulling => child.stdout?.once('data', pulling));
	return child;
}

/** Waits until it is whole, as long as the count goes on growing: how long that takes depends on the machine alone. */
async function settled(whole: () => Promise<boolean>, count: () => Promise<number>): Promise<void> {
	for (let still = 0, before = -1; still < 60 && !(await whole()); still++) {
		await pause(500);
		const now = await count();
		if (now > before) still = 0;
		before = now;
	}
}

describe.skipIf(postgresBinaries() === null)('采集途中任意时刻被杀', () => {
	test(
		`${KILLS} 次，平台重复、乱序、超时、报错、重给旧页：每个事件恰好一次，无须人工`,
		async () => {
			const database = await freshDatabase();
			const postgres = await openPostgres({ url: database, dataDir: '', migrations });
			const sources = openSources(postgres, { secret });
			const given = new Map<string, Row[]>();
			const before = new Map<string, unknown>();
			const { url } = await platform((asked, response) => {
				const name = asked.pathname.slice(1);
				badly(response, name, answerTo(asked, given.get(name) ?? []), before);
			});
			const add = async (code: string, connect: Connect) => {
				given.set(code, []);
				await sources.add({ code, name: code, connect });
			};
			const http = (path: string) => ({ kind: 'http' as const, url: url.replace('events', path), pageSize: SIZE });
			await add('cursor', http('cursor'));
			for (const style of ['page', 'offset', 'link'] as const) await add(style, { ...http(style), paging: { style } });
			await add('since', { ...http('since'), paging: { style: 'since', time: 'at', stamp: 'epoch_ms' } });

			const front = new URL(await freshDatabase());
			const sql = connectTo(front.href, { max: 1 });
			const table = `create table t (n int primary key, at timestamp, ${columns.map(name => (name === 'data' ? 'data json' : `${name} varchar(100)`)).join()})`;
			await sql.unsafe(table);
			const shape = { table: 't', columns, order: { column: 'at', key: 'n' }, pageSize: SIZE };
			const { hostname: host, port, pathname, username: user } = front;
			await add('postgres', {
				kind: 'postgres',
				host,
				port: Number(port),
				database: pathname.slice(1),
				user,
				...shape,
			});
			const maria = mariadbInstalled ? await startMariaDb(await freePort()) : null;
			await maria?.run('use front', table.replace('at timestamp', 'at datetime(6)'));
			if (maria)
				await add('mysql', {
					kind: 'mysql',
					host: '127.0.0.1',
					port: maria.port,
					database: 'front',
					user: 'reader',
					password: '口令x',
					...shape,
				});

			const grow = async () => {
				for (const [code, rows] of given) {
					const fresh = eventsOf(code, rows.length);
					const insert = insertOf(fresh, rows.length);
					if (code === 'postgres') await sql.unsafe(insert);
					if (code === 'mysql') await maria?.run('use front', insert);
					rows.push(...fresh);
				}
			};
			const counted = async () => {
				const rows = await postgres.db.execute<{ code: string; events: number; ids: number }>(
					'select code, count(event_id)::int as events, count(distinct event_id)::int as ids from source left join ledger_event on source_id = source.id group by code',
				);
				return new Map(
					[...(rows as unknown as { code: string; events: number; ids: number }[])].map(row => [row.code, row]),
				);
			};
			const whole = async () => {
				const found = await counted();
				return [...given].every(([code, rows]) => found.get(code)?.events === rows.length);
			};

			const program = await buildPuller();
			for (let kill = 0; kill < KILLS; kill++) {
				await grow();
				const child = await begin(program, database);
				await pause(Math.random() * 500);
				const gone = new Promise(done => child.once('exit', done));
				child.kill('SIGKILL');
				await gone;
			}
			const last = await begin(program, database);
			await settled(whole, async () => [...(await counted()).values()].reduce((sum, row) => sum + row.events, 0));
			last.kill('SIGKILL');

			const found = await counted();
			const pulls = await sources.pulls();
			const chain = await verifyChain(postgres);
			const ids = new Map((await sources.list()).map(source => [source.id, source.code]));
			const lines = [...given].map(([code, rows]) => {
				const { events = 0, ids: once = 0 } = found.get(code) ?? {};
				const cursor = pulls.find(pull => ids.get(pull.sourceId) === code)?.cursor ?? null;
				return {
					接入: code,
					被杀: KILLS,
					应有: rows.length,
					恰好一次: once,
					重复: events - once,
					游标: cursor !== null,
				};
			});
			console.table(lines);
			process.stdout.write(`账本：${chain ?? '校验通过'}\n`);
			await Promise.all([postgres.close(), sql.end(), maria?.close()]);
			expect(chain).toBeNull();
			expect(lines.filter(line => line.恰好一次 !== line.应有 || line.重复 > 0 || !line.游标)).toEqual([]);
		},
		120_000 + KILLS * 10_000,
	);
});
