import type { Row } from '#analytics/measures/measure.ts';
import { scores } from '#analytics/measures/scores.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { adjustedFor, type Bases, baseArgs, basesOf } from './comparison.server.ts';

/** Where a body stood in the same table a period before; null: it was in no table then, or there is no lawful base. */
export type Before = Pick<Row<typeof scores>, 'score' | 'rank' | 'unranked'> | null;

export type Earlier = {
	bases: Bases;
	/** By table and body: `provider 1133…`. Empty to a liaison: ranks are shown to departments after publication only. */
	standing: ReadonlyMap<string, Before>;
};

/**
 * Every body's place in the previous period (环比), by the scheme in force on that period's first day; of changes of
 * organisation those alone that concern the bodies (null: all).
 */
export async function standingBefore(
	viewer: Viewer,
	asked: Asked,
	context: House,
	bodies: readonly string[] | null = null,
): Promise<Earlier> {
	const bases = await basesOf(viewer, asked, context, bodies);
	if (bases.previous === null || viewer.visible !== null) return { bases, standing: new Map() };
	const rows = await context.store.ask(scores, { ...baseArgs(viewer, asked, bases.previous), scheme: null });
	return {
		bases,
		standing: new Map(
			rows.map(({ board, department, score, rank, unranked }) => [`${board} ${department}`, { score, rank, unranked }]),
		),
	};
}

/** The rows, each beside where its body stood before, and what was adjusted in between (口径调整). */
export function besideBefore<R extends { board: string; department: string }>(
	rows: readonly R[],
	{ standing, bases }: Earlier,
): (R & { before: Before; adjusted: string[] })[] {
	return rows.map(row => ({
		...row,
		before: standing.get(`${row.board} ${row.department}`) ?? null,
		adjusted: adjustedFor(bases.previous, row.department),
	}));
}
