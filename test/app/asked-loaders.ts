import type { LoaderFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll } from 'vitest';
import { toDay } from '#analytics/law/day.ts';
import { openSources } from '#analytics/ledger/register.ts';
import type { Store } from '#analytics/store/store.ts';
import type { House } from '#app/context.ts';
import { openOffice } from '#app/office/open.ts';
import { loader as apiLoader } from '#app/routes/api.v1.measures.$name.ts';
import { freshPostgres } from '#test/postgres.ts';
import { bench } from '#test/store/opened.ts';

type Loader = (args: LoaderFunctionArgs) => Promise<unknown>;
type Row = Record<string, unknown>;

/** The loaders of pages, files and interfaces, asked as they are, in a house around one read model. */
export type Loaders = {
	store(): Store;
	/** What a page is given. */
	page<T>(loader: Loader, query: string): Promise<T>;
	/** The lines of a file under their heads. */
	file(loader: Loader, query: string): Promise<Record<string, string>[]>;
	/** The rows of a measure by the interface. */
	api<T = Row>(name: string, query: string): Promise<T[]>;
	/** The same as a file. */
	apiFile(name: string, query: string): Promise<Record<string, string>[]>;
};

export function loaders(today: string, fill: (told: ReturnType<typeof bench>) => Promise<Store>): Loaders {
	const told = bench();
	let store: Store;
	let context: House;
	let token = '';
	let close = async () => {};
	beforeAll(async () => {
		const opened = await freshPostgres();
		close = opened.close;
		const now = () => Date.parse(`${today}T12:00:00+08:00`);
		const office = openOffice(opened.postgres, now);
		await office.createAccount(
			{ name: 'li', title: '李四', role: 'supervisor', department: null },
			'正确的口令八九十-11',
		);
		token = await office.createToken('li', now());
		store = await fill(told);
		const sources = openSources(opened.postgres, { secret: 'shudu-shudu-shudu-shudu-shudu-32' });
		const house = { store, office, sources, ledger: told.ledger(), today: () => toDay(today), now, sample: true };
		context = { ...house, nonce: '' } as unknown as House;
	}, 120_000);
	afterAll(() => close());
	const asking = (loader: Loader, path: string, params = {}, accept = 'application/json') => {
		const headers = { authorization: `Bearer ${token}`, accept };
		const request = new Request(`http://shudu${path}`, { headers });
		return loader({ request, context, params } as unknown as LoaderFunctionArgs);
	};
	const measured = async (name: string, query: string, accept?: string) =>
		(await asking(apiLoader, `/api/v1/measures/${name}?${query}`, { name }, accept)) as Response;
	return {
		store: () => store,
		page: async (loader, query) => (await asking(loader, `/page?${query}`)) as never,
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
