import { league } from '#analytics/measures/league.ts';
import type { Row } from '#analytics/measures/measure.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { Refusal } from '#app/refusal.ts';
import { departmentClocks } from '#app/words/zh.ts';
import { type BodyCoverage, coverageByBody } from './coverage.server.ts';
import { type Framed, framed, spanned } from './frame.server.ts';

type LeagueRow = Row<typeof league>;
/** One department under one clock (or all five together): figures, rank, and the reason where there is no rank. */
export type Cell = Pick<LeagueRow, 'due' | 'on_time' | 'rate' | 'rank' | 'unranked' | 'overdue' | 'unsettled'>;

export type Standing = Pick<
	LeagueRow,
	'department' | 'department_name' | 'region' | 'valid_to' | 'identified' | 'rankable'
> & {
	/** By clock name, and `total`. */
	cells: Record<string, Cell>;
	/** How complete the reporting behind its figures was; null: no platform tells of it. */
	reported: BodyCoverage | null;
};

export type LeagueData = Framed & { definition: string; by: string; standings: Standing[] };

/** The league table: one line per department, ordered by the rank under `by` (a clock, or `total`); those without a rank follow. */
export async function leagueData(viewer: Viewer, asked: Asked, context: House, by = 'total'): Promise<LeagueData> {
	const [frame, rows, reported] = await Promise.all([
		framed(asked, context),
		context.store.ask(league, spanned(viewer, asked)),
		coverageByBody(asked, context),
	]);
	const standings = standingsOf(viewer.visible === null ? rows : rows.map(unpublished), reported);
	return { ...frame, definition: league.definition, by, standings: standings.sort(byRank(by)) };
}

/** The clock the table is ordered by: one that departments owe, or `total` where none is named. Throws Refusal 400. */
export function leagueClock(by: string | null): string {
	if (!by || by === 'total') return 'total';
	const found = departmentClocks.find(clock => clock === by);
	if (!found)
		throw new Refusal(400, 'bad_clock', `没有名为“${by}”的排名指标，可用：total、${departmentClocks.join('、')}。`);
	return found;
}

/** Rows gathered to one line per department. */
function standingsOf(rows: LeagueRow[], reported: ReadonlyMap<string, BodyCoverage>): Standing[] {
	const lines = new Map<string, Standing>();
	for (const row of rows) {
		const { department, department_name, region, valid_to, identified, rankable, clock, ...cell } = row;
		const named = { department, department_name, region, valid_to, identified, rankable };
		const line = lines.get(department) ?? { ...named, cells: {}, reported: reported.get(department) ?? null };
		line.cells[clock] = cell;
		lines.set(department, line);
	}
	return [...lines.values()];
}

/** A liaison sees the own figures, not the rank: ranks are shown to departments after publication only. */
function unpublished(row: LeagueRow): LeagueRow {
	return row.rank === null ? row : { ...row, rank: null, unranked: 'unpublished' };
}

const chinese = new Intl.Collator('zh-CN');

function byRank(clock: string): (a: Standing, b: Standing) => number {
	return (a, b) => {
		const [left, right] = [a.cells[clock], b.cells[clock]];
		return (
			(left?.rank ?? Number.MAX_SAFE_INTEGER) - (right?.rank ?? Number.MAX_SAFE_INTEGER) ||
			(right?.due ?? 0) - (left?.due ?? 0) ||
			chinese.compare(a.department_name, b.department_name) ||
			(a.department < b.department ? -1 : 1)
		);
	};
}
