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

test('登记质量规则集：错误逐条指出而不丢失所填；先预览再登记，登记后列为新版本', async () => {
	const admin = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
	await signIn(admin, house.url, 'admin');
	await admin.goto(`${house.url}/rulesets`, { waitUntil: 'networkidle' });
	await admin.getByLabel('版本', { exact: true }).fill('2');
	await admin.getByLabel('规则集代码').fill('市标');
	await admin.locator('textarea[name=rules]').fill('1，内容正确，美观性');
	await admin.getByRole('button', { name: '预览' }).click();
	const alert = admin.getByRole('alert');
	await alert.filter({ hasText: '第1行的维度“美观性”不正确' }).waitFor();
	expect(await alert.innerText()).toContain('请填写文号');
	expect(await admin.getByLabel('规则集代码').inputValue()).toBe('市标');
	await admin.locator('textarea[name=rules]').fill('1，内容正确，准确性');
	await admin.getByLabel('文号').fill('示数发〔2026〕12号');
	await admin.getByLabel('施行日期').fill('2027-01-01');
	await admin.getByRole('button', { name: '预览' }).click();
	await admin
		.getByRole('region', { name: '预览' })
		.filter({ hasText: /评估过的[\d,]+个目录项中，0个的得分会改变/ })
		.waitFor();
	await admin.getByRole('button', { name: '确认登记' }).click();
	await admin.waitForURL(/adopted=yes/);
	await admin
		.locator('summary')
		.filter({ hasText: '市标 第2版《信息技术 数据质量评价指标》，自2027年1月1日起施行，示数发〔2026〕12号，1条规则' })
		.waitFor();
	await admin.setViewportSize({ width: 390, height: 844 });
	expect(await admin.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
	await admin.screenshot({ path: join(screens, 'rulesets-390.png'), fullPage: true });
	await page.goto(`${house.url}/rulesets`, { waitUntil: 'networkidle' });
	expect(await page.getByRole('button', { name: '预览' }).count()).toBe(0);
	await admin.context().close();
});
