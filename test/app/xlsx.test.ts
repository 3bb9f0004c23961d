import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import readXlsx from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { type Column, download, listFile } from '#app/list-file.ts';
import { naughty } from '../naughty.ts';

type Cell = string | number | null;

async function workbook<R>(rows: R[], columns: Column<R>[], name = '事项清单'): Promise<Buffer> {
	const file = await download(
		listFile(name, columns, async (limit, offset) => rows.slice(offset, offset + limit)),
		'xlsx',
	);
	expect(file.headers.get('content-disposition')).toContain(encodeURIComponent(`${name}.xlsx`));
	return Buffer.from(await file.arrayBuffer());
}

const texts: Column<string>[] = [
	{ head: '编号', cell: row => row.length },
	{ head: '文字', cell: row => row },
];

/** A part of the archive as text, found by the archive's own directory. */
function partOf(archive: Buffer, name: string): string {
	const end = archive.lastIndexOf(Buffer.from('PK\x05\x06'));
	let at = archive.readUInt32LE(end + 16);
	for (let n = archive.readUInt16LE(end + 10); n > 0; n--) {
		const [length, extra] = [archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30)];
		if (archive.toString('utf8', at + 46, at + 46 + length) === name) {
			const head = archive.readUInt32LE(at + 42);
			const from = head + 30 + archive.readUInt16LE(head + 26) + archive.readUInt16LE(head + 28);
			return inflateRawSync(archive.subarray(from, from + archive.readUInt32LE(at + 20))).toString('utf8');
		}
		at += 46 + length + extra;
	}
	throw new Error(`没有${name}`);
}

/** Texts of the second column as Excel reads them: markup, then `_xHHHH_`. */
function readBack(archive: Buffer): string[] {
	const sheet = partOf(archive, 'xl/worksheets/sheet1.xml');
	const found = [...sheet.matchAll(/<c r="B\d+" s="2" t="inlineStr"><is><t xml:space="preserve">([^<]*)<\/t>/g)];
	return found.map(([, text = '']) =>
		text
			.replace(/&lt;/g, '<')
			.replace(/&gt;/g, '>')
			.replace(/&amp;/g, '&')
			.replace(/_x([0-9A-F]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
	);
}

describe('工作簿', () => {
	test('恶意文字原样写入文字单元格：没有公式，没有一个被当作数字或者标记', async () => {
		const archive = await workbook(naughty, texts);
		expect(readBack(archive)).toEqual(naughty);
		const sheet = partOf(archive, 'xl/worksheets/sheet1.xml');
		expect(sheet).not.toMatch(/<f[ >]|<script|<img/);
		expect([...sheet.matchAll(/<c r="B\d+"[^>]*>/g)].every(([cell]) => cell.includes('t="inlineStr"'))).toBe(true);
	});

	test('别家的读法也读得回', async () => {
		const [sheet] = await readXlsx(await workbook(naughty, texts), { trim: false });
		expect(sheet?.data.slice(1).map(([, text]) => String(text))).toEqual(naughty);
	});

	test('任何文字都能原样读回，连同控制字符和半个字符', async () => {
		const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
		const parts = fc.oneof(
			text,
			fc.constantFrom('_x000D_', '_x', '\r\n', '\ud800', '\u0000', '\ufffe', ']]>', '&amp;'),
		);
		await fc.assert(
			fc.asyncProperty(fc.array(parts, { minLength: 1, maxLength: 30 }), async rows => {
				expect(readBack(await workbook(rows, texts))).toEqual(rows);
			}),
			{ numRuns: 25 },
		);
	});

	test('数字是数字，百分比和两位小数也是；日期是文字；空格没有单元格', async () => {
		const columns: Column<Cell[]>[] = [
			{ head: '件数', cell: row => row[0] ?? null },
			{ head: '得分', cell: row => row[1] ?? null, numeric: true },
			{ head: '按时率', cell: row => row[2] ?? null, numeric: true },
			{ head: '到期日', cell: row => row[3] ?? null },
		];
		const rows = [
			[12, '86.50', '93.3%', '2026-03-02'],
			[-0.5, '暂不评价', '—', null],
			[Number.NaN, null, '100.0%', ''],
		];
		const archive = await workbook<Cell[]>(rows, columns);
		const [sheet] = await readXlsx(archive);
		expect(sheet?.data).toEqual([
			['件数', '得分', '按时率', '到期日'],
			[12, 86.5, 0.933, '2026-03-02'],
			[-0.5, '暂不评价', '—', null],
			[null, null, 1, null],
		]);
		const xml = partOf(archive, 'xl/worksheets/sheet1.xml');
		expect(xml).toContain('state="frozen"');
		expect(xml).toContain('orientation="landscape"');
		expect(partOf(archive, 'xl/workbook.xml')).toContain("'事项清单'!$1:$1");
	});

	test('空表只有表头；过长的文字在单元格上限处截断并写明', async () => {
		expect((await readXlsx(await workbook([], texts)))[0]?.data).toEqual([['编号', '文字']]);
		const [cell = ''] = readBack(await workbook(['长'.repeat(40_000)], texts));
		expect([cell.length, cell.slice(-16)]).toEqual([32_767, '……（超出单元格的上限，余下从略）'.slice(-16)]);
	});

	test('逐段读取：一万二千行读三次，行数不差', async () => {
		const asked: number[] = [];
		const read = async (limit: number, offset: number) => {
			asked.push(offset);
			return Array.from({ length: Math.min(limit, 12_000 - offset) }, (_, at) => offset + at);
		};
		const file = await download(listFile('a', [{ head: '号', cell: (row: number) => row }], read), 'xlsx');
		const [sheet] = await readXlsx(Buffer.from(await file.arrayBuffer()));
		expect([asked, sheet?.data.length, sheet?.data.at(-1)]).toEqual([[0, 5000, 10_000], 12_001, [11_999]]);
	});

	test('读到一半出错的，文件不完整收尾', async () => {
		const read = async (limit: number, offset: number) => {
			if (offset > 0) throw new Error('中断');
			return Array.from({ length: limit }, (_, at) => at);
		};
		const file = await download(listFile('a', [{ head: '号', cell: (row: number) => row }], read), 'xlsx');
		await expect(file.arrayBuffer()).rejects.toThrow();
	});

	test('工作表名去掉不许用的字，至多31个字', async () => {
		const archive = await workbook(['x'], texts, `排名：[甲]'"&/*?${'长'.repeat(40)}`);
		const title = /<sheet name="([^"]*)"/.exec(partOf(archive, 'xl/workbook.xml'))?.[1] ?? '';
		expect(title).toMatch(/^排名： 甲 {2}&quot;&amp; {3}长+$/);
		expect((await readXlsx(archive))[0]?.sheet.length).toBe(31);
	});
});
