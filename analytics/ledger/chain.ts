import { and, asc, between, gt, lte, max } from 'drizzle-orm';
import { chainHash, digestOf, GENESIS } from './digest.ts';
import type { Db, Postgres } from './postgres.ts';
import { readHead, toEvent } from './read.ts';
import { ledgerBatch, ledgerEvent } from './schema.ts';

type BatchRow = typeof ledgerBatch.$inferSelect;
type EventRow = typeof ledgerEvent.$inferSelect;

const PAGE = 500;

/**
 * Recomputes every digest and every link of the chain up to the head; appends may go on meanwhile. Returns the first thing
 * that is wrong, in Chinese, naming the `seq` from which the ledger cannot be trusted; null where it is whole.
 */
export async function verifyChain({ db }: Pick<Postgres, 'db'>): Promise<string | null> {
	const [beyond] = await db.select({ seq: max(ledgerEvent.seq) }).from(ledgerEvent);
	const head = await readHead(db);
	if ((beyond?.seq ?? 0) > head.seq) return broken(head.seq + 1, '账本末尾之后还有事件行');
	let last = { lastSeq: 0, hash: GENESIS };
	while (last.lastSeq < head.seq) {
		const page = await nextBatches(db, last.lastSeq, head.seq);
		if (page.length === 0) return broken(last.lastSeq + 1, '其后的批次缺失');
		for (const batch of page) {
			const problem = await checkBatch(db, batch, last);
			if (problem) return problem;
			last = batch;
		}
	}
	return last.hash === head.chain ? null : broken(head.seq, '末批的链值与账本首行不符');
}

function nextBatches(db: Db, after: number, upTo: number): Promise<BatchRow[]> {
	return db
		.select()
		.from(ledgerBatch)
		.where(and(gt(ledgerBatch.lastSeq, after), lte(ledgerBatch.lastSeq, upTo)))
		.orderBy(asc(ledgerBatch.lastSeq))
		.limit(PAGE);
}

async function checkBatch(db: Db, batch: BatchRow, last: { lastSeq: number; hash: string }): Promise<string | null> {
	if (batch.firstSeq !== last.lastSeq + 1) return broken(last.lastSeq + 1, '批次不相衔接');
	if (batch.previous !== last.hash) return broken(batch.firstSeq, '批次所记的前一链值与前一批次不符');
	const rows = await db
		.select()
		.from(ledgerEvent)
		.where(between(ledgerEvent.seq, batch.firstSeq, batch.lastSeq))
		.orderBy(asc(ledgerEvent.seq));
	for (let seq = batch.firstSeq; seq <= batch.lastSeq; seq++) {
		const problem = checkRow(rows[seq - batch.firstSeq], seq, batch.sourceId);
		if (problem) return problem;
	}
	return chainHash(batch.previous, rows) === batch.hash
		? null
		: broken(batch.firstSeq, `至第 ${batch.lastSeq} 条为止的一批，链值与内容不符`);
}

function checkRow(row: EventRow | undefined, seq: number, sourceId: number): string | null {
	if (row?.seq !== seq) return broken(seq, '事件行缺失或重复');
	if (row.sourceId !== sourceId) return broken(seq, '事件的来源与所在批次不符');
	return intact(row) ? null : broken(seq, `事件“${row.eventId}”的内容与其摘要不符`);
}

/** The digest fits, and the stored text is letter for letter what we would write. */
function intact(row: EventRow): boolean {
	try {
		const event = toEvent(row);
		return digestOf(event) === row.digest && JSON.stringify(event.data) === row.data;
	} catch {
		return false;
	}
}

function broken(seq: number, what: string): string {
	return `账本第 ${seq} 条起不可信：${what}。账本曾被改动或没有完整恢复，请停止使用并从备份恢复。`;
}
