import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import connect from 'postgres';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { openPostgres, type Postgres } from '#analytics/ledger/postgres.ts';
import { postgresBinaries } from './postgres-setup.ts';

/** The migrations, where the repository keeps them. */
export const migrations = fileURLToPath(new URL('../sql/office', import.meta.url));

/** One fresh database of one engine. */
export type Engine = {
	kind: 'embedded' | 'server';
	/** The database's first client. */
	postgres(): Postgres;
	/** On a server another client, as another process would have; embedded the first one again. Closed after the suite. */
	another(): Promise<Postgres>;
};

/** Runs a suite on a fresh embedded PostgreSQL and on a fresh database of a real server (skipped loudly where none is installed). */
export function eachPostgres(title: string, suite: (engine: Engine) => void): void {
	describe(`${title} · embedded PostgreSQL`, () => suite(embedded()));
	const installed = postgresBinaries() !== null;
	if (!installed)
		process.stderr.write(
			`\n!!! SKIPPED: "${title}" on a real PostgreSQL server: no initdb and postgres found on this machine\n\n`,
		);
	describe.skipIf(!installed)(`${title} · PostgreSQL server`, () => suite(server()));
}

/** A fresh embedded PostgreSQL in its own data folder; `close` ends it and removes the folder. */
export async function freshPostgres(): Promise<{ postgres: Postgres; dataDir: string; close(): Promise<void> }> {
	const prepared = await ask('/embedded');
	const dataDir = mkdtempSync(join(tmpdir(), 'shudu-data-'));
	cpSync(prepared, join(dataDir, 'postgres'), { recursive: true });
	const postgres = await openPostgres({ url: '', dataDir, migrations });
	const close = async () => {
		await postgres.close();
		rmSync(dataDir, { recursive: true, force: true });
	};
	return { postgres, dataDir, close };
}

function embedded(): Engine {
	const opened: Awaited<ReturnType<typeof freshPostgres>>[] = [];
	beforeAll(async () => {
		opened.push(await freshPostgres());
	});
	afterAll(async () => {
		for (const one of opened) await one.close();
	});
	const first = () => the(opened[0]?.postgres);
	return { kind: 'embedded', postgres: first, another: async () => first() };
}

function server(): Engine {
	const opened: Postgres[] = [];
	let url = '';
	const another = async () => {
		const postgres = await openPostgres({ url, dataDir: '', migrations });
		opened.push(postgres);
		return postgres;
	};
	beforeAll(async () => {
		url = await freshDatabase();
		await another();
	});
	afterAll(async () => {
		for (const postgres of opened) await postgres.close();
	});
	return { kind: 'server', postgres: () => the(opened[0]), another };
}

/** A new empty database on the run's server; its URL. */
export async function freshDatabase(): Promise<string> {
	const root = await ask('/server');
	const name = `shudu_${process.pid}_${Math.random().toString(36).slice(2)}`;
	const client = connect(`${root}/postgres`, { max: 1 });
	await client.unsafe(`create database ${name}`);
	await client.end();
	return `${root}/${name}`;
}

async function ask(what: '/embedded' | '/server'): Promise<string> {
	const answer = await fetch(inject('postgresDesk') + what);
	const text = await answer.text();
	if (!answer.ok) throw new Error(text);
	return text;
}

function the(postgres: Postgres | undefined): Postgres {
	if (postgres === undefined) throw new Error('PostgreSQL did not open before the tests');
	return postgres;
}
