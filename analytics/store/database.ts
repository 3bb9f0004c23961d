import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

export type Settings = {
	threads: number;
	/** As DuckDB writes it: `1GB`. */
	memoryLimit: string;
};

/** An open DuckDB file that this process alone holds. */
export type Database = {
	/** A connection of one's own, to be closed before the database is. */
	connect(): Promise<DuckDBConnection>;
	/** Does some work on a connection of its own, so that nobody waits for anybody. */
	use<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T>;
	/** Waits for the work under way and releases the file. */
	close(): Promise<void>;
};

/** The file cannot be had: another process, or another store of this process, holds it. */
export class StoreHeld extends Error {}

/** DuckDB has given up the file while it was open (a full disk, most often): nothing can be read or written any more. */
class StoreUnusable extends Error {}

/**
 * Opens the file, makes it where it is missing, and moves it aside (`.broken-<n>`) where DuckDB cannot read it. `sound` looks
 * whether what is there can be used; where it answers false the file is removed and made anew. Throws StoreHeld.
 */
export async function openDatabase(
	file: string,
	settings: Settings,
	sound: (connection: DuckDBConnection) => Promise<boolean>,
): Promise<Database> {
	await mkdir(dirname(file), { recursive: true });
	const found = await tryOpen(file, settings, sound);
	if (found !== null) return found;
	const made = await tryOpen(file, settings, async () => true);
	if (made === null) throw new Error(`无法新建读模型文件 ${file}：请检查目录权限与磁盘空间。`);
	return made;
}

/** Null where the file was useless and has been put out of the way. */
async function tryOpen(
	file: string,
	settings: Settings,
	sound: (connection: DuckDBConnection) => Promise<boolean>,
): Promise<Database | null> {
	let instance: DuckDBInstance | undefined;
	let holder: DuckDBConnection | undefined;
	const release = () => {
		holder?.closeSync();
		instance?.closeSync();
	};
	try {
		instance = await DuckDBInstance.fromCache(file, configuration(settings));
		holder = await hold(instance, file);
		if (await sound(holder)) return held(instance, holder);
		release();
		await remove(file);
		return null;
	} catch (error) {
		release();
		if (!isBroken(error)) throw named(error, file);
		await moveAside(file);
		return null;
	}
}

function configuration({ threads, memoryLimit }: Settings): Record<string, string> {
	return {
		threads: String(threads),
		memory_limit: memoryLimit,
		enable_external_access: 'false',
		autoinstall_known_extensions: 'false',
		autoload_known_extensions: 'false',
		// DuckDB 1.5.5 fails on "the latest of each, without those in another table" where the two share no key.
		disabled_optimizers: 'top_n_window_elimination',
		lock_configuration: 'true',
	};
}

/**
 * DuckDB refuses a second process, but lets one process open a file as often as it likes. `fromCache` makes those share one
 * instance, so that no row is lost; a name attached to the instance makes the second one visible, and it is refused.
 */
async function hold(instance: DuckDBInstance, file: string): Promise<DuckDBConnection> {
	const connection = await instance.connect();
	try {
		await connection.run("attach ':memory:' as held");
		return connection;
	} catch (error) {
		connection.closeSync();
		throw /already exists/.test(String(error))
			? new StoreHeld(`读模型 ${file} 已在本进程中打开：一个文件只能有一个读模型，请使用已经打开的那一个。`)
			: error;
	}
}

function held(instance: DuckDBInstance, holder: DuckDBConnection): Database {
	const underWay = new Set<Promise<unknown>>();
	const alone = async <T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> => {
		const connection = await instance.connect();
		try {
			return await work(connection);
		} finally {
			connection.closeSync();
		}
	};
	return {
		connect: () => instance.connect(),
		async use(work) {
			const working = alone(work);
			underWay.add(working);
			return working.finally(() => underWay.delete(working));
		},
		async close() {
			await Promise.allSettled(underWay);
			await holder.run('detach held');
			holder.closeSync();
			instance.closeSync();
		},
	};
}

/** Does some work on a file; says in Chinese what to do where DuckDB has given it up. Throws StoreUnusable then. */
export async function usable<T>(file: string, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (!/FATAL|has been invalidated/.test(String(error))) throw error;
		const wayOut = '请先清理磁盘空间再重新启动；仍不可用的，删除该文件，启动时将从账本重建，数据不会丢失。';
		throw new StoreUnusable(`读模型 ${file} 已不可用，多因磁盘写满。${wayOut}`, { cause: error });
	}
}

/** Errors that say something about the machine, not about the file's content. */
const MACHINE = /lock on file|Permission denied|No space left|Read-only file system|Too many open files/i;

function isBroken(error: unknown): boolean {
	return !(error instanceof StoreHeld) && !MACHINE.test(String(error));
}

function named(error: unknown, file: string): unknown {
	if (!/lock on file/i.test(String(error))) return error;
	return new StoreHeld(`读模型 ${file} 正被另一个进程使用：请先停止那个进程，或为本进程另设 DATA_DIR。`, {
		cause: error,
	});
}

async function moveAside(file: string): Promise<void> {
	let n = 1;
	while (existsSync(`${file}.broken-${n}`)) n++;
	if (existsSync(file)) await rename(file, `${file}.broken-${n}`);
	if (existsSync(`${file}.wal`)) await rename(`${file}.wal`, `${file}.broken-${n}.wal`);
}

async function remove(file: string): Promise<void> {
	for (const each of [file, `${file}.wal`]) await rm(each, { force: true });
}
