import { append } from './append.ts';
import { openBell } from './bell.ts';
import type { Ledger } from './ledger.ts';
import type { Postgres } from './postgres.ts';
import { readBatchEnd, readChainAt, readHead, readPrefix } from './read.ts';

/** The ledger on an open PostgreSQL. Closing it stops its wake-ups; PostgreSQL itself is closed by whoever opened it. */
export function openLedger(postgres: Postgres): Ledger {
	const { db } = postgres;
	const bell = openBell(postgres, async () => (await readHead(db)).seq);
	return {
		async append(batch) {
			const appended = await append(db, batch);
			if (appended.accepted > 0) bell.ring(appended.seq);
			return appended;
		},
		head: () => readHead(db),
		read: (after, limit) => readPrefix(db, after, limit),
		chainAt: seq => readChainAt(db, seq),
		batchEnd: seq => readBatchEnd(db, seq),
		onAppended: listener => bell.onRing(listener),
		close: async () => bell.close(),
	};
}
