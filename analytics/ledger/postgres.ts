import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as onPglite } from 'drizzle-orm/pglite';
import { migrate as migrateEmbedded } from 'drizzle-orm/pglite/migrator';
import { drizzle as onServer } from 'drizzle-orm/postgres-js';
import { migrate as migrateServer } from 'drizzle-orm/postgres-js/migrator';
import connect from 'postgres';

/** The same statements on both engines. Use the query builder for rows: raw `execute` answers differently on each. */
export type Db = PgDatabase<PgQueryResultHKT>;

/** Where the truth lives: an embedded PostgreSQL in this process, or a server shared by many. */
export type Postgres = {
	db: Db;
	kind: 'embedded' | 'server';
	/** Server only, where the engine has LISTEN: calls `heard` on every NOTIFY of the channel. Rejects where it has not. */
	listen?(channel: string, heard: () => void): Promise<void>;
	/** Server only: wakes the listeners of the channel in every process. */
	notify?(channel: string): Promise<void>;
	/** Must be called: an embedded database that is not closed keeps the process alive. */
	close(): Promise<void>;
};

/** The database cannot be used; the message says what to look at. */
export class PostgresUnopened extends Error {}

/** Any number will do, as long as every node of every version uses this one. */
const MIGRATION_LOCK = 8_090_038;

/**
 * Opens PostgreSQL and brings its tables up to date. An empty `url` means the embedded engine in `dataDir`/postgres; the
 * caller holds the folder's lock (lock.ts), the engine itself has none. `migrations` is the folder sql/office, wherever it
 * lies at run time. Throws PostgresUnopened where the server does not answer, does not speak UTF-8, or a migration fails.
 */
export async function openPostgres(at: { url: string; dataDir: string; migrations: string }): Promise<Postgres> {
	return at.url === '' ? openEmbedded(at.dataDir, at.migrations) : openServer(at.url, at.migrations);
}

/** Buffers of 128 MB, as PostgreSQL has them, would be held from the first moment on; what is read twice is in the system's cache. */
const SETTINGS = ['shared_buffers=32MB'];

async function openEmbedded(dataDir: string, migrations: string): Promise<Postgres> {
	const folder = join(dataDir, 'postgres');
	await mkdir(dataDir, { recursive: true });
	const client = await PGlite.create({ dataDir: folder, postgresqlconf: SETTINGS }).catch(reason => {
		throw unopened(`内置数据库 ${folder} 未能打开。请检查磁盘空间和目录权限；目录已损坏的，请从备份恢复`, reason);
	});
	try {
		const db = onPglite({ client });
		await migrateEmbedded(db, { migrationsFolder: migrations });
		return { db, kind: 'embedded', close: () => client.close() };
	} catch (reason) {
		await client.close();
		throw unopened(`内置数据库 ${folder} 的表结构未能更新（迁移目录 ${migrations}）`, reason);
	}
}

/**
 * When a server dies or fails over, postgres.js 3.4.9 can throw `TypeError: Cannot read properties of null (reading
 * 'write')` out of a setImmediate, where nobody can catch it (porsager/postgres #1066, #1154, #1208). It ends the process;
 * nothing is lost, because every append is one transaction. Run under a supervisor that starts it again.
 */
async function openServer(url: string, migrations: string): Promise<Postgres> {
	await migrateUnderLock(url, migrations).catch(reason => {
		throw unopened('数据库未能打开。请检查环境变量 DATABASE_URL、PostgreSQL 是否在运行、账号能否登录和建表', reason);
	});
	const client = connect(url, {
		max: 10,
		onnotice: () => {},
		connection: {
			application_name: 'shudu',
			statement_timeout: 60_000,
			lock_timeout: 30_000,
			idle_in_transaction_session_timeout: 60_000,
		},
	});
	return {
		db: onServer({ client }),
		kind: 'server',
		listen: async (channel, heard) => {
			await client.listen(channel, heard);
		},
		notify: async channel => {
			await client.notify(channel, '');
		},
		close: () => client.end({ timeout: 5 }),
	};
}

/** Several nodes may start at once; the advisory lock belongs to the one connection that this client has. */
async function migrateUnderLock(url: string, migrations: string): Promise<void> {
	const client = connect(url, { max: 1, onnotice: () => {}, connection: { application_name: 'shudu migration' } });
	try {
		const [row] = await client`show server_encoding`;
		if (row?.server_encoding !== 'UTF8') {
			throw new Error(
				`数据库编码是 ${row?.server_encoding}，须为 UTF8：请用 create database … encoding 'UTF8' 新建数据库后修改 DATABASE_URL。`,
			);
		}
		const db = onServer({ client });
		await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`);
		await migrateServer(db, { migrationsFolder: migrations });
		await db.execute(sql`select pg_advisory_unlock(${MIGRATION_LOCK})`);
	} finally {
		await client.end({ timeout: 5 });
	}
}

/** The engine's own words come last, for whoever has to search for them. */
function unopened(what: string, reason: unknown): Error {
	const root = reason instanceof Error && reason.cause instanceof Error ? reason.cause : reason;
	return new PostgresUnopened(`${what}。数据库的答复：${root instanceof Error ? root.message : String(root)}`, {
		cause: reason,
	});
}
