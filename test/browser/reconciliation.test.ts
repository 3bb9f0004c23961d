import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaints, openBrowser, type Running, signIn, startHouse } from '#test/house.ts';

const screens = join(import.meta.dirname, '..', 'screens');

let house: Running;
let browser: Browser;
let page: Page;
let heard: string[];

beforeAll(async () => {
	mkdirSync(screens, { recursive: true });
	[house, browser] = await Promise.all([startHouse(), openBrowser()]);
	page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
	heard = complaints(page);
	await signIn(page, house.url, 'supervisor');
}, 240_000);
afterAll(async () => {
	await browser?.close();
	await house?.remove();
});

/** Case numbers of the planted pair, in the order of the list. */
async function candidates(): Promise<string[]> {
	await page.goto(`${house.url}/reconciliation`, { waitUntil: 'networkidle' });
	return page.locator('main .case-id').allInnerTexts();
}

/** 件 of the two numbers in the list of matters. */
async function counted(numbers: string[]): Promise<string[]> {
	const found = new Set<string>();
	for (const number of numbers) {
		await page.goto(`${house.url}/matters?search=${number}`, { waitUntil: 'networkidle' });
		for (const text of await page.locator('main .case-id').allInnerTexts()) found.add(text);
	}
	return [...found].sort();
}

async function decide(choice: '并案：是同一申请' | '不是同一申请', reason: string, platform?: string): Promise<string> {
	await page.getByLabel(choice).check();
	if (platform !== undefined) await page.getByLabel('并案的，基准平台').selectOption({ label: platform });
	await page.getByLabel('理由').fill(reason);
	await page.getByRole('button', { name: '登记认定' }).click();
	await page.waitForURL(/tab=decisions/);
	await page.locator('main tbody tr').filter({ hasText: reason }).first().waitFor();
	return page.locator('main tbody tr').first().innerText();
}

describe('疑似同一申请，由人认定', () => {
	let numbers: string[];
	let root: string;

	test('清单列出埋设的一对，两案并列比对；没有写理由的不登记', async () => {
		numbers = await candidates();
		expect(numbers.map(number => number.slice(-4)).sort()).toEqual(['T16C', 'T16D']);
		root = numbers.find(number => number.endsWith('T16C')) ?? '';
		expect(await counted(numbers)).toEqual([...numbers].sort());
		await candidates();
		await page.getByRole('link', { name: '比对认定' }).click();
		await page.waitForURL(/reconciliation\/pair/);
		await page.locator('.sides .panel h2').first().waitFor();
		expect(await page.locator('.sides .panel h2').allInnerTexts()).toEqual(numbers);
		await page.getByLabel('并案：是同一申请').check();
		await page.getByLabel('理由').fill('　');
		await page.getByRole('button', { name: '登记认定' }).click();
		expect(await page.getByRole('alert').innerText()).toContain('请写明认定的理由');
		await page.screenshot({ path: join(screens, 'reconciliation-pair-1440.png'), fullPage: true });
	});

	test('并案之后只计一件，另一编号引到本事项；谁在何时凭什么认定，记录在案', async () => {
		const row = await decide('并案：是同一申请', '申请函文号相同', '市级政务数据共享平台');
		for (const told of ['并案', '市级政务数据共享平台', '申请函文号相同', 'supervisor']) expect(row).toContain(told);
		expect(await counted(numbers)).toEqual([root]);
		const other = numbers.find(number => number !== root) ?? '';
		await page.goto(`${house.url}/cases/${other}`, { waitUntil: 'networkidle' });
		expect(await page.locator('h1').innerText()).toContain(root);
		expect(await page.getByRole('status').allInnerTexts()).toContainEqual(
			expect.stringContaining(`您查询的编号${other}`),
		);
		expect(await page.locator('.platforms').innerText()).toContain('基准平台');
		await page.setViewportSize({ width: 390, height: 844 });
		await page.screenshot({ path: join(screens, 'case-two-platforms-390.png'), fullPage: true });
		await page.setViewportSize({ width: 1440, height: 900 });
	});

	test('改认为不是同一申请：又是两件，不再列为疑似', async () => {
		await page.goto(`${house.url}/cases/${root}`, { waitUntil: 'networkidle' });
		await page.getByRole('link', { name: '比对、认定' }).click();
		await page.waitForURL(/reconciliation\/pair/);
		await decide('不是同一申请', '申请用途不同');
		expect(await page.locator('main tbody tr').count()).toBe(2);
		expect(await page.locator('main').innerText()).toContain('已被以后的认定代替');
		expect(await counted(numbers)).toEqual([...numbers].sort());
		expect(await candidates()).toEqual([]);
	});

	test('除被退回的一次登记以外，全程没有控制台告警', () =>
		expect(heard).toEqual([expect.stringContaining('400 (Bad Request)')]));
});

describe('其他角色', () => {
	const open = async (name: string, path: string) => {
		const context = await browser.newContext();
		const own = await context.newPage();
		await signIn(own, house.url, name);
		const status = (await own.goto(`${house.url}${path}`))?.status();
		const forms = await own.getByRole('button', { name: '登记认定' }).count();
		await context.close();
		return [status, forms];
	};

	test('审计人员看得到，不能认定；部门联络员看不到', async () => {
		await page.goto(`${house.url}/reconciliation?tab=decisions`);
		const pair = await page.locator('main .pair-ids').first().getAttribute('href');
		expect(await open('auditor', pair ?? '')).toEqual([200, 0]);
		expect(await open('admin', pair ?? '')).toEqual([200, 1]);
		expect(await open('liaison', '/reconciliation')).toEqual([403, 0]);
	});
});
