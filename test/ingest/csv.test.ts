import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '#ingest/connect/files/csv.ts';
import type { TableForm } from '#ingest/connect/files/table.ts';
import { shared, streamed } from './house.ts';

const form: TableForm = { encoding: 'utf-8', delimiter: ',', required: [] };

async function read(bytes: Uint8Array | string, changes: Partial<TableForm> = {}, size?: number) {
	const rows = [];
	for await (const row of readCsv(streamed(bytes, size), { ...form, ...changes })) rows.push(row);
	return rows;
}

/** Each row as its values, or the code of why it is none. */
const values = async (...args: Parameters<typeof read>) =>
	(await read(...args)).map(row => ('value' in row ? Object.values(row.value as object) : row.unreadable.code));

const spectrum = shared('csv-spectrum');
describe.skipIf(spectrum.absent)('csv-spectrum', () => {
	const names = spectrum.absent ? [] : readdirSync(join(spectrum.path, 'csvs'));
	test.each(names)('%s，三种换行', async name => {
		const text = readFileSync(join(spectrum.path, 'csvs', name), 'utf8');
		const expected = readFileSync(join(spectrum.path, 'json', name.replace('.csv', '.json')), 'utf8').replaceAll(
			'\\r\\n',
			'\\n',
		);
		for (const end of ['\n', '\r\n', '\r']) {
			const rows = await read(text.replaceAll('\n', end), {}, 1);
			expect(rows.map(row => 'value' in row && row.value)).toEqual(
				JSON.parse(expected.replaceAll('\\n', JSON.stringify(end).slice(1, -1))),
			);
		}
	});
});

test.each<[string, Uint8Array | string, Partial<TableForm>, unknown[]]>([
	['UTF-8 带 BOM', '\uFEFF名称,值\n市人社局,1', {}, [['市人社局', '1']]],
	[
		'GB18030，含四字节字',
		Buffer.from('c3fb2cd6b50a8139ef312c31', 'hex'),
		{ encoding: 'gb18030', required: ['名', '值'] },
		[['㐂', '1']],
	],
	[
		'声明 GB18030 而文件是带 BOM 的 UTF-8',
		'\uFEFF名,值\n局,1',
		{ encoding: 'gb18030', required: ['名'] },
		[['局', '1']],
	],
	['自动：UTF-8', '名,值\n局,1', { encoding: 'auto' }, [['局', '1']]],
	[
		'自动：GB18030',
		Buffer.from([0xc3, 0xfb, 0x2c, 0xd6, 0xb5, 0x0a, 0xbe, 0xd6, 0x2c, 0x31]),
		{ encoding: 'auto' },
		[['局', '1']],
	],
	['分号分列', 'a;b\n"1;2";3', { delimiter: ';' }, [['1;2', '3']]],
	['制表符分列', 'a\tb\n1\t', { delimiter: '\t' }, [['1', '']]],
	['末行没有换行、末行只有 CR', 'a,b\r1,2\r', {}, [['1', '2']]],
	[
		'空行略过',
		'a,b\n\n1,2\n   \n\n3,4\n\n',
		{},
		[
			['1', '2'],
			['3', '4'],
		],
	],
	['列数不对只坏一行', 'a,b\n1\n1,2,3\n4,5', {}, ['wrong_columns', 'wrong_columns', ['4', '5']]],
	['引号没有闭合只坏一行', 'a,b\n"1,2\n3,4\n5,6', {}, ['bad_quote', ['3', '4'], ['5', '6']]],
	[
		'两行各有半个引号，互不相认',
		'a,b\n5" pipe,x\n1,2\n6" pipe,y\n3,4',
		{},
		['bad_quote', ['1', '2'], 'bad_quote', ['3', '4']],
	],
	['引号后还有字', 'a,b\n"1"x,2\n3,4', {}, ['bad_quote', ['3', '4']]],
	[
		'引号内换行',
		'a,b\n"1\n2",3\n4,5',
		{},
		[
			['1\n2', '3'],
			['4', '5'],
		],
	],
	[
		'一个坏字节只坏一行',
		Buffer.concat([Buffer.from('a,b\n1,'), Buffer.from([0xff]), Buffer.from('\n3,4')]),
		{},
		['bad_encoding', ['3', '4']],
	],
	['只有表头', 'a,b\n', {}, []],
	['空文件', '', {}, []],
])('%s', async (_, bytes, changes, expected) => {
	expect(await values(bytes, changes)).toEqual(expected);
	expect(await values(bytes, changes, 1)).toEqual(expected);
});

test('万行之内一个不闭合的引号，只损失它那一行，行号不乱', async () => {
	const lines = Array.from({ length: 10_000 }, (_, n) => (n === 4000 ? `"${n},x` : `${n},x`));
	const rows = await read(`n,v\n${lines.join('\n')}`, {}, 65_536);
	const bad = rows.filter(row => 'unreadable' in row);
	expect(rows.length).toBe(10_000);
	expect(bad).toMatchObject([
		{
			where: '第 4002 行',
			raw: '"4000,x',
			unreadable: { code: 'bad_quote', message: expect.stringContaining('第 4002 行') },
		},
	]);
	expect(rows.at(-1)).toMatchObject({ where: '第 10001 行', value: { n: '9999' } });
});

test.each<[string, string, RegExp]>([
	['缺列', '申请单号,收到\n1,2', /没有映射所需的列：收到日期（表头为：申请单号、收到）/],
	['分隔符不对', '申请单号;收到日期\n1;2', /没有映射所需的列：申请单号、收到日期.*分隔符/],
	['列名重复', '申请单号,收到日期,收到日期\n1,2,3', /列名“收到日期”出现了两次/],
	['表头引号不闭合', '"申请单号,收到日期\n1,2', /表头无法读取/],
])('整个文件不可用：%s', async (_, text, message) => {
	await expect(read(text, { required: ['申请单号', '收到日期'] })).rejects.toThrow(message);
});

test('任何表格写成 CSV 都能原样读回，无论块怎样切', async () => {
	const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '局', '㐂', ' ', '😀') });
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.tuple(cell, cell), { maxLength: 6 }),
			fc.integer({ min: 1, max: 9 }),
			async (rows, size) => {
				const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
				const text = ['a,b', ...rows.map(row => row.map(quote).join(','))].join('\n');
				expect(await values(text, {}, size)).toEqual(rows);
			},
		),
		{ numRuns: 300 },
	);
});

test('任何文字都读得完，每一行恰在一处', async () => {
	const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '局'), maxLength: 60 });
	await fc.assert(
		fc.asyncProperty(text, async body => {
			const rows = await read(`a,b\n${body}`);
			const kept = rows.map(row => row.raw).join('');
			expect(kept.replace(/[\r\n\s]/g, '')).toBe(body.replace(/[\r\n\s]/g, ''));
		}),
		{ numRuns: 300 },
	);
});
