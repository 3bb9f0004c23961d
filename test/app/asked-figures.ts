import { linkTo } from '#app/asked.ts';
import { dueRows, dueTodayRows, monthRows, overdueRows, statusRows, unitRows } from '#app/components/links.ts';
import type { IndicatorFigure, IndicatorsData } from '#app/loaders/indicators.server.ts';
import type { LeagueData } from '#app/loaders/league.server.ts';
import { type OverviewData, yearUpTo } from '#app/loaders/overview.server.ts';
import type { TimelinessData } from '#app/loaders/timeliness.server.ts';
import type { TrendData } from '#app/loaders/trend.server.ts';
import { loader as indicatorsPage } from '#app/routes/indicators.tsx';
import { loader as indicatorsFile } from '#app/routes/indicators[.]csv.ts';
import { loader as leaguePage } from '#app/routes/league.tsx';
import { loader as leagueFile } from '#app/routes/league[.]csv.ts';
import { loader as overviewPage } from '#app/routes/overview.tsx';
import { loader as timelinessPage } from '#app/routes/timeliness.tsx';
import { loader as timelinessFile } from '#app/routes/timeliness[.]csv.ts';
import { loader as trendPage } from '#app/routes/trend.tsx';
import { dimensionNames } from '#app/words/indicators.ts';
import { trendClocks } from '#app/words/signals.ts';
import { clockWords, departmentClocks, dueClocks, statuses } from '#app/words/zh.ts';
import type { Sums } from './asked-lists.ts';
import type { Asker, Loader } from './asked-loaders.ts';
import { codeOf, near } from './compared-by.ts';

type Key = Record<string, string | null>;
/** By which of its columns or heads something says the sums. */
type Said = { key: Key; says: Partial<Record<keyof Sums, string>> };

/** A figure as a page shows it, the address that it opens, and where the interface and the page's file say the same. */
export type Figure = {
	shown: Sums;
	link: string;
	/** The measure and its question; null: the interface answers the list alone. */
	told: (Said & { measure: string; query: string }) | null;
	file: (Said & { loader: Loader; query: string }) | null;
};

/** What a page is asked: the question, what it is narrowed to, and a number that picks what must be named. */
export type Drawn = { query: string; narrowed: string; pick: number };
export type Pages = Record<string, (asker: Asker, drawn: Drawn) => Promise<Figure[]>>;

export const only = (total: number): Sums => ({ total });
export const oneOf = <T>(some: readonly T[], pick: number): T => some[pick % some.length] as T;

async function overview(asker: Asker, { query }: Drawn): Promise<Figure[]> {
	const data = await asker.page<OverviewData>(overviewPage, query);
	const tiles = data.clocks.flatMap(row => {
		const { clock } = row;
		const links = {
			due: dueRows(data, clock),
			on_time: dueRows(data, clock, { status: ['met'] }),
			overdue: overdueRows(data, clock),
			unheard: overdueRows(data, clock, undefined, 'true'),
			running: statusRows(data, clock, 'running'),
			paused: statusRows(data, clock, 'paused'),
			due_today: dueTodayRows(data, clock),
		};
		return Object.entries(links).map(([column, link]) => {
			const told = { measure: 'overview', query, key: { clock }, says: { total: column } };
			return { shown: only(row[column as keyof typeof links]), link, told, file: null };
		});
	});
	const worst = data.worst.map(({ department, overdue }) => {
		const told = { measure: 'league', query, key: { department, clock: 'total' }, says: { total: 'overdue' } };
		return { shown: only(overdue), link: overdueRows(data, 'total', department), told, file: null };
	});
	// 日报送达 opens the days of the platforms, not the units.
	const own = data.authority.filter(({ indicator }) => indicator !== 'G7');
	return [...tiles, ...worst, ...own.map(row => ofIndicator(data, row, `${query}&kinds=authority`))];
}

/** A figure of an indicator: units and sums. */
function ofIndicator(data: OverviewData | IndicatorsData, row: IndicatorFigure, query: string): Figure {
	const { indicator, department, units, num, den } = row;
	const narrowed = 'filters' in data ? data : { ...data, filters: undefined };
	return {
		shown: { total: units, num: near(num), den: near(den) },
		link: unitRows(narrowed as IndicatorsData, indicator, department),
		told: {
			...{ measure: 'indicators', query, key: { indicator, department } },
			says: { total: 'units', num: 'num', den: 'den' },
		},
		file: null,
	};
}

async function trend(asker: Asker, { query, pick }: Drawn): Promise<Figure[]> {
	const clock = oneOf(trendClocks, pick);
	const { choices } = (await asker.page<{ shares: TrendData }>(trendPage, query)).shares;
	const department = pick % 4 === 0 ? oneOf(choices, pick).code : null;
	const narrowed = department === null ? '' : `&department=${department}`;
	const asked = `${query}&clock=${clock}${narrowed}`;
	const { shares: data } = await asker.page<{ shares: TrendData }>(trendPage, asked);
	const { from, to } = yearUpTo(data.as_of);
	const year = new URLSearchParams(`${query}${narrowed}`);
	year.set('period', `${from}..${to}`);
	return data.reading.points.map(({ label, of }) => ({
		...{ shown: only(of), link: monthRows(data, clock, label, department ?? undefined), file: null },
		told: { measure: 'trend', query: `${year}`, key: { month: label, clock }, says: { total: 'due' } },
	}));
}

async function league(asker: Asker, { query, pick }: Drawn): Promise<Figure[]> {
	const by = oneOf(['total', ...departmentClocks], pick);
	const data = await asker.page<LeagueData>(leaguePage, `${query}&by=${by}`);
	return data.standings.flatMap(({ department, cells }) =>
		Object.entries(cells).flatMap(([clock, cell]) => {
			const name = clock === 'total' ? '合计' : clockWords(clock)?.name;
			const one = (column: 'due' | 'on_time' | 'overdue', link: string, head: string): Figure => ({
				...{ shown: only(cell[column]), link },
				told: { measure: 'league', query, key: { department, clock }, says: { total: column } },
				file: { loader: leagueFile, query, key: { 部门代码: department }, says: { total: head } },
			});
			const met = { department, status: ['met'] };
			return [
				one('due', dueRows(data, clock, { department }), `${name}到期件数`),
				one('on_time', dueRows(data, clock, met), `${name}按时件数`),
				...(clock === 'total' ? [one('overdue', overdueRows(data, 'total', department), '超期未办件数')] : []),
			];
		}),
	);
}

async function timeliness(asker: Asker, { query, pick }: Drawn): Promise<Figure[]> {
	const clock = oneOf(dueClocks, pick);
	const data = await asker.page<TimelinessData>(timelinessPage, `${query}&clock=${clock}`);
	const asked = `${query}&clock=${clock}`;
	const keys = ['met', 'late', 'overdue', 'running', 'paused', 'untimed', 'excluded'] as const;
	return data.rows.flatMap(row => {
		const { department } = row;
		return [...keys, 'total' as const].map(key => ({
			shown: only(row[key]),
			link:
				key === 'total'
					? linkTo(data, '/matters', { clock, status: Object.keys(statuses), department })
					: statusRows(data, clock, key, department),
			told: { measure: 'timeliness', query: asked, key: { department, clock }, says: { total: key } },
			file: {
				...{ loader: timelinessFile, query: asked, key: { 部门代码: department } },
				says: { total: key === 'total' ? '合计' : (statuses[key]?.name ?? '') },
			},
		}));
	});
}

async function indicators(asker: Asker, { query, narrowed, pick }: Drawn): Promise<Figure[]> {
	const dimension = oneOf(Object.keys(dimensionNames), pick);
	const asked = `${query}${narrowed}&dimension=${dimension}`;
	const data = await asker.page<IndicatorsData>(indicatorsPage, asked);
	const words = new Map([...codeOf].map(([name, code]) => [code as string, name]));
	const codes = data.codes.map(code => `&indicator=${code}`).join('');
	const figures = data.lines.flatMap(line => data.codes.flatMap(code => line.figures[code] ?? []));
	return figures.map(row => ({
		...ofIndicator(data, row, `${query}${narrowed}${codes}`),
		file: {
			...{ loader: indicatorsFile, query: asked },
			key: { 部门代码: row.department, 指标: words.get(row.indicator) ?? '' },
			says: { total: '项数', num: '分子', den: '分母' },
		},
	}));
}

/** Pages of clocks and indicators. */
export const ofClocks = { overview, trend, league, timeliness, indicators } satisfies Pages;
