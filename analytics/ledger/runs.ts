import { and, desc, eq, lte } from 'drizzle-orm';
import type { Instant } from '#analytics/law/day.ts';
import type { Db } from './postgres.ts';
import { sourceRun } from './schema.ts';

/** Lines that are kept of each source. */
const KEPT = 200;

/** One line of a source's run log: one pull, or several in a row that brought nothing and went alike. */
export type Run = {
	startedAt: Instant;
	endedAt: Instant;
	times: number;
	pages: number;
	accepted: number;
	duplicates: number;
	rejected: number;
	/** Chinese; null: it went well. */
	fault: string | null;
};

/** Notes a pull: in a line of its own, or in the last one where both brought nothing and ended the same way. */
export async function keepRun(tx: Db, sourceId: number, run: Omit<Run, 'times'>): Promise<void> {
	const ofSource = eq(sourceRun.sourceId, sourceId);
	const [last] = await tx.select().from(sourceRun).where(ofSource).orderBy(desc(sourceRun.no)).limit(1);
	if (last && quiet(last) && quiet(run) && last.fault === run.fault) {
		const { endedAt } = run;
		const pages = last.pages + run.pages;
		const duplicates = last.duplicates + run.duplicates;
		const same = and(ofSource, eq(sourceRun.no, last.no));
		await tx
			.update(sourceRun)
			.set({ endedAt, times: last.times + 1, pages, duplicates })
			.where(same);
		return;
	}
	const no = (last?.no ?? 0) + 1;
	await tx.insert(sourceRun).values({ sourceId, no, times: 1, ...run });
	await tx.delete(sourceRun).where(and(ofSource, lte(sourceRun.no, no - KEPT)));
}

function quiet({ accepted, rejected }: Pick<Run, 'accepted' | 'rejected'>): boolean {
	return accepted === 0 && rejected === 0;
}

/** The latest lines of a source's run log, the latest first. */
export async function listRuns(db: Db, sourceId: number, limit: number): Promise<Run[]> {
	const rows = await db
		.select()
		.from(sourceRun)
		.where(eq(sourceRun.sourceId, sourceId))
		.orderBy(desc(sourceRun.no))
		.limit(limit);
	return rows.map(({ sourceId: _, no: __, ...run }) => run);
}
