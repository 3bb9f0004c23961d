import { desc, eq, max } from 'drizzle-orm';
import type { Instant } from '#analytics/law/day.ts';
import type { Db } from './postgres.ts';
import { ledgerHead, sourceAct } from './schema.ts';

/** What can be done to a source. */
export type SourceActName =
	| 'added'
	| 'changed'
	| 'paused'
	| 'resumed'
	| 'pulled'
	| 'rotated'
	| 'back_fill_begun'
	| 'back_fill_stopped'
	| 'back_fill_resumed';

/** Who did what to a source, and when. `target`: the source's code; `detail`: what was changed, in Chinese, without secrets. */
export type SourceAct = { at: Instant; account: string; act: SourceActName; target: string; detail: string };

/** Notes an act in the transaction that does it; the head's row lock makes the numbers gap-free. */
export async function noteAct(tx: Db, act: SourceAct): Promise<void> {
	await tx.select().from(ledgerHead).for('update');
	const [last] = await tx.select({ no: max(sourceAct.no) }).from(sourceAct);
	await tx.insert(sourceAct).values({ no: (last?.no ?? 0) + 1, ...act });
}

/** The latest acts on a source, the latest first. */
export async function listActs(db: Db, target: string, limit: number): Promise<SourceAct[]> {
	const rows = await db
		.select()
		.from(sourceAct)
		.where(eq(sourceAct.target, target))
		.orderBy(desc(sourceAct.no))
		.limit(limit);
	return rows.map(({ no: _, act, ...rest }) => ({ ...rest, act: act as SourceActName }));
}
