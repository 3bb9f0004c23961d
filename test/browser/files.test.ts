import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { complaints, openBrowser, type Running, signIn, startHouse } from '#test/house.ts';
import { addSource } from '../http/user.ts';
import { naughty } from '../naughty.ts';
import { shoot } from './shoot.ts';

let house: Running;
let browser: Browser;
let page: Page;
let heard: string[];

beforeAll(async () => {
	[house, browser] = await Promise.all([startHouse({ SHUDU_SAMPLE: 'off', TODAY: '2026-03-20' }), openBrowser()]);
	await addSource(house, 'hrss', { kind: 'import' });
	const printed = await house.shudu('user', 'add', 'wang', '--role', 'admin');
	page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
	heard = complaints(page);
	await signIn(
		page,
		house.url,
		'wang',
		printed
			.split('\n')
			.at(-1)
			?.split(/[：\s]/)
			.at(-1) ?? '',
	);
}, 240_000);
afterAll(async () => {
	await browser?.close();
	await house?.remove();
});

async function upload(name: string, bytes: string | Uint8Array, mapping: RegExp): Promise<string> {
	const file = join(house.dataDir, name);
	writeFileSync(file, bytes);
	await page.goto(`${house.url}/import`, { waitUntil: 'networkidle' });
	await page.getByLabel('数据来源').selectOption('hrss');
	const choice = await page.getByLabel('转换规则').locator('option').filter({ hasText: mapping }).innerText();
	await page.getByLabel('转换规则').selectOption({ label: choice });
	await page.getByLabel('文件', { exact: true }).setInputFiles(file);
	const before = await page.locator('main tbody tr').count();
	await page.getByRole('button', { name: '上传并导入' }).click();
	await expect.poll(() => page.locator('main tbody tr').count(), { timeout: 30_000 }).toBe(before + 1);
	const line = page.locator('main tbody tr').first();
	await line.getByText(/已导入|未完成/).waitFor();
	return line.innerText();
}

const counted = (line: string) =>
	line
		.split('\t')
		.slice(-4)
		.map(cell => cell.trim());

const HEAD = '申请单号,提供部门代码,提供部门,共享类型,收到日期,答复日期,结果,提供日期';

describe('上传文件', () => {
	test('表格逐行读入：入账的、拒收的各有其数，拒收点开就是原文', async () => {
		const rows = [
			'SQ-1,11330100002489559B,市人社局,有条件,2026/2/11,,,',
			'SQ-2,11330100002489559B,市人社局,有条件,前天,,,',
		];
		expect(counted(await upload('台账.csv', [HEAD, ...rows].join('\r\n'), /申请台账/))).toEqual(['2', '1', '0', '1']);
		expect(counted(await upload('台账.csv', [HEAD, ...rows].join('\r\n'), /申请台账/))).toEqual(['2', '0', '1', '1']);
		await shoot(page, 'import');
		await page.locator('main tbody tr').first().getByRole('link', { name: '1' }).click();
		await page.getByText('值“前天”无法读取').waitFor();
	});

	test('整份不能读的，说明原因，什么也不改变', async () => {
		expect(await upload('不是.xlsx', '不是工作簿', /申请台账/)).toContain('不是可以读取的 XLSX 工作簿');
		expect(await upload('缺列.csv', 'a,b\n1,2', /申请台账/)).toContain('没有映射所需的列');
	});
});

describe('处理拒收', () => {
	test('重放仍不能入账的留在原处并说明；不予处理须写理由；件数不减', async () => {
		await page.goto(`${house.url}/rejects`, { waitUntil: 'networkidle' });
		await page.locator('main tbody tr').first().getByRole('button', { name: /^重放/ }).click();
		await page.getByText('仍不能入账1条').waitFor();
		await page.getByText(/上次重放.*值“前天”无法读取/).waitFor();
		await shoot(page, 'rejects');
		await page.locator('main tbody tr').first().getByText('不予处理', { exact: true }).click();
		await page.locator('main tbody tr').first().getByLabel('不予处理的理由').fill('测试数据');
		await page.locator('main tbody tr').first().getByRole('button', { name: '登记' }).click();
		await page.getByText('已登记不予处理1条').waitFor();
		await page.goto(`${house.url}/rejects?state=all`, { waitUntil: 'networkidle' });
		await page.getByText('：测试数据').waitFor();
		expect((await page.locator('main tbody tr').first().innerText()).split('\t').slice(2, 6)).toEqual([
			'1',
			'0',
			'0',
			'1',
		]);
	});
});

describe('难缠的文字：从文件到页面、再到导出，原样而不执行', () => {
	const rows = naughty.map((text, n) => ({
		申请单号: `NS-${n}`,
		提供部门代码: `N${n}`,
		提供部门: text,
		共享类型: '有条件',
		收到日期: '2026-03-02',
		答复日期: '',
		结果: '',
		提供日期: '',
	}));

	/** This writer of workbooks does not write what XML cannot hold and what reads like an escape, and trips over names that every object has: those texts come as CSV. */
	const spoken = rows.filter(
		({ 提供部门: text }) => !/[\p{Cc}\p{Cn}\p{Cs}]|_x[0-9A-F]{4}_/u.test(text) && !(text in {}),
	);
	const all = (kept: object[]) => [String(kept.length), String(kept.length), '0', '0'];

	test('XLSX 读入，逐条入账', async () => {
		const cells = [HEAD.split(','), ...spoken.map(row => Object.values(row))];
		const sheet = cells.map(row => row.map(value => ({ value, type: String })));
		expect(counted(await upload('难缠.xlsx', await writeXlsx(sheet as never).toBuffer(), /申请台账/))).toEqual(
			all(spoken),
		);
	});

	test('CSV 读入，逐条入账', async () => {
		const rest = rows.filter(row => !spoken.includes(row));
		const lines = rest.map(row =>
			Object.values(row)
				.map(cell => `"${cell.replaceAll('"', '""')}"`)
				.join(),
		);
		expect(counted(await upload('难缠.csv', [HEAD, ...lines].join('\n'), /申请台账/))).toEqual(all(rest));
	});

	test('页面上一字不差', async () => {
		const seen = new Map<string, string>();
		// The list may still be growing while it is read: what a page missed, the next round finds.
		for (let at = 0; seen.size < rows.length && at < 9; at++) {
			await page.goto(`${house.url}/matters?search=NS-&size=200&page=${(at % 3) + 1}`, { waitUntil: 'networkidle' });
			const found = await page
				.locator('main tbody tr')
				.evaluateAll(lines =>
					lines.map(line => [line.querySelector('.case-id')?.textContent ?? '', line.textContent ?? '']),
				);
			for (const [id = '', text = ''] of found) if (id) seen.set(id, text);
		}
		const lost = rows.filter(row => !seen.get(row.申请单号)?.includes(row.提供部门));
		expect(lost.map(row => [row.提供部门, seen.get(row.申请单号)])).toEqual([]);
		expect(await page.title()).toContain('数督');
	});

	test('导出的 CSV：没有单元格会被当作公式，去掉所加的一个撇号就是原文', async () => {
		const text = await page.evaluate(async () => (await fetch('/matters.csv?search=NS-')).text());
		const table = parse(text.replace(/^\uFEFF/, ''), { columns: true }) as Record<string, string>[];
		const cells = table.flatMap(line => Object.values(line));
		expect(cells.filter(cell => /^[=+\-@＝＋－＠\t\r\n]/.test(cell))).toEqual([]);
		const plain = new Set(cells.map(cell => cell.replace(/^'(?='*[=+\-@＝＋－＠\t\r\n])/, '')));
		expect(rows.filter(row => !plain.has(row.提供部门)).map(row => row.提供部门)).toEqual([]);
	});

	test('导出的工作簿：每个文字都在文字单元格里，没有公式，一字不差', async () => {
		const answer = await page.context().request.get(`${house.url}/matters.xlsx?search=NS-`);
		expect(answer.headers()['content-type']).toContain('spreadsheetml');
		const [sheet] = await readXlsx(await answer.body(), { trim: false });
		const cells = new Set(sheet?.data.flat().map(String));
		expect(rows.filter(row => !cells.has(row.提供部门)).map(row => row.提供部门)).toEqual([]);
	});

	test('没有任何页面报错，没有脚本运行过', () => expect(heard).toEqual([]));
});
