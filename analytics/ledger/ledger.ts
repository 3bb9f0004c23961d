import type { LedgerEvent, ShareEvent } from '#analytics/cases/event.ts';
import type { Instant } from '#analytics/law/day.ts';
import type { Progress } from './back-fills.ts';

/** A raw row that could not become an event; kept, visible, never in the way of its neighbours. */
export type Reject = {
	/** The row as it came (at most 64 KiB are kept). */
	raw: string;
	/** Stable code, e.g. `time_without_offset`. */
	code: string;
	/** The reason and the way out, in Chinese. */
	message: string;
	eventId: string | null;
	/** The platform's record as JSON, where `raw` is not that (a line of a table); what it is read from again. */
	record?: string;
};

export type Batch = {
	sourceId: number;
	receivedAt: Instant;
	events: ShareEvent[];
	rejects: Reject[];
	/** Name and version of the mapping that made the events; null: our own contract. */
	mapping: string | null;
	/** Pull only: where the source's cursor moves to, and the fence under which the pull was made. */
	cursor?: { to: string | null; fence: number };
	/** Back-fill only: how far it is after this page; the source's own cursor stays. */
	backFill?: Progress;
};

/** Another worker has claimed the source since this batch was pulled; nothing of the batch was written. */
export class FencedOff extends Error {
	constructor(sourceId: number) {
		super(`来源 ${sourceId} 已由另一采集进程接管，本批数据未入账；接管的进程会从原游标重新拉取，无须处理。`);
		this.name = 'FencedOff';
	}
}

export type Appended = {
	accepted: number;
	/** Same id, same content: nothing to do. */
	duplicates: number;
	/** Rejects of the batch, and same id with other content (code `id_conflict`). `index` points into batch.events. */
	conflicts: { index: number; id: string }[];
	/** Head of the ledger after this batch. */
	seq: number;
	/** Back-fill only: false where it is done, or somebody has stopped it. */
	going?: boolean;
};

/** The append-only truth (design: PostgreSQL, embedded or server; same SQL). */
export type Ledger = {
	/** Appends in one transaction: sequence under the head's row lock, duplicates dropped, rejects kept, cursor moved. Throws FencedOff where another worker owns the source. */
	append(batch: Batch): Promise<Appended>;
	head(): Promise<{ seq: number; chain: string }>;
	/** The contiguous prefix beyond `after`, at most `limit` events, in order; with the chain hash at its last event's batch end where it falls on one. */
	read(after: number, limit: number): Promise<LedgerEvent[]>;
	/** Hash of the chain at a `seq` that ends a batch; null where no batch ends there (history was rewritten, or never was). */
	chainAt(seq: number): Promise<string | null>;
	/** Largest batch end ≤ seq (0: none). */
	batchEnd(seq: number): Promise<number>;
	/** Calls back soon after somebody appended: at once in this process, by NOTIFY or poll across processes. */
	onAppended(listener: () => void): () => void;
	close(): Promise<void>;
};
