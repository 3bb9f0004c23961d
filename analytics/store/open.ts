import type { DuckDBConnection } from '@duckdb/node-api';
import { type Lawbook, shipped } from '#analytics/law/lawbook.ts';
import type { Ledger } from '#analytics/ledger/ledger.ts';
import { askerOf } from './ask.ts';
import { type Database, openDatabase, usable } from './database.ts';
import { caseFacts } from './facts.ts';
import { foresee } from './foresee.ts';
import { loadLaw } from './law.ts';
import { projection } from './project.ts';
import { fingerprint, schema } from './schema.ts';
import { type Statutes, statutesOf } from './statutes.ts';
import type { Store } from './store.ts';
import { suppose } from './suppose.ts';
import { tailOf } from './tail.ts';

export type StoreOptions = {
	/** The DuckDB file; made where it is missing. */
	file: string;
	ledger: Ledger;
	/** The law before the first enactment; as shipped unless said otherwise. */
	lawbook?: Lawbook;
	/** Threads of DuckDB (2). */
	threads?: number;
	/** Memory of DuckDB, as it writes it (`1GB`). */
	memoryLimit?: string;
	/**
	 * Told when following the ledger failed after a wake-up; the next wake-up tries again. Without it the error is thrown
	 * where nobody catches it, and ends the process.
	 */
	onTrouble?: (error: unknown) => void;
};

/**
 * Opens this node's read model and follows the ledger from then on; `catchUp()` brings it up to date. A file that is missing,
 * was made by other code or another lawbook, or cannot be read (it is kept as `<file>.broken-<n>`), is made
 * again from the ledger. Throws StoreHeld where another process, or another store of this one, holds the file.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
	const { file, lawbook = shipped, threads = 2, memoryLimit = '1GB' } = options;
	const madeWith = fingerprint(lawbook);
	const database = await openDatabase(file, { threads, memoryLimit }, connection => isMadeWith(connection, madeWith));
	const writer = await database.connect();
	try {
		await prepare(writer, madeWith, lawbook);
		return await follow(database, writer, options, await statutesOf(writer, lawbook));
	} catch (error) {
		writer.closeSync();
		await database.close();
		throw error;
	}
}

async function follow(
	database: Database,
	writer: DuckDBConnection,
	options: StoreOptions,
	statutes: Statutes,
): Promise<Store> {
	const { file, ledger, onTrouble = throwUncaught } = options;
	const listeners = new Set<(position: number) => void>();
	const moved = (position: number) => {
		for (const listener of listeners) listener(position);
	};
	const tail = await tailOf(writer, ledger, await projection(writer, statutes), moved);
	const catchUp = () => usable(file, tail.catchUp);
	const use: Database['use'] = work => usable(file, () => database.use(work));
	const deafen = ledger.onAppended(() => void catchUp().catch(onTrouble));
	const close = async () => {
		deafen();
		listeners.clear();
		await tail.stop();
		writer.closeSync();
		await database.close();
	};
	let closing: Promise<void> | null = null;
	return {
		position: tail.position,
		catchUp,
		ask: askerOf(use, () => `${tail.generation()}·${tail.position()}`),
		lawAt: statutes.at,
		foresee: (enactment, on) => use(connection => foresee(connection, statutes.at(tail.position()), enactment, on)),
		suppose: (event, work) => use(connection => suppose(connection, event, work)),
		caseFacts: (caseId, known) => use(connection => caseFacts(connection, caseId, known)),
		onMoved(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		close() {
			closing ??= close();
			return closing;
		},
	};
}

async function isMadeWith(connection: DuckDBConnection, madeWith: string): Promise<boolean> {
	const tables = await connection.runAndReadAll('select count(*)::int from duckdb_tables() where not temporary');
	if (tables.getRowsJS()[0]?.[0] === 0) return true;
	const made = await connection.runAndReadAll('select made_with from position');
	return made.getRowsJS()[0]?.[0] === madeWith;
}

async function prepare(connection: DuckDBConnection, madeWith: string, lawbook: Lawbook): Promise<void> {
	const tables = await connection.runAndReadAll('select count(*)::int from duckdb_tables() where not temporary');
	if (tables.getRowsJS()[0]?.[0] !== 0) return;
	await connection.run('begin transaction');
	for (const [, sql] of schema) await connection.run(sql);
	await loadLaw(connection, lawbook);
	await connection.run("insert into position values (0, '', $madeWith)", { madeWith });
	await connection.run('commit');
}

function throwUncaught(error: unknown): void {
	queueMicrotask(() => {
		throw error;
	});
}
