import { bigint, index, integer, pgTable, text } from 'drizzle-orm/pg-core';

const whole = (name: string) => bigint(name, { mode: 'number' });

/** running: it is read, or waits for its turn · done: read to its end · failed: not, and why is said. */
export type UploadState = 'running' | 'done' | 'failed';

/** One row per file that somebody uploaded, and what became of it; the file itself is not kept. */
export const upload = pgTable(
	'upload',
	{
		id: text('id').primaryKey(),
		sourceId: integer('source_id').notNull(),
		/** Its name, its bytes, and their sha-256. */
		file: text('file').notNull(),
		size: whole('size').notNull(),
		digest: text('digest').notNull(),
		mapping: text('mapping').notNull(),
		/** Name of the account. */
		account: text('account').notNull(),
		startedAt: whole('started_at').notNull(),
		/** When these counts were told. */
		movedAt: whole('moved_at').notNull(),
		state: text('state').$type<UploadState>().notNull(),
		/** Rows read; the others count events. */
		rows: whole('rows').notNull(),
		accepted: whole('accepted').notNull(),
		duplicates: whole('duplicates').notNull(),
		rejected: whole('rejected').notNull(),
		/** Why it ended early, in Chinese; null: it did not. */
		message: text('message'),
	},
	t => [index('upload_started').on(t.startedAt)],
);
