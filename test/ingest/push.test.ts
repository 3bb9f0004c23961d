import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Source } from '#analytics/ledger/sources.ts';
import { push } from '#ingest/push.ts';
import { type House, now, openHouse, shared, wire } from './house.ts';

let house: House;
let source: Source;
beforeAll(async () => {
	house = await openHouse();
});
beforeEach(async () => {
	source = await house.source({ kind: 'push' });
});
afterAll(() => house.close());

const BATCH = 'application/cloudevents-batch+json';
const LINES = 'application/x-ndjson';
const post = (body: Buffer | string, contentType = BATCH) =>
	push({ body, contentType, source }, { ledger: house.ledger, now });
const postAll = (events: unknown[]) => post(JSON.stringify(events));

test('每种报文：一个事件、一批事件、每行一个事件', async () => {
	const one = (id: string) => JSON.stringify(wire(source, id));
	const answers = [
		await post(one('a'), 'application/cloudevents+json; charset=UTF-8'),
		await post(`[${one('b')},${one('c')}]`),
		await post(`${one('d')}\r\n\n${one('e')}\n`, LINES),
		await post(one('f'), 'Application/JSON'),
		await post(Buffer.from(`\uFEFF${one('g')}`), 'application/json'),
	];
	expect(answers.map(({ status, body }) => [status, 'accepted' in body && body.accepted])).toEqual([
		[200, 1],
		[200, 2],
		[200, 2],
		[200, 1],
		[200, 1],
	]);
	const events = await house.eventsOf(source);
	expect(events.map(event => event.id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
	expect(answers.at(-1)?.body).toEqual({ accepted: 1, duplicates: 0, rejected: [], seq: events.at(-1)?.seq });
});

test('空批不改变任何东西', async () => {
	const { seq } = await house.ledger.head();
	const zeros = { status: 200, body: { accepted: 0, duplicates: 0, rejected: [], seq } };
	expect([await post('[]'), await post('', LINES), await post('\n \n', LINES)]).toEqual([zeros, zeros, zeros]);
});

test('重复报送不重复入账；同编号不同内容被拒收，邻行不受影响', async () => {
	await postAll([wire(source, 'a')]);
	const changed = wire(source, 'a', { subject: 'SQ-other' });
	const { body } = await postAll([wire(source, 'a'), changed, wire(source, 'b'), wire(source, 'b')]);
	expect(body).toMatchObject({ accepted: 1, duplicates: 2, rejected: [{ index: 1, id: 'a', code: 'id_conflict' }] });
	expect((await house.eventsOf(source)).map(event => [event.id, event.subject])).toEqual([
		['a', 'SQ-a/1'],
		['b', 'SQ-b/1'],
	]);
	expect((await house.rejectsOf(source)).map(reject => reject.code)).toEqual(['id_conflict']);
});

describe('坏事件各有其因，邻行照常入账', () => {
	const deep = (levels: number): unknown => (levels === 0 ? 1 : { in: deep(levels - 1) });
	test.each<[string, string, (good: ReturnType<typeof wire>) => unknown]>([
		['不是对象', 'wrong_shape', () => 42],
		['空值', 'wrong_shape', () => null],
		['编号是数字', 'wrong_type', good => ({ ...good, id: 7 })],
		['没有编号', 'missing_field', ({ id, ...rest }) => rest],
		['没有时间', 'missing_field', ({ time, ...rest }) => rest],
		['没有部门', 'bad_data', good => ({ ...good, data: { sharing: 'conditional' } })],
		['没有 data', 'missing_field', ({ data, ...rest }) => rest],
		['未知类型', 'unknown_type', good => ({ ...good, type: 'request.teleported' })],
		['原型上的名字不是类型', 'unknown_type', good => ({ ...good, type: 'constructor' })],
		['时间没有时区偏移', 'time_without_offset', good => ({ ...good, time: '2026-03-03T16:40:00' })],
		['时间不存在', 'bad_time', good => ({ ...good, time: '2026-02-30T16:40:00+08:00' })],
		['没有办件编号', 'subject_missing', ({ subject, ...rest }) => rest],
		['别的平台的事件', 'source_mismatch', good => ({ ...good, source: '/platforms/330100-other' })],
		['冒充主管部门', 'source_mismatch', good => ({ ...good, source: '/platforms/office' })],
		['空字符', 'bad_character', good => ({ ...good, data: { ...good.data, reason: 'a\0b' } })],
		['字段名里的空字符', 'bad_character', good => ({ ...good, data: { ...good.data, 'a\0b': 1 } })],
		['不成对的代理字符', 'bad_character', good => ({ ...good, subject: 'SQ-\ud800' })],
		['嵌套过深', 'too_deep', good => ({ ...good, data: { ...good.data, extra: deep(70) } })],
		['单条过大', 'event_too_large', good => ({ ...good, data: { ...good.data, rows: 'x'.repeat(1_100_000) } })],
	])('%s → %s', async (_, code, spoil) => {
		const { status, body } = await postAll([wire(source, 'before'), spoil(wire(source, 'bad')), wire(source, 'after')]);
		expect(status).toBe(200);
		expect(body).toMatchObject({
			accepted: 2,
			duplicates: 0,
			rejected: [{ index: 1, code, message: expect.stringMatching(/[\u4e00-\u9fff]/) }],
		});
		expect((await house.eventsOf(source)).map(event => event.id)).toEqual(['before', 'after']);
		const [kept] = await house.rejectsOf(source);
		expect(kept).toMatchObject({ code, sourceId: source.id });
		expect(Buffer.byteLength(kept?.raw ?? '')).toBeLessThanOrEqual(64 * 1024);
	});

	test('超出双精度的数', async () => {
		const text = JSON.stringify(wire(source, 'big', { data: { department: 'X', sharing: 'none', n: 5 } })).replace(
			':5',
			':1e999',
		);
		expect((await post(`[${text}]`)).body).toMatchObject({ accepted: 0, rejected: [{ code: 'bad_number' }] });
	});

	test('NDJSON 中断行的位置不计空行，原文照存，空字符显示为 ␀', async () => {
		const body = `\n${JSON.stringify(wire(source, 'a'))}\n{"id": "b\0"\n\n${JSON.stringify(wire(source, 'c'))}`;
		expect((await post(body, LINES)).body).toMatchObject({
			accepted: 2,
			rejected: [{ index: 1, id: null, code: 'not_json' }],
		});
		expect((await house.rejectsOf(source)).map(reject => reject.raw)).toEqual(['{"id": "b␀"']);
	});
});

describe('整批不能接收的报文不改变任何东西', () => {
	test.each<[string, number, string, Buffer | string, string]>([
		['不是 JSON', 400, 'not_json', '这不是 JSON', BATCH],
		['空报文', 400, 'not_json', '', BATCH],
		['半个 JSON', 400, 'not_json', '[{"specversion":"1.0","id":"a"', BATCH],
		['没有一行可读', 400, 'not_json', '第一行\n第二行', LINES],
		['不是 UTF-8（GB18030）', 400, 'not_utf8', Buffer.from([0xb8, 0xb4, 0xba, 0xcf]), BATCH],
		['过深而不配对', 400, 'not_json', '['.repeat(100_000), BATCH],
		['20 MB', 413, 'too_large', Buffer.alloc(20 * 1024 * 1024, 0x20), BATCH],
		['表单', 415, 'unsupported_media_type', '{}', 'application/x-www-form-urlencoded'],
		['没有类型', 415, 'unsupported_media_type', '{}', ''],
		['声明为 GBK', 415, 'unsupported_media_type', '{}', 'application/json; charset=gbk'],
	])('%s → %d %s', async (_, status, code, body, contentType) => {
		const head = await house.ledger.head();
		expect(await post(body, contentType)).toEqual({
			status,
			body: { code, message: expect.stringMatching(/[\u4e00-\u9fff]/) },
		});
		expect(await house.ledger.head()).toEqual(head);
		expect(await house.rejectsOf(source)).toEqual([]);
	});

	test('深而配对的 JSON 只拒收那一条', async () => {
		const body = `[${'['.repeat(200_000)}${']'.repeat(200_000)},${JSON.stringify(wire(source, 'a'))}]`;
		expect((await post(body)).body).toMatchObject({ accepted: 1, rejected: [{ index: 0, code: 'too_deep' }] });
	});
});

const suite = shared('json-test-suite/test_parsing');
test.skipIf(suite.absent)('JSONTestSuite：有效的都能解析，无效的都被拒绝，没有一个抛出', async () => {
	const found: Record<string, number[]> = { y: [], n: [], i: [] };
	for (const name of readdirSync(suite.path)) {
		const body = readFileSync(join(suite.path, name));
		const whole = await post(body, 'application/json');
		found[name[0] ?? '']?.push(whole.status);
		const lines = await post(body, LINES);
		expect([200, 400]).toContain(lines.status);
	}
	expect(new Set(found.y)).toEqual(new Set([200]));
	expect(new Set(found.n)).toEqual(new Set([400]));
	expect(new Set(found.i)).toEqual(new Set([200, 400]));
	expect([found.y?.length, found.n?.length, found.i?.length]).toEqual([95, 188, 35]);
	expect(await house.eventsOf(source)).toEqual([]);
});

const naughty = shared('strings/blns.json');
test.skipIf(naughty.absent)('恶意字符串原样入账、原样读出', async () => {
	const strings = (JSON.parse(readFileSync(naughty.path, 'utf8')) as string[]).filter(text => text.trim() !== '');
	const { body } = await postAll(
		strings.map((text, n) =>
			wire(source, `n${n}`, {
				subject: `SQ-${n}`,
				data: { department: 'X', sharing: 'none', reason: text, [text]: text },
			}),
		),
	);
	expect(body).toMatchObject({ accepted: strings.length, rejected: [] });
	const read = await house.eventsOf(source);
	expect(read.map(event => event.data.reason)).toEqual(strings);
	expect(read.map((event, n) => Object.hasOwn(event.data, strings[n] ?? '') && event.data[strings[n] ?? ''])).toEqual(
		strings,
	);
});

test('任何 JSON 值都有确定的结果，每一条恰在一处', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.jsonValue({ maxDepth: 4 }), { maxLength: 5 }), async values => {
			const { status, body } = await postAll([...values, wire(source, 'good')]);
			expect(status).toBe(200);
			if ('rejected' in body)
				expect([body.rejected.map(each => each.index), body.accepted + body.duplicates]).toEqual([
					values.map((_, n) => n),
					1,
				]);
		}),
		{ numRuns: 40 },
	);
});
