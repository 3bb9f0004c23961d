import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchor, toldStories } from '#test/measures/sample-told.ts';
import { type Drawn, type Figure, ofClocks, oneOf } from './asked-figures.ts';
import { openedList, type Sums } from './asked-lists.ts';
import { type Asker, loaders, remembering, type Who } from './asked-loaders.ts';
import { ofTheRest } from './asked-pages.ts';
import { isWhole, type Whole, wholeAt } from './asked-whole.ts';
import { near } from './compared-by.ts';

const house = loaders(anchor, toldStories);
const seed = 20260801;
/** Combinations of a measure, a period, a day, a knowledge and a filter, each asked by itself. */
const wanted = Number(process.env.SHUDU_ASKED ?? 2000);
const pages = { ...ofClocks, ...ofTheRest };

/** How often a page is asked among a hundred; what takes long is asked at fewer places. */
const shares: Record<keyof typeof pages, number> = {
	...{
		overview: 14,
		trend: 8,
		league: 12,
		timeliness: 14,
		indicators: 9,
		matters: 8,
		units: 7,
		quality: 6,
		breaches: 6,
	},
	...{ patterns: 2, feed: 3, coverage: 4, risk: 2, score: 1, restatements: 1, application: 2, safeguards: 1 },
};
const weighted = (Object.entries(shares) as [Page, number][]).flatMap(([page, share]) => Array<Page>(share).fill(page));
const rare: Page[] = ['score', 'restatements', 'patterns', 'application', 'safeguards'];
/** Pages that a liaison may not see. */
const closed: Page[] = ['patterns', 'feed', 'coverage'];

const grounds = fc.record({
	as_of: fc.constantFrom('2026-11-22', '2026-10-31', '2026-09-15', '2026-11-10'),
	/** The share of the ledger that is not known. */
	unknown: fc.constantFrom(0, 0, 0.02, 0.1, 0.2),
	period: fc.constantFrom('2026', '2026-10-R12', '2026-H1', '2026-Q3', '2026-10', '2026-08-15..2026-11-10', '2026-H2'),
	who: fc.constantFrom<Who>('supervisor', 'supervisor', 'liaison'),
	filter: fc.constantFrom('kind', 'kinds', 'region', 'department', 'catalogue'),
});
const draws = fc.record({
	page: fc.constantFrom(...weighted),
	ground: fc.nat(),
	pick: fc.nat(),
	narrowed: fc.boolean(),
	/** Whether the list is opened, and read as a file besides; else it is told from the whole list of the place. */
	open: fc.constantFrom('file', 'page', 'whole', 'whole', 'whole', 'whole'),
});
type Draw = typeof draws extends fc.Arbitrary<infer D> ? D : never;
type Page = keyof typeof pages;

test('随机的指标、区间、所选日、所知、筛选、查看者：页面上的数字＝打开的清单＝导出＝接口', async () => {
	const known = (unknown: number) => house.store().position() - Math.floor(house.store().position() * unknown);
	const places = fc.sample(grounds, { seed, numRuns: Math.max(6, Math.ceil(wanted / 200)) }).map(one => ({
		...one,
		query: `as_of=${one.as_of}&known=${known(one.unknown)}&period=${one.period}`,
	}));
	const narrowing = await filters();
	const drawn = fc.sample(draws, { seed, numRuns: wanted });
	const tally = new Map<string, number>();
	const different = new Set<string>();
	const differing: string[] = [];
	let [opens, lists] = [0, 0];
	const placeOf = ({ page, ground }: Draw) => oneOf(rare.includes(page) ? places.slice(0, 3) : places, ground);
	for (const place of places) {
		const ask = askingAt(place, narrowing);
		const here = drawn.filter(draw => placeOf(draw) === place);
		for (let n = 0; n < here.length; n += 2) {
			for (const said of await Promise.all(here.slice(n, n + 2).map(ask))) {
				tally.set(said.page, (tally.get(said.page) ?? 0) + 1);
				different.add(`${place.who} ${said.page} ${said.link}`);
				if (said.wrong !== null) differing.push(`${said.page}（${place.who}）${said.wrong}`);
				opens += Number(said.total > 0);
				lists += Number(!said.apart);
			}
		}
	}
	const asked = [...tally.values()].reduce((sum, n) => sum + n, 0);
	const by = [...tally].map(([page, n]) => `${page} ${n}`).join('、');
	const counts = `互不相同的${different.size}个，清单不空的${opens}个，打开清单本身核对的${lists}个，其余从整张清单中数出`;
	console.info(`随机询问的组合：${asked}个（${counts}）：${by}`);
	expect(differing.slice(0, 10)).toEqual([]);
	expect(asked).toBeGreaterThanOrEqual(wanted);
	expect([...tally.keys()].sort()).toEqual(Object.keys(pages).sort());
	expect(opens / asked).toBeGreaterThan(0.6);
}, 1_800_000);

type Place = { who: Who; query: string; filter: string };
type Narrowing = Record<string, (pick: number) => string>;

/** Asks what is drawn at one place; `wrong`: what differs, null where nothing does. */
function askingAt({ who, query, filter }: Place, narrowing: Narrowing) {
	const asker = remembering(house.as(who));
	const whole = wholeAt(asker, query);
	return async ({ page: wish, pick, open, narrowed }: Draw) => {
		const page = who === 'liaison' && closed.includes(wish) ? 'matters' : wish;
		const drawn = { query, pick, narrowed: narrowed ? (narrowing[filter]?.(pick % 2) ?? '') : '' };
		try {
			return { page, wrong: null, ...(await asking(asker, page, open, drawn, whole)) };
		} catch (error) {
			return { page, wrong: String(error), link: '', total: 0, apart: false };
		}
	};
}

/**
 * One combination: a figure of the page, said by page, interface and file, and the list that it opens. Where the page shows none,
 * a list under conditions.
 */
async function asking(asker: Asker, page: Page, open: Draw['open'], drawn: Drawn, whole: Whole) {
	const figures = await pages[page](asker, drawn);
	const told = figures.filter(({ shown }) => shown.total > 0);
	// Mostly a figure that opens something, now and then whichever.
	const some = told.length > 0 && drawn.pick % 10 > 0 ? told : figures;
	const figure = oneOf(some.length > 0 ? some : await pages.matters(asker, drawn), drawn.pick);
	const { link, shown } = figure;
	const apart = open === 'whole' && some.length > 0 && isWhole(link) && !['matters', 'units'].includes(page);
	same(`${link}的清单`, apart ? await whole(link) : await openedList(asker, link, open === 'file'), shown);
	await elsewhere(asker, figure);
	return { link, total: shown.total, apart };
}

/** Throws where what is said elsewhere of a figure is not what is shown. */
function same(where: string, said: Sums, shown: Sums): void {
	const names = Object.keys(shown) as (keyof Sums)[];
	if (names.every(name => said[name] === shown[name])) return;
	throw new Error(`${where}：${JSON.stringify(said)}，页面为${JSON.stringify(shown)}`);
}

/** The interface, its file and the page's file say of a figure what the page does. */
async function elsewhere(asker: Asker, { shown, link, told, file }: Figure): Promise<void> {
	if (told === null) return;
	const said = [sumsIn(await asker.api(told.measure, told.query), told)];
	said.push(sumsIn(await asker.apiFile(told.measure, told.query), told));
	if (file !== null) said.push(sumsIn(await asker.file(file.loader, file.query), file));
	for (const sums of said) same(`${link}的接口、导出`, sums, shown);
}

function sumsIn(
	rows: Record<string, unknown>[],
	{ key, says }: Pick<NonNullable<Figure['told']>, 'key' | 'says'>,
): Sums {
	const text = (value: unknown) => (value === null || value === undefined ? '' : String(value));
	const row = rows.find(one => Object.entries(key).every(([name, value]) => text(one[name]) === text(value)));
	const sums = Object.entries(says).map(([sum, column]) => [sum, near(Number(row?.[column] ?? 0))]);
	return Object.fromEntries(sums) as Sums;
}

/** Conditions by what they are about, each with what there is to choose. */
async function filters(): Promise<Narrowing> {
	const all = `as_of=${anchor}&period=2026&limit=10000`;
	const units = await house.api<{ catalogue: string | null; department: string }>('indicator_units', all);
	const catalogues = [...new Set(units.map(({ catalogue }) => catalogue))].filter(one => one !== null);
	const bodies = [...new Set(units.map(({ department }) => department))];
	return {
		kind: () => '&kind=department',
		kinds: () => '&kind=district&kind=vertical',
		region: () => '&region=990100',
		department: pick => `&department=${oneOf(bodies, pick)}&department=${oneOf(bodies, pick + 1)}`,
		catalogue: pick => `&catalogue=${encodeURIComponent(oneOf(catalogues, pick))}`,
	};
}
