import { createHash } from 'node:crypto';
import { StringDecoder } from 'node:string_decoder';
import { and, count, desc, eq, getTableColumns, inArray } from 'drizzle-orm';
import type { Batch, Reject } from './ledger.ts';
import type { Db } from './postgres.ts';
import { reject } from './schema.ts';
import type { KeptReject, Sources } from './sources.ts';

/** Bytes of a raw row that are kept. */
const KEPT = 64 * 1024;

/** Keeps a batch's rejects, each row once however often it is sent again; ids count on from `last`. Returns the last id. */
export async function keepRejects(tx: Db, batch: Batch, rejects: Reject[], last: number): Promise<number> {
	const byDigest = new Map(rejects.map(r => [createHash('sha256').update(`${r.code}\n${r.raw}`).digest('hex'), r]));
	const digests = [...byDigest.keys()];
	for (let from = 0; from < digests.length; from += 500) {
		const part = digests.slice(from, from + 500);
		const here = and(eq(reject.sourceId, batch.sourceId), inArray(reject.digest, part));
		for (const kept of await tx.select({ digest: reject.digest }).from(reject).where(here))
			byDigest.delete(kept.digest);
	}
	const fresh = [...byDigest].map(([digest, r], n) => ({
		id: last + 1 + n,
		sourceId: batch.sourceId,
		receivedAt: batch.receivedAt,
		raw: storable(r.raw),
		code: r.code,
		message: storable(r.message),
		eventId: r.eventId === null ? null : storable(r.eventId),
		mapping: batch.mapping,
		digest,
		record: recordOf(r.record),
	}));
	for (let from = 0; from < fresh.length; from += 500) await tx.insert(reject).values(fresh.slice(from, from + 500));
	return last + fresh.length;
}

/** A record cut short would be another one: what is too long to be kept whole is not kept. */
function recordOf(record: string | undefined): string | null {
	return record === undefined || Buffer.byteLength(record) > KEPT ? null : record.replaceAll('\0', '␀');
}

/** A raw row may hold what PostgreSQL cannot: NUL shows as ␀, half a character as �, and a giant is cut at a character. */
function storable(text: string): string {
	return new StringDecoder('utf8').write(Buffer.from(text.replaceAll('\0', '␀')).subarray(0, KEPT));
}

/** One page of rejects, the latest first, and how many there are in all. */
export async function listRejects(
	db: Db,
	filter: Parameters<Sources['rejects']>[0],
): Promise<{ rows: KeptReject[]; total: number }> {
	const where = filter.sourceId === undefined ? undefined : eq(reject.sourceId, filter.sourceId);
	const { digest: _, ...columns } = getTableColumns(reject);
	const rows = await db
		.select(columns)
		.from(reject)
		.where(where)
		.orderBy(desc(reject.id))
		.limit(filter.limit)
		.offset(filter.offset);
	const [all] = await db.select({ total: count() }).from(reject).where(where);
	return { rows, total: all?.total ?? 0 };
}

/** Rejects per source and code. */
export function countRejects(db: Db): Promise<{ sourceId: number; code: string; count: number }[]> {
	return db
		.select({ sourceId: reject.sourceId, code: reject.code, count: count() })
		.from(reject)
		.groupBy(reject.sourceId, reject.code)
		.orderBy(reject.sourceId, reject.code);
}
