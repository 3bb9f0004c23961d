import { and, asc, eq, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import type { Instant } from '#analytics/law/day.ts';
import type { Db } from './postgres.ts';
import { keepRun } from './runs.ts';
import { source, sourceCursor } from './schema.ts';
import type { Outcome } from './sources.ts';

type Lease = { sourceId: number; cursor: string | null; fence: number };

/**
 * Leases one pull source until `now + leaseMs` and moves its fence on, in one statement: two workers never get the same one.
 * Free means pulled, not paused, without a running lease, and due; `only` names one source and waives that it be due.
 */
export async function lease(db: Db, now: Instant, leaseMs: number, only?: number): Promise<Lease | null> {
	const free = db
		.select({ id: sourceCursor.sourceId })
		.from(sourceCursor)
		.innerJoin(source, eq(source.id, sourceCursor.sourceId))
		.where(
			and(
				eq(source.paused, false),
				or(isNull(sourceCursor.leaseUntil), lte(sourceCursor.leaseUntil, now)),
				isNotNull(sourceCursor.nextRunAt),
				only === undefined ? lte(sourceCursor.nextRunAt, now) : eq(sourceCursor.sourceId, only),
			),
		)
		.orderBy(asc(sourceCursor.nextRunAt))
		.limit(1)
		.for('update', { of: sourceCursor, skipLocked: true });
	const [leased] = await db
		.update(sourceCursor)
		.set({ fence: sql`${sourceCursor.fence} + 1`, leaseUntil: now + leaseMs, lastRunAt: now })
		.where(eq(sourceCursor.sourceId, sql`${free}`))
		.returning({ sourceId: sourceCursor.sourceId, cursor: sourceCursor.cursor, fence: sourceCursor.fence });
	return leased ?? null;
}

/** Ends the lease of one source, or of all, and moves the fence on: whoever held it can write nothing more. */
export async function breakLease(db: Db, only?: number): Promise<void> {
	await db
		.update(sourceCursor)
		.set({ leaseUntil: null, fence: sql`${sourceCursor.fence} + 1` })
		.where(and(isNotNull(sourceCursor.leaseUntil), only === undefined ? undefined : eq(sourceCursor.sourceId, only)));
}

/** Ends a lease and notes how the pull went, in the run log too; does nothing when the fence has moved on. */
export function endLease(db: Db, sourceId: number, fence: number, outcome: Outcome): Promise<void> {
	const { at, count, error, nextRunAt, run } = outcome;
	return db.transaction(async tx => {
		const ended = await tx
			.update(sourceCursor)
			.set({
				leaseUntil: null,
				lastCount: count,
				lastError: error,
				nextRunAt,
				failures: error === null ? 0 : sql`${sourceCursor.failures} + 1`,
				...(error === null ? { lastOkAt: at } : {}),
			})
			.where(and(eq(sourceCursor.sourceId, sourceId), eq(sourceCursor.fence, fence)))
			.returning({ sourceId: sourceCursor.sourceId });
		if (ended.length === 0 || run === undefined) return;
		await keepRun(tx, sourceId, { ...run, endedAt: at, accepted: count, fault: error });
	});
}
