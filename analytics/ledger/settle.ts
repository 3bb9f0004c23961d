import { and, asc, count, desc, eq, gt, inArray } from 'drizzle-orm';
import type { Instant } from '#analytics/law/day.ts';
import type { Db, Postgres } from './postgres.ts';
import { ledgerEvent, type RejectState, reject } from './schema.ts';
import type { KeptReject } from './sources.ts';

/** Which rejects: of a source, with a code, in a state, or these alone; all named hold together. */
export type RejectFilter = { sourceId?: number; code?: string; state?: RejectState; ids?: number[] };

/** How many of a source's latest rows are open rejects. `rows`: how many rows that is of, at most as many as asked for. */
type RejectShare = { sourceId: number; rows: number; open: number };

/** What has been done about the rejects; none is ever deleted. */
export type Rejects = {
	/** One page, the latest first, and how many there are in all. */
	list(filter: RejectFilter & { limit: number; offset: number }): Promise<{ rows: KeptReject[]; total: number }>;
	/** Per source, code and state. */
	counts(): Promise<{ sourceId: number; code: string; state: RejectState; count: number }[]>;
	/** Open ones beyond an id, in the order of ids. */
	open(filter: RejectFilter, after: number, limit: number): Promise<KeptReject[]>;
	/** Settles those of the given that are still open; how many that were. */
	settle(filter: RejectFilter, outcome: Settlement): Promise<number>;
	/** Notes what a replay that did not help said. */
	tried(outcomes: { id: number; message: string }[], at: Instant): Promise<void>;
	/** Per source with open rejects: those among its latest `last` rows (events and rejected rows, as they were received). */
	shares(last: number): Promise<RejectShare[]>;
};

type Settlement = { state: Exclude<RejectState, 'open'>; at: Instant; by: string; reason: string | null };

/** The rejects on an open PostgreSQL. */
export function openRejects({ db }: Pick<Postgres, 'db'>): Rejects {
	return {
		list: filter => list(db, filter),
		counts: () => counts(db),
		open: (filter, after, limit) => open(db, filter, after, limit),
		settle: (filter, outcome) => settle(db, filter, outcome),
		tried: (outcomes, at) => tried(db, outcomes, at),
		shares: last => shares(db, last),
	};
}

function where({ sourceId, code, state, ids }: RejectFilter) {
	return and(
		sourceId === undefined ? undefined : eq(reject.sourceId, sourceId),
		code === undefined ? undefined : eq(reject.code, code),
		state === undefined ? undefined : eq(reject.state, state),
		ids === undefined ? undefined : inArray(reject.id, ids),
	);
}

async function list(db: Db, { limit, offset, ...filter }: Parameters<Rejects['list']>[0]): ReturnType<Rejects['list']> {
	const rows = await db.select().from(reject).where(where(filter)).orderBy(desc(reject.id)).limit(limit).offset(offset);
	const [all] = await db.select({ total: count() }).from(reject).where(where(filter));
	return { rows, total: all?.total ?? 0 };
}

function counts(db: Db): ReturnType<Rejects['counts']> {
	const { sourceId, code, state } = reject;
	return db
		.select({ sourceId, code, state, count: count() })
		.from(reject)
		.groupBy(sourceId, code, state)
		.orderBy(sourceId, code, state);
}

function open(db: Db, filter: RejectFilter, after: number, limit: number): Promise<KeptReject[]> {
	return db
		.select()
		.from(reject)
		.where(and(where({ ...filter, state: 'open' }), gt(reject.id, after)))
		.orderBy(asc(reject.id))
		.limit(limit);
}

async function settle(db: Db, filter: RejectFilter, { state, at, by, reason }: Settlement): Promise<number> {
	const settled = await db
		.update(reject)
		.set({ state, settledAt: at, settledBy: by, reason })
		.where(where({ ...filter, state: 'open' }))
		.returning({ id: reject.id });
	return settled.length;
}

async function tried(db: Db, outcomes: { id: number; message: string }[], at: Instant): Promise<void> {
	for (const { id, message } of outcomes) {
		await db.update(reject).set({ triedAt: at, tried: message }).where(eq(reject.id, id));
	}
}

async function shares(db: Db, last: number): Promise<RejectShare[]> {
	const { sourceId } = reject;
	const concerned = await db
		.selectDistinct({ sourceId })
		.from(reject)
		.where(eq(reject.state, 'open'))
		.orderBy(sourceId);
	const found: RejectShare[] = [];
	for (const one of concerned) found.push(await shareOf(db, one.sourceId, last));
	return found;
}

async function shareOf(db: Db, sourceId: number, last: number): Promise<RejectShare> {
	const events = await db
		.select({ at: ledgerEvent.receivedAt })
		.from(ledgerEvent)
		.where(eq(ledgerEvent.sourceId, sourceId))
		.orderBy(desc(ledgerEvent.seq))
		.limit(last);
	const rejects = await db
		.select({ at: reject.receivedAt, state: reject.state })
		.from(reject)
		.where(eq(reject.sourceId, sourceId))
		.orderBy(desc(reject.id))
		.limit(last);
	const both = [
		...events.map(({ at }) => ({ at, open: false })),
		...rejects.map(({ at, state }) => ({ at, open: state === 'open' })),
	];
	const latest = both.sort((a, b) => b.at - a.at).slice(0, last);
	return { sourceId, rows: latest.length, open: latest.filter(row => row.open).length };
}
