import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { stateCouncil } from '#analytics/law/calendar.ts';
import { GENESIS } from '#analytics/ledger/digest.ts';
import type { Ledger } from '#analytics/ledger/ledger.ts';
import { openLedger } from '#analytics/ledger/open.ts';
import type { Postgres } from '#analytics/ledger/postgres.ts';
import { openStore, type StoreOptions } from '#analytics/store/open.ts';
import type { Store } from '#analytics/store/store.ts';
import { freshPostgres } from '#test/postgres.ts';

/** A ledger on a fresh embedded PostgreSQL, and folders for read models, for the tests of one file. */
export type Bench = {
	ledger(): Ledger;
	/** Appends one batch; returns the head after it. */
	tell(events: ShareEvent[], sourceId?: number): Promise<number>;
	/** Takes the ledger back to nothing: what a restored backup does. */
	wipe(): Promise<void>;
	/** Path of a read model file in a folder of its own. */
	newFile(): string;
	/** Opens a read model; closed after the tests at the latest. */
	open(options?: Partial<StoreOptions>): Promise<Store>;
};

export const calendar = stateCouncil();

export function bench(): Bench {
	let opened: { postgres: Postgres; close(): Promise<void> } | undefined;
	let ledger: Ledger | undefined;
	const stores: Store[] = [];
	const folders: string[] = [];
	beforeAll(async () => {
		opened = await freshPostgres();
		ledger = openLedger(opened.postgres);
	});
	afterAll(async () => {
		for (const store of stores) await store.close();
		await ledger?.close();
		await opened?.close();
		for (const folder of folders) rmSync(folder, { recursive: true, force: true });
	});
	const theLedger = () => ledger as Ledger;
	const newFile = () => {
		const folder = mkdtempSync(join(tmpdir(), 'shudu-store-'));
		folders.push(folder);
		return join(folder, 'events.duckdb');
	};
	return {
		ledger: theLedger,
		newFile,
		async tell(events, sourceId = 1) {
			const batch = { sourceId, receivedAt: Date.UTC(2026, 10, 21), events, rejects: [], mapping: null };
			return (await theLedger().append(batch)).seq;
		},
		async wipe() {
			const db = opened?.postgres.db;
			await db?.execute(sql`delete from ledger_event`);
			await db?.execute(sql`delete from ledger_batch`);
			await db?.execute(sql`update ledger_head set seq = 0, chain = ${GENESIS}`);
		},
		async open(options = {}) {
			const store = await openStore({
				file: newFile(),
				ledger: theLedger(),
				...options,
			});
			stores.push(store);
			return store;
		},
	};
}

/** Arguments of the list of matters that leave nothing out; the day and what is known stand beside them. */
export const everyMatter = {
	...{
		visible: null,
		clocks: null,
		statuses: null,
		departments: null,
		due_from: null,
		due_to: null,
		late_min: null,
		unheard: null,
	},
	...{ search: null, sort: 'due_on', descending: false, limit: 100, offset: 0 },
};

/** Rows of a closed read model's file. */
export async function rowsIn(file: string, query: string): Promise<Record<string, unknown>[]> {
	const instance = await DuckDBInstance.create(file);
	const connection = await instance.connect();
	try {
		return (await connection.runAndReadAll(query)).getRowObjectsJson();
	} finally {
		connection.closeSync();
		instance.closeSync();
	}
}
