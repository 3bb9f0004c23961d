import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toDay } from '#analytics/law/day.ts';
import type { HttpConnect } from '#analytics/ledger/connect.ts';
import { openSources } from '#analytics/ledger/register.ts';
import type { Source, Sources } from '#analytics/ledger/sources.ts';
import { coverage } from '#analytics/measures/coverage.ts';
import type { Store } from '#analytics/store/store.ts';
import type { House } from '#app/context.ts';
import { reconcile } from '#app/office/reconcile.ts';
import { totalsOf } from '#ingest/reconcile.ts';
import { json, openPlatform } from '#test/ingest/platform.ts';
import { freshPostgres } from '#test/postgres.ts';
import { received } from '#test/store/acts.ts';
import { bench } from '#test/store/opened.ts';

const told = bench();
const span = { from: toDay('2026-03-02'), to: toDay('2026-03-04') };
let store: Store;
let sources: Sources;
let said: unknown;
let platform: Awaited<ReturnType<typeof openPlatform>>;
let closeDatabase: () => Promise<void>;
let authorization: string | undefined;

beforeAll(async () => {
	platform = await openPlatform((_, response, request) => {
		authorization = request.headers.authorization;
		json(response, said);
	});
	const opened = await freshPostgres();
	closeDatabase = opened.close;
	sources = openSources(opened.postgres, { secret: 'shudu-shudu-shudu-shudu-shudu-32' });
	store = await told.open();
}, 60_000);
afterAll(async () => {
	await platform?.close();
	await closeDatabase?.();
});

let platforms = 0;
async function platformOf(more: Partial<HttpConnect> = {}): Promise<Source> {
	const totals = { url: new URL('/totals', platform.url).href };
	const connect: HttpConnect = { kind: 'http', url: platform.url, totals, ...more };
	return (await sources.add({ code: `platform-${++platforms}`, name: '甲平台', connect })).source;
}

function house(): Parameters<typeof reconcile>[0] {
	return {
		...{ store, sources, ledger: told.ledger() },
		intake: { totals: totalsOf } as unknown as House['intake'],
		today: () => toDay('2026-03-05'),
		now: () => Date.parse('2026-03-05T10:00:00+08:00'),
	};
}

const states = async (source_id: number) => {
	const args = { as_of: '2026-03-05', known: store.position(), visible: null, from: span.from, to: span.to };
	const rows = await store.ask(coverage, { ...args, source_id, states: null, owed: null, limit: 10, offset: 0 });
	return rows.map(row => [row.day, row.state, row.asked, row.told, row.got]).reverse();
};

describe('向平台核对件数', () => {
	test('平台的答复记入账本，报送对账随之改变；带着该来源的认证去问', async () => {
		const source = await platformOf({ bearer: 'secret-1' });
		await told.tell([received('A', '2026-03-02'), received('B', '2026-03-03')], source.id);
		await store.catchUp();
		expect((await states(source.id)).map(([, state]) => state)).toEqual(['unchecked', 'unchecked', 'unchecked']);
		said = {
			days: [
				{ date: '2026-03-02', counts: { 'request.received': 1 } },
				{ date: '2026-03-03', total: 3 },
				{ date: '2026-03-09', total: 9 },
			],
		};
		expect(await reconcile(house(), { name: 'li' }, source, span)).toEqual({ asked: 3, answered: 2 });
		expect(await states(source.id)).toEqual([
			['2026-03-02', 'complete', true, 1, 1],
			['2026-03-03', 'short', true, 3, 1],
			['2026-03-04', 'unchecked', false, null, null],
		]);
		expect([platform.asked.at(-1), authorization]).toEqual([
			'/totals?from=2026-03-02&to=2026-03-04',
			'Bearer secret-1',
		]);
	});

	test.each([
		['没有列出任何一日', { days: [] }, '没有列出所问的任何一日'],
		['不是约定的形式', { days: [{ date: '2026-03-02' }] }, '不是约定的形式'],
		['件数不是整数', { days: [{ date: '2026-03-02', total: 1.5 }] }, '不是约定的形式'],
		['同一日列了两次', { days: [1, 2].map(total => ({ date: '2026-03-02', total })) }, '每日只列一次'],
	])('%s的，说明原因，什么也不记', async (_, answer, words) => {
		const source = await platformOf();
		said = answer;
		const before = store.position();
		await expect(reconcile(house(), { name: 'li' }, source, span)).rejects.toThrow(words);
		expect(store.position()).toBe(before);
	});

	test.each([
		['当日尚未过完', { from: toDay('2026-03-05'), to: toDay('2026-03-05') }, '已经过完'],
		['一次过多', { from: toDay('2025-03-05'), to: toDay('2026-03-04') }, '至多核对92日'],
	])('%s的，不问平台', async (_, wrong, words) => {
		const source = await platformOf();
		const asked = platform.asked.length;
		await expect(reconcile(house(), { name: 'li' }, source, wrong)).rejects.toThrow(words);
		expect(platform.asked.length).toBe(asked);
	});

	test('件数地址不得在别的主机：密钥不发往别处', async () => {
		await expect(platformOf({ totals: { url: 'http://elsewhere.example/totals' } })).rejects.toThrow('同一主机');
	});
});
