import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { accept } from '#ingest/accept.ts';
import { readMapping, requiredColumns } from '#ingest/mappings/mapping.ts';
import ledgerMapping from '#ingest/mappings/request-ledger.json';
import { translator } from '#ingest/mappings/translate.ts';
import { translationNames, translationOf } from '#ingest/platforms/index.ts';

const source = { code: '330100-ledger' };
const mapping = readMapping(ledgerMapping, 'request-ledger');
const translate = translator(mapping, source);

const row = {
	申请单号: 'SQ20260211-0042',
	提供部门代码: '11330100002489559B',
	提供部门: '市人力社保局',
	需求部门代码: '113301000024896012',
	共享类型: '有条件共享',
	收到日期: '2026/2/11',
	答复日期: '2026年3月3日',
	结果: '同意',
	提供日期: '',
};
const say = (changes: Record<string, string> = {}) => translate({ where: '第 2 行', columns: { ...row, ...changes } });

/** Type, time, id and the given fields of `data`, of every event that the door lets in. */
function told(changes: Record<string, string> = {}) {
	const { events, rejects } = say(changes);
	const accepted = accept(
		events.map(value => ({ raw: JSON.stringify(value), value })),
		source,
	);
	expect([accepted.rejects, rejects]).toEqual([[], []]);
	return accepted.events.map(({ type, occurredAt, dayOnly, subject, data }) => ({
		type,
		on: new Date(occurredAt + 8 * 3_600_000).toISOString().slice(0, 10),
		dayOnly,
		subject,
		data,
	}));
}

test('台账一行：收到、答复各成一个事件，空的环节不成事件', () => {
	expect(told()).toMatchObject([
		{
			type: 'request.received',
			on: '2026-02-11',
			dayOnly: true,
			subject: 'SQ20260211-0042',
			data: {
				department: '11330100002489559B',
				department_name: '市人力社保局',
				counterparty: '113301000024896012',
				sharing: 'conditional',
			},
		},
		{ type: 'request.replied', on: '2026-03-03', dayOnly: true, data: { outcome: 'agree' } },
	]);
	expect(told()[0]?.data).not.toHaveProperty('catalogue');
});

test('台账的全部环节', () => {
	const all = told({
		补正告知日期: '2026-02-12',
		补正内容: '使用依据；应用场景；',
		补正提交日期: '2026-02-13 09:30',
		延期批准日期: '20260228',
		延期工作日: '5',
		结果: '不同意',
		拒绝理由: '法律法规不允许提供',
		提供日期: '2026.3.20',
		提供方式: '接口',
		撤回日期: '2026/3/21 8:00:00',
	});
	expect(
		all.map(({ type, on, data }) => [
			type,
			on,
			data.missing_items ?? data.granted_wd ?? data.reason ?? data.method ?? null,
		]),
	).toEqual([
		['request.received', '2026-02-11', null],
		['request.material_notice', '2026-02-12', ['使用依据', '应用场景']],
		['request.material_resubmitted', '2026-02-13', null],
		['request.extension_decided', '2026-02-28', 5],
		['request.replied', '2026-03-03', '法律法规不允许提供'],
		['delivery.provided', '2026-03-20', '接口'],
		['request.withdrawn', '2026-03-21', null],
	]);
});

test.each<[string, Record<string, string>, string, RegExp, string[]]>([
	[
		'日期不合格式',
		{ 答复日期: '03-13-2026' },
		'time_format',
		/第 2 行的列“答复日期”的值“03-13-2026”无法读取：应为 yyyy-M-d 或/,
		['request.received'],
	],
	[
		'结果不在对照表',
		{ 结果: '再议' },
		'unknown_value',
		/列“结果”的值“再议”无法读取：应为 同意、同意共享/,
		['request.received'],
	],
	['收到日期空缺', { 收到日期: '' }, 'empty_column', /列“收到日期”为空/, ['request.replied']],
	['部门空缺', { 提供部门代码: ' ' }, 'empty_column', /列“提供部门代码”为空/, []],
	['单号空缺', { 申请单号: '' }, 'empty_column', /列“申请单号”为空，无法确定 id/, []],
	[
		'天数不是数字',
		{ 延期批准日期: '2026-2-28', 延期工作日: '五' },
		'bad_number',
		/列“延期工作日”的值“五”无法读取：应为数字/,
		['request.received', 'request.replied'],
	],
])('读不懂的值不猜：%s，同行其他事件照常', (_, changes, code, message, others) => {
	const { events, rejects } = say(changes);
	expect(rejects).toMatchObject([{ code, message: expect.stringMatching(message) }]);
	expect(events.map(event => (event as { type: string }).type)).toEqual(others);
});

test('一行里同类的问题合为一条，说全', () => {
	const { rejects } = say({ 收到日期: 'x', 答复日期: 'y' });
	expect(rejects).toMatchObject([
		{ code: 'time_format', eventId: 'SQ20260211-0042-received', message: expect.stringMatching(/收到日期.*答复日期/) },
	]);
});

test('选填的列可以没有', () => {
	expect(requiredColumns(mapping)).toEqual([
		'申请单号',
		'提供部门代码',
		'提供部门',
		'收到日期',
		'共享类型',
		'答复日期',
		'结果',
		'提供日期',
	]);
});

test.each<[string, (good: typeof ledgerMapping) => unknown, RegExp]>([
	['时区', good => ({ ...good, zone: 'Asia/Atlantis' }), /zone：不是有效的时区名称/],
	['时间格式', good => ({ ...good, dates: ['d/M/yyyy', 'M/d/yyyy'] }), /dates：.*读成不同日期/],
	['没有时间格式', good => ({ ...good, dates: [] }), /dates：至少声明一种/],
	[
		'事件类型',
		good => ({ ...good, events: [{ ...good.events[0], type: 'request.got' }] }),
		/events\.0\.type：不是约定的事件类型/,
	],
	['条件', good => ({ ...good, events: [{ ...good.events[0], when: { column: '结果' } }] }), /events\.0\.when/],
	[
		'字段',
		good => ({ ...good, events: [{ ...good.events[0], data: { x: { colum: 'a' } } }] }),
		/events\.0\.data\.x：应为带 \{列名\} 的文字/,
	],
	['多写的键', good => ({ ...good, timezone: 'Asia/Shanghai' }), /timezone/],
	['缺部门', ({ department, ...good }) => good, /department/],
	['编码', good => ({ ...good, encoding: 'latin1' }), /encoding：应为 utf-8/],
	['对照表名称', good => ({ ...good, lookups: {} }), /lookups 中没有名为“sharing”的对照表/],
])('映射文件的错误指明位置：%s', (_, spoil, message) => {
	expect(() => readMapping(spoil(ledgerMapping), '台账.json')).toThrow(/^映射 台账\.json 有误/);
	expect(() => readMapping(spoil(ledgerMapping), '台账.json')).toThrow(message);
});

test('映射按名称或文件路径取用；文件可只写与内置映射不同之处', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'shudu-mapping-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const file = (name: string, text: string) => {
		writeFileSync(join(folder, name), text);
		return join(folder, name);
	};
	expect(
		await translationOf(file('a.json', '\uFEFF{"extends":"request-ledger","version":7,"encoding":"gb18030"}')),
	).toMatchObject({
		mapping: 'request-ledger@7',
		table: { encoding: 'gb18030' },
	});
	for (const name of translationNames) expect(typeof (await translationOf(name)).begin).toBe('function');
	expect((await translationOf(undefined)).mapping).toBeNull();
	await expect(translationOf('constructor')).rejects.toThrow(
		'没有名为“constructor”的映射，可用：contract、xroad、request-ledger',
	);
	await expect(translationOf(join(folder, 'b.json'))).rejects.toThrow('打不开映射文件');
	await expect(translationOf(file('c.json', '{'))).rejects.toThrow('不是有效的 JSON');
	await expect(translationOf(file('d.json', '[1]'))).rejects.toThrow('有误');
	await expect(translationOf(file('e.json', '7'))).rejects.toThrow('应为一个 JSON 对象');
	await expect(translationOf(file('f.json', '{"extends":"x"}'))).rejects.toThrow('没有这个映射');
});
