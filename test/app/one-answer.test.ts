import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { breachItems } from '#analytics/measures/breaches.ts';
import { measures } from '#analytics/measures/index.ts';
import type { league } from '#analytics/measures/league.ts';
import type { Row } from '#analytics/measures/measure.ts';
import type { patterns } from '#analytics/measures/patterns.ts';
import type { timeliness } from '#analytics/measures/timeliness.ts';
import type { Breach, BreachesData } from '#app/loaders/breaches.server.ts';
import type { IndicatorFigure, IndicatorsData, IndicatorUnit, UnitsData } from '#app/loaders/indicators.server.ts';
import type { LeagueData } from '#app/loaders/league.server.ts';
import type { Matter, MattersData } from '#app/loaders/matters.server.ts';
import type { PatternCase, PatternsData } from '#app/loaders/patterns.server.ts';
import type { TimelinessData } from '#app/loaders/timeliness.server.ts';
import { loader as breachesPage } from '#app/routes/breaches.tsx';
import { loader as breachesFile } from '#app/routes/breaches[.]csv.ts';
import { loader as indicatorsPage } from '#app/routes/indicators.tsx';
import { loader as indicatorsFile } from '#app/routes/indicators[.]csv.ts';
import { loader as leaguePage } from '#app/routes/league.tsx';
import { loader as leagueFile } from '#app/routes/league[.]csv.ts';
import { loader as mattersPage } from '#app/routes/matters.tsx';
import { loader as mattersFile } from '#app/routes/matters[.]csv.ts';
import { loader as patternsPage } from '#app/routes/patterns.tsx';
import { loader as patternsFile } from '#app/routes/patterns[.]csv.ts';
import { loader as timelinessPage } from '#app/routes/timeliness.tsx';
import { loader as timelinessFile } from '#app/routes/timeliness[.]csv.ts';
import { loader as unitsPage } from '#app/routes/units.tsx';
import { loader as unitsFile } from '#app/routes/units[.]csv.ts';
import { dimensionNames } from '#app/words/indicators.ts';
import { clockWords, dueClocks, statuses } from '#app/words/zh.ts';
import { anchor, toldStories } from '#test/measures/sample-told.ts';
import { loaders } from './asked-loaders.ts';
import { codeOf, counted, inCell, keyOf, more, near, summed, sumOf, written } from './compared-by.ts';

const { page, file, api, apiFile, store } = loaders(anchor, toldStories);
const seed = 20260801;
let compared = 0;

/** The question of an address: the day, how many of the latest events are not known, the period. */
const questions = fc.record({
	as_of: fc.constantFrom('2026-11-22', '2026-10-31', '2026-09-15'),
	behind: fc.constantFrom(0, 7, 40),
	period: fc.constantFrom('2026', '2026-10-R12', '2026-Q3', '2026-10', '2026-08-15..2026-11-10'),
});
const addressed = ({ as_of, behind, period }: { as_of: string; behind: number; period: string }) =>
	`as_of=${as_of}&known=${store().position() - behind}&period=${period}`;
const narrowed = fc.constantFrom('', 'kind=department', 'kind=district&kind=vertical', 'region=990100');
const plural = (query: string) => query.replaceAll('kind=', 'kinds=').replaceAll('region=', 'regions=');

describe('数字、清单、导出、接口是同一个答案（页面、文件、接口的取数函数本身）', () => {
	afterAll(() => {
		console.info(`数字＝清单＝导出＝接口：${compared}组`);
		expect(compared).toBeGreaterThanOrEqual(400);
	});

	test('环比、同比的基数，就是在基期、在那一天、按同一所知另行查询的数值', async () => {
		const known = store().position();
		const query = `as_of=2026-11-22&known=${known}&period=2026-Q4&dimension=timeliness`;
		const { lines, compared: with_ } = await page<IndicatorsData>(indicatorsPage, `${query}&compared=yes`);
		if (with_ === null) throw new Error('未作比较');
		expect(with_.figures).toHaveLength(lines.flatMap(line => Object.keys(line.figures)).length);
		for (const base of ['previous', 'year_before'] as const) {
			const { period, as_of } = with_.bases[base] ?? {};
			const span = `period=${period?.from}..${period?.to}&as_of=${as_of}&known=${known}`;
			const told = await api<IndicatorFigure>('indicators', span);
			const values = new Map(told.map(row => [keyOf(row), row.value]));
			expect(new Map(with_.figures.map(row => [keyOf(row), row[base]]))).toEqual(
				new Map(with_.figures.map(row => [keyOf(row), values.get(keyOf(row)) ?? null])),
			);
			expect(with_.figures.filter(row => row[base] !== null).length).toBeGreaterThan(0);
		}
		const alone = await page<IndicatorsData>(indicatorsPage, query);
		expect(alone.compared).toBeNull();
		expect(alone.lines).toEqual(lines);
	});

	test('每个指标、每个机构，随机的所选日、所知、区间、筛选', async () => {
		const property = fc.asyncProperty(questions, narrowed, fc.nat(), async (question, filter, pick) => {
			const query = `${addressed(question)}&${filter}`;
			const told = await api<IndicatorFigure>('indicators', plural(query));
			const units = await api<IndicatorUnit>('indicator_units', `${plural(query)}&limit=10000`);
			const list = await page<UnitsData>(unitsPage, query);
			const sums = summed(units.map(one => ({ ...one, den: one.den ?? 0 })));
			expect(list.total).toBe(units.length);
			expect(list.units).toMatchObject(units.slice(0, 50));
			expect(summed((await file(unitsFile, query)).map(written))).toEqual(sums);

			const filled = told.filter(row => row.units > 0);
			expect(new Map(filled.map(row => [keyOf(row), sumOf(row)]))).toEqual(sums);
			for (const dimension of Object.keys(dimensionNames)) {
				const data = await page<IndicatorsData>(indicatorsPage, `${query}&dimension=${dimension}`);
				const shown = data.lines.flatMap(line => data.codes.flatMap(code => line.figures[code] ?? []));
				const own = told.filter(row => row.dimension === dimension);
				expect(new Map(shown.map(row => [keyOf(row), row]))).toEqual(new Map(own.map(row => [keyOf(row), row])));
				const lines = (await file(indicatorsFile, `${query}&dimension=${dimension}`)).map(row => [
					keyOf({ indicator: codeOf.get(row.指标 ?? '') ?? '', department: row.部门代码 || null }),
					...[row.分子, row.分母, row.项数, row.认定后分子, row.认定后分母].map(Number),
				]);
				expect(lines).toEqual(
					shown.map(row => [
						keyOf(row),
						...[row.num, row.den ?? 0, row.units, row.adjudicated_num, row.adjudicated_den ?? 0],
					]),
				);
			}
			compared += filled.length;
			const one = filled[pick % filled.length];
			if (one === undefined) return;
			const own = `indicator=${one.indicator}${one.department === null ? '' : `&department=${one.department}`}`;
			const opened = await page<UnitsData>(unitsPage, `${query}&${own}`);
			expect([opened.total, near(opened.num), near(opened.den)]).toEqual([one.units, near(one.num), near(one.den)]);
		});
		await fc.assert(property, { seed, numRuns: 2 });
	}, 300_000);

	test('每个时限、每个机构的办理情况和排名，随机的所选日、所知、区间', async () => {
		const property = fc.asyncProperty(questions, fc.constantFrom(...dueClocks), async (question, clock) => {
			const query = addressed(question);
			const matters = await api<Matter>('matters', `${query}&limit=10000`);
			expect((await page<MattersData>(mattersPage, query)).total).toBe(matters.length);
			const list = await file(mattersFile, query);
			const inWords = ({ case_id, clock: of, status }: Matter) =>
				`${case_id} ${clockWords(of)?.name} ${statuses[status]?.name}`;
			expect(counted(list.map(row => `${row.事项编号} ${row.时限} ${row.状态}`))).toEqual(
				counted(matters.map(inWords)),
			);

			const standing = await api<Row<typeof timeliness>>('timeliness', `${query}&clock=${clock}`);
			const data = await page<TimelinessData>(timelinessPage, `${query}&clock=${clock}`);
			const sortedBy = (rows: Row<typeof timeliness>[]) => new Map(rows.map(row => [row.department, row]));
			expect(sortedBy(data.rows)).toEqual(sortedBy(standing));
			const listed = await api<Matter>('matters', `${query}&clock=${clock}&limit=10000`);
			const own = counted(listed.map(row => `${row.held_by} ${row.status}`));
			const keys = ['met', 'late', 'overdue', 'running', 'paused', 'untimed', 'excluded'] as const;
			const cells = standing.flatMap(row => keys.map(key => [`${row.department} ${key}`, row[key]] as const));
			expect(new Map(cells.filter(([, n]) => n > 0))).toEqual(own);
			const lines = await file(timelinessFile, `${query}&clock=${clock}`);
			const names = lines.flatMap(row =>
				keys.map(key => [`${row.部门代码} ${key}`, Number(row[statuses[key]?.name ?? ''])] as const),
			);
			expect(new Map(names.filter(([, n]) => n > 0))).toEqual(own);
			compared += own.size;
			compared += await ranked(query, matters);
		});
		await fc.assert(property, { seed, numRuns: 4 });
	}, 300_000);

	test('问题线索与规避迹象，随机的所选日、所知、区间', async () => {
		const property = fc.asyncProperty(questions, async question => {
			const query = addressed(question);
			const data = await page<BreachesData>(breachesPage, query);
			const leads = await api<Breach>('breaches', `${query}&limit=10000`);
			expect(data.items).toEqual(await api<Row<typeof breachItems>>('breach_items', query));
			const own = counted(leads.map(({ item }) => item));
			expect(new Map(data.items.filter(({ total }) => total > 0).map(row => [row.item, row.total]))).toEqual(own);
			expect([data.total, (await file(breachesFile, query)).length]).toEqual([leads.length, leads.length]);

			const shown = await page<PatternsData>(patternsPage, query);
			const cases = await api<PatternCase>('pattern_cases', `${query}&limit=10000`);
			expect(shown.counts).toEqual(await api<Row<typeof patterns>>('patterns', query));
			const found = counted(cases.map(row => `${row.pattern} ${row.department}`));
			expect(new Map(shown.counts.map(row => [`${row.pattern} ${row.department}`, row.cases]))).toEqual(found);
			expect([shown.total, (await file(patternsFile, query)).length]).toEqual([cases.length, cases.length]);
			compared += own.size + found.size;
		});
		await fc.assert(property, { seed, numRuns: 3 });
	}, 120_000);

	test('每个查询：接口给出的行就是它的文件里的行', async () => {
		const query = 'as_of=2026-10-31&period=2026-Q3';
		const differing: string[] = [];
		for (const name of Object.keys(measures) as (keyof typeof measures)[]) {
			const asked = `${query}${more[name] ?? ''}`;
			const [rows, lines] = [await api(name, asked), await apiFile(name, asked)];
			const heads = Object.keys(measures[name].columns);
			const cells = rows.map(row => Object.fromEntries(heads.map(head => [head, inCell(row[head])])));
			const told = lines.map(({ 口径: definition, ...line }) => (definition ? line : {}));
			if (JSON.stringify(told) !== JSON.stringify(cells)) differing.push(name);
		}
		expect(differing).toEqual([]);
	}, 120_000);
});

/** The clocks of a league table. */
const owed = ['reply.unconditional', 'reply.conditional', 'delivery', 'correction', 'catalogue.update'];

/** The league table by page, interface, file, and as counted in the list. */
async function ranked(query: string, matters: Matter[]): Promise<number> {
	const rows = await api<Row<typeof league>>('league', query);
	const { standings, period, as_of } = await page<LeagueData>(leaguePage, query);
	const until = period.to < as_of ? period.to : as_of;
	const due = matters.filter(
		({ status, due_on }) =>
			['met', 'late', 'overdue'].includes(status) && due_on !== null && due_on >= period.from && due_on <= until,
	);
	const byBody = (some: Matter[]) => counted(some.map(row => `${row.department} ${row.clock}`));
	const [all, inTime] = [byBody(due), byBody(due.filter(({ status }) => status === 'met'))];
	const own = rows.filter(row => row.clock !== 'total' && row.due > 0);
	expect(new Map(own.map(row => [`${row.department} ${row.clock}`, [row.due, row.on_time]]))).toEqual(
		new Map(
			[...all]
				.filter(([key]) => owed.some(clock => key.endsWith(` ${clock}`)))
				.map(([key, n]) => [key, [n, inTime.get(key) ?? 0]]),
		),
	);
	const shown = new Map(standings.map(one => [one.department, one.cells]));
	for (const row of rows)
		expect(shown.get(row.department)?.[row.clock]).toMatchObject({ due: row.due, on_time: row.on_time });
	const lines = new Map((await file(leagueFile, query)).map(line => [line.部门代码, line]));
	for (const row of own) {
		const name = clockWords(row.clock)?.name;
		const line = lines.get(row.department);
		expect([line?.[`${name}到期件数`], line?.[`${name}按时件数`]].map(Number)).toEqual([row.due, row.on_time]);
	}
	return own.length;
}
