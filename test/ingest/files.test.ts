import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, onTestFinished, test } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { recordsOf } from '#ingest/connect/files/files.ts';
import type { TableForm } from '#ingest/connect/files/table.ts';
import { streamed } from './house.ts';

const form: TableForm = { encoding: 'auto', delimiter: ',', required: [] };

async function read(name: string, bytes: Uint8Array | string, changes: Partial<TableForm> | null = {}) {
	const rows = [];
	for await (const row of recordsOf(name, streamed(bytes, 4096), changes && { ...form, ...changes })) {
		rows.push('value' in row ? row.value : row.unreadable.code);
	}
	return rows;
}

const table = [
	{ 单号: 'SQ-1', 部门: '市人社局', 说明: '含,逗号"引号"' },
	{ 单号: 'SQ-2', 部门: '㐂镇人民政府', 说明: '' },
];
const quoted = (delimiter: string) =>
	[Object.keys(table[0] ?? {}), ...table.map(row => Object.values(row))]
		.map(cells => cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
		.join('\n');
const lines = table.map(row => JSON.stringify(row)).join('\n');

/** GB18030 and Big5 have no encoder here: these are the bytes of 单号,部门\nSQ-1,市人社局 and 單號,部門\nSQ-1,市政府. */
const GB = Buffer.from('b5a5bac52cb2bfc3c50a53512d312ccad0c8cbc9e7bed6', 'hex');
const BIG5 = Buffer.from('b3e6b8b92cb3a1aaf90a53512d312ca5abac46a9b2', 'hex');
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

describe('同一张表，各种格式、编码和换行，读出来一样', () => {
	test.each<[string, string, string | Uint8Array]>([
		['CSV', 'a.csv', quoted(',')],
		['CSV 带 BOM', 'a.csv', `\uFEFF${quoted(',')}`],
		['CSV，CRLF', 'a.CSV', quoted(',').replaceAll('\n', '\r\n')],
		['CSV，CR', 'a.csv', quoted(',').replaceAll('\n', '\r')],
		['CSV，UTF-16 小端', 'a.csv', utf16(quoted(','))],
		['CSV，UTF-16 大端', 'a.csv', utf16(quoted(',')).swap16()],
		['TSV', 'a.tsv', quoted('\t')],
		['TSV，CRLF', 'a.tsv', quoted('\t').replaceAll('\n', '\r\n')],
		['NDJSON', 'a.ndjson', lines],
		['NDJSON 带 BOM，CRLF', 'a.jsonl', `\uFEFF${lines.replaceAll('\n', '\r\n')}`],
		['JSON', 'a.json', JSON.stringify(table)],
		['JSON 带 BOM', 'a.json', `\uFEFF${JSON.stringify({ records: table })}`],
		['JSON，UTF-16', 'a.json', utf16(JSON.stringify(table))],
	])('%s', async (_, name, bytes) => expect(await read(name, bytes)).toEqual(table));

	test('XLSX', async () => {
		const sheet = [Object.keys(table[0] ?? {}), ...table.map(row => Object.values(row))];
		expect(
			await read('a.xlsx', await writeXlsx(sheet.map(row => row.map(value => ({ value, type: String })))).toBuffer()),
		).toEqual(table);
	});

	test('Parquet', async () => {
		const rows = table
			.map(
				row =>
					`(${Object.values(row)
						.map(cell => `'${cell}'`)
						.join()})`,
			)
			.join();
		expect(await read('a.parquet', await parquet(`select * from (values ${rows}) t("单号", "部门", "说明")`))).toEqual(
			table,
		);
	});

	test.each<[string, Uint8Array, TableForm['encoding'], object]>([
		['GB18030', GB, 'gb18030', { 单号: 'SQ-1', 部门: '市人社局' }],
		['GB18030，自动识别', GB, 'auto', { 单号: 'SQ-1', 部门: '市人社局' }],
		['Big5', BIG5, 'big5', { 單號: 'SQ-1', 部門: '市政府' }],
	])('%s', async (_, bytes, encoding, row) => expect(await read('a.csv', bytes, { encoding })).toEqual([row]));
});

describe('XLSX', () => {
	const day = new Date('2026-03-01T00:00:00Z');
	const moment = new Date('2026-03-01T09:30:15Z');
	const cells = (...values: unknown[]) => values.map(value => ({ value }) as object);

	test('日期照表面所示，不因时区移动；数字不失精度；公式只取已存的结果', async () => {
		const bytes = await writeXlsx([
			cells('日期', '时刻', '数字', '长号', '是否', '公式'),
			[
				{ value: day, type: Date, format: 'yyyy"年"m"月"d"日"' },
				{ value: moment, type: Date, format: 'yyyy/m/d h:mm:ss' },
				{ value: 0.1, type: Number },
				{ value: '091330100002489559', type: String },
				{ value: true, type: Boolean },
				{ value: '=1+1', type: 'Formula' },
			],
		] as never).toBuffer();
		expect(await read('a.xlsx', bytes)).toEqual([
			{
				日期: '2026-03-01',
				时刻: '2026-03-01 09:30:15',
				数字: '0.1',
				长号: '091330100002489559',
				是否: 'true',
				公式: '',
			},
		]);
	});

	test('指名的工作表，或者第一张；空行略过；没有的表、不是工作簿的文件说明白', async () => {
		const bytes = await writeXlsx([
			{ sheet: '说明', data: [cells('标题'), cells('甲')] },
			{ sheet: '台账', data: [cells('单号'), cells('SQ-1'), cells(null), cells('SQ-2')] },
		] as never).toBuffer();
		expect(await read('a.xlsx', bytes)).toEqual([{ 标题: '甲' }]);
		expect(await read('a.xlsx', bytes, { sheet: '台账' })).toEqual([{ 单号: 'SQ-1' }, { 单号: 'SQ-2' }]);
		await expect(read('a.xlsx', bytes, { sheet: '附件' })).rejects.toThrow('没有名为“附件”的工作表');
		await expect(read('a.xlsx', bytes, { required: ['申请单号'] })).rejects.toThrow('没有映射所需的列：申请单号');
		await expect(read('a.xlsx', 'PK 不是工作簿')).rejects.toThrow('不是可以读取的 XLSX');
		await expect(read('a.xls', bytes)).rejects.toThrow('另存为 .xlsx');
	});
});

test('Parquet：时刻带时区，日期照原样，大整数不失精度，嵌套照旧；不是 Parquet 的说明白', async () => {
	const bytes = await parquet(`select 1 as n, date '2026-03-01' as d, timestamp '2026-03-01 09:00:00' as t,
		timestamptz '2026-03-01 09:00:00+08' as z, 9007199254740993::bigint as big, {'x': [1, 2]} as s, null::varchar as nothing`);
	expect(await read('a.parquet', bytes, null)).toEqual([
		{
			n: 1,
			d: '2026-03-01',
			t: '2026-03-01 09:00:00',
			z: '2026-03-01T01:00:00.000Z',
			big: '9007199254740993',
			s: { x: [1, 2] },
			nothing: null,
		},
	]);
	await expect(read('a.parquet', 'PAR1', null)).rejects.toThrow('不是可以读取的 Parquet');
	await expect(read('a.parquet', bytes, { required: ['申请单号'] })).rejects.toThrow('没有映射所需的列：申请单号');
});

test('只读记录的转换规则遇到表格，请人换一种规则', async () => {
	await expect(read('a.csv', 'a,b\n1,2', null)).rejects.toThrow('不读取表格');
});

async function parquet(query: string): Promise<Uint8Array> {
	const folder = mkdtempSync(join(tmpdir(), 'shudu-parquet-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	await connection.run(`copy (${query}) to '${join(folder, 'a.parquet')}' (format parquet)`);
	connection.closeSync();
	instance.closeSync();
	return readFileSync(join(folder, 'a.parquet'));
}
