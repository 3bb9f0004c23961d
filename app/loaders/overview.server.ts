import { type Day, plusDays, toDay } from '#analytics/law/day.ts';
import { indicatorCodes, indicators } from '#analytics/law/indicators.ts';
import { indicatorFigures } from '#analytics/measures/indicators.ts';
import { league } from '#analytics/measures/league.ts';
import type { Row } from '#analytics/measures/measure.ts';
import { overview } from '#analytics/measures/overview.ts';
import { trend } from '#analytics/measures/trend.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { dueClocks } from '#app/words/zh.ts';
import { type Base, type Bases, baseArgs, basesOf } from './comparison.server.ts';
import { common, type Framed, framed, spanned } from './frame.server.ts';
import type { IndicatorFigure } from './indicators.server.ts';

export type OverdueDepartment = { department: string; department_name: string; overdue: number };

export type OverviewData = Framed & {
	definition: string;
	/** One row per statutory clock that can be overdue, in the order of the law. */
	clocks: Row<typeof overview>[];
	/** What the span is compared with, and the rate of every clock there (0–1; null: nothing fell due). */
	bases: Bases;
	earlier: Record<string, { previous: number | null; year_before: number | null }>;
	/** Twelve months up to the day asked about. */
	trend: Row<typeof trend>[];
	/** Departments with most overdue matters, at most ten. */
	worst: OverdueDepartment[];
	/** 主管部门自查; empty for those who see one department only. */
	authority: IndicatorFigure[];
};

/** The first page: every clock's figures, the months behind them, and who is most overdue. */
export async function overviewData(viewer: Viewer, asked: Asked, context: House): Promise<OverviewData> {
	const [frame, bases, clocks, months, standing, authority] = await Promise.all([
		framed(asked, context),
		basesOf(viewer, asked, context),
		context.store.ask(overview, spanned(viewer, asked)),
		context.store.ask(trend, { ...common(viewer, asked), ...yearUpTo(asked.as_of), departments: null }),
		context.store.ask(league, spanned(viewer, asked)),
		ownFigures(viewer, asked, context),
	]);
	return {
		...frame,
		definition: overview.definition,
		clocks: inOrder(clocks),
		bases,
		earlier: await earlierRates(viewer, asked, context, bases),
		trend: months,
		worst: worstOf(standing),
		authority,
	};
}

/** The indicators of all authorities together, in their order. */
async function ownFigures(viewer: Viewer, asked: Asked, { store }: House): Promise<IndicatorFigure[]> {
	if (viewer.visible !== null) return [];
	const ours = indicatorCodes.filter(code => indicators[code].dimension === 'authority');
	const narrowed = { indicators: ours, departments: null, kinds: ['authority'], regions: null, catalogues: null };
	const rows = await store.ask(indicatorFigures, { ...spanned(viewer, asked), ...narrowed });
	return rows.filter(row => row.department === null);
}

/** The rate of every clock in each of the bases. */
async function earlierRates(
	viewer: Viewer,
	asked: Asked,
	{ store }: House,
	bases: Bases,
): Promise<OverviewData['earlier']> {
	const ratesOf = async (base: Base | null) =>
		new Map(
			base === null
				? []
				: (await store.ask(overview, baseArgs(viewer, asked, base))).map(({ clock, rate }) => [clock, rate]),
		);
	const [previous, before] = await Promise.all([ratesOf(bases.previous), ratesOf(bases.year_before)]);
	return Object.fromEntries(
		dueClocks.map(clock => [clock, { previous: previous.get(clock) ?? null, year_before: before.get(clock) ?? null }]),
	);
}

/** The twelve months that end with the month of the day. */
export function yearUpTo(on: Day): { from: Day; to: Day } {
	const year = Number(on.slice(0, 4));
	const month = Number(on.slice(5, 7));
	const first = month === 12 ? `${year}-01-01` : `${year - 1}-${String(month + 1).padStart(2, '0')}-01`;
	const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
	return { from: toDay(first), to: plusDays(toDay(next), -1) };
}

function inOrder(rows: Row<typeof overview>[]): Row<typeof overview>[] {
	return dueClocks.flatMap(clock => rows.filter(row => row.clock === clock));
}

function worstOf(rows: Row<typeof league>[]): OverdueDepartment[] {
	return rows
		.filter(row => row.clock === 'total' && row.overdue > 0)
		.sort((a, b) => b.overdue - a.overdue || (a.department < b.department ? -1 : 1))
		.slice(0, 10)
		.map(({ department, department_name, overdue }) => ({ department, department_name, overdue }));
}
