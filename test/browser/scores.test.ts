import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rankStep } from '#app/words/scores.ts';
import { openBrowser, type Running, signIn, startHouse } from '#test/house.ts';

const screens = join(import.meta.dirname, '..', 'screens');
let house: Running;
let browser: Browser;
let page: Page;

beforeAll(async () => {
	mkdirSync(screens, { recursive: true });
	[house, browser] = await Promise.all([startHouse(), openBrowser()]);
	page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	await signIn(page, house.url, 'admin');
});

afterAll(async () => {
	await browser.close();
	await house.stop();
});

type Place = { board: string; department_name: string; rank: number | null };
const read = async (path: string): Promise<{ rows: Place[] }> =>
	(await page.context().request.get(`${house.url}${path}`)).json();

const number = (text: string | undefined) => Number((text ?? '').replace(/[,%分]/g, '').split('\n')[0]);

/** A line of the sheet, recomputed from its own cells; nothing where it is not scored. */
function stepOf(cells: string[]): { weight: number; brings: number } {
	if (cells[4] === '—') return { weight: 0, brings: 0 };
	const [value = 0, full = 0, zero = 0, points = 0, , weight = 0, brings = 0] = cells.slice(1).map(number);
	const share = Math.max(0, Math.min(1, (value - zero) / (full - zero)));
	expect(Math.abs(share - points)).toBeLessThan(0.01);
	expect(Math.abs(weight * points - brings)).toBeLessThan(0.01);
	return { weight, brings };
}

test('评分表：页面上写的每一步用计算器重算，得出页面上写的得分；每个数值点开就是它的清单', async () => {
	await page.goto(`${house.url}/scores`, { waitUntil: 'networkidle' });
	const [first] = await page.locator('.grid tbody tr[data-row-key]').all();
	const shown = number(await first?.locator('td').nth(2).innerText());
	await first?.locator('td').nth(1).getByRole('link').click();
	await page.getByRole('heading', { level: 1 }).filter({ hasText: '评分表' }).waitFor();
	const panel = page.locator('.panel').filter({ hasText: '提供部门评价' }).first();
	const rows = await panel.locator('tbody tr[data-row-key]').all();
	const steps = await Promise.all(rows.map(async row => stepOf(await row.locator('td').allInnerTexts())));
	const sum = (of: 'weight' | 'brings') => steps.reduce((total, step) => total + step[of], 0);
	expect(rows.length).toBeGreaterThan(5);
	expect(Math.abs((sum('brings') / sum('weight')) * 100 - shown)).toBeLessThan(0.01);
	const figure = panel.getByRole('link', { name: /按时答复率的清单$/ }).first();
	const said = (await figure.innerText()).split('\n');
	await figure.click();
	await page.getByRole('heading', { level: 1 }).filter({ hasText: '逐项清单' }).waitFor();
	const [num, den] = (said[1] ?? '').replaceAll(',', '').split('/').map(Number);
	const note = await page.locator('.panel .note').first().innerText();
	expect(note.replaceAll(',', '')).toBe(`共${den}项，分子之和${num}，分母之和${den}`);
	await page.goBack();
	await page.setViewportSize({ width: 390, height: 900 });
	await page.waitForLoadState('networkidle');
	await page.screenshot({ path: join(screens, 'score-390.png') });
	await page.setViewportSize({ width: 1440, height: 900 });
});

test('较上期：名次的升降用字写明，与上期的名次相符；没有合法基期的不列', async () => {
	const { rows } = await read('/api/v1/measures/scores?period=2026-Q3');
	await page.goto(`${house.url}/scores?period=2026-Q3`, { waitUntil: 'networkidle' });
	const [, until = ''] = /环比基期：2026年第二季度（截至([^，]+)，/.exec(await page.locator('main').innerText()) ?? [];
	const day = until.replace(
		/(\d+)年(\d+)月(\d+)日/,
		(_, y, m, d) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`,
	);
	const before = await read(`/api/v1/measures/scores?period=2026-Q2&as_of=${day}`);
	const placeOf = (all: Place[]) =>
		new Map(
			all.flatMap(row => (row.board === 'provider' && row.rank !== null ? [[row.department_name, row.rank]] : [])),
		);
	const [now, then] = [placeOf(rows), placeOf(before.rows)];
	const said = await page
		.locator('.grid tbody tr[data-row-key]')
		.evaluateAll(lines =>
			lines.map(line => [...line.querySelectorAll('td')].slice(0, 3).map(cell => cell.innerText.split('\n'))),
		);
	const steps = said.flatMap(([, step = [], name = []]) => {
		const [is, was] = [now.get(name[0] ?? ''), then.get(name[0] ?? '')];
		return is === undefined || was === undefined ? [] : [{ step, words: rankStep(was, is), was }];
	});
	expect(steps.length).toBeGreaterThan(3);
	for (const { step, words, was } of steps) expect(step).toEqual([words, `上期第${was}名`]);
	const told = (await (await page.context().request.get(`${house.url}/api/v1/scores?period=2026-Q3`)).json()) as {
		bases: { previous: { adjustments: string[] } };
		scores: { adjusted: string[]; before: object | null }[];
	};
	const file = await (await page.context().request.get(`${house.url}/scores.csv?period=2026-Q3`)).text();
	const [head = '', ...lines] = file.trim().split('\r\n');
	const at = head.split(',').indexOf('口径调整');
	expect(head).toContain('名次变化,口径调整');
	expect(lines.map(line => line.split(',')[at])).toEqual(
		told.scores.map(({ before, adjusted }) => (before === null ? '' : adjusted.join('；') || '无')),
	);
	const listed = new Set(told.bases.previous.adjustments);
	for (const { adjusted } of told.scores) expect(adjusted.filter(each => !listed.has(each))).toEqual([]);
	await page.goto(`${house.url}/scores`, { waitUntil: 'networkidle' });
	expect(await page.locator('main').innerText()).toContain('不作环比、同比');
	expect(await page.locator('thead').first().innerText()).not.toContain('较上期');
});

test('试算：改权重只显示会怎样变化，公布的得分和名次不变；权重之和不是100的不能试算', async () => {
	const published = async () => {
		await page.goto(`${house.url}/scores?board=composite`, { waitUntil: 'networkidle' });
		return page.locator('.grid tbody tr[data-row-key]').allInnerTexts();
	};
	const before = await published();
	await page.goto(`${house.url}/schemes`, { waitUntil: 'networkidle' });
	await page.getByLabel('有条件共享申请按时答复率的权重').fill('20');
	await page.getByRole('button', { name: '试算' }).click();
	await page.getByRole('alert').filter({ hasText: '各指标权重之和应为100，现为112' }).waitFor();
	await page.getByLabel('共享数据按时提供率的权重').fill('1');
	await page.getByLabel('校核申请按时办结率的权重').fill('3');
	await page.getByRole('button', { name: '试算' }).click();
	await page.getByRole('heading', { name: '试算结果：提供部门评价' }).waitFor();
	expect(await page.locator('.grid tbody tr[data-row-key]').first().innerText()).toMatch(/上升|下降/);
	expect(await published()).toEqual(before);
});

test('登记新版本：施行日期不晚于今日的须另行确认；登记后自施行日起的期间按新方案，此前的期间不变', async () => {
	await page.goto(`${house.url}/schemes?weight.T2=10&weight.T1=3`, { waitUntil: 'networkidle' });
	await page.locator('input[name=effective]').fill('2026-10-01');
	await page.locator('input[name=document]').fill('示数发〔2026〕9号');
	await page.getByRole('button', { name: '确认登记' }).click();
	await page.getByRole('alert').filter({ hasText: '须先勾选“确认追溯施行”' }).waitFor();
	await page.locator('input[name=effective]').fill('2026-10-01');
	await page.locator('input[name=document]').fill('示数发〔2026〕9号');
	await page.getByRole('checkbox').check();
	await page.getByRole('button', { name: '确认登记' }).click();
	await page.waitForURL(/adopted=yes/);
	await page
		.locator('main')
		.filter({ hasText: '自2026年10月1日起施行：《政务数据共享评价方案（缺省）》，示数发〔2026〕9号' })
		.waitFor();
	const schemeOf = async (period: string) => {
		await page.goto(`${house.url}/scores?period=${period}`, { waitUntil: 'networkidle' });
		return page.locator('.clock-note').innerText();
	};
	expect(await schemeOf('2026-Q3')).toContain('缺省方案');
	expect(await schemeOf('2026-Q4')).toContain('示数发〔2026〕9号');
});

test('部门联络员看得到本部门的得分与每一步，看不到名次和别的部门', async () => {
	const context = await browser.newContext();
	const own = await context.newPage();
	await signIn(own, house.url, 'liaison');
	await own.goto(`${house.url}/scores`, { waitUntil: 'networkidle' });
	const rows = await own.locator('.grid tbody tr[data-row-key]').allInnerTexts();
	expect(rows.length).toBe(1);
	expect(rows[0]).toMatch(/排名未向部门公布|不排名|没有应评事项/);
	const other = await page
		.context()
		.request.get(`${house.url}/api/v1/measures/departments`)
		.then(answer => answer.json());
	const code = (
		await own
			.context()
			.request.get(`${house.url}/api/v1/measures/departments`)
			.then(answer => answer.json())
	).rows[0].code;
	const stranger = other.rows.find((row: { code: string }) => row.code !== code).code;
	expect((await own.goto(`${house.url}/scores/${stranger}`))?.status()).toBe(403);
	await context.close();
});
