import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaints, openBrowser, type Running, signIn, startHouse } from '#test/house.ts';

const widths = [1440, 1920, 390];
const screens = join(import.meta.dirname, '..', 'screens');
const pages = [
	'/',
	'/scores',
	'/scores?board=composite',
	'/schemes',
	'/rulesets',
	'/indicators',
	'/indicators?dimension=quality',
	'/indicators?dimension=application',
	'/indicators?dimension=safeguards',
	'/indicators?dimension=authority',
	'/units?indicator=T2',
	'/units?indicator=G7',
	'/application',
	'/safeguards',
	'/league',
	'/league/funnel',
	'/patterns',
	'/trend',
	'/overdue',
	'/risk',
	'/risk/calibration',
	'/matters',
	'/timeliness',
	'/departments',
	'/sources',
	'/coverage',
	'/coverage/990104-wangchao?day=2026-11-23',
	'/feed',
	'/mappings',
	'/rejects',
	'/doubts',
	'/reconciliation',
	'/reconciliation?tab=deliveries',
	'/evidence',
	'/restarts',
	'/restatements?before=30000',
	'/calendars',
	'/calendars/2026',
	'/calendars/log',
	'/calendars/compare',
];

let house: Running;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let admin: Page | null = null;

beforeAll(async () => {
	mkdirSync(screens, { recursive: true });
	[house, browser] = await Promise.all([startHouse(), openBrowser()]);
	context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	page = await context.newPage();
	await signIn(page, house.url, 'supervisor');
}, 240_000);
afterAll(async () => {
	await browser?.close();
	await house?.remove();
});

describe('示例城市', () => {
	test('启动时打印的一行说明网址和登录方式', () => {
		expect(house.line).toMatch(/http:\/\/127\.0\.0\.1:\d+.*supervisor.*shudu-sample/);
	});

	test.each(pages)('%s：三种宽度下完整、无控制台告警、标明示例数据', async path => {
		const heard = complaints(page);
		for (const width of widths) {
			await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
			const answer = await page.goto(`${house.url}${path}`, { waitUntil: 'networkidle' });
			expect(answer?.status()).toBe(200);
			expect(await page.locator('body').innerText()).toContain('示例数据');
			expect(await overflow(page)).toBeLessThanOrEqual(0);
			await page.screenshot({
				path: join(screens, `${path.slice(1).replace(/\W/g, '-') || 'overview'}-${width}.png`),
				fullPage: width !== 390,
			});
		}
		page.removeAllListeners('console');
		page.removeAllListeners('pageerror');
		expect(heard).toEqual([]);
	});

	test.each(['/sources/new', '/sources/new?kind=postgres', '/sources/990100-hrss/edit', '/mappings/edit', '/import'])(
		'%s：系统管理员的页面在手机和电脑上完整、无控制台告警',
		async path => {
			admin ??= await (await browser.newContext()).newPage();
			if (admin.url() === 'about:blank') await signIn(admin, house.url, 'admin');
			const heard = complaints(admin);
			for (const width of [1440, 390]) {
				await admin.setViewportSize({ width, height: 900 });
				const answer = await admin.goto(`${house.url}${path}`, { waitUntil: 'networkidle' });
				expect(answer?.status()).toBe(200);
				expect(await overflow(admin)).toBeLessThanOrEqual(0);
			}
			admin.removeAllListeners('console');
			admin.removeAllListeners('pageerror');
			expect(heard).toEqual([]);
		},
	);

	test('静默平台的事项标为可能逾期，件数与总览一致；换号重报的前案后案互相指向', async () => {
		await page.setViewportSize({ width: 1440, height: 900 });
		await page.goto(`${house.url}/`);
		await page.getByRole('link', { name: /^其中平台未报送，待核实3件/ }).click();
		await page.waitForURL(/unheard=true/);
		const listed = () => page.locator('.grid tbody tr[data-row-key]').allInnerTexts();
		await expect
			.poll(async () => (await listed()).map(row => /T06[ABC]/.exec(row)?.[0]).sort(), { timeout: 10_000 })
			.toEqual(['T06A', 'T06B', 'T06C']);
		const marked = await listed();
		expect(marked.every(row => /可能逾期（平台自\d{4}年\d+月\d+日后未报送）/.test(row))).toBe(true);
		await page.goto(`${house.url}/restarts`);
		await page.getByRole('link', { name: /-T09C$/ }).click();
		await page.getByRole('heading', { name: '疑似换号重报' }).waitFor();
		await page.getByRole('link', { name: /-T09B$/ }).click();
		expect(await page.locator('.refiled').innerText()).toMatch(/后案 SQ\d+-T09C[\s\S]*以材料不全拒绝/);
	});

	test('排名的阅读提示：指向时给出区间，名次不变，导出与打印里没有', async () => {
		await page.setViewportSize({ width: 1440, height: 900 });
		await page.goto(`${house.url}/league`, { waitUntil: 'networkidle' });
		await page.getByRole('button', { name: '阅读提示' }).first().hover();
		await page.getByRole('tooltip').waitFor();
		expect(await page.getByRole('tooltip').innerText()).toMatch(/95%区间（威尔逊）[\d.]+%—[\d.]+%/);
		await page.emulateMedia({ media: 'print' });
		expect(await page.getByRole('button', { name: '阅读提示' }).count()).toBe(0);
		await page.emulateMedia({ media: null });
		expect(await (await context.request.get(`${house.url}/league.csv`)).text()).not.toMatch(/区间（威尔逊）|阅读提示/);
	});

	test('排名与评价的页面用字写明：并列、样本不足、没有事项、平台沉默、撤并、条例施行前、只有一种角色', async () => {
		await page.setViewportSize({ width: 1440, height: 900 });
		await page.goto(`${house.url}/league`, { waitUntil: 'networkidle' });
		const league = await page.locator('main').innerText();
		for (const words of [
			...['同率同名次', '样本不足，不排名', '本期无到期办件', '有平台正中断报送', '日止'],
			...['条例施行（2025年8月1日）以前收到的申请，其答复不计入', '既不是0也不是100%'],
		]) {
			expect(league).toContain(words);
		}
		const ranks = await page.locator('.grid tbody tr[data-row-key] td.rank b').allInnerTexts();
		expect(new Set(ranks).size).toBeLessThan(ranks.length);
		await page.goto(`${house.url}/scores?board=composite&period=2026-Q3`, { waitUntil: 'networkidle' });
		const scores = await page.locator('main').innerText();
		expect(scores).toMatch(/只有(提供|需求)一种角色参评，由该表折算/);
		expect(scores).toContain('同分同名次');
	});

	test('漏斗图只比较全部部门：联络员不可见', async () => {
		const own = await browser.newContext();
		const liaison = await own.newPage();
		await signIn(liaison, house.url, 'liaison');
		expect((await liaison.goto(`${house.url}/league/funnel`))?.status()).toBe(403);
		await liaison.goto(`${house.url}/league`);
		expect(await liaison.getByRole('link', { name: '漏斗图' }).count()).toBe(0);
		await own.close();
	});

	test('不用脚本也能读：总览、排名、超期清单的数字在服务器给出的页面里', async () => {
		const cookies = await context.cookies();
		const plain = await browser.newContext({ javaScriptEnabled: false });
		await plain.addCookies(cookies);
		const reader = await plain.newPage();
		for (const path of ['/', '/league', '/overdue']) {
			await reader.goto(`${house.url}${path}`);
			expect(await reader.locator('main').innerText()).toMatch(/\d/);
		}
		expect(await reader.goto(`${house.url}/`).then(() => reader.locator('svg').count())).toBeGreaterThan(0);
		await plain.close();
	});
});

describe('数字＝清单＝导出', () => {
	test.each(['/', '/league'])('%s 上的每个数字', async path => {
		await page.setViewportSize({ width: 1440, height: 900 });
		// The city goes on living: what is known is held fast while its numbers are walked.
		const { known } = await (await context.request.get(`${house.url}/api/v1/league`)).json();
		await page.goto(`${house.url}${path}?known=${known}`, { waitUntil: 'networkidle' });
		const numbers = await figures(page);
		expect(numbers.length).toBeGreaterThan(path === '/' ? 15 : 300);
		const wrong: string[] = [];
		const left = [...numbers];
		const walk = async () => {
			for (let next = left.pop(); next; next = left.pop()) {
				const exported = await rowsOf(new URL(next.href, house.url));
				if (exported !== next.shown) wrong.push(`${next.href}：页面 ${next.shown}，导出 ${exported}`);
			}
		};
		await Promise.all([walk(), walk(), walk(), walk()]);
		expect(wrong).toEqual([]);
		for (const { href, shown } of numbers.filter((_, index) => index % 25 === 0)) {
			await page.goto(new URL(href, house.url).href);
			expect(await page.getByRole('navigation', { name: '分页' }).innerText()).toContain(
				`共${shown.toLocaleString('zh-CN')}条`,
			);
		}
	});
});

describe('数据应用与安全保障', () => {
	test('部门的应用未用、未报送数字就是清单的项数；导出与页面同数', async () => {
		await page.setViewportSize({ width: 1440, height: 900 });
		const { known } = await (await context.request.get(`${house.url}/api/v1/league`)).json();
		await page.goto(`${house.url}/application?known=${known}`, { waitUntil: 'networkidle' });
		const link = page.locator('.grid tbody tr[data-row-key] a[aria-label*="应用未用"]').first();
		const shown = Number((await link.innerText()).replace('项', ''));
		expect(shown).toBeGreaterThan(0);
		const file = await page.getByRole('link', { name: '导出CSV' }).getAttribute('href');
		expect(await (await context.request.get(`${house.url}${file}`)).text()).toContain('共享数据应用率');
		await link.click();
		await page.getByRole('heading', { level: 1, name: '共享数据应用率：逐项清单' }).waitFor();
		expect(await page.locator('.panel .note').first().innerText()).toMatch(new RegExp(`^共${shown}项`));
		expect(await page.locator('.grid tbody tr[data-row-key]').first().innerText()).toContain('未用');
	});

	test('安全保障：每张清单写明项数，打开就是这些项', async () => {
		await page.goto(`${house.url}/safeguards`, { waitUntil: 'networkidle' });
		const titles = await page.locator('.two .panel h2').allInnerTexts();
		expect(titles.map(title => title.split('：')[0])).toEqual([
			...['不完备的使用记录', '未落实的保障措施', '未按期限处置', '安全事件'],
			...['认定的超范围使用、擅自提供第三方', '查证成立的投诉举报'],
		]);
		const [said = ''] = titles;
		await page.locator('.two .panel').first().getByRole('link', { name: '查看全部' }).click();
		await page.getByRole('heading', { level: 1, name: '使用记录完备率：逐项清单' }).waitFor();
		const total = said.split('：')[1]?.replace('项', '');
		expect(await page.locator('.panel .note').first().innerText()).toMatch(new RegExp(`^共${total}项`));
	});
});

describe('其他角色', () => {
	test('部门联络员只看到本部门；看不到数据来源与拒收数据', async () => {
		const own = await browser.newContext();
		const liaison = await own.newPage();
		await signIn(liaison, house.url, 'liaison');
		await liaison.goto(`${house.url}/league`);
		expect(await liaison.locator('main tbody tr.ant-table-row').count()).toBeLessThanOrEqual(2);
		expect((await liaison.goto(`${house.url}/sources`))?.status()).toBe(403);
		await own.close();
	});
});

/** Horizontal overflow of the page in pixels. */
function overflow(on: Page): Promise<number> {
	return on.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Every number on the page that leads to its list. */
function figures(on: Page): Promise<{ href: string; shown: number }[]> {
	return on.locator('main a[href^="/matters"], main a[href^="/overdue"]').evaluateAll(links =>
		links.flatMap(link => {
			const text = link.textContent?.replace(/[,件]/g, '').trim() ?? '';
			return /^\d+$/.test(text) ? [{ href: link.getAttribute('href') ?? '', shown: Number(text) }] : [];
		}),
	);
}

/** Rows in the CSV of the list behind a number. */
async function rowsOf(url: URL): Promise<number> {
	const csv = new URL('/matters.csv', url);
	csv.search = url.search;
	if (url.pathname === '/overdue') csv.searchParams.set('status', 'overdue');
	const response = await context.request.get(csv.href);
	expect(response.status()).toBe(200);
	return (await response.text()).trim().split('\r\n').length - 1;
}
