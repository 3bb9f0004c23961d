import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaints, openBrowser, type Running, signIn, startHouse } from '#test/house.ts';

const screens = join(import.meta.dirname, '..', 'screens');
let house: Running;
let browser: Browser;
let page: Page;

beforeAll(async () => {
	mkdirSync(screens, { recursive: true });
	[house, browser] = await Promise.all([startHouse(), openBrowser()]);
	page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
	await signIn(page, house.url, 'supervisor');
}, 240_000);
afterAll(async () => {
	await browser?.close();
	await house?.remove();
});

test('数据质量：三种宽度下完整；从表中一格到逐条检查，条数与导出一致', async () => {
	const heard = complaints(page);
	for (const [width, height] of [
		[1440, 900],
		[390, 844],
	] as const) {
		await page.setViewportSize({ width, height });
		for (const path of ['quality', 'quality/checks']) {
			await page.goto(`${house.url}/${path}`, { waitUntil: 'networkidle' });
			expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
				0,
			);
			await page.screenshot({ path: join(screens, `${path.replace('/', '-')}-${width}.png`), fullPage: true });
		}
	}
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto(`${house.url}/quality`, { waitUntil: 'networkidle' });
	await page.getByText('以表格查看').first().click();
	const line = page.locator('.chart-table tbody tr', { hasText: '市城市管理局' });
	const completeness = line.locator('td').nth(2);
	expect(Number(await completeness.innerText())).toBeLessThan(60);
	await completeness.getByRole('link').click();
	await page.getByText('已限于：市城市管理局、完整性。').waitFor();
	const total = Number(await page.locator('.pager').getAttribute('data-total'));
	expect(total).toBeGreaterThan(0);
	const file = await page.getByRole('link', { name: '导出CSV' }).getAttribute('href');
	const answer = await page.request.get(`${house.url}${file}`);
	expect((await answer.text()).trim().split('\r\n')).toHaveLength(total + 1);
	expect(await page.locator('tbody tr').first().innerText()).toContain('未通过');
	expect(heard).toEqual([]);
});
