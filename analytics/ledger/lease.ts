import { and, asc, eq, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Instant } from '#analytics/law/day.ts';
import { backFill } from './back-fill-schema.ts';
import type { BackFill } from './back-fills.ts';
import type { Db } from './postgres.ts';
import { keepRun } from './runs.ts';
import { source, sourceCursor } from './schema.ts';
import type { Outcome } from './sources.ts';

type Lease = { sourceId: number; cursor: string | null; fence: number; failures: number };

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
				unleased(now),
				isNotNull(sourceCursor.nextRunAt),
				only === undefined ? lte(sourceCursor.nextRunAt, now) : eq(sourceCursor.sourceId, only),
			),
		)
		.orderBy(asc(sourceCursor.nextRunAt))
		.limit(1)
		.for('update', { of: sourceCursor, skipLocked: true });
	return take(db, sql`${free}`, { leaseUntil: now + leaseMs, lastRunAt: now });
}

/** Leases one source that has a running back-fill to go on with, the one that has waited longest; its pulls wait meanwhile. */
export async function leaseBackFill(
	db: Db,
	now: Instant,
	leaseMs: number,
): Promise<(Lease & { backFill: BackFill }) | null> {
	const going = and(eq(backFill.sourceId, sourceCursor.sourceId), eq(backFill.state, 'running'));
	const free = db
		.select({ id: sourceCursor.sourceId })
		.from(sourceCursor)
		.innerJoin(source, eq(source.id, sourceCursor.sourceId))
		.innerJoin(backFill, going)
		.where(and(unleased(now), isNotNull(sourceCursor.nextRunAt), lte(backFill.nextAt, now)))
		.orderBy(asc(backFill.movedAt))
		.limit(1)
		.for('update', { of: sourceCursor, skipLocked: true });
	const leased = await take(db, sql`${free}`, { leaseUntil: now + leaseMs });
	if (leased === null) return null;
	const ofSource = and(eq(backFill.sourceId, leased.sourceId), eq(backFill.state, 'running'));
	const [found] = await db.select().from(backFill).where(ofSource);
	if (found) return { ...leased, backFill: found };
	await giveBack(db, leased.sourceId, leased.fence);
	return null;
}

/** A source that nobody holds and nobody has paused. */
function unleased(now: Instant) {
	return and(eq(source.paused, false), or(isNull(sourceCursor.leaseUntil), lte(sourceCursor.leaseUntil, now)));
}

async function take(db: Db, free: SQL, held: { leaseUntil: Instant; lastRunAt?: Instant }): Promise<Lease | null> {
	const [leased] = await db
		.update(sourceCursor)
		.set({ fence: sql`${sourceCursor.fence} + 1`, ...held })
		.where(eq(sourceCursor.sourceId, free))
		.returning({
			sourceId: sourceCursor.sourceId,
			cursor: sourceCursor.cursor,
			fence: sourceCursor.fence,
			failures: sourceCursor.failures,
		});
	return leased ?? null;
}

async function giveBack(db: Db, sourceId: number, fence: number): Promise<void> {
	await db
		.update(sourceCursor)
		.set({ leaseUntil: null })
		.where(and(eq(sourceCursor.sourceId, sourceId), eq(sourceCursor.fence, fence)));
}

/** Ends the lease of a back-fill's turn; `failed`: why the turn ended early, and when to try again. */
export async function endBackFill(
	db: Db,
	{ sourceId, no }: Pick<BackFill, 'sourceId' | 'no'>,
	fence: number,
	failed: { fault: string; nextAt: Instant } | null,
): Promise<void> {
	if (failed) {
		await db
			.update(backFill)
			.set({ ...failed, failures: sql`${backFill.failures} + 1` })
			.where(and(eq(backFill.sourceId, sourceId), eq(backFill.no, no)));
	}
	await giveBack(db, sourceId, fence);
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
