import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvCell, csvLine } from '#app/csv.ts';
import { type Column, download, listFile } from '#app/list-file.ts';
import { naughty } from '../naughty.ts';

describe('一格', () => {
	test.each([
		['市人力社保局', '市人力社保局'],
		['甲,乙', '"甲,乙"'],
		['所谓"公开"', '"所谓""公开"""'],
		['两\n行', '"两\n行"'],
		['=1+1', "'=1+1"],
		['+86', "'+86"],
		['-1', "'-1"],
		['@SUM(A1)', "'@SUM(A1)"],
		['\t=1', "'\t=1"],
		['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
		[12, '12'],
		[-3, '-3'],
		[null, ''],
	])('%j → %j', (value, cell) => expect(csvCell(value)).toBe(cell));

	test('任何文字写出后都能原样读回，公式前多一个撇号', () => {
		fc.assert(
			fc.property(fc.array(fc.string(), { minLength: 2, maxLength: 5 }), cells => {
				const [read] = parse(csvLine(cells), { relax_column_count: true }) as string[][];
				expect(read?.map((cell, at) => (cell === cells[at] ? cell : cell.replace(/^'/, '')))).toEqual(cells);
				expect(read?.filter(cell => /^[=+\-@＝＋－＠\t\r\n]/.test(cell))).toEqual([]);
			}),
		);
	});

	test('恶意文字写出后都能原样读回，且没有一格会被当作公式', () => {
		const lines = parse(naughty.map(text => csvLine([text, 'x'])).join(''), { bom: false }) as string[][];
		const cells = lines.map(([cell]) => cell ?? '');
		expect(cells.map((cell, at) => (cell === naughty[at] ? cell : cell.replace(/^'/, '')))).toEqual(naughty);
		expect(cells.filter(cell => /^[=+\-@＝＋－＠\t\r\n]/.test(cell))).toEqual([]);
	});
});

describe('文件', () => {
	const csvFile = <R>(
		name: string,
		columns: Column<R>[],
		read: (limit: number, offset: number) => Promise<R[]>,
		part?: number,
	) => download(listFile(name, columns, read, part), 'csv');
	const columns = [{ head: '编号', cell: (row: number) => row }];

	test('带BOM，逐段读取，到一段不满为止', async () => {
		const asked: number[] = [];
		const read = async (limit: number, offset: number) => {
			asked.push(offset);
			return Array.from({ length: Math.max(0, Math.min(limit, 5001 - offset)) }, (_, at) => offset + at);
		};
		const file = await csvFile('事项清单_截至20261121', columns, read);
		const bytes = new Uint8Array(await file.arrayBuffer());
		expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
		const lines = new TextDecoder().decode(bytes).split('\r\n');
		expect([lines[0], lines.at(-2), lines.length]).toEqual(['编号', '5000', 5003]);
		expect(asked).toEqual([0, 5000]);
		expect(file.headers.get('content-disposition')).toContain(encodeURIComponent('事项清单_截至20261121.csv'));
	});

	test('行长的表每次少读几行', async () => {
		const asked: number[] = [];
		const read = async (limit: number, offset: number) => {
			asked.push(limit);
			return Array.from({ length: Math.min(limit, 450 - offset) }, (_, at) => offset + at);
		};
		const text = await (await csvFile('a', columns, read, 200)).text();
		expect([asked, text.split('\r\n').length]).toEqual([[200, 200, 200], 452]);
	});

	test('空表只有表头', async () => {
		expect(await (await csvFile('a', columns, async () => [])).text()).toBe('编号\r\n');
	});
});
