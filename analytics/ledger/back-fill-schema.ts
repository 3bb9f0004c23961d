import { bigint, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

const whole = (name: string) => bigint(name, { mode: 'number' });

/** running: its pages are asked for in turn with the source's own pulls · stopped: by somebody, can go on · done: read to its end. */
export type BackFillState = 'running' | 'stopped' | 'done';

/** One row per back-fill of a range of a source; how far it is moves in the transaction that appends the events. */
export const backFill = pgTable(
	'back_fill',
	{
		sourceId: integer('source_id').notNull(),
		/** Counts from 1 in each source. */
		no: integer('no').notNull(),
		state: text('state').$type<BackFillState>().notNull(),
		/** The range as it was asked for; null: from the beginning, to the end. */
		begins: text('begins'),
		ends: text('ends'),
		/** A cursor, as the source's own one is; null: at the beginning of the range. */
		position: text('position'),
		pages: integer('pages').notNull(),
		/** Rows that were read, and what became of them. */
		rows: whole('rows').notNull(),
		accepted: whole('accepted').notNull(),
		duplicates: whole('duplicates').notNull(),
		rejected: whole('rejected').notNull(),
		/** Rows of the whole range, where the platform tells; null: unknown. */
		total: whole('total'),
		/** How much of the range lies behind, in thousandths of its time; null: unknown. */
		reached: integer('reached'),
		/** Name of the account that began it. */
		account: text('account').notNull(),
		startedAt: whole('started_at').notNull(),
		/** When it was last set going, and how many rows it had then: what the rate is told from. */
		resumedAt: whole('resumed_at').notNull(),
		resumedRows: whole('resumed_rows').notNull(),
		movedAt: whole('moved_at').notNull(),
		/** Why the last turn ended early, in Chinese; null: it did not. */
		fault: text('fault'),
		/** Failures in a row, and when to try again. */
		failures: integer('failures').notNull(),
		nextAt: whole('next_at').notNull(),
	},
	t => [primaryKey({ columns: [t.sourceId, t.no] })],
);
