import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChangeLine } from '#app/loaders/changes.server.ts';
import type { DepartmentData } from '#app/loaders/departments.server.ts';
import type { LeagueData } from '#app/loaders/league.server.ts';
import type { Matter } from '#app/loaders/matters.server.ts';
import type { OrganisationsData } from '#app/loaders/organisations.server.ts';
import { complaints, openBrowser, type Running, signIn, startHouse } from '#test/house.ts';

const SOON = { timeout: 60_000 };
const TODAY = '2026-11-20';
const EVE = '2026-11-15';
const DAY = '2026-11-16';
const NEW = { code: '11990100MB0000001X', name: '市民政和住房城乡建设局' };
const screens = join(import.meta.dirname, '..', 'screens');

let house: Running;
let browser: Browser;
let admin: Page;
let other: Page;
let supervisor: Page;
let liaison: Page;

beforeAll(async () => {
	mkdirSync(screens, { recursive: true });
	[house, browser] = await Promise.all([startHouse({ TODAY }), openBrowser()]);
	const signedIn = async (name: string) => {
		const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
		context.setDefaultTimeout(120_000);
		const page = await context.newPage();
		await signIn(page, house.url, name);
		return page;
	};
	[admin, other, supervisor, liaison] = [
		await signedIn('admin'),
		await signedIn('admin'),
		await signedIn('supervisor'),
		await signedIn('liaison'),
	];
}, 240_000);
afterAll(async () => {
	await browser?.close();
	await house?.remove();
});

const main = (page: Page) => page.locator('main').innerText();
const register = (page = admin) => read<OrganisationsData>('/api/v1/organisations', page);

describe('登记之前', () => {
	test('监督人员、联络员可以看，不能登记：页面与直接提交都是403；联络员只看到本机构', async () => {
		const all = await register();
		expect(all.regions.flatMap(({ bodies }) => bodies).length).toBeGreaterThan(60);
		for (const page of [supervisor, liaison]) {
			expect((await page.goto(`${house.url}/organisations`))?.status()).toBe(200);
			expect(await page.getByRole('link', { name: '登记机构变更' }).count()).toBe(0);
			expect((await page.goto(`${house.url}/organisations/new?kind=merge`))?.status()).toBe(403);
			const posted = await page.context().request.post(`${house.url}/organisations/new`, {
				form: { kind: 'abolish', intent: 'confirm' },
			});
			expect(posted.status()).toBe(403);
		}
		const own = await register(liaison);
		expect(own.regions.flatMap(({ bodies }) => bodies)).toHaveLength(1);
		expect(own.changes).toHaveLength(1);
		expect(own.unidentified).toEqual([]);
	});

	test('填错的在所填之处说明，填写的内容还在，没有登记', async () => {
		await open('merge');
		await admin.getByLabel('被合并的机构（1）').selectOption({ label: '市民政局' });
		await admin.getByLabel('生效日期').fill('2062-11-16');
		await admin.getByRole('button', { name: '预览影响' }).click();
		await admin.getByText('合并至少涉及两个机构').waitFor();
		const said = await main(admin);
		for (const words of ['请填写机构代码', '请填写机构名称', '请填写文号', '不能晚于2027年11月21日']) {
			expect(said).toContain(words);
		}
		expect(await admin.getByLabel('被合并的机构（1）').inputValue()).toBe(await codeOf('市民政局'));
		expect((await register()).changes[0]?.kind).toBe('merge');
		await admin.getByRole('button', { name: '再加一行' }).click();
		await admin.getByLabel('被合并的机构（4）').waitFor();
	});
});

describe('登记合并', () => {
	let before: Matter[];
	let after: Matter[];
	let seq: number;
	let codes: string[];

	beforeAll(async () => {
		const heard = complaints(admin);
		codes = [await codeOf('市民政局'), await codeOf('市住房城乡建设局')];
		before = await matters();
		for (const page of [admin, other]) {
			await fillMerger(page);
			await page.getByRole('region', { name: '影响预览' }).waitFor();
		}
		await admin.getByRole('button', { name: '确认登记' }).click();
		await admin.getByText('须先勾选确认，未予登记').waitFor();
		await admin.getByRole('checkbox').check();
		await admin.getByRole('button', { name: '确认登记' }).click();
		await admin.getByRole('heading', { name: '合并登记' }).waitFor();
		expect(heard.filter(words => !words.includes('400 (Bad Request)'))).toEqual([]);
		seq = Number(new URL(admin.url()).pathname.split('/').at(-1));
		after = await matters();
	}, 240_000);

	test('同时预览的另一人确认，被拒绝，并按现在的登记说明', async () => {
		await shoot('organisations-preview', other);
		await other.getByRole('checkbox').check();
		await other.getByRole('button', { name: '确认登记' }).click();
		await other.getByText('已于').or(other.getByText('已不存在')).first().waitFor();
		expect((await register()).changes.filter(({ own }) => own)).toHaveLength(1);
	});

	test('未办结的恰是原由两机构办理的，现全部由承接机构办理；划转前的逾期留在原机构', () => {
		const moved = after.filter(row => row.held_by === NEW.code && row.ended_on === null);
		const held = before.filter(row => codes.includes(row.held_by) && row.ended_on === null);
		expect(moved.length).toBeGreaterThan(5);
		expect(new Set(moved.map(key))).toEqual(new Set(held.map(key)));
		// Due before the last working day before the merger: at least one day of lateness lies before it.
		const overdue = moved.filter(row => row.status === 'overdue' && (row.due_on ?? '') < '2026-11-13');
		expect(overdue.length).toBeGreaterThan(0);
		for (const row of overdue) {
			expect(codes).toContain(row.department);
			expect(row.days_late_inherited).toBeGreaterThan(0);
			expect(row.days_late_inherited).toBeLessThan(row.days_late ?? 0);
		}
		const judged = after.filter(row => row.department === NEW.code && row.ended_on !== null && row.due_on !== null);
		expect(judged.every(row => (row.due_on ?? '') >= DAY)).toBe(true);
		expect(after.filter(row => codes.includes(row.department) && row.due_on !== null && row.due_on >= DAY)).toEqual([]);
	});

	test('预览过的、登记页、部门档案、排名、清单、CSV 与接口，数字相同', async () => {
		const statutory = after.filter(row => row.held_by === NEW.code && row.ended_on === null);
		await admin.goto(`${house.url}/organisations/${seq}`);
		expect(await main(admin)).toContain('市民政局、市住房城乡建设局合并为市民政和住房城乡建设局');
		const table = admin.getByRole('table', { name: '划转', exact: true });
		const opens = await table.locator('tbody td:nth-child(3)').allInnerTexts();
		expect(opens.map(Number).reduce((sum, each) => sum + each, 0)).toBe(statutory.length);

		const late = after.filter(row => row.held_by === NEW.code && row.status === 'overdue').length;
		const league = await read<LeagueData>('/api/v1/league');
		const line = (code: string) => league.standings.find(({ department }) => department === code)?.cells.total;
		expect(line(NEW.code)?.overdue).toBe(late);
		expect(codes.map(code => line(code)?.overdue)).toEqual([0, 0]);
		await admin.goto(`${house.url}/overdue?department=${NEW.code}`);
		await admin.getByText('划转前已逾期').first().waitFor();
		expect(await admin.locator('.pager').getAttribute('data-total')).toBe(String(late));
		const csv = await admin.context().request.get(`${house.url}/matters.csv?status=overdue&department=${NEW.code}`);
		expect((await csv.text()).trim().split('\r\n')).toHaveLength(late + 1);

		const profile = await read<DepartmentData>(`/api/v1/departments/${NEW.code}`);
		expect(profile.overdue).toHaveLength(late);
		expect(profile.history.predecessors.map(({ name, since }) => [name, since])).toEqual([
			['市民政局', DAY],
			['市住房城乡建设局', DAY],
		]);
		await admin.goto(`${house.url}/departments/${NEW.code}`, { waitUntil: 'networkidle' });
		const said = await main(admin);
		expect(said).toContain('示编〔2026〕21号');
		expect(said).toContain('原由市住房城乡建设局承办，划转前已逾期');
		await shoot('organisations-department');
		const [first] = profile.history.predecessors;
		await admin.getByRole('link', { name: `${first?.name}划转时未办结${first?.open}件，查看清单` }).click();
		await admin.waitForURL(url => url.searchParams.get('as_of') === EVE);
		await expect.poll(() => admin.locator('.pager').getAttribute('data-total'), SOON).toBe(String(first?.open));
	});

	test('原机构的档案写明由谁承接；登记表、导出一致', async () => {
		await admin.goto(`${house.url}/departments/${codes[0]}`);
		await admin.getByRole('table', { name: '由其承接' }).waitFor();
		expect(await main(admin)).toContain(NEW.name);
		const data = await register();
		const body = data.regions.flatMap(({ bodies }) => bodies).find(({ code }) => code === NEW.code);
		expect(body?.predecessors.map(({ name }) => name)).toEqual(['市民政局', '市住房城乡建设局']);
		expect(data.ceased.filter(({ successor }) => successor === NEW.code)).toHaveLength(2);
		const csv = await (await admin.context().request.get(`${house.url}/organisations.csv`)).text();
		expect(csv).toContain(`市民政局,${codes[0]},已撤并`);
		const count = data.regions.flatMap(({ bodies }) => bodies).length + data.ceased.length + data.unidentified.length;
		expect(csv.trim().split('\r\n')).toHaveLength(count + 1);
		await admin.goto(`${house.url}/organisations`, { waitUntil: 'networkidle' });
		await shoot('organisations');
	});

	test('更正生效日期：预览相对于原登记，登记之后以更正的为准', async () => {
		await admin.goto(`${house.url}/organisations/${seq}`);
		await admin.getByRole('link', { name: '更正登记' }).click();
		await admin.getByLabel('生效日期').fill('2026-11-18');
		await admin.getByLabel('更正或者撤回的理由').fill('生效日期误填');
		await admin.getByRole('button', { name: '预览影响' }).click();
		await admin.getByRole('region', { name: '影响预览' }).waitFor();
		await admin.getByRole('checkbox').check();
		await admin.getByRole('button', { name: '确认登记' }).click();
		await admin.getByRole('heading', { name: '合并登记' }).waitFor();
		const entries = (await register()).changes.filter(({ own }) => own);
		expect(entries.map(({ effective, superseded }: ChangeLine) => [effective, superseded])).toEqual([
			['2026-11-18', null],
			[DAY, 'corrected'],
		]);
		expect((await matters()).filter(row => row.department === NEW.code && (row.due_on ?? '') < '2026-11-18')).toEqual(
			[],
		);
	});

	test('撤回之后，原登记恢复；再撤回，如同没有合并', async () => {
		for (const _ of [1, 2]) {
			const [standing] = (await register()).changes.filter(({ own, superseded }) => own && superseded === null);
			await admin.goto(`${house.url}/organisations/new?retracts=${standing?.seq}`, { waitUntil: 'networkidle' });
			await admin.getByLabel('文号').fill('示编〔2026〕22号');
			await admin.getByLabel('更正或者撤回的理由').fill('合并尚未批准');
			await admin.getByRole('button', { name: '预览影响' }).click();
			await admin.getByRole('region', { name: '影响预览' }).waitFor();
			await admin.getByRole('checkbox').check();
			await admin.getByRole('button', { name: '确认登记' }).click();
			await admin.getByRole('heading', { name: '撤回合并登记' }).waitFor();
		}
		expect((await register()).changes.filter(({ own, superseded }) => own && superseded === null)).toEqual([]);
		const held = (rows: Matter[]) => rows.map(row => [key(row), row.department, row.held_by, row.status]);
		expect(held(await matters())).toEqual(held(before));
	});
});

describe('未识别的代码', () => {
	test('列明在何处、自何时；认定为某机构的代码之后，其事项归入该机构', async () => {
		const [unknown] = (await register()).unidentified;
		const parent = await codeOf('市公安局');
		expect(unknown?.matters).toBeGreaterThan(0);
		const before = await listed(parent);
		await admin.goto(`${house.url}/organisations`, { waitUntil: 'networkidle' });
		const line = admin.getByRole('table', { name: '未识别代码' });
		expect(await line.innerText()).toMatch(/市级政务数据共享平台[\s\S]*2026年\d+月\d+日/);
		await line.getByRole('link', { name: '认定为某机构的代码' }).click();
		await admin.getByLabel('认定为').selectOption({ label: '市公安局' });
		await admin.getByLabel('文号').fill('示编函〔2026〕3号');
		await admin.getByRole('button', { name: '预览影响' }).click();
		await admin.getByRole('region', { name: '影响预览' }).waitFor();
		await admin.getByRole('checkbox').check();
		await admin.getByRole('button', { name: '确认登记' }).click();
		await admin.getByRole('heading', { name: '代码认定登记' }).waitFor();
		expect((await register()).unidentified).toEqual([]);
		expect(await listed(parent)).toBe(before + (unknown?.matters ?? 0));
		await admin.goto(`${house.url}/departments/${parent}`);
		await admin.getByText(`认定代码${unknown?.code}`).first().waitFor();
	});
});

async function open(kind: string, page = admin): Promise<void> {
	await page.goto(`${house.url}/organisations/new?kind=${kind}`, { waitUntil: 'networkidle' });
}

async function fillMerger(page: Page): Promise<void> {
	await open('merge', page);
	await page.getByLabel('被合并的机构（1）').selectOption({ label: '市民政局' });
	await page.getByLabel('被合并的机构（2）').selectOption({ label: '市住房城乡建设局' });
	await page.getByLabel('合并后的机构代码').fill(NEW.code);
	await page.getByLabel('合并后的机构名称').fill(NEW.name);
	await page.getByLabel('生效日期').fill(DAY);
	await page.getByLabel('文号').fill('示编〔2026〕21号');
	await page.getByRole('button', { name: '预览影响' }).click();
}

async function codeOf(name: string): Promise<string> {
	const { rows } = await read<{ rows: { code: string; name: string }[] }>('/api/v1/measures/departments');
	return rows.find(each => each.name === name)?.code ?? '';
}

/** Everything open, and what was finished of what fell due since October. */
async function matters(): Promise<Matter[]> {
	const [open, done] = await Promise.all(
		['status=running,overdue,paused', 'status=met,late&due_from=2026-10-01'].map(filter =>
			read<{ rows: Matter[] }>(`/api/v1/measures/matters?limit=10000&sort=case_id&${filter}`),
		),
	);
	return [...(open?.rows ?? []), ...(done?.rows ?? [])];
}

async function listed(department: string): Promise<number> {
	return (await read<{ rows: Matter[] }>(`/api/v1/measures/matters?limit=10000&department=${department}`)).rows.length;
}

const key = (row: Matter) => [row.case_id, row.owed_by_code, row.clock, row.sharing, row.round].join('|');

async function read<T>(path: string, page = admin): Promise<T> {
	const response = await page.context().request.get(`${house.url}${path}`);
	expect(response.status(), path).toBe(200);
	return response.json();
}

/** Both widths, for people to look at; nothing may stick out of the page. */
async function shoot(name: string, page = admin): Promise<void> {
	for (const width of [390, 1440]) {
		await page.setViewportSize({ width, height: 900 });
		const out = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
		await expect.poll(async () => [name, width, await out()], SOON).toEqual([name, width, 0]);
		await page.screenshot({ path: join(screens, `${name}-${width}.png`), fullPage: true });
	}
}
