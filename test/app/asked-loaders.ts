import type { LoaderFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll } from 'vitest';
import { toDay } from '#analytics/law/day.ts';
import { openSources } from '#analytics/ledger/register.ts';
import { openRejects } from '#analytics/ledger/settle.ts';
import { league } from '#analytics/measures/league.ts';
import type { Store } from '#analytics/store/store.ts';
import type { House } from '#app/context.ts';
import { openOffice } from '#app/office/open.ts';
import { loader as apiLoader } from '#app/routes/api.v1.measures.$name.ts';
import { freshPostgres } from '#test/postgres.ts';
import { bench } from '#test/store/opened.ts';

export type Loader = (args: LoaderFunctionArgs) => Promise<unknown>;
type Row = Record<string, unknown>;

/** Sources registered in the house: the sample city's platforms are told under these numbers. */
const PLATFORMS = 8;

/** Who asks: one who sees everything, or the liaison of the department that most fell due for. */
export type Who = 'supervisor' | 'liaison';

/** The loaders of pages, files and interfaces, asked as they are by somebody, in a house around one read model. */
export type Asker = {
	/** The number of a source by its code. */
	sourceId(code: string): number;
	/** What a page is given. */
	page<T>(loader: Loader, query: string, params?: Record<string, string>): Promise<T>;
	/** The lines of a file under their heads. */
	file(loader: Loader, query: string): Promise<Record<string, string>[]>;
	/** The rows of a measure by the interface. */
	api<T = Row>(name: string, query: string): Promise<T[]>;
	/** The same as a file. */
	apiFile(name: string, query: string): Promise<Record<string, string>[]>;
};

export type Loaders = Asker & { store(): Store; as(who: Who): Asker };

export function loaders(today: string, fill: (told: ReturnType<typeof bench>) => Promise<Store>): Loaders {
	const told = bench();
	let store: Store;
	let context: House;
	const tokens = new Map<Who, string>();
	const numbers = new Map<string, number>();
	let close = async () => {};
	beforeAll(async () => {
		const opened = await freshPostgres();
		close = opened.close;
		const now = () => Date.parse(`${today}T12:00:00+08:00`);
		const office = openOffice(opened.postgres, now);
		const sources = openSources(opened.postgres, { secret: 'shudu-shudu-shudu-shudu-shudu-32' });
		for (let n = 1; n <= PLATFORMS; n++) {
			const { source } = await sources.add({ code: `p${n}`, name: `第${n}平台`, connect: { kind: 'import' } });
			numbers.set(source.code, source.id);
		}
		store = await fill(told);
		const span = { from: `${today.slice(0, 4)}-01-01`, to: today };
		const asked = { as_of: today, known: store.position(), visible: null, ...span };
		const [busiest] = (await store.ask(league, asked)).sort((a, b) => b.due - a.due);
		for (const role of ['supervisor', 'liaison'] as const) {
			const department = role === 'liaison' ? (busiest?.department ?? null) : null;
			await office.createAccount({ name: role, title: '李四', role, department }, '正确的口令八九十-11');
			tokens.set(role, await office.createToken(role, now()));
		}
		const rejects = openRejects(opened.postgres);
		const kept = { store, office, sources, rejects, ledger: told.ledger() };
		const house = { ...kept, today: () => toDay(today), now, sample: true };
		context = { ...house, nonce: '' } as unknown as House;
	}, 120_000);
	afterAll(() => close());
	const as = (who: Who) =>
		askerFor(
			(loader, path, params = {}, accept = 'application/json') => {
				const headers = { authorization: `Bearer ${tokens.get(who)}`, accept };
				const request = new Request(`http://shudu${path}`, { headers });
				return loader({ request, context, params } as unknown as LoaderFunctionArgs);
			},
			code => numbers.get(code) ?? 0,
		);
	return { ...as('supervisor'), as, store: () => store };
}

type Asking = (loader: Loader, path: string, params?: Record<string, string>, accept?: string) => Promise<unknown>;

function askerFor(asking: Asking, sourceId: Asker['sourceId']): Asker {
	const measured = async (name: string, query: string, accept?: string) =>
		(await asking(apiLoader, `/api/v1/measures/${name}?${query}`, { name }, accept)) as Response;
	return {
		sourceId,
		page: async (loader, query, params) => (await asking(loader, `/page?${query}`, params)) as never,
		file: async (loader, query) => linesOf((await asking(loader, `/file.csv?${query}`)) as Response),
		api: async (name, query) => {
			const said = await (await measured(name, query)).json();
			if (said.rows === undefined) throw new Error(`${name}?${query}：${said.message}`);
			return said.rows;
		},
		apiFile: async (name, query) => linesOf(await measured(name, query, 'text/csv')),
	};
}

async function linesOf(response: Response): Promise<Record<string, string>[]> {
	const text = (await response.text()).replace(/^\uFEFF/, '');
	if (!response.ok) throw new Error(text);
	const [heads = [], ...lines] = text
		.split('\r\n')
		.filter(line => line !== '')
		.map(line => cellsOf(line));
	return lines.map(cells => Object.fromEntries(heads.map((head, n) => [head, cells[n] ?? ''])));
}

/** The cells of a line; no cell of ours holds a line end. */
function cellsOf(line: string): string[] {
	return [...`,${line}`.matchAll(/,("(?:[^"]|"")*"|[^,]*)/g)].map(([, cell = '']) =>
		cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
	);
}

/** Asks the same address only once: it would be told the same again. */
export function remembering(asker: Asker): Asker {
	const kept = new Map<string | Loader, Map<string, Promise<unknown>>>();
	const once = <T>(of: string | Loader, key: string, ask: () => Promise<T>): Promise<T> => {
		const own = kept.get(of) ?? new Map<string, Promise<unknown>>();
		kept.set(of, own);
		const asking = (own.get(key) as Promise<T> | undefined) ?? ask();
		own.set(key, asking);
		return asking;
	};
	return {
		sourceId: asker.sourceId,
		page: (loader, query, params = {}) =>
			once(loader, `page ${query} ${JSON.stringify(params)}`, () => asker.page(loader, query, params)),
		file: (loader, query) => once(loader, `file ${query}`, () => asker.file(loader, query)),
		api: (name, query) => once(name, `rows ${query}`, () => asker.api(name, query)),
		apiFile: (name, query) => once(name, `lines ${query}`, () => asker.apiFile(name, query)),
	};
}
