import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plusDays, toDay } from '#analytics/law/day.ts';
import { openLedger } from '#analytics/ledger/open.ts';
import { openPostgres } from '#analytics/ledger/postgres.ts';
import { StoreHeld } from '#analytics/store/database.ts';
import { openStore } from '#analytics/store/open.ts';
import { freshPostgres, migrations } from '#test/postgres.ts';
import { received, replied } from './acts.ts';
import { rowsIn } from './opened.ts';

const root = resolve(import.meta.dirname, '../..');
const PROGRAM = `
	const { createServer } = await import('vite');
	const server = { middlewareMode: true, ws: false, hmr: false, watch: null };
	const vite = await createServer({ root: ${JSON.stringify(root)}, configFile: false, logLevel: 'error', appType: 'custom', server, optimizeDeps: { noDiscovery: true } });
	const { follow } = await vite.ssrLoadModule('/test/store/follower.ts');
	await follow(process.argv[1]);
`;

let dataDir = '';
let head = 0;

beforeAll(async () => {
	const fresh = await freshPostgres();
	({ dataDir } = fresh);
	const ledger = openLedger(fresh.postgres);
	for (let batch = 0; batch < 18; batch++) {
		const events = Array.from({ length: 300 }, (_, i) => {
			const on = plusDays(toDay('2025-09-01'), (batch * 7 + i) % 400);
			const subject = `SQ-${batch}-${i}`;
			return [received(subject, on), replied(subject, plusDays(on, i % 20))];
		}).flat();
		const receivedAt = Date.UTC(2026, 10, 21);
		head = (await ledger.append({ sourceId: 1, receivedAt, events, rejects: [], mapping: null })).seq;
	}
	await ledger.close();
	await fresh.postgres.close();
});

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** A process on the data folder that has opened its read model. */
async function startFollower(): Promise<{ child: ChildProcess; said: string[] }> {
	const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, dataDir], {
		cwd: root,
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const said: string[] = [];
	await new Promise<void>((opened, failed) => {
		child.stdout?.on('data', (chunk: Buffer) => {
			said.push(...chunk.toString().trim().split('\n'));
			opened();
		});
		child.once('exit', code => failed(new Error(`the process ended with ${code} before it had opened its read model`)));
	});
	return { child, said };
}

async function kill(child: ChildProcess): Promise<void> {
	const ended = new Promise(resolvePromise => child.once('exit', resolvePromise));
	child.kill('SIGKILL');
	await ended;
}

test('killed at any moment, position and rows agree, nothing is lost, and the rest follows', async () => {
	const file = join(dataDir, 'events.duckdb');
	for (const wait of [0, 350, 900]) {
		const { child, said } = await startFollower();
		await pause(wait);
		await kill(child);
		const [found] = await rowsIn(
			file,
			`select seq, (select coalesce(max(seq), 0) from event) as last, (select count(*)::int from event) as events,
				(select count(*)::int from case_state) as cases, (select count(distinct case_id)::int from event) as named from position`,
		);
		const told = Number(said.findLast(line => line.startsWith('at'))?.slice(3));
		expect(found).toEqual({
			seq: found?.seq,
			last: found?.seq,
			events: found?.seq,
			cases: found?.named,
			named: found?.named,
		});
		expect(found?.seq).toBeGreaterThanOrEqual(told);
	}
	const postgres = await openPostgres({ url: '', dataDir, migrations });
	const ledger = openLedger(postgres);
	const tables: unknown[] = [];
	for (const each of [file, join(dataDir, 'fresh.duckdb')]) {
		const store = await openStore({ file: each, ledger });
		expect(await store.catchUp()).toBe(head);
		await store.close();
		tables.push(await rowsIn(each, 'select * from clock_run order by all'));
	}
	await ledger.close();
	await postgres.close();
	expect(tables[0]).toEqual(tables[1]);
});

test('a file that another process holds is refused, and left alone', async () => {
	const { child } = await startFollower();
	const fresh = await freshPostgres();
	const ledger = openLedger(fresh.postgres);
	const opening = openStore({ file: join(dataDir, 'events.duckdb'), ledger });
	await expect(opening).rejects.toThrow(StoreHeld);
	await expect(opening).rejects.toThrow('正被另一个进程使用');
	await kill(child);
	await ledger.close();
	await fresh.close();
	expect(await rowsIn(join(dataDir, 'events.duckdb'), 'select seq from position')).toEqual([{ seq: head }]);
});
