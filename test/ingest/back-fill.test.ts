import fc from 'fast-check';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type BackFills, openBackFills } from '#analytics/ledger/back-fills.ts';
import { MOST_BEHIND } from '#analytics/ledger/back-pressure.ts';
import type { HttpConnect } from '#analytics/ledger/connect.ts';
import type { Ledger } from '#analytics/ledger/ledger.ts';
import type { Source } from '#analytics/ledger/sources.ts';
import { backFillLine } from '#app/sources/back-fill.ts';
import { beginBackFill } from '#ingest/back-fill.ts';
import { type ScheduleDeps, startSchedule } from '#ingest/schedule.ts';
import { type House, openHouse, wire } from './house.ts';
import { json, pages, platform } from './platform.ts';

let house: House;
let backFills: BackFills;
beforeAll(async () => {
	house = await openHouse();
	backFills = openBackFills(house);
});
afterAll(() => house.close());

const by = () => ({ account: '张三', at: Date.now() });
const all = { begins: null, ends: null };
const begin = (source: Source, range: { begins?: string; ends?: string } = {}) =>
	beginBackFill(source.code, { ...all, ...range }, by(), { sources: house.sources, backFills });
const last = async (source: Source) => {
	const [found] = await backFills.list(source.id, 1);
	if (!found) throw new Error('no back-fill');
	return found;
};
const stateOf = async (source: Source) => (await house.sources.pulls()).find(each => each.sourceId === source.id);
const idsOf = async (source: Source) => (await house.eventsOf(source)).map(event => event.id);

function start(changes: Partial<ScheduleDeps> = {}) {
	const log = { warn: () => {}, error: () => {} };
	const { ledger, sources } = house;
	const schedule = startSchedule({ ledger, sources, now: Date.now, log, tickMs: 10, timeoutMs: 2000, ...changes });
	onTestFinished(() => schedule.stop());
	return schedule;
}

const done = (source: Source) => expect.poll(async () => (await last(source)).state, { timeout: 20_000 }).toBe('done');

/** A source that has been pulled to its end while its platform held only what stands in `early`. */
async function pulled(connect: Partial<HttpConnect>, rows: unknown[], serve = pages(rows)) {
	const { url, asked } = await platform(serve);
	const source = await house.source({ kind: 'http', url, pageSize: 4, every: 3600, ...connect });
	return { source, asked };
}

const early = (source: Source) => ['a', 'b', 'c'].map(id => wire(source, id));

test('补采：采过的不重复入账，漏采的补上；日常采集的位置不动', async () => {
	const rows: unknown[] = [];
	const { source } = await pulled({}, rows);
	rows.push(...early(source));
	const schedule = start();
	await schedule.pullNow(source.code);
	expect((await stateOf(source))?.cursor).toBe('3');
	// The platform writes into its past: the cursor stands behind it.
	rows.unshift(...['x', 'y', 'z', 'w'].map(id => wire(source, id)));
	expect(await begin(source)).toMatchObject({ no: 1, state: 'running', account: '张三', position: null });
	await done(source);
	expect(await last(source)).toMatchObject({
		rows: 7,
		pages: 2,
		accepted: 4,
		duplicates: 3,
		rejected: 0,
		position: '7',
	});
	expect((await stateOf(source))?.cursor).toBe('3');
	expect((await idsOf(source)).sort()).toEqual(['a', 'b', 'c', 'w', 'x', 'y', 'z']);
});

test('停止后从该处继续；同一来源不同时补采两段；何人何时留有记录', async () => {
	const rows: unknown[] = [];
	let held: (() => void) | null = null;
	const serve = pages(rows);
	const { source } = await pulled({ pageSize: 1 }, rows, (url, response) => {
		if (url.searchParams.get('after') === '2' && held === null) held = () => serve(url, response);
		else serve(url, response);
	});
	start();
	await expect.poll(async () => (await stateOf(source))?.lastOkAt).not.toBeNull();
	rows.push(...early(source), wire(source, 'd'));
	await begin(source);
	await expect.poll(() => held).not.toBeNull();
	await expect(begin(source)).rejects.toThrow('正在补采');
	await backFills.stop(source.code, by());
	(held as unknown as () => void)();
	await expect.poll(async () => (await last(source)).rows).toBe(3);
	expect(await last(source)).toMatchObject({ state: 'stopped', position: '3' });
	await expect(backFills.stop(source.code, by())).rejects.toThrow('没有正在进行的补采');
	await backFills.resume(source.code, by());
	await done(source);
	expect(await last(source)).toMatchObject({ rows: 4, accepted: 4, duplicates: 0 });
	expect(
		(await house.sources.acts(source.code, 9))
			.map(({ act }) => act)
			.reverse()
			.slice(1),
	).toEqual(['back_fill_begun', 'back_fill_stopped', 'back_fill_resumed']);
});

test('按更新时间补采一段：起止之内的，一条不多一条不少；按时间估计进度', async () => {
	const rows: (Record<string, unknown> & { at: number })[] = [];
	const serve = (url: URL, response: Parameters<typeof json>[0]) => {
		const { searchParams: asked } = url;
		const found = rows.filter(row => row.at >= Number(asked.get('since') ?? 0));
		json(response, { events: found.slice(0, Number(asked.get('limit'))) });
	};
	const { source } = await pulled({ paging: { style: 'since', time: 'at', stamp: 'epoch_ms' } }, rows, serve);
	start();
	await expect.poll(async () => (await stateOf(source))?.lastOkAt).not.toBeNull();
	const day = Date.parse('2026-03-01T00:00:00+08:00');
	for (let n = 0; n < 40; n++) {
		const at = day + Math.floor(n / 2) * 6 * 3_600_000;
		rows.push({ ...wire(source, `e${n}`), at });
	}
	await begin(source, { begins: '2026-03-02', ends: '2026-03-03' });
	await done(source);
	expect(await idsOf(source)).toEqual(Array.from({ length: 16 }, (_, n) => `e${n + 8}`));
	expect(await last(source)).toMatchObject({ accepted: 16, total: null, reached: 1000 });
});

test.each([
	['page', { begins: '2', ends: '3' }, { from: 4, to: 12 }],
	['offset', { begins: '4', ends: '9' }, { from: 4, to: 12 }],
	['page', {}, { from: 0, to: 18 }],
] as const)('按%s补采 %o', async (style, range, { from, to }) => {
	const rows: unknown[] = [];
	const serve = (url: URL, response: Parameters<typeof json>[0]) => {
		const told = Number(url.searchParams.get(style));
		const begins = style === 'page' ? (told - 1) * 4 : told;
		json(response, { events: rows.slice(begins, begins + 4), total: rows.length });
	};
	const { source } = await pulled({ paging: { style } }, rows, serve);
	start();
	await expect.poll(async () => (await stateOf(source))?.lastOkAt).not.toBeNull();
	rows.push(...Array.from({ length: 18 }, (_, n) => wire(source, `e${n}`)));
	await begin(source, range);
	await done(source);
	expect(await idsOf(source)).toEqual(Array.from({ length: to - from }, (_, n) => `e${n + from}`));
	expect((await last(source)).total).toBe('begins' in range ? null : 18);
});

test.each([
	[{ style: 'since', time: 'at' }, { begins: '三月' }, '起“三月”应为日期'],
	[{ style: 'since', time: 'at' }, { ends: '2026-02-30' }, '止“2026-02-30”应为日期'],
	[{ style: 'since', time: 'at' }, { begins: '2026-03-02', ends: '2026-03-01' }, '起晚于止'],
	[{ style: 'page' }, { begins: '一' }, '应为数字'],
	[{ style: 'cursor' }, { ends: '9' }, '不能指定止'],
	[{ style: 'link' }, { begins: '9' }, '不能指定起'],
] as const)('说不通的范围 %o %o：%s', async (paging, range, said) => {
	const { source } = await pulled({ paging }, []);
	await expect(begin(source, range)).rejects.toThrow(said);
	expect(await backFills.list(source.id, 1)).toEqual([]);
});

test('平台出错：写明原因，隔一段再试，好了从原处继续', async () => {
	const rows: unknown[] = [];
	let broken = false;
	const serve = pages(rows);
	const { source } = await pulled({ pageSize: 2 }, rows, (url, response) =>
		broken && url.searchParams.get('after') === '2' ? json(response, {}, 500) : serve(url, response),
	);
	let ahead = 0;
	start({ now: () => Date.now() + ahead });
	await expect.poll(async () => (await stateOf(source))?.lastOkAt).not.toBeNull();
	rows.push(...early(source));
	broken = true;
	await begin(source);
	await expect.poll(async () => (await last(source)).fault).toContain('HTTP 500');
	expect(await last(source)).toMatchObject({ state: 'running', position: '2', accepted: 2, failures: 1 });
	broken = false;
	ahead = 60_000;
	await done(source);
	expect(await last(source)).toMatchObject({ accepted: 3, duplicates: 0, fault: null, failures: 0 });
});

test('在任意时刻被杀：提交前、提交后，最终每个事件恰好一次，计数与账本一致', async () => {
	for (const { code } of await house.sources.list()) await house.sources.pause(code, true);
	await fc.assert(
		fc.asyncProperty(fc.array(fc.constantFrom('before', 'after', 'none'), { maxLength: 8 }), async kills => {
			const rows: unknown[] = [];
			const { url } = await platform(pages(rows));
			const source = await house.source({ kind: 'http', url, pageSize: 3, every: 3600 });
			await house.sources.release(source.id, (await stateOf(source))?.fence ?? 0, {
				...{ at: 0, count: 0, error: null, nextRunAt: 1e15 },
			});
			rows.push(...Array.from({ length: 17 }, (_, n) => wire(source, `e${n}`)));
			const left = [...kills];
			let ahead = 0;
			const killed = () => {
				throw new Error('killed');
			};
			const append: Ledger['append'] = async batch => {
				if (batch.sourceId !== source.id) return house.ledger.append(batch);
				const kill = left.shift() ?? 'none';
				if (kill === 'before') killed();
				const appended = await house.ledger.append(batch);
				if (kill === 'after') killed();
				return appended;
			};
			await begin(source);
			const schedule = start({ ledger: { append }, now: () => Date.now() + ahead });
			const seen = async () => {
				const { state, fault } = await last(source);
				if (fault !== null) ahead += 1_000_000;
				return state;
			};
			await expect.poll(seen, { timeout: 20_000, interval: 20 }).toBe('done');
			await schedule.stop();
			expect(await idsOf(source)).toEqual(Array.from({ length: 17 }, (_, n) => `e${n}`));
			expect(await last(source)).toMatchObject({ rows: 17, accepted: 17, duplicates: 0, pages: 6 });
		}),
		{ numRuns: 4 },
	);
});

test('读模型落后太多时放慢，跟上后恢复', async () => {
	const rows: unknown[] = [];
	const { source, asked } = await pulled({}, rows);
	let behind = MOST_BEHIND + 1;
	start({ behind: async () => behind });
	await expect.poll(async () => (await stateOf(source))?.leaseUntil).not.toBeNull();
	await new Promise(resolve => setTimeout(resolve, 300));
	expect(asked).toEqual([]);
	behind = 0;
	await expect.poll(() => asked.length).toBe(1);
});

test('进度与估计：按平台的总数，按范围的时间，都没有的不估计', () => {
	const at = Date.parse('2026-03-01T08:00:00+08:00');
	const one = {
		...{ sourceId: 2, no: 1, state: 'running' as const, begins: null, ends: null, position: '5', pages: 10 },
		...{ rows: 5000, accepted: 5000, duplicates: 0, rejected: 0, total: 20_000, reached: null, account: '张三' },
		...{ startedAt: at, resumedAt: at, resumedRows: 0, movedAt: at, fault: null, failures: 0, nextAt: 0 },
	};
	const told = (changes: Partial<typeof one> | { total: null; reached: number | null }) => {
		const { share, rate, left_ms } = backFillLine({ ...one, ...changes }, at + 10_000);
		return { share, rate, left_ms };
	};
	expect(told({})).toEqual({ share: 0.25, rate: 500, left_ms: 30_000 });
	expect(told({ total: null, reached: 500 })).toEqual({ share: 0.5, rate: 500, left_ms: 10_000 });
	expect(told({ total: null, reached: null })).toEqual({ share: null, rate: 500, left_ms: null });
	expect(told({ resumedRows: 4000 })).toEqual({ share: 0.25, rate: 100, left_ms: 150_000 });
});
