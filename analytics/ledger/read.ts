import { asc, desc, eq, gt, lte } from 'drizzle-orm';
import type { LedgerEvent } from '#analytics/cases/event.ts';
import { GENESIS } from './digest.ts';
import type { Db } from './postgres.ts';
import { ledgerBatch, ledgerEvent, ledgerHead } from './schema.ts';

/** The head: the last `seq` given out and the chain hash there (64 zeros while the ledger is empty). */
export async function readHead(db: Db): Promise<{ seq: number; chain: string }> {
	const [head] = await db.select({ seq: ledgerHead.seq, chain: ledgerHead.chain }).from(ledgerHead);
	return head ?? { seq: 0, chain: GENESIS };
}

/** Events after `after`, in order, up to `limit`; stops at the first gap (a distributed engine may show rows late). */
export async function readPrefix(db: Db, after: number, limit: number): Promise<LedgerEvent[]> {
	const rows = await db
		.select()
		.from(ledgerEvent)
		.where(gt(ledgerEvent.seq, after))
		.orderBy(asc(ledgerEvent.seq))
		.limit(limit);
	const gap = rows.findIndex((row, n) => row.seq !== after + 1 + n);
	return (gap < 0 ? rows : rows.slice(0, gap)).map(toEvent);
}

/** A row as the event that was appended. */
export function toEvent(row: typeof ledgerEvent.$inferSelect): LedgerEvent {
	return {
		seq: row.seq,
		sourceId: row.sourceId,
		receivedAt: row.receivedAt,
		id: row.eventId,
		type: row.type as LedgerEvent['type'],
		subject: row.subject,
		occurredAt: row.occurredAt,
		dayOnly: row.dayOnly,
		recordedAt: row.recordedAt,
		data: JSON.parse(row.data) as LedgerEvent['data'],
	};
}

/** Chain hash where a batch ends at `seq`; at 0 that of the empty ledger; null where no batch ends there. */
export async function readChainAt(db: Db, seq: number): Promise<string | null> {
	if (seq === 0) return GENESIS;
	const [batch] = await db.select({ hash: ledgerBatch.hash }).from(ledgerBatch).where(eq(ledgerBatch.lastSeq, seq));
	return batch?.hash ?? null;
}

/** Largest batch end up to `seq`; 0 where there is none. */
export async function readBatchEnd(db: Db, seq: number): Promise<number> {
	const [batch] = await db
		.select({ lastSeq: ledgerBatch.lastSeq })
		.from(ledgerBatch)
		.where(lte(ledgerBatch.lastSeq, seq))
		.orderBy(desc(ledgerBatch.lastSeq))
		.limit(1);
	return batch?.lastSeq ?? 0;
}
