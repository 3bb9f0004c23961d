import { and, DrizzleQueryError, eq, inArray } from 'drizzle-orm';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { moveBackFill } from './back-fills.ts';
import { chainHash, digestOf } from './digest.ts';
import { type Appended, type Batch, FencedOff, type Reject } from './ledger.ts';
import type { Db } from './postgres.ts';
import { keepRejects } from './rejects.ts';
import { ledgerBatch, ledgerEvent, ledgerHead, sourceCursor } from './schema.ts';

/** Rows of one statement: PostgreSQL takes 65,535 parameters, and the embedded engine blocks while it works. */
const CHUNK = 1000;

type Digested = { event: ShareEvent; digest: string };

/**
 * Appends a batch in one transaction. The head's row lock comes first, so appends queue up and commit in order of `seq`;
 * a batch without news takes no `seq` but still moves the cursor and keeps its rejects. Throws FencedOff, and an Error with
 * the database's reason; nothing of the batch was written then, and sending it again is safe.
 */
export async function append(db: Db, batch: Batch): Promise<Appended> {
	const digested = batch.events.map(event => ({ event, digest: digestOf(event) }));
	try {
		return await db.transaction(tx => write(tx, batch, digested));
	} catch (reason) {
		throw reason instanceof DrizzleQueryError ? withoutRows(reason) : reason;
	}
}

/** Drizzle's own message repeats the statement with all its parameters: megabytes of the departments' data. */
function withoutRows({ cause }: DrizzleQueryError): Error {
	return new Error(`本批数据未能写入账本，可原样重报。数据库的答复：${cause?.message}`, { cause });
}

async function write(tx: Db, batch: Batch, digested: Digested[]): Promise<Appended> {
	const head = await lockHead(tx);
	if (batch.cursor) await moveCursor(tx, batch.sourceId, batch.cursor);
	const known = await digestsOf(tx, batch.sourceId, digested);
	const { fresh, conflicts, duplicates } = sift(digested, known);
	const { seq, chain } = await appendFresh(tx, batch, fresh, head);
	const conflicting = conflicts.flatMap(({ index }) => batch.events[index] ?? []);
	const rejected = [...batch.rejects, ...conflicting.map(conflict)];
	const rejects = await keepRejects(tx, batch, rejected, head.rejects);
	if (seq > head.seq || rejects > head.rejects) await tx.update(ledgerHead).set({ seq, chain, rejects });
	const appended = { accepted: fresh.length, duplicates, conflicts, seq };
	if (!batch.backFill) return appended;
	const became = { ...appended, rejected: rejected.length };
	return { ...appended, going: await moveBackFill(tx, batch.sourceId, batch.receivedAt, batch.backFill, became) };
}

type Head = { seq: number; chain: string; rejects: number };

async function lockHead(tx: Db): Promise<Head> {
	const [head] = await tx.select().from(ledgerHead).for('update');
	if (head === undefined) throw new Error('账本首行缺失：数据库没有完成初始化，请恢复备份或换用新的数据库。');
	return head;
}

async function moveCursor(tx: Db, sourceId: number, cursor: { to: string | null; fence: number }): Promise<void> {
	const moved = await tx
		.update(sourceCursor)
		.set({ cursor: cursor.to })
		.where(and(eq(sourceCursor.sourceId, sourceId), eq(sourceCursor.fence, cursor.fence)))
		.returning({ sourceId: sourceCursor.sourceId });
	if (moved.length === 0) throw new FencedOff(sourceId);
}

/** What the ledger already holds under the batch's ids: id → digest. */
async function digestsOf(tx: Db, sourceId: number, digested: Digested[]): Promise<Map<string, string>> {
	const known = new Map<string, string>();
	for (const part of chunks(digested)) {
		const ids = part.map(d => d.event.id);
		const rows = await tx
			.select({ id: ledgerEvent.eventId, digest: ledgerEvent.digest })
			.from(ledgerEvent)
			.where(and(eq(ledgerEvent.sourceId, sourceId), inArray(ledgerEvent.eventId, ids)));
		for (const row of rows) known.set(row.id, row.digest);
	}
	return known;
}

/** The first event under an id stands; the same again is a duplicate, anything else a conflict. */
function sift(digested: Digested[], known: Map<string, string>) {
	const fresh: Digested[] = [];
	const conflicts: Appended['conflicts'] = [];
	let duplicates = 0;
	digested.forEach(({ event, digest }, index) => {
		const before = known.get(event.id);
		if (before === undefined) {
			known.set(event.id, digest);
			fresh.push({ event, digest });
		} else if (before === digest) duplicates++;
		else conflicts.push({ index, id: event.id });
	});
	return { fresh, conflicts, duplicates };
}

async function appendFresh(
	tx: Db,
	batch: Batch,
	fresh: Digested[],
	head: Head,
): Promise<{ seq: number; chain: string }> {
	if (fresh.length === 0) return head;
	const { sourceId, receivedAt, mapping } = batch;
	const rows = fresh.map(({ event, digest }, n) => ({
		sourceId,
		seq: head.seq + 1 + n,
		eventId: event.id,
		type: event.type,
		subject: event.subject,
		occurredAt: event.occurredAt,
		dayOnly: event.dayOnly,
		recordedAt: event.recordedAt,
		receivedAt,
		digest,
		mapping,
		data: JSON.stringify(event.data),
	}));
	for (const part of chunks(rows)) await tx.insert(ledgerEvent).values(part);
	const seq = head.seq + rows.length;
	const chain = chainHash(head.chain, rows);
	const link = { sourceId, firstSeq: head.seq + 1, lastSeq: seq, hash: chain, previous: head.chain };
	await tx.insert(ledgerBatch).values(link);
	return { seq, chain };
}

function conflict(event: ShareEvent): Reject {
	return {
		raw: JSON.stringify(event),
		code: 'id_conflict',
		message: `事件编号“${event.id}”此前已入账且内容不同，原内容保留，本条未入账。一个编号只能对应一个事件；要更正的，请使用新编号，并在 corrects 中写明原编号。`,
		eventId: event.id,
	};
}

function* chunks<T>(rows: T[]): Generator<T[]> {
	for (let from = 0; from < rows.length; from += CHUNK) yield rows.slice(from, from + CHUNK);
}
