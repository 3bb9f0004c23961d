import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calendarOf, type HolidayYear, shippedYears } from '#analytics/law/calendar.ts';
import { type ClockName, clocks } from '#analytics/law/clocks.ts';
import { toDay } from '#analytics/law/day.ts';
import { readNotice } from '#analytics/law/notices/notice.ts';
import type { Matter } from '#app/loaders/matters.server.ts';
import type { MoveRow } from '#app/loaders/moves.server.ts';
import { dueClocks } from '#app/words/zh.ts';
import { complaints, openBrowser, type Running, signIn, startHouse } from '#test/house.ts';
import { notice2027 } from '#test/law/notices.ts';

/** A notice nobody issued: New Year's Sunday is worked, so what is due in the first days of 2027 falls due earlier. */
const notice = notice2027.replace(
	'1月1日（周五）至3日（周日）放假，共3天。',
	'1月1日（周五）至2日（周六）放假调休，共2天。1月3日（周日）上班。',
);
const odd = notice.replace('共2天。', '共2天。1月10日（周一）上班。');
const year2027: HolidayYear = readNotice(notice, { year: 2027 }).year;
const screens = join(import.meta.dirname, '..', 'screens');

let house: Running;
let browser: Browser;
let admin: Page;
const pages: Record<string, Page> = {};

beforeAll(async () => {
	mkdirSync(screens, { recursive: true });
	[house, browser] = await Promise.all([startHouse({ TODAY: '2026-12-18' }), openBrowser()]);
	for (const name of ['admin', 'liaison', 'supervisor', 'auditor', 'leader']) {
		const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
		context.setDefaultTimeout(120_000);
		const page = await context.newPage();
		await signIn(page, house.url, name);
		pages[name] = page;
	}
	admin = of('admin');
}, 240_000);
afterAll(async () => {
	await browser?.close();
	await house?.remove();
});

const of = (name: string): Page => pages[name] ?? raise();
const text = (page: Page) => page.locator('main').innerText();
const log = async () => (await read<{ rows: unknown[] }>(admin.context(), '/api/v1/measures/enactments')).rows.length;

describe('不能登记的内容', () => {
	test.each<[string, { pasted?: string; file?: Buffer; year?: string }, string]>([
		['空白', {}, '没有内容：请粘贴放假通知的正文，或者选择文件。'],
		['图片', { file: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]) }, '文件不是文本'],
		['年份不符', { pasted: notice, year: '2026' }, '所给内容是2027年的，选定的是2026年。'],
		['既粘贴又选文件', { pasted: notice, file: Buffer.from(notice) }, '既粘贴了正文，又选择了文件'],
		['不是放假通知', { pasted: '关于召开会议的通知', year: '2027' }, '没有从所给内容中读到2027年的任何放假日'],
	])('%s：页面说明原因和出路，填写的内容还在', async (_, given, message) => {
		await fill(given);
		await admin.getByRole('alert').filter({ hasText: message }).waitFor();
		expect(await admin.getByRole('region', { name: '登记预览' }).count()).toBe(0);
		if (given.pasted) expect(await admin.getByRole('textbox', { name: '通知正文' }).inputValue()).toContain('通知');
		expect(await log()).toBe(0);
	});

	test.each(['liaison', 'auditor', 'supervisor', 'leader'])(
		'%s 可以看，不能导入：页面与直接提交都是403',
		async name => {
			const page = of(name);
			expect((await page.goto(`${house.url}/calendars`))?.status()).toBe(200);
			expect(await page.getByRole('link', { name: '导入放假通知' }).count()).toBe(0);
			for (const path of ['/calendars/import', '/calendars/overlay']) {
				expect((await page.goto(`${house.url}${path}`))?.status(), path).toBe(403);
				const posted = await page.context().request.post(`${house.url}${path}`, {
					multipart: { intent: 'confirm', text: notice, since: '0', digest: 'x', despite: 'yes' },
				});
				expect(posted.status(), path).toBe(403);
			}
			expect(await log()).toBe(0);
		},
	);

	test('未读懂的语句：GB18030 文件读得出，不勾选不能登记，服务器同样拒绝', async () => {
		await fill({ file: gb18030(odd) });
		const preview = admin.getByRole('region', { name: '登记预览' });
		await preview.waitFor();
		expect(await admin.getByRole('alert', { name: '须核实' }).innerText()).toContain('未读懂“1月10日（周一）上班”');
		await admin.getByRole('button', { name: '确认登记' }).click();
		expect(new URL(admin.url()).pathname).toBe('/calendars/import');
		const carried = await admin
			.locator('form.confirm input[type=hidden]')
			.evaluateAll(fields =>
				fields.map(field => [(field as HTMLInputElement).name, (field as HTMLInputElement).value]),
			);
		const posted = await admin.context().request.post(`${house.url}/calendars/import`, {
			multipart: { ...(Object.fromEntries(carried) as Record<string, string>), intent: 'confirm' },
		});
		expect(posted.status()).toBe(400);
		expect(await posted.text()).toContain('须另行确认。本次未登记。');
		expect(await log()).toBe(0);
	});
});

describe('登记2027年放假安排', () => {
	let seq: number;
	let before: Matter[];
	let after: Matter[];
	let moves: MoveRow[];

	beforeAll(async () => {
		await of('liaison').goto(`${house.url}/`, { waitUntil: 'networkidle' });
		const heard = complaints(admin);
		await fill({ pasted: notice });
		await admin.getByRole('region', { name: '登记预览' }).waitFor();
		await shoot(admin, 'calendar-preview');
		await admin.getByRole('button', { name: '确认登记' }).click();
		await admin.waitForURL(/\/calendars\/log\/\d+$/);
		expect(heard).toEqual([]);
		seq = Number(new URL(admin.url()).pathname.split('/').at(-1));
		[before, after] = [await mattersAt(seq - 1), await mattersAt(seq)];
		const query = `seq=${seq}&known=${seq}&limit=10000`;
		moves = (await read<{ rows: MoveRow[] }>(admin.context(), `/api/v1/measures/moves?${query}`)).rows;
	});

	test('改变的恰是到期日暂定的事项，且全部不再暂定', () => {
		const changed = before.filter(row => JSON.stringify(sides(row)) !== JSON.stringify(sides(same(after, row))));
		expect(changed.length).toBeGreaterThan(50);
		expect(changed.every(row => row.provisional)).toBe(true);
		expect(before.filter(row => row.provisional).length).toBe(changed.length);
		expect(after.filter(row => row.provisional)).toEqual([]);
		expect(new Set(moves.map(row => row.case_id))).toEqual(new Set(changed.map(row => row.case_id)));
	});

	test('新的到期日是按新日历重数的结果', () => {
		const calendar = calendarOf([...shippedYears.filter(({ year }) => year !== 2027), year2027]);
		const plain = after.filter(
			row =>
				row.due_on?.startsWith('2027') &&
				row.extended === 0 &&
				row.paused_days === 0 &&
				row.lines === 1 &&
				clocks[row.clock as ClockName].statutory,
		);
		expect(plain.length).toBeGreaterThan(30);
		for (const row of plain) {
			const days = clocks[row.clock as ClockName].workdays ?? 0;
			const due = calendar.dayOf(calendar.no(toDay(row.started_on)) + days);
			expect([row.case_id, row.due_on]).toEqual([row.case_id, due]);
		}
	});

	test('记录写明何人、何时、依据什么；提前的在前并标明，逐件可打开，可导出', async () => {
		await admin.goto(`${house.url}/calendars/log`);
		expect(await text(admin)).toMatch(
			/2026年12月18日[\s\S]*国务院办公厅关于2027年部分节假日安排的通知[\s\S]*系统管理员/,
		);
		await admin.goto(`${house.url}/calendars/log/${seq}`, { waitUntil: 'networkidle' });
		await shoot(admin, 'calendar-moves');
		const first = admin.locator('.moves-table tbody tr').first();
		expect(await first.innerText()).toMatch(/▲\s*提前1天/);
		const csv = await admin.context().request.get(`${house.url}/calendars/log/${seq}/moves.csv`);
		expect((await csv.text()).trim().split('\r\n')).toHaveLength(moves.length + 1);
		const caseId = await first.getByRole('link').first().innerText();
		await first.getByRole('link').first().click();
		await admin.waitForURL(to => to.pathname.startsWith('/cases/'));
		await admin.getByRole('heading', { level: 1 }).filter({ hasText: caseId }).waitFor();
	});

	test('联络员打开着的页面自行出现提示，件数与清单一致；监督人员看到全部；局领导不提示', async () => {
		const told = of('liaison').getByRole('region', { name: '期限变动提示' });
		await told.waitFor();
		const said = await told.innerText();
		const own = (await read<{ rows: { code: string }[] }>(of('liaison').context(), '/api/v1/measures/departments'))
			.rows[0]?.code;
		const open = after.filter(row => row.department === own && row.ended_on === null && isEarlier(row));
		expect(said).toContain(
			`因《国务院办公厅关于2027年部分节假日安排的通知》公布，本部门有${open.length}件到期日提前，最早2027年1月3日到期`,
		);
		await told.getByRole('link', { name: '查看' }).click();
		await of('liaison').waitForURL(to => to.pathname === `/calendars/log/${seq}`);
		await of('supervisor').goto(`${house.url}/overdue`);
		expect(await of('supervisor').getByRole('region', { name: '期限变动提示' }).innerText()).toContain('各部门共有');
		await of('leader').goto(`${house.url}/`);
		expect(await of('leader').getByRole('region', { name: '期限变动提示' }).count()).toBe(0);
	});

	test('日历、试算、比较都已是新的安排', async () => {
		await admin.goto(`${house.url}/calendars/2027`);
		expect(await text(admin)).toContain('全年249个工作日');
		await admin.goto(`${house.url}/due?clock=reply.conditional&from=2026-12-21`);
		expect(await text(admin)).toContain('2027年1月4日');
		await admin.goto(`${house.url}/calendars/compare?year=2027`);
		expect(await text(admin)).toContain('2027年1月3日（周日）：前者未列，后者元旦调休上班');
	});

	function isEarlier(row: Matter): boolean {
		const was = before.find(each => key(each) === key(row))?.due_on ?? '';
		return (row.due_on ?? '') < was;
	}
});

describe('登记台风停工', () => {
	test('预览、确认；该地区的日历标明地方，可以撤销', async () => {
		await admin.goto(`${house.url}/calendars/overlay`);
		await admin.getByRole('textbox', { name: '名称', exact: true }).fill('台风停工');
		await admin.getByRole('combobox', { name: '行政区划代码' }).fill('990100');
		await admin.getByRole('textbox', { name: '放假日' }).fill('2026年12月21日至22日');
		await admin.getByRole('textbox', { name: '文号和文件名称' }).fill('杭政办函〔2026〕8号');
		await admin.getByRole('button', { name: '预览' }).click();
		await admin.getByRole('region', { name: '登记预览' }).waitFor();
		await shoot(admin, 'calendar-overlay');
		expect(await admin.locator('.moves-table tbody tr').first().innerText()).toMatch(/▽\s*推迟\d天/);
		await admin.getByRole('button', { name: '确认登记' }).click();
		await admin.waitForURL(/\/calendars\/log\/\d+$/);
		await admin.goto(`${house.url}/calendars/2026?region=990100`, { waitUntil: 'networkidle' });
		expect(await admin.locator('.month td .tags').allInnerTexts()).toEqual(['地方', '地方']);
		await admin.goto(`${house.url}/calendars`);
		await admin.getByRole('link', { name: '变更或撤销' }).click();
		await admin.getByRole('textbox', { name: '放假日' }).fill('');
		await admin.getByRole('button', { name: '预览' }).click();
		await admin.getByRole('checkbox').check();
		await admin.getByRole('button', { name: '确认登记' }).click();
		await admin.waitForURL(/\/calendars\/log\/\d+$/);
		await admin.getByRole('heading', { level: 1, name: '撤销台风停工（行政区划990100）', exact: true }).waitFor();
		await admin.goto(`${house.url}/calendars`);
		expect(await text(admin)).toContain('没有登记地方放假日或者一次性安排。');
	});
});

/** Fills and sends the form of a notice. */
async function fill({ pasted, file, year }: { pasted?: string; file?: Buffer; year?: string }): Promise<void> {
	await admin.goto(`${house.url}/calendars/import`, { waitUntil: 'networkidle' });
	if (pasted) await admin.getByRole('textbox', { name: '通知正文' }).fill(pasted);
	if (year) await admin.getByRole('textbox', { name: '年份' }).fill(year);
	if (file) {
		await admin.getByLabel('或者选择文件').setInputFiles({ name: 'tz.txt', mimeType: 'text/plain', buffer: file });
	}
	await admin.getByRole('button', { name: '预览' }).click();
}

/** Both widths, for people to look at; nothing may stick out of the page. */
async function shoot(page: Page, name: string): Promise<void> {
	for (const width of [390, 1440]) {
		await page.setViewportSize({ width, height: 900 });
		const out = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
		expect([name, width, out]).toEqual([name, width, 0]);
		await page.screenshot({ path: join(screens, `${name}-${width}.png`) });
	}
}

function mattersAt(known: number): Promise<Matter[]> {
	const path = `/api/v1/measures/matters?known=${known}&limit=10000&due_from=2026-12-01&clock=${dueClocks.join()}`;
	return read<{ rows: Matter[] }>(admin.context(), path).then(({ rows }) => rows);
}

const key = (row: Matter) => [row.case_id, row.department, row.clock, row.sharing, row.round].join('|');
const same = (rows: Matter[], row: Matter) => rows.find(each => key(each) === key(row)) ?? null;
const sides = (row: Matter | null) => row && [row.due_on, row.provisional];

async function read<T>(context: BrowserContext, path: string): Promise<T> {
	const response = await context.request.get(`${house.url}${path}`);
	expect(response.status(), path).toBe(200);
	return response.json();
}

/** The text in GB18030, by turning the decoder of the platform round. */
function gb18030(content: string): Buffer {
	const decoder = new TextDecoder('gb18030');
	const codes = new Map<string, number[]>();
	for (let lead = 0x81; lead <= 0xfe; lead++) {
		for (let trail = 0x40; trail <= 0xfe; trail++) {
			const char = decoder.decode(Uint8Array.of(lead, trail));
			if ([...char].length === 1 && !codes.has(char)) codes.set(char, [lead, trail]);
		}
	}
	return Buffer.from(
		[...content].flatMap(char => (char < '\x80' ? [char.charCodeAt(0)] : (codes.get(char) ?? raise()))),
	);
}

function raise(): never {
	throw new Error('没有这一项');
}
