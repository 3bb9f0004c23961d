import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Mappings, openMappings } from '#analytics/ledger/mappings.ts';
import { openLedger } from '#analytics/ledger/open.ts';
import type { Postgres } from '#analytics/ledger/postgres.ts';
import { openSources } from '#analytics/ledger/register.ts';
import { ledgerEvent } from '#analytics/ledger/schema.ts';
import { importFile } from '#ingest/import.ts';
import requestLedger from '#ingest/mappings/request-ledger.json';
import { mappingVersions, saveMapping } from '#ingest/mappings/saved.ts';
import { translationOf } from '#ingest/platforms/index.ts';
import { freshPostgres } from '#test/postgres.ts';
import { streamed } from './house.ts';

let mappings: Mappings;
let postgres: Postgres;
let close: () => Promise<void>;
beforeAll(async () => {
	({ postgres, close } = await freshPostgres());
	mappings = openMappings(postgres);
});
afterAll(() => close());

const save = (text: string, author = '张三') =>
	saveMapping(text, { mappings, author, now: Date.parse('2026-03-04T08:00:00+08:00') });
const ours = { ...requestLedger, name: 'hrss-ledger', describes: '市人力社保局台账' };

test('保存的映射从第1版起逐版递增；按名称取最新一版，按“名称@版本”取指定的一版，以前的版本不变', async () => {
	expect(await save(JSON.stringify(ours))).toEqual({ name: 'hrss-ledger', version: 1 });
	expect(await save(JSON.stringify({ ...ours, version: 99, delimiter: ';' }), '李四')).toEqual({
		name: 'hrss-ledger',
		version: 2,
	});
	const found = async (name: string) => {
		const { mapping, table } = await translationOf(name, mappings);
		return [mapping, table?.delimiter];
	};
	expect(await found('hrss-ledger')).toEqual(['hrss-ledger@2', ';']);
	expect(await found('hrss-ledger@1')).toEqual(['hrss-ledger@1', ',']);
	await expect(translationOf('hrss-ledger@3', mappings)).rejects.toThrow('没有名为“hrss-ledger@3”的映射');
	await expect(translationOf('hrss-ledger')).rejects.toThrow('没有名为“hrss-ledger”的映射');
});

test('与内置映射同名的，从内置版本之后接着编号；只写不同之处的，保存的是补全后的全文', async () => {
	expect(await save('{"extends":"boston311","name":"boston311","zone":"Asia/Shanghai"}')).toEqual({
		name: 'boston311',
		version: 2,
	});
	expect((await translationOf('boston311', mappings)).mapping).toBe('boston311@2');
	expect((await translationOf('boston311@1', mappings)).mapping).toBe('boston311@1');
	const versions = (await mappingVersions(mappings)).filter(one => one.name === 'boston311');
	expect(versions.map(({ version, author }) => [version, author])).toEqual([
		[2, '张三'],
		[1, null],
	]);
	expect(JSON.parse(versions[0]?.text ?? '')).toMatchObject({ zone: 'Asia/Shanghai', case: '{case_enquiry_id}' });
});

test.each([
	['不是JSON', '{', '不是有效的 JSON 对象'],
	['列表', '[]', '不是有效的 JSON 对象'],
	['时区', JSON.stringify({ ...ours, zone: '北京' }), 'zone：不是有效的时区名称'],
	['事件类型', JSON.stringify({ ...ours, events: [{ type: '答复', time: 'a', id: 'b' }] }), 'events.0.type：不是约定'],
	['基准映射', '{"extends":"没有的"}', '没有这个映射'],
])('有误的映射不保存，并指明位置：%s', async (_, text, message) => {
	const before = (await mappings.list()).length;
	await expect(save(text)).rejects.toThrow(message);
	expect(await mappings.list()).toHaveLength(before);
});

test('两人同时保存同一版的，后者不写入', async () => {
	const saved = { name: 'x', version: 1, text: '{}', createdAt: 0, author: '甲' };
	const both = await Promise.all([mappings.add(saved), mappings.add({ ...saved, author: '乙' })]);
	expect(both.sort()).toEqual([false, true]);
	expect((await mappings.list()).filter(one => one.name === 'x')).toHaveLength(1);
});

test('每个事件记下译出它的映射和版本', async () => {
	const ledger = openLedger(postgres);
	const code = '330100-ledger';
	const { source } = await openSources(postgres, { secret: 'a secret of the house' }).add({
		code,
		name: '台账',
		connect: { kind: 'import' },
	});
	const row = (number: string) =>
		`申请单号,提供部门代码,提供部门,共享类型,收到日期,答复日期,结果,提供日期\n${number},11330100002489559B,甲局,有条件,2026-03-02,,,\n`;
	for (const [at, number] of ['A1', 'A2'].entries()) {
		const { version } = await save(JSON.stringify({ ...ours, name: 'each-event' }));
		expect(version).toBe(at + 1);
		const file = { stream: streamed(row(number)), name: 'a.csv', mapping: 'each-event', source };
		await importFile(file, { ledger, mappings, now: () => 0 });
	}
	const kept = await postgres.db.select({ id: ledgerEvent.eventId, mapping: ledgerEvent.mapping }).from(ledgerEvent);
	expect(kept).toEqual([
		{ id: 'A1-received', mapping: 'each-event@1' },
		{ id: 'A2-received', mapping: 'each-event@2' },
	]);
	await ledger.close();
});
