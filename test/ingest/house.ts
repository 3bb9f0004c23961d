import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LedgerEvent } from '#analytics/cases/event.ts';
import type { Ledger } from '#analytics/ledger/ledger.ts';
import { openLedger } from '#analytics/ledger/open.ts';
import type { Postgres } from '#analytics/ledger/postgres.ts';
import { openSources } from '#analytics/ledger/register.ts';
import type { Connect, KeptReject, Source, Sources } from '#analytics/ledger/sources.ts';
import { freshPostgres } from '#test/postgres.ts';

/** A real ledger and register on a fresh embedded PostgreSQL. */
export type House = {
	db: Postgres['db'];
	ledger: Ledger;
	sources: Sources;
	/** Registers a source under a code of its own. */
	source(connect: Connect, mapping?: string): Promise<Source>;
	/** Everything that the ledger holds of a source, in order. */
	eventsOf(source: Source): Promise<LedgerEvent[]>;
	rejectsOf(source: Source): Promise<KeptReject[]>;
	close(): Promise<void>;
};

export const now = () => Date.parse('2026-03-04T08:00:00+08:00');

export async function openHouse(): Promise<House> {
	const { postgres, close } = await freshPostgres();
	const ledger = openLedger(postgres);
	const sources = openSources(postgres, { secret: 'a secret of the house' });
	let count = 0;
	return {
		db: postgres.db,
		ledger,
		sources,
		source: async (connect, mapping) => {
			const code = `330100-p${++count}`;
			return (await sources.add({ code, name: `平台${count}`, connect, ...(mapping ? { mapping } : {}) })).source;
		},
		eventsOf: async source => (await ledger.read(0, 1_000_000)).filter(event => event.sourceId === source.id),
		rejectsOf: async source =>
			(await sources.rejects({ sourceId: source.id, limit: 10_000, offset: 0 })).rows.reverse(),
		close: async () => {
			await ledger.close();
			await close();
		},
	};
}

/** A good event of a source as it comes over the wire; `changes` replace fields of the envelope. */
export function wire(source: { code: string }, id: string, changes: Record<string, unknown> = {}) {
	return {
		specversion: '1.0',
		id,
		source: `/platforms/${source.code}`,
		type: 'request.received',
		time: '2026-03-03T16:40:00+08:00',
		recordedtime: '2026-03-03T16:40:12+08:00',
		subject: `SQ-${id}/1`,
		datacontenttype: 'application/json',
		dataschema: 'urn:shudu:event:1',
		data: { department: '11330100002489559B', sharing: 'conditional' } as Record<string, unknown>,
		...changes,
	};
}

/** A path in the shared data, and whether it is there. */
export function shared(path: string): { path: string; absent: boolean } {
	const full = fileURLToPath(new URL(`../../../shared/data/${path}`, import.meta.url));
	return { path: full, absent: !existsSync(full) };
}

/** A file's bytes as a stream, in chunks of `size`. */
export async function* streamed(bytes: Uint8Array | string, size = 7): AsyncGenerator<Uint8Array> {
	const all = Buffer.from(bytes as string);
	for (let from = 0; from < all.length; from += size) yield all.subarray(from, from + size);
}
