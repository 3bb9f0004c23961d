import { bigint, boolean, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';

/**
 * Tables of the ledger path. Conservative SQL on purpose (no identity columns, no jsonb, keys that start with the source),
 * so that PostgreSQL-compatible engines and Citus can carry them unchanged. Instants are bigint milliseconds: exact, and
 * the same number in every layer.
 */
const whole = (name: string) => bigint(name, { mode: 'number' });

/** Exactly one row. Its row lock is taken first in every append, so commit order is `seq` order and there are no gaps. */
export const ledgerHead = pgTable('ledger_head', {
	only: integer('only').primaryKey(),
	/** The last `seq` given out. */
	seq: whole('seq').notNull(),
	/** Chain hash of the last batch. */
	chain: text('chain').notNull(),
	/** The last id given to a reject. */
	rejects: whole('rejects').notNull(),
});

/** One row per share event, never changed. */
export const ledgerEvent = pgTable(
	'ledger_event',
	{
		sourceId: integer('source_id').notNull(),
		seq: whole('seq').notNull(),
		eventId: text('event_id').notNull(),
		type: text('type').notNull(),
		subject: text('subject'),
		occurredAt: whole('occurred_at').notNull(),
		dayOnly: boolean('day_only').notNull(),
		recordedAt: whole('recorded_at').notNull(),
		receivedAt: whole('received_at').notNull(),
		/** sha-256 of the event's canonical text: what decides between a duplicate and a conflict. */
		digest: text('digest').notNull(),
		/** Name and version of the mapping that made the event; null: our own contract. */
		mapping: text('mapping'),
		/** JSON object. */
		data: text('data').notNull(),
	},
	t => [
		primaryKey({ columns: [t.sourceId, t.seq] }),
		unique('ledger_event_identity').on(t.sourceId, t.eventId),
		index('ledger_event_seq').on(t.seq),
	],
);

/** One row per appended batch: the links of the hash chain. */
export const ledgerBatch = pgTable(
	'ledger_batch',
	{
		sourceId: integer('source_id').notNull(),
		firstSeq: whole('first_seq').notNull(),
		lastSeq: whole('last_seq').notNull(),
		hash: text('hash').notNull(),
		previous: text('previous').notNull(),
	},
	t => [primaryKey({ columns: [t.sourceId, t.lastSeq] }), index('ledger_batch_last_seq').on(t.lastSeq)],
);

/** The register of sources. The source `office` (our own acts) is planted by the first migration. */
export const source = pgTable('source', {
	id: integer('id').primaryKey(),
	code: text('code').notNull().unique(),
	name: text('name').notNull(),
	region: text('region'),
	/** JSON: how its rows reach us and which mapping translates them; secrets inside are encrypted. */
	config: text('config').notNull(),
	/** sha-256 of the push token; null: nobody can push. */
	tokenHash: text('token_hash').unique(),
	sample: boolean('sample').notNull(),
	paused: boolean('paused').notNull(),
	createdAt: whole('created_at').notNull(),
});

/** One row per source: where its pulls stand, and who may move the cursor. */
export const sourceCursor = pgTable('source_cursor', {
	sourceId: integer('source_id').primaryKey(),
	cursor: text('cursor'),
	/** Grows with every claim; a worker whose fence is no longer this one has lost the source. */
	fence: whole('fence').notNull(),
	leaseUntil: whole('lease_until'),
	lastRunAt: whole('last_run_at'),
	lastOkAt: whole('last_ok_at'),
	lastCount: integer('last_count'),
	lastError: text('last_error'),
	failures: integer('failures').notNull(),
	/** When to pull next; null: never (the source is not pulled). */
	nextRunAt: whole('next_run_at'),
});

/** open: nothing has been done about it · replayed: read again, it became events · dismissed: nothing will be done, and why is said. */
export type RejectState = 'open' | 'replayed' | 'dismissed';

/** Raw rows that could not become events, and events whose id was used before for something else. */
export const reject = pgTable(
	'reject',
	{
		id: whole('id').primaryKey(),
		sourceId: integer('source_id').notNull(),
		receivedAt: whole('received_at').notNull(),
		raw: text('raw').notNull(),
		code: text('code').notNull(),
		message: text('message').notNull(),
		eventId: text('event_id'),
		mapping: text('mapping'),
		/** sha-256 of code and whole raw row: the same row sent again is kept once. */
		digest: text('digest').notNull(),
		/** The record as JSON where `raw` is not that; null: `raw` is all there is. */
		record: text('record'),
		state: text('state').$type<RejectState>().notNull().default('open'),
		/** When, by whom and why it was replayed or dismissed; null while it is open. */
		settledAt: whole('settled_at'),
		settledBy: text('settled_by'),
		reason: text('reason'),
		/** What the last replay that did not help said; null: none was tried. */
		triedAt: whole('tried_at'),
		tried: text('tried'),
	},
	t => [
		unique('reject_identity').on(t.sourceId, t.digest),
		index('reject_source').on(t.sourceId, t.id),
		index('reject_state').on(t.state, t.sourceId, t.code, t.id),
	],
);

/** Mappings that people made here: one row per version, never changed. Those that ship with the product are files. */
export const mapping = pgTable(
	'mapping',
	{
		name: text('name').notNull(),
		version: integer('version').notNull(),
		/** The whole mapping as JSON. */
		text: text('text').notNull(),
		createdAt: whole('created_at').notNull(),
		/** Name of the account. */
		author: text('author').notNull(),
	},
	t => [primaryKey({ columns: [t.name, t.version] })],
);

/** How the latest pulls of each source went. Uneventful ones in a row share a line; old lines are dropped. */
export const sourceRun = pgTable(
	'source_run',
	{
		sourceId: integer('source_id').notNull(),
		/** Counts from 1 in each source. */
		no: whole('no').notNull(),
		startedAt: whole('started_at').notNull(),
		endedAt: whole('ended_at').notNull(),
		/** Pulls in this line. */
		times: integer('times').notNull(),
		pages: integer('pages').notNull(),
		accepted: integer('accepted').notNull(),
		duplicates: integer('duplicates').notNull(),
		rejected: integer('rejected').notNull(),
		/** Chinese; null: it went well. */
		fault: text('fault'),
	},
	t => [primaryKey({ columns: [t.sourceId, t.no] })],
);

/** Who changed what about the sources and the mappings, and when; never changed. */
export const sourceAct = pgTable(
	'source_act',
	{
		no: whole('no').primaryKey(),
		at: whole('at').notNull(),
		/** Name of the account. */
		account: text('account').notNull(),
		act: text('act').notNull(),
		/** Code of the source, or name of the mapping. */
		target: text('target').notNull(),
		/** What was changed, in Chinese, without secrets. */
		detail: text('detail').notNull(),
	},
	t => [index('source_act_target').on(t.target, t.no)],
);
