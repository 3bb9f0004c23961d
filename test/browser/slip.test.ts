import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Step } from '#analytics/cases/steps.ts';
import { type ClockName, clocks } from '#analytics/law/clocks.ts';
import { dayNumber, toDay, weekday } from '#analytics/law/day.ts';
import type { CaseData } from '#app/loaders/case.server.ts';
import type { Matter } from '#app/loaders/matters.server.ts';
import type { slipAnswer } from '#app/loaders/slip.server.ts';
import { complaints, openBrowser, type Running, signIn, startHouse } from '#test/house.ts';

type Answer = ReturnType<typeof slipAnswer>;

/** The clocks and statuses sampled, and how many matters of each. */
const owed = [
	'reply.unconditional',
	'reply.conditional',
	'delivery',
	'correction',
	'catalogue.update',
	'catalogue.review',
];
const asked = owed.flatMap(clock => ['met', 'late', 'overdue', 'running', 'paused'].map(status => ({ clock, status })));
const EACH = 2;

let house: Running;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let known: number;
let sample: { row: Matter; address: string; slip: Answer }[];

beforeAll(async () => {
	[house, browser] = await Promise.all([startHouse(), openBrowser()]);
	context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	page = await context.newPage();
	await signIn(page, house.url, 'supervisor');
	({ known } = await read<{ known: number }>('/api/v1/league'));
	sample = [];
	for (const { clock, status } of asked) {
		const found = await read<{ rows: Matter[] }>(
			`/api/v1/measures/matters?${new URLSearchParams({ clock, status, limit: String(EACH), known: String(known) })}`,
		);
		for (const row of found.rows) sample.push(await slipOf(row));
	}
}, 240_000);
afterAll(async () => {
	await browser?.close();
	await house?.remove();
});

describe('计时说明：示例城市中抽取的时限，由说明自己的步骤重算', () => {
	test('抽取约四十件，各时限、各状态都有', () => {
		expect(sample.length).toBeGreaterThanOrEqual(35);
		expect(new Set(sample.map(({ row }) => row.clock)).size).toBe(owed.length);
		expect(new Set(sample.map(({ row }) => row.status))).toContain('paused');
	});

	test('到期日、状态、逾期与清单相同，并写明截至日、账本位置、日历与口径版本', () => {
		for (const { row, slip } of sample) {
			expect(slip, row.case_id).toMatchObject({
				case_id: row.case_id,
				dueOn: row.due_on,
				status: row.status,
				days_late: row.days_late,
				known,
			});
			expect(slip.as_of).toMatch(/^\d{4}-\d{2}-\d{2}$/);
			expect(slip.calendar).toMatch(/^[\d+]+·[0-9a-f]{8}$/);
			expect(slip.policy.effective).toBe('2025-08-01');
		}
	});

	test('自起算次日至到期日，每一天恰好说明一次；计入的编号相连', () => {
		for (const { row, slip } of sample.filter(settled)) {
			const days = slip.steps.filter(step => isDay(step) && step.day <= (slip.dueOn ?? ''));
			const numbers = days.map(step => dayNumber(toDay(step.day)));
			const first = dayNumber(toDay(slip.steps[0]?.day ?? ''));
			const last = dayNumber(toDay(slip.dueOn ?? ''));
			expect(numbers, row.case_id).toEqual(Array.from({ length: last - first }, (_, at) => first + 1 + at));
			const counted = days.flatMap(step => (step.kind === 'count' ? [step.n] : []));
			expect(counted, row.case_id).toEqual(counted.map((_, at) => at + 1));
		}
	});

	test('计入与中止的工作日之和＝法定工作日＋延期＋中止', () => {
		for (const { row, slip } of sample.filter(settled)) {
			const days = slip.steps.filter(step => step.day <= (slip.dueOn ?? ''));
			const passed = days.filter(step => step.kind === 'count' || step.kind === 'pause').length;
			const allowed = clocks[row.clock as ClockName].workdays ?? 0;
			expect(passed, row.case_id).toBe(allowed + slip.extended + slip.paused_days);
			expect(
				days.some(step => step.kind === 'due' && step.day === slip.dueOn),
				row.case_id,
			).toBe(true);
		}
	});

	test('周末计入的有调休通知为据，平日不计入的有放假通知为据', () => {
		const unusual = sample.flatMap(({ slip }) => slip.steps).filter(step => isDay(step) && isUnusual(step));
		expect(unusual.length).toBeGreaterThan(0);
		for (const step of unusual) expect(step.basis, step.text).toMatch(/通知|放假办法/);
	});

	test('逾期的工作日逐日编号，最后一个等于逾期天数；未逾期的没有', () => {
		for (const { row, slip } of sample) {
			const numbered = slip.late_days.flatMap(day => (day.n === null ? [] : [day.n]));
			expect(numbered, row.case_id).toEqual(Array.from({ length: row.days_late ?? 0 }, (_, at) => at + 1));
			if (slip.endedOn !== null) expect(slip.daysLate, row.case_id).toBe(row.days_late);
		}
	});

	test('假如：实际一栏就是说明的结果；所依据的版本与实际相同；有的因口径而不同', () => {
		for (const { row, slip } of sample) {
			const { actual, versions, asked } = slip.supposed;
			expect(actual, row.case_id).toMatchObject({ dueOn: slip.dueOn, status: row.status, daysLate: row.days_late });
			expect(versions.find(each => each.governs)?.differs, row.case_id).toEqual([]);
			expect(asked).toBeNull();
		}
		const different = sample.flatMap(({ slip }) => slip.supposed.fields.filter(({ differs }) => differs.length > 0));
		expect(new Set(different.map(({ field }) => field)).size).toBeGreaterThan(2);
	});
});

describe('计时说明：页面', () => {
	test('到期日与清单相同，没有控制台告警；打印为一页A4，不带导航', async () => {
		const heard = complaints(page);
		const { row, address } = sample.find(each => each.row.status === 'late' && each.row.due_on !== null) ?? raise();
		const answer = await page.goto(`${house.url}${address}`, { waitUntil: 'networkidle' });
		expect(answer?.status()).toBe(200);
		const sheet = page.getByRole('article', { name: '计时说明' });
		expect(await sheet.locator('table time').first().getAttribute('datetime')).toBe(row.due_on);
		const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
		expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
		await page.emulateMedia({ media: 'print' });
		expect(await page.getByRole('navigation', { name: '主导航' }).isVisible()).toBe(false);
		await page.emulateMedia({ media: null });
		expect(heard).toEqual([]);
	});

	test('事项页上每个时限都可打印计时说明', async () => {
		const { row } = sample[0] ?? raise();
		await page.goto(`${house.url}/cases/${encodeURIComponent(row.case_id)}?known=${known}`);
		await page.getByRole('link', { name: '打印计时说明' }).first().click();
		await page.waitForURL(/\/slip\?/);
		await page.getByRole('heading', { level: 1, name: '计时说明' }).waitFor();
	});

	test('假如：不用脚本填几项口径，地址带着假设，结果与接口相同；填错的说明而不丢失', async () => {
		const { address, slip } =
			sample.find(({ row }) => row.status === 'met' && row.clock === 'reply.conditional') ?? raise();
		const plain = await browser.newContext({ javaScriptEnabled: false });
		await plain.addCookies(await context.cookies());
		const reader = await plain.newPage();
		await reader.goto(`${house.url}${address}`);
		await reader.getByText('自选口径，可同时改几项').click();
		await reader.getByLabel('到期时刻').fill('12:00');
		await reader.getByLabel(/休息日收到/).selectOption('next_workday');
		await reader.getByRole('button', { name: '看结果' }).click();
		const compared = reader.getByRole('region', { name: '按所填口径' });
		await compared.waitFor();
		const { search } = new URL(reader.url());
		expect(search).toContain('due_cutoff=12%3A00');
		const told = await read<Answer>(`/api/v1${address.split('?')[0]}${search}`);
		for (const words of told.supposed.asked?.differs ?? ['没有假设'])
			expect(await compared.innerText()).toContain(words);
		expect(told).toMatchObject({
			dueOn: slip.dueOn,
			supposed: { given: { due_cutoff: '12:00', rest_day_receipt: 'next_workday' } },
		});
		await reader.goto(`${house.url}${address}&due_cutoff=99`);
		expect(await reader.getByRole('alert').innerText()).toContain('“99”不正确');
		expect(await reader.getByLabel('到期时刻').inputValue()).toBe('99');
		const wrong = await context.request.get(`${house.url}/api/v1${address}&due_cutoff=99`);
		expect([wrong.status(), (await wrong.json()).code]).toEqual([400, 'bad_policy']);
		await plain.close();
	});

	test('没有这一计时的，说明从哪里打开；联络员看不到别的部门的', async () => {
		const missing = await context.request.get(`${house.url}/api/v1/cases/NO-SUCH/slip?clock=delivery`);
		expect(missing.status()).toBe(404);
		const wrong = await context.request.get(`${house.url}/api/v1/cases/NO-SUCH/slip?clock=nothing`);
		expect(wrong.status()).toBe(400);
		const own = await browser.newContext();
		const liaison = await own.newPage();
		await signIn(liaison, house.url, 'liaison');
		const department = (await (await own.request.get(`${house.url}/api/v1/measures/matters?limit=1`)).json()).rows[0];
		const parties = [department.department, department.counterparty];
		const foreign = sample.find(({ row }) => !parties.some(one => one === row.department || one === row.counterparty));
		const address = `${house.url}/api/v1${foreign?.address}`;
		const seen = await own.request.get(address);
		const listed = await own.request.get(`${house.url}/api/v1/cases/${encodeURIComponent(foreign?.row.case_id ?? '')}`);
		expect(seen.status()).toBe(listed.status());
		await own.close();
	});
});

describe('到期日试算', () => {
	test('不用脚本：填表提交，得到与接口相同的到期日与暂定标记', async () => {
		const plain = await browser.newContext({ javaScriptEnabled: false });
		await plain.addCookies(await context.cookies());
		const reader = await plain.newPage();
		await reader.goto(`${house.url}/due`);
		await reader.getByLabel(/^时限/).selectOption('delivery');
		await reader.getByLabel(/^起算日/).fill('2026-12-10');
		await reader.getByRole('button', { name: '试算' }).click();
		expect(new URL(reader.url()).searchParams.get('from')).toBe('2026-12-10');
		const told = await reader.getByRole('region', { name: '试算结果' }).innerText();
		const { due } = await read<{ due: string }>('/api/v1/due?clock=delivery&from=2026-12-10');
		expect(due).toBe('2027-01-08');
		expect(told).toContain('2027年1月8日');
		expect(told).toContain('暂定');
		await plain.close();
	});

	test.each([
		['clock=reply.conditional&from=2026-09-01&extended=10', '2026年9月29日'],
		['clock=reply.unconditional&from=2026-02-27&time=16:40', '2026年2月28日'],
		['clock=delivery&from=2026-09-01&extended=3', '没有规定这一时限可以延长'],
		['clock=delivery&from=2026-02-30', '日历中没有这一天'],
	])('%s → %s', async (query, says) => {
		await page.goto(`${house.url}/due?${query}`);
		expect(await page.locator('main').innerText()).toContain(says);
	});
});

/** Running its days out: not standing still on the day asked about. */
function settled({ slip }: { slip: Answer }): boolean {
	return slip.status !== 'paused' && slip.dueOn !== null;
}

function isDay({ kind }: Step): boolean {
	return kind === 'count' || kind === 'skip' || kind === 'pause';
}

/** A weekend that counts or a weekday that does not. */
function isUnusual({ day, kind }: Step): boolean {
	const isWeekend = [0, 6].includes(weekday(toDay(day)));
	return kind === 'skip' ? !isWeekend : isWeekend;
}

async function read<T>(path: string): Promise<T> {
	const response = await context.request.get(`${house.url}${path}`);
	expect(response.status(), path).toBe(200);
	return response.json();
}

/** The slip of the run that makes a matter's due day. */
async function slipOf(row: Matter) {
	const found = await read<CaseData>(`/api/v1/cases/${encodeURIComponent(row.case_id)}?known=${known}`);
	const run = found.runs.find(
		each =>
			each.clock === row.clock &&
			each.department === row.department &&
			each.status === row.status &&
			each.started_on === row.started_on &&
			each.due_on === row.due_on,
	);
	const query = new URLSearchParams({
		line: run?.line ?? '',
		clock: row.clock,
		run: String(run?.run ?? 0),
		known: String(known),
	});
	const address = `/cases/${encodeURIComponent(row.case_id)}/slip?${query}`;
	return { row, address, slip: await read<Answer>(`/api/v1${address}`) };
}

function raise(): never {
	throw new Error('示例城市中没有这样的事项');
}
