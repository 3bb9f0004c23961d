import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import type { HttpAuth, HttpConnect, HttpPaging } from '#analytics/ledger/connect.ts';
import { introduced } from '#ingest/connect/introduced.ts';
import { fetchPage } from '#ingest/connect/paging/paging.ts';
import { json, platform } from './platform.ts';

type Row = { n: number; at?: string | number };
type Serve = (rows: Row[]) => (url: URL, response: ServerResponse, request: IncomingMessage) => void;

const of = (url: URL, name: string, missing = 0) => Number(url.searchParams.get(name) ?? missing);

/** Numbered pages; `cap` rows at most, whatever is asked for; `clamp`: beyond the end the last page comes again. */
const numbered =
	(cap = 1000, clamp = false): Serve =>
	rows =>
	(url, response) => {
		const size = Math.min(of(url, 'limit'), cap);
		const last = Math.max(1, Math.ceil(rows.length / size));
		const asked = of(url, 'page', 1);
		const page = clamp ? Math.min(asked, last) : asked;
		json(response, { events: rows.slice((page - 1) * size, page * size) });
	};
const offset: Serve = rows => (url, response) =>
	json(response, { events: rows.slice(of(url, 'offset'), of(url, 'offset') + Math.min(of(url, 'limit'), 3)) });
const links =
	(where: 'header' | 'body'): Serve =>
	rows =>
	(url, response) => {
		const from = of(url, 'from');
		const next = from + of(url, 'limit') < rows.length ? `/events?limit=${of(url, 'limit')}&from=${from + 2}` : null;
		if (next && where === 'header')
			response.setHeader('link', `</first>; rel="first", <${next}>; title="a, b"; rel="up next"`);
		json(response, { events: rows.slice(from, from + 2), ...(where === 'body' ? { next } : {}) });
	};
/** Rows since a time in order of it, each page cut where it is full, in the middle of a time or not. */
const since =
	(exclusive = false): Serve =>
	rows =>
	(url, response) => {
		const asked = url.searchParams.get('since');
		const from = asked === null ? Number.NEGATIVE_INFINITY : Number(asked);
		const found = rows.filter(row => (exclusive ? Number(row.at) > from : Number(row.at) >= from));
		json(response, { events: found.sort((a, b) => Number(a.at) - Number(b.at)).slice(0, of(url, 'limit')) });
	};

const list = (count: number, at: (n: number) => number = n => n): Row[] =>
	Array.from({ length: count }, (_, n) => ({ n, at: at(n) }));

/** One round: page after page as a pull does, until there is no more. */
async function round(connect: HttpConnect, from: string | null): Promise<{ seen: number[]; cursor: string | null }> {
	const seen: number[] = [];
	let cursor = from;
	for (let pages = 0; pages < 60; pages++) {
		const page = await fetchPage(connect, cursor, { timeoutMs: 10_000 });
		seen.push(...page.items.map(item => (item as Row).n));
		cursor = page.next ?? cursor;
		if (!page.more) return { seen, cursor };
	}
	throw new Error('no end');
}

const epoch: HttpPaging = { style: 'since', time: 'at', stamp: 'epoch_ms' };

test.each<[string, HttpPaging, number, Serve, (n: number) => number]>([
	['页码', { style: 'page' }, 4, numbered(), n => n],
	['页码，平台每页最多三条', { style: 'page' }, 500, numbered(3), n => n],
	['页码，末页之后仍给末页', { style: 'page' }, 5, numbered(1000, true), n => n],
	['页码，每轮从头', { style: 'page', from: 'first' }, 4, numbered(), n => n],
	['偏移，平台每页最多三条', { style: 'offset' }, 500, offset, n => n],
	['下一页地址在 Link 头', { style: 'link' }, 2, links('header'), n => n],
	['下一页地址在答复中', { style: 'link' }, 2, links('body'), n => n],
	['按时间，各不相同', epoch, 3, since(), n => n * 1000],
	['按时间，一页在同一时刻中间截断', epoch, 3, since(), n => Math.floor(n / 2) * 1000],
	['按时间，同一时刻多于一页', epoch, 2, since(), n => (n < 9 ? 5000 : 6000)],
	['按时间，末一时刻恰好一页', epoch, 5, since(), n => (n < 5 ? 5000 : 6000)],
	['按时间，平台不含所问时刻', { ...epoch, exclusive: true }, 3, since(true), n => Math.floor(n / 2) * 1000],
])('%s：一轮取全，下一轮取到新增的', async (_, paging, pageSize, serve, at) => {
	const rows = list(10, at);
	const { url } = await platform(serve(rows));
	const connect: HttpConnect = { kind: 'http', url, pageSize, paging };
	const first = await round(connect, null);
	expect([...new Set(first.seen)].sort((a, b) => a - b)).toEqual(rows.map(row => row.n));
	rows.push(...list(7).map(row => ({ n: row.n + 10, at: at(row.n + 10) })));
	const second = await round(connect, first.cursor);
	expect(Array.from({ length: 7 }, (_, n) => n + 10).filter(n => !second.seen.includes(n))).toEqual([]);
	const third = await round(connect, second.cursor);
	expect((await round(connect, third.cursor)).cursor).toBe(third.cursor);
});

test('按时间：写入晚了的行在回看时段内补取，早于回看时段的不再取', async () => {
	const rows = list(5, n => n * 100_000);
	const { url } = await platform(since()(rows));
	const connect: HttpConnect = { kind: 'http', url, pageSize: 2, paging: { ...epoch, lookBack: 150 } };
	const first = await round(connect, null);
	rows.push({ n: 98, at: 290_000 }, { n: 99, at: 210_000 });
	expect(new Set((await round(connect, first.cursor)).seen)).toEqual(new Set([98, 3, 4]));
});

test.each<[string, Partial<HttpConnect>, Serve, string, string]>([
	[
		'同一时刻多于一页而平台不肯多给',
		{ paging: epoch, pageSize: 3 },
		rows => (url, response) => {
			const from = of(url, 'since', -1);
			json(response, { events: rows.filter(row => Number(row.at) >= from).slice(0, 3) });
		},
		'large_tie',
		'同一时刻',
	],
	[
		'时间倒序',
		{ paging: epoch, pageSize: 3 },
		rows => (_, response) => json(response, { events: [...rows].reverse().slice(0, 3) }),
		'wrong_order',
		'倒序',
	],
	[
		'没有时间',
		{ paging: { ...epoch, time: 'updated' } },
		rows => (_, response) => json(response, { events: rows }),
		'bad_page',
		'updated',
	],
	[
		'下一页在别处',
		{ paging: { style: 'link' } },
		() => (_, response) => json(response, { events: [], next: 'http://127.0.0.1:1/steal' }),
		'other_origin',
		'另一地址',
	],
	[
		'下一页就是本页',
		{ paging: { style: 'link' } },
		() => (url, response) => json(response, { events: [], next: url.href.replace('http://platform', '') }),
		'same_page',
		'反复',
	],
	[
		'下一页不是地址',
		{ paging: { style: 'link' } },
		() => (_, response) => json(response, { events: [], next: 7 }),
		'bad_page',
		'无法识别',
	],
])('%s：说明原因，不悄悄漏行', async (_, changes, serve, code, told) => {
	const rows = list(8, n => (n < 6 ? 5000 : 6000));
	const { url } = await platform(serve(rows));
	const connect: HttpConnect = { kind: 'http', url, ...changes };
	await expect(round(connect, null)).rejects.toMatchObject({ code, message: expect.stringContaining(told) });
});

test('改过分页方式的采集位置：说明要重置', async () => {
	const connect: HttpConnect = { kind: 'http', url: 'http://127.0.0.1:1/', paging: { style: 'offset' } };
	await expect(fetchPage(connect, '17')).rejects.toMatchObject({ code: 'bad_cursor' });
	await expect(fetchPage({ ...connect, paging: { style: 'link' } }, '17')).rejects.toMatchObject({
		code: 'bad_cursor',
	});
});

test('时间的各种写法：问平台时用它自己的写法', async () => {
	const asked = async (stamp: 'iso' | 'local' | 'epoch_s', at: string | number) => {
		const { url, asked: questions } = await platform((_, response) => json(response, { events: [{ n: 0, at }] }));
		const connect: HttpConnect = { kind: 'http', url, paging: { style: 'since', time: 'at', stamp, lookBack: 0 } };
		await round(connect, (await round(connect, null)).cursor);
		return new URL(questions[1] ?? '', url).searchParams.get('since');
	};
	expect(await asked('iso', '2026-03-03T16:40:00.123456+08:00')).toBe('2026-03-03T08:40:00.123Z');
	expect(await asked('local', '2026-03-03 16:40:00.9')).toBe('2026-03-03 16:40:00');
	expect(await asked('epoch_s', 1_772_527_200)).toBe('1772527200');
});

const told = async (auth: HttpAuth) => {
	let heard: IncomingMessage['headers'] = {};
	const { url, asked } = await platform((_, response, request) => {
		heard = request.headers;
		json(response, { events: [] });
	});
	await fetchPage({ kind: 'http', url: `${url}?b=2&a=%E5%B8%82%20x`, auth }, 'c(1)');
	return { heard, asked };
};

test('身份：用户名口令、密钥在请求头或者地址中', async () => {
	expect((await told({ kind: 'basic', user: '数督', password: '口令' })).heard.authorization).toBe(
		`Basic ${Buffer.from('数督:口令').toString('base64')}`,
	);
	expect((await told({ kind: 'api_key', name: 'X-Key', key: 'k1' })).heard['x-key']).toBe('k1');
	expect((await told({ kind: 'api_key', name: 'key', key: 'k1', in: 'query' })).asked[0]).toContain('&key=k1');
});

/** HMAC by its definition (RFC 2104), block of 64 bytes, against Node's own. */
function hmac(algorithm: string, key: string, text: string): string {
	const block = Buffer.alloc(64);
	block.set(key.length > 64 ? createHash(algorithm).update(key).digest() : Buffer.from(key));
	const pad = (byte: number) => block.map(each => each ^ byte);
	const inner = createHash(algorithm).update(pad(0x36)).update(text).digest();
	return createHash(algorithm).update(pad(0x5c)).update(inner).digest('hex');
}

test.each(['sha256', 'sm3'] as const)('签名：HMAC-%s 按文档所列的五行', async algorithm => {
	expect(createHash('sm3').update('abc').digest('hex')).toMatch(/^66c7f0f462eeedd9d1f2d46bdc10e4e2/);
	const { heard } = await told({ kind: `hmac-${algorithm}`, app: 'shudu', key: 'geheim' });
	const query = 'a=%E5%B8%82%20x&after=c%281%29&b=2&limit=500';
	const text = ['GET', '/events', query, heard['x-timestamp'], heard['x-nonce']].join('\n');
	expect(heard['x-signature']).toBe(hmac(algorithm, 'geheim', text));
	expect([heard['x-app-id'], Math.abs(Date.now() - Number(heard['x-timestamp'])) < 60_000]).toEqual(['shudu', true]);
	const again = introduced(
		{ kind: 'http', url: 'http://x/', auth: { kind: `hmac-${algorithm}`, app: 'a', key: 'k' } },
		new URL('http://x/'),
	);
	expect(again.headers['x-nonce']).not.toBe(heard['x-nonce']);
});

test('平台在下一页地址中带回密钥的，不记入采集位置', async () => {
	const { url } = await platform((_, response) => json(response, { events: [], next: '/events?p=2&key=k1' }));
	const auth: HttpAuth = { kind: 'api_key', name: 'key', key: 'k1', in: 'query' };
	expect((await fetchPage({ kind: 'http', url, auth, paging: { style: 'link' } }, null)).next).toBe('/events?p=2');
});
