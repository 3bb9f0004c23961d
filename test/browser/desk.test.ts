import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaints, openBrowser, type Running, signIn, startHouse } from '#test/house.ts';
import { shoot } from './shoot.ts';

let house: Running;
let browser: Browser;
let page: Page;

beforeAll(async () => {
	[house, browser] = await Promise.all([startHouse(), openBrowser()]);
	page = await signedIn('supervisor');
}, 240_000);
afterAll(async () => {
	await browser?.close();
	await house?.remove();
});

async function signedIn(name: string): Promise<Page> {
	const opened = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
	await signIn(opened, house.url, name);
	return opened;
}

/** The number on a queue's card. */
async function standing(of: Page, queue: string): Promise<number> {
	return Number((await of.locator('.queues a', { hasText: queue }).locator('b').innerText()).replace(',', ''));
}

test('监督工作台：队列的数字与清单一致；键盘逐件查看，重新载入不丢；两人先后催办，只登记一次', async () => {
	const heard = complaints(page);
	await page.goto(`${house.url}/desk?queue=unreminded`, { waitUntil: 'networkidle' });
	const before = await standing(page, '超期未催办');
	expect(before).toBeGreaterThan(2);
	expect(Number(await page.locator('.pager').getAttribute('data-total'))).toBe(before);

	const other = await signedIn('supervisor');
	await other.goto(`${house.url}/desk?queue=unreminded`, { waitUntil: 'networkidle' });

	await page.keyboard.press('j');
	await page.locator('.desk-brief').waitFor();
	await page.keyboard.press('j');
	const second = (await page.locator('.desk-list tr[data-case] .case-id').nth(1).innerText()).trim();
	await expect.poll(() => page.locator('.desk-brief > header h2').innerText()).toBe(second);
	await page.reload({ waitUntil: 'networkidle' });
	expect(await page.locator('.desk-brief > header h2').innerText()).toBe(second);
	await shoot(page, 'desk');

	await page.keyboard.press('x');
	await page.getByRole('button', { name: '催办所选（1件）' }).click();
	await page.getByText('登记后不能删除，只能另行撤销').waitFor();
	await page.getByRole('button', { name: '确认催办' }).click();
	await page.getByText('已登记催办1件。').waitFor();
	await expect.poll(() => standing(page, '超期未催办')).toBeLessThan(before);

	await page.keyboard.press('Enter');
	await page.locator('.timeline .act', { hasText: '催办' }).waitFor();
	expect(heard).toEqual([]);

	// The other supervisor's page was renewed by the bell: what was reminded of is no longer among what waits.
	await expect.poll(() => standing(other, '超期未催办')).toBeLessThan(before);
	expect(await other.locator(`tr[data-case="${second}"]`).count()).toBe(0);
});

test('没有监督职责的人没有工作台；只读的人看得到，不能催办', async () => {
	const liaison = await signedIn('liaison');
	const answer = await liaison.goto(`${house.url}/desk`);
	expect(answer?.status()).toBe(403);
	const auditor = await signedIn('auditor');
	await auditor.goto(`${house.url}/desk?queue=unreminded`, { waitUntil: 'networkidle' });
	expect(await auditor.locator('tr[data-case]').count()).toBeGreaterThan(0);
	expect(await auditor.getByRole('button', { name: /催办所选/ }).count()).toBe(0);
	const forced = await auditor.request.post(`${house.url}/desk.data`, { form: { case: 'SQ1' } });
	expect(forced.status()).toBe(403);
});

test('查找：Ctrl+K，拼音首字母，回车即达；联络员查不到别的部门的事项', async () => {
	await page.goto(`${house.url}/league`, { waitUntil: 'networkidle' });
	await page.keyboard.press('Control+k');
	await page.getByRole('combobox', { name: '查找' }).fill('ylbz');
	await page.locator('.found', { hasText: '市医疗保障局' }).first().waitFor();
	await shoot(page, 'search');
	await page.keyboard.press('Enter');
	await page.waitForURL(/departments\/|indicators\?/);
	await page.getByRole('heading', { level: 1, name: /医疗保障|指标/ }).waitFor();

	await page.goto(`${house.url}/desk?queue=unreminded`, { waitUntil: 'networkidle' });
	const liaison = await signedIn('liaison');
	const cases = await page.locator('tr[data-case]').evaluateAll(rows => rows.map(row => row.dataset.case ?? ''));
	expect(cases.length).toBeGreaterThan(3);
	for (const id of cases.slice(0, 5)) {
		const seen = await liaison.goto(`${house.url}/cases/${id}`);
		await liaison.goto(`${house.url}/search?q=${id}`, { waitUntil: 'networkidle' });
		expect([id, await liaison.getByRole('link', { name: id }).count()]).toEqual([id, seen?.status() === 200 ? 1 : 0]);
	}
});
