import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Source } from '#analytics/ledger/sources.ts';
import { type Imported, importFile } from '#ingest/import.ts';
import { type House, now, openHouse, wire } from './house.ts';

let house: House;
let source: Source;
let folder: string;
beforeAll(async () => {
	house = await openHouse();
	folder = mkdtempSync(join(tmpdir(), 'shudu-import-'));
});
beforeEach(async () => {
	source = await house.source({ kind: 'import' });
});
afterAll(async () => {
	await house.close();
	rmSync(folder, { recursive: true });
});

function written(name: string, text: string | Uint8Array): string {
	writeFileSync(join(folder, name), text);
	return join(folder, name);
}
const run = (path: string, mapping: string, onProgress?: (soFar: Imported) => void) =>
	importFile({ path, mapping, source }, { ledger: house.ledger, now }, onProgress);

const HEADER = 'case_enquiry_id,open_dt,target_dt,closed_dt,closure_reason,case_title,department,source';
const table = (...rows: string[]) => [HEADER, ...rows].join('\n');
const row = (n: number, closed = '2022-02-01 10:00:00') =>
	`${n},2022-01-21 13:47:00,,${closed},"done, really",title ${n},BTDT,App`;

test('再导一次全是重复；改过内容的行报为冲突，原内容不动', async () => {
	const path = written('a.csv', table(row(1), row(2, ''), row(3)));
	expect(await run(path, 'boston311')).toEqual({ rows: 3, accepted: 5, duplicates: 0, rejected: 0 });
	expect(await run(path, 'boston311')).toEqual({ rows: 3, accepted: 0, duplicates: 5, rejected: 0 });
	const changed = written('a.csv', table(row(1, '2022-02-02 10:00:00'), row(2), row(3)));
	expect(await run(changed, 'boston311')).toEqual({ rows: 3, accepted: 1, duplicates: 4, rejected: 1 });
	expect(await house.rejectsOf(source)).toMatchObject([
		{ code: 'id_conflict', eventId: '1-closed', mapping: 'boston311@1' },
	]);
	const closed = (await house.eventsOf(source)).find(event => event.id === '1-closed');
	expect(new Date(closed?.occurredAt ?? 0).toISOString()).toBe('2022-02-01T15:00:00.000Z');
});

test('坏行被拒收，原文和行号可见，邻行照常', async () => {
	const path = written('b.csv', table(row(1), '2,只有两列', '3,21/01/2022,,,,t,BTDT,App', '"4,2022', row(5)));
	expect(await run(path, 'boston311')).toEqual({ rows: 5, accepted: 4, duplicates: 0, rejected: 3 });
	expect((await house.rejectsOf(source)).map(({ raw, code, message }) => [raw, code, message.slice(0, 5)])).toEqual(
		[
			['2,只有两列', 'wrong_columns', '第 3 行'],
			['3,21/01/2022,,,,t,BTDT,App', 'time_format', '第 4 行'],
			['"4,2022', 'bad_quote', '第 5 行'],
		].map(([raw, code, where]) => [raw, code, expect.stringContaining(where ?? '')]),
	);
});

test('千行一个事务，进度随行报告', async () => {
	const rows = Array.from({ length: 2500 }, (_, n) => row(n, ''));
	const progress: number[] = [];
	expect(await run(written('c.csv', table(...rows)), 'boston311', soFar => progress.push(soFar.rows))).toMatchObject({
		rows: 2500,
		accepted: 2500,
	});
	expect(progress).toEqual([1000, 2000, 2500]);
});

test('Excel 另存的 GB18030 台账，自动识别', async () => {
	// 申请单号,提供部门代码,提供部门,共享类型,收到日期,答复日期,结果,提供日期 / SQ-1,11330100002489559B,市人力社保局,有条件,2026/2/11,,,
	const bytes = Buffer.from(
		'c9eac7ebb5a5bac52ccce1b9a9b2bfc3c5b4fac2eb2ccce1b9a9b2bfc3c52cb9b2cfedc0e0d0cd2ccad5b5bdc8d5c6da2cb4f0b8b4c8d5c6da2cbde1b9fb2ccce1b9a9c8d5c6da0d0a53512d312c3131333330313030303032343839353539422ccad0c8cbc1a6c9e7b1a3bed62cd3d0ccf5bcfe2c323032362f322f31312c2c2c0d0a',
		'hex',
	);
	expect(await run(written('d.csv', bytes), 'request-ledger')).toEqual({
		rows: 1,
		accepted: 1,
		duplicates: 0,
		rejected: 0,
	});
	expect(await house.eventsOf(source)).toMatchObject([
		{ id: 'SQ-1-received', dayOnly: true, data: { department_name: '市人力社保局', sharing: 'conditional' } },
	]);
});

test('本系统格式的文件：NDJSON 与 JSON', async () => {
	const events = ['a', 'b'].map(id => JSON.stringify(wire(source, id)));
	expect(await run(written('e.ndjson', `${events[0]}\n半行\n${events[1]}\n`), 'contract')).toEqual({
		rows: 3,
		accepted: 2,
		duplicates: 0,
		rejected: 1,
	});
	expect(await run(written('e.json', `{"events":[${events.join()}]}`), 'contract')).toEqual({
		rows: 2,
		accepted: 0,
		duplicates: 2,
		rejected: 0,
	});
});

test.each<[string, string, string | null, RegExp]>([
	['没有这个文件', 'boston311', null, /打不开文件/],
	['没有这个映射', 'boston', table(row(1)), /没有名为“boston”的映射，可用：/],
	['表头对不上', 'request-ledger', table(row(1)), /没有映射所需的列：申请单号/],
	['不是 JSON', 'xroad', 'a,b\n', /不是有效的 JSON/],
	['不是列表', 'xroad', '{"rows":[]}', /没有记录列表/],
])('整个文件不可用，什么都不改变：%s', async (name, mapping, text, message) => {
	const path = text === null ? join(folder, 'nowhere.csv') : written(`${name}.txt`, text);
	const head = await house.ledger.head();
	await expect(run(path, mapping)).rejects.toThrow(message);
	expect(await house.ledger.head()).toEqual(head);
});
