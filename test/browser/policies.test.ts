import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaints, openBrowser, type Running, signIn, startHouse } from '#test/house.ts';

const screens = join(import.meta.dirname, '..', 'screens');
const TODAY = '2026-11-22';

let house: Running;
let browser: Browser;
let page: Page;
let heard: string[];

beforeAll(async () => {
	mkdirSync(screens, { recursive: true });
	[house, browser] = await Promise.all([startHouse({ TODAY }), openBrowser()]);
	page = await open('admin');
	heard = complaints(page);
}, 240_000);
afterAll(async () => {
	await browser?.close();
	await house?.remove();
});

async function open(name: string): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	context.setDefaultTimeout(120_000);
	const own = await context.newPage();
	await signIn(own, house.url, name);
	return own;
}

async function enacted(): Promise<number> {
	const answer = await page.context().request.get(`${house.url}/api/v1/measures/enactments`);
	return ((await answer.json()) as { rows: unknown[] }).rows.length;
}

/** Both widths; nothing may be wider than the screen. */
async function look(own: Page, name: string): Promise<void> {
	for (const width of [390, 1440]) {
		await own.setViewportSize({ width, height: 900 });
		await own.screenshot({ path: join(screens, `${name}-${width}.png`), fullPage: true });
		const wide = await own.evaluate('document.documentElement.scrollWidth');
		expect([name, wide]).toEqual([name, width]);
	}
}

/** The form, filled in as far as a version needs it. */
async function write(own: Page, effective: string, document: string): Promise<void> {
	await own.goto(`${house.url}/policies/new`, { waitUntil: 'networkidle' });
	await own.getByLabel('施行日期').fill(effective);
	await own.getByLabel('文号').fill(document);
	await own.getByLabel('理由（写入报告）').fill('机关办公时间至17时30分');
	await own.getByRole('textbox', { name: '到期时刻' }).fill('17:30');
	await own
		.getByRole('group', { name: /告知补正/ })
		.getByLabel(/^重新起算/)
		.check();
}

const preview = (own: Page) => own.getByRole('region', { name: '影响预告' });

describe('登记口径新版本', () => {
	test('各项按施行中的版本填好；什么都不改的不予预告，缺文号的说明', async () => {
		await page.goto(`${house.url}/policies/new`, { waitUntil: 'networkidle' });
		expect(await page.getByLabel('施行日期').inputValue()).toBe('2026-11-23');
		expect(
			await page
				.getByRole('group', { name: /告知补正/ })
				.getByLabel(/^中止/)
				.isChecked(),
		).toBe(true);
		expect(await page.getByRole('spinbutton', { name: '补正期限' }).inputValue()).toBe('10');
		await look(page, 'policies-new');
		await page.getByRole('button', { name: '预告影响' }).click();
		await page.getByRole('alert').first().waitFor();
		expect(await page.locator('main').innerText()).toContain('请填写文号');
	});

	test('预告：改动、按时限和部门的件数；追溯的须另行确认，未勾选的不登记', async () => {
		const before = await enacted();
		await write(page, '2026-03-01', '杭数发〔2026〕12号');
		await page.getByRole('button', { name: '预告影响' }).click();
		// Another effective day presets the form anew where the version of that day differs; here it does not.
		await preview(page).waitFor();
		const changes = page.getByRole('table', { name: '改动' });
		expect(await changes.innerText()).toMatch(/到期时刻\s*24时\s*17时30分[\s\S]*告知补正\s*中止\s*重新起算/);
		expect(await page.getByRole('table', { name: '按时限' }).locator('tbody tr').count()).toBeGreaterThan(2);
		expect(await preview(page).innerText()).toMatch(/按责任部门[\s\S]*逐项清单/);
		await look(page, 'policies-preview');
		await page.getByRole('button', { name: '确认登记' }).click();
		await page.getByRole('alert').waitFor();
		expect(await page.getByRole('alert').innerText()).toContain('须先勾选“确认追溯施行”');
		expect(await enacted()).toBe(before);
	});

	test('两人同时登记：先确认的有效，后确认的被告知，所填保留；变动记录写明动了哪些', async () => {
		const before = await enacted();
		const other = await open('admin');
		await write(other, '2026-03-01', '杭数发〔2026〕13号');
		await other.getByRole('button', { name: '预告影响' }).click();
		await preview(other).waitFor();
		await page.getByRole('checkbox', { name: /确认追溯施行/ }).check();
		const foreseen = await page.getByRole('table', { name: '按时限' }).locator('tbody').innerText();
		await page.getByRole('button', { name: '确认登记' }).click();
		await page.waitForURL(/\/calendars\/log\/\d+/);
		await expect.poll(() => page.locator('main').innerText(), { timeout: 60_000 }).toContain('杭数发〔2026〕12号');
		expect(foreseen).toMatch(/有条件共享/);
		await other.getByRole('checkbox', { name: /确认追溯施行/ }).check();
		await other.getByRole('button', { name: '确认登记' }).click();
		await other.getByRole('alert').first().waitFor();
		await expect
			.poll(() => other.locator('main').innerText())
			.toMatch(/已有(他人登记了)?新的口径或者工作日历|已有新的登记/);
		expect(await other.getByLabel('文号').inputValue()).toBe('杭数发〔2026〕13号');
		expect(await enacted()).toBe(before + 1);
		await other.context().close();
	});

	test('口径页列出新版本和沿革；计时说明的“假如”可按两个版本比较', async () => {
		await page.goto(`${house.url}/policies`, { waitUntil: 'networkidle' });
		expect(await page.locator('main').innerText()).toMatch(/自2026年3月1日起施行，杭数发〔2026〕12号/);
		await look(page, 'policies');
		await page.goto(`${house.url}/due?clock=delivery&from=2026-12-10&due_cutoff=17:00`, { waitUntil: 'networkidle' });
		await look(page, 'due');
		const path = '/api/v1/measures/matters?clock=reply.conditional&status=late&limit=50&sort=days_late';
		const { rows } = (await (await page.context().request.get(`${house.url}${path}`)).json()) as {
			rows: { case_id: string; started_on: string }[];
		};
		const old = rows.find(row => row.started_on < '2026-03-01') ?? rows[0];
		await page.goto(`${house.url}/cases/${old?.case_id}`, { waitUntil: 'networkidle' });
		await page.getByRole('link', { name: '换一种口径会怎样' }).first().click();
		await page.getByRole('heading', { name: '按历次登记的口径' }).waitFor();
		await page.getByText('自选口径，可同时改几项').click();
		await page.getByLabel('到期时刻').fill('09:00');
		await page.getByRole('button', { name: '看结果' }).click();
		await page.getByRole('region', { name: '按所填口径' }).waitFor();
		await look(page, 'slip-what-if');
	});

	test('监督人员没有登记的入口，直接打开被拒绝；全程没有控制台告警', async () => {
		const supervisor = await open('supervisor');
		expect((await supervisor.goto(`${house.url}/policies/new`))?.status()).toBe(403);
		await supervisor.goto(`${house.url}/policies`);
		await supervisor.getByRole('heading', { level: 1, name: '口径' }).waitFor();
		expect(await supervisor.getByRole('link', { name: '登记新版本' }).count()).toBe(0);
		expect(heard.filter(each => !each.includes('400 (Bad Request)'))).toEqual([]);
	});
});
