import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Mappings, openMappings } from '#analytics/ledger/mappings.ts';
import type { Trial } from '#analytics/ledger/trial.ts';
import { pastedRows } from '#ingest/pasted.ts';
import { tryOut } from '#ingest/try-out.ts';
import { freshPostgres } from '#test/postgres.ts';
import { wire } from './house.ts';
import { pages, platform } from './platform.ts';

let mappings: Mappings;
let close: () => Promise<void>;
beforeAll(async () => {
	const fresh = await freshPostgres();
	mappings = openMappings(fresh.postgres);
	close = fresh.close;
});
afterAll(() => close());

const code = '330100-p1';
const run = (rows: Trial['rows'], mapping: Trial['mapping'] = { name: undefined }) =>
	tryOut({ code, mapping, rows }, { mappings });
const ledger = { name: 'request-ledger' };
const header = '申请单号\t提供部门代码\t提供部门\t共享类型\t收到日期\t答复日期\t结果\t提供日期';

test('试取平台的第一页：原始行、事件、拒收逐行对照，游标只显示', async () => {
	const { url, asked } = await platform(
		pages([wire({ code }, 'e1'), { id: 'e2' }, ...Array.from({ length: 3 }, () => 7)]),
	);
	const tried = await run({ connect: { kind: 'http', url, pageSize: 2 } });
	expect(tried).toMatchObject({ count: 2, events: 1, rejects: 1, cursor: '2', fault: null });
	expect(tried.rows.map(row => [row.where, row.events.map(event => event.id), row.rejects.length])).toEqual([
		['第 1 条', ['e1'], 0],
		['第 2 条', [], 1],
	]);
	expect(asked).toEqual(['/events?limit=2']);
});

test('从表格粘贴的行按制表符分列，试出事件和拒收，并列出列名', async () => {
	const tried = await run(
		{
			text: `${header}\nA1\t11330100002489559B\t甲局\t有条件\t2026-03-02\t2026-03-09\t同意\t\nA2\t11330100002489559B\t甲局\t也许\t2026-03-02\t\t\t`,
		},
		ledger,
	);
	expect(tried.columns).toEqual(header.split('\t'));
	expect(tried.rows[0]?.events.map(event => event.type)).toEqual(['request.received', 'request.replied']);
	expect(tried.rows[1]?.rejects[0]?.message).toContain('第 3 行的列“共享类型”的值“也许”无法读取');
});

test('正在写的映射有误的，说明错在哪里，行仍照样列出', async () => {
	const tried = await run({ text: 'a,b\n1,2' }, { draft: '{"extends":"request-ledger","zone":"北京"}' });
	expect(tried).toMatchObject({ count: 1, events: 0, columns: ['a', 'b'] });
	expect(tried.fault).toContain('zone：不是有效的时区名称');
});

test('映射未写版本也能试', async () => {
	const tried = await run(
		{ text: `${header}\nA1\tx\ty\t有条件\t2026-03-02\t\t\t` },
		{ draft: '{"extends":"request-ledger"}' },
	);
	expect(tried).toMatchObject({ events: 1, fault: null });
});

test.each<[string, string]>([
	['空', ' \n'],
	['只有表头', 'a,b\n'],
	['坏的JSON', '[{"a":1'],
])('读不成行的内容说明原因：%s', async (_, text) => {
	const tried = await run({ text }, ledger);
	expect(tried.count).toBe(0);
	expect(tried.fault).toMatch(/[一-龥]/);
});

test('平台连接不上，说明原因', async () => {
	expect((await run({ connect: { kind: 'http', url: 'http://127.0.0.1:59999/' } })).fault).toContain('连接不上平台');
	expect((await run({ connect: { kind: 'push' } })).fault).toContain('不是定时采集');
});

test.each<[string, string, unknown[]]>([
	['JSON列表', '[{"a":1},{"a":2}]', [{ a: 1 }, { a: 2 }]],
	['JSON对象', '{"records":[{"a":1}]}', [{ a: 1 }]],
	['多行JSON', '{"a":1}\n{"a":2}\n', [{ a: 1 }, { a: 2 }]],
	['逗号', 'a,b\n1,"x,y"', [{ a: '1', b: 'x,y' }]],
	['分号', 'a;b\n1;2', [{ a: '1', b: '2' }]],
	['制表符', 'a\tb\n1\t', [{ a: '1', b: '' }]],
])('粘贴的形式：%s', async (_, text, values) => {
	expect((await pastedRows(text)).map(row => 'value' in row && row.value)).toEqual(values);
});
