import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { HttpConnect } from '#analytics/ledger/connect.ts';
import { PlatformFault } from '#ingest/connect/fault.ts';
import { fetchPage } from '#ingest/connect/paging/paging.ts';
import { json, platform } from './platform.ts';

const connect = (url: string, changes: Partial<HttpConnect> = {}): HttpConnect => ({ kind: 'http', url, ...changes });

test('一页：游标、条数、令牌', async () => {
	const { url, asked } = await platform((_, response, request) =>
		json(response, { events: [request.headers.authorization], next: 'c2', more: true }),
	);
	const first = await fetchPage(connect(url, { bearer: 'abc', pageSize: 3 }), null);
	await fetchPage(connect(`${url}?level=city`), '游标 1&2');
	expect(first).toEqual({ items: ['Bearer abc'], next: 'c2', more: true });
	expect(asked).toEqual([
		'/events?limit=3',
		`/events?level=city&after=${encodeURIComponent('游标 1&2').replace('%20', '+')}&limit=500`,
	]);
});

test('平台自己的字段名，可在内层；游标可为数字', async () => {
	const { url, asked } = await platform((_, response) =>
		json(response, { code: 0, data: { list: [1], last: 17, has: true } }),
	);
	const fields = { items: 'data.list', next: 'data.last', more: 'data.has', after: 'since', limit: 'n' };
	expect(await fetchPage(connect(url, { fields }), '9')).toEqual({ items: [1], next: '17', more: true });
	expect(asked).toEqual(['/events?since=9&n=500']);
});

test('空页是正常的一页', async () => {
	const { url } = await platform((_, response) => json(response, { events: [] }));
	expect(await fetchPage(connect(url), '5')).toEqual({ items: [], next: null, more: false });
});

const raw =
	(body: string | Buffer, headers: Record<string, string> = {}, status = 200) =>
	(_: URL, response: ServerResponse) => {
		response.writeHead(status, { 'content-type': 'application/json', ...headers });
		response.end(body);
	};
const answers =
	(body: unknown, status = 200) =>
	(_: URL, response: ServerResponse) =>
		json(response, body, status);

test.each<[string, string, (url: URL, response: ServerResponse) => void]>([
	['500', 'http_status', answers({}, 500)],
	['404', 'http_status', answers({}, 404)],
	['401', 'unauthorised', answers({}, 401)],
	['403', 'unauthorised', answers({}, 403)],
	['跳转', 'redirect', raw('', { location: 'http://127.0.0.1:1/' }, 302)],
	['登录网页', 'html', raw('<!doctype html><title>登录</title>', { 'content-type': 'text/html' })],
	['自称 JSON 的网页', 'html', raw('\n<html></html>')],
	['半个 JSON', 'not_json', raw('{"events":[{"id":')],
	['空答复', 'not_json', raw('')],
	['GB18030', 'not_utf8', raw(Buffer.from([0x22, 0xb8, 0xb4, 0x22]))],
	['没有列表', 'no_list', answers({ data: [] })],
	['列表不是列表', 'no_list', answers({ events: { 0: 'a' } })],
	['答复是数字', 'no_list', answers(7)],
	['还有却没有游标', 'bad_page', answers({ events: [], more: true })],
	['more 是文字', 'bad_page', answers({ events: [], more: 'yes' })],
	['游标是对象', 'bad_page', answers({ events: [], next: {} })],
	['游标含空字符', 'bad_page', answers({ events: [], next: 'a\0' })],
	['还有而游标不动', 'same_page', answers({ events: [], next: 'c1', more: true })],
	['一页过大', 'too_large', raw(`{"events":["${'x'.repeat(17 * 1024 * 1024)}"]}`)],
	['压缩炸弹', 'too_large', raw(gzipSync(Buffer.alloc(64 * 1024 * 1024, 0x20)), { 'content-encoding': 'gzip' })],
	[
		'中途断线',
		'broken',
		(_, response) => {
			response.writeHead(200, { 'content-length': '1000' });
			response.write('{"events":[');
			setTimeout(() => response.destroy(), 20);
		},
	],
	['一直不答复', 'timeout', () => {}],
	['答复到一半不再继续', 'timeout', (_, response) => void response.write('{"events":[')],
])('%s → %s', async (_, code, answer) => {
	const { url } = await platform(answer);
	const fault = await fetchPage(connect(url, { bearer: 'secret-token' }), 'c1', {
		timeoutMs: code === 'timeout' ? 700 : 20_000,
	}).catch(error => error);
	expect(fault).toBeInstanceOf(PlatformFault);
	expect([fault.code, /[\u4e00-\u9fff]/.test(fault.message), fault.message.includes('secret-token')]).toEqual([
		code,
		true,
		false,
	]);
});

test('连不上的平台', async () => {
	const closed = createServer();
	await new Promise<void>(resolve => closed.listen(0, '127.0.0.1', resolve));
	const { port } = closed.address() as AddressInfo;
	await new Promise(resolve => closed.close(resolve));
	await expect(fetchPage(connect(`http://127.0.0.1:${port}/events`), null)).rejects.toMatchObject({
		code: 'unreachable',
		message: expect.stringContaining('ECONNREFUSED'),
	});
});

test('停止采集时不等平台', async () => {
	const { url } = await platform(() => {});
	const signal = AbortSignal.timeout(50);
	await expect(fetchPage(connect(url), null, { signal })).rejects.toMatchObject({ code: 'stopped' });
});
