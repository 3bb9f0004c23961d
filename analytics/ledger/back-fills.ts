import { and, desc, eq, sql } from 'drizzle-orm';
import type { Instant } from '#analytics/law/day.ts';
import { backFill } from './back-fill-schema.ts';
import { type Appended, FencedOff } from './ledger.ts';
import type { Db, Postgres } from './postgres.ts';
import { source, sourceCursor } from './schema.ts';
import { noteAct } from './source-acts.ts';
import { type Doer, SourceRefused } from './sources.ts';

/** A back-fill as it stands; what each field means is said at the table. */
export type BackFill = typeof backFill.$inferSelect;

/** What is asked for: from where to where, in the source's own order; null: from the beginning, to the end. */
export type Range = { begins: string | null; ends: string | null };

/** How far one page leads a back-fill, and the fence under which it was fetched. */
export type Progress = {
	no: number;
	fence: number;
	position: string | null;
	rows: number;
	done: boolean;
	total: number | null;
	reached: number | null;
};

/** The back-fills of all sources. Each act is noted among the source's acts; throws SourceRefused. */
export type BackFills = {
	/** The latest of a source first. */
	list(sourceId: number, limit: number): Promise<BackFill[]>;
	/** Begins one. Refused while another one of the source is running. */
	begin(code: string, range: Range & { total: number | null }, by: Doer): Promise<BackFill>;
	/** Stops the running one after the page under way; it can go on later from there. */
	stop(code: string, by: Doer): Promise<void>;
	/** Lets the last stopped one go on from where it was. */
	resume(code: string, by: Doer): Promise<void>;
};

/** The back-fills on an open PostgreSQL. */
export function openBackFills({ db }: Pick<Postgres, 'db'>): BackFills {
	return {
		list: (sourceId, limit) => latest(db, sourceId, limit),
		begin: (code, range, by) => begin(db, code, range, by),
		stop: (code, by) => act(db, code, by, 'stopped'),
		resume: (code, by) => act(db, code, by, 'running'),
	};
}

function latest(db: Db, sourceId: number, limit: number): Promise<BackFill[]> {
	return db.select().from(backFill).where(eq(backFill.sourceId, sourceId)).orderBy(desc(backFill.no)).limit(limit);
}

function begin(db: Db, code: string, range: Range & { total: number | null }, by: Doer): Promise<BackFill> {
	return db.transaction(async tx => {
		const told = `${range.begins ?? '最早'}至${range.ends ?? '最新'}`;
		await noteAct(tx, { ...by, act: 'back_fill_begun', target: code, detail: told });
		const sourceId = await idOf(tx, code);
		const [last] = await latest(tx, sourceId, 1);
		if (last?.state === 'running') throw new SourceRefused(BUSY);
		const { at, account } = by;
		const zero = { pages: 0, rows: 0, accepted: 0, duplicates: 0, rejected: 0, resumedRows: 0, failures: 0 };
		const times = { startedAt: at, resumedAt: at, movedAt: at, nextAt: 0 };
		const begun: BackFill = {
			...{ sourceId, no: (last?.no ?? 0) + 1, state: 'running', position: null, reached: null, fault: null, account },
			...range,
			...zero,
			...times,
		};
		await tx.insert(backFill).values(begun);
		return begun;
	});
}

const BUSY = '该来源正在补采，一个来源同时只补采一段。请等它完成，或者先停止。';

function act(db: Db, code: string, by: Doer, to: 'stopped' | 'running'): Promise<void> {
	return db.transaction(async tx => {
		const name = to === 'stopped' ? 'back_fill_stopped' : 'back_fill_resumed';
		await noteAct(tx, { ...by, act: name, target: code, detail: '' });
		const sourceId = await idOf(tx, code);
		const [last] = await latest(tx, sourceId, 1);
		if (last?.state !== (to === 'stopped' ? 'running' : 'stopped')) {
			throw new SourceRefused(to === 'stopped' ? '该来源没有正在进行的补采。' : '该来源没有已停止、可继续的补采。');
		}
		const going = { resumedAt: by.at, resumedRows: last.rows, failures: 0, nextAt: 0 };
		await tx
			.update(backFill)
			.set({ state: to, ...(to === 'running' ? going : {}) })
			.where(and(eq(backFill.sourceId, sourceId), eq(backFill.no, last.no)));
	});
}

async function idOf(tx: Db, code: string): Promise<number> {
	const [row] = await tx.select({ id: source.id }).from(source).where(eq(source.code, code));
	if (row === undefined) throw new SourceRefused(`没有代码为“${code}”的数据来源，请先添加。`);
	return row.id;
}

/**
 * Moves a back-fill behind a page, in the transaction that appends the page. `going`: false where somebody has stopped it, or
 * it is done. Throws FencedOff where another worker holds the source.
 */
export async function moveBackFill(
	tx: Db,
	sourceId: number,
	at: Instant,
	{ no, fence, position, rows, done, total, reached }: Progress,
	became: Pick<Appended, 'accepted' | 'duplicates'> & { rejected: number },
): Promise<boolean> {
	await holdFence(tx, sourceId, fence);
	const more = (column: typeof backFill.rows | typeof backFill.pages, by: number) => sql`${column} + ${by}`;
	const [moved] = await tx
		.update(backFill)
		.set({
			...{ position, movedAt: at, fault: null, failures: 0 },
			...(done ? { state: 'done' as const } : {}),
			// What a platform tells later may be what is left.
			...(total === null ? {} : { total: sql`coalesce(${backFill.total}, ${total})` }),
			...(reached === null ? {} : { reached }),
			pages: more(backFill.pages, 1),
			rows: more(backFill.rows, rows),
			accepted: more(backFill.accepted, became.accepted),
			duplicates: more(backFill.duplicates, became.duplicates),
			rejected: more(backFill.rejected, became.rejected),
		})
		.where(and(eq(backFill.sourceId, sourceId), eq(backFill.no, no)))
		.returning({ state: backFill.state });
	return moved?.state === 'running';
}

/** Keeps the fence where it is until the transaction ends. */
async function holdFence(tx: Db, sourceId: number, fence: number): Promise<void> {
	const held = await tx
		.select({ fence: sourceCursor.fence })
		.from(sourceCursor)
		.where(and(eq(sourceCursor.sourceId, sourceId), eq(sourceCursor.fence, fence)))
		.for('update');
	if (held.length === 0) throw new FencedOff(sourceId);
}
