import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaints, openBrowser, type Running, signIn, startHouse } from '#test/house.ts';
import { addSource, type Json, push } from '#test/http/user.ts';

const HRSS = '11330100002489559B';
const CIVIL = '113301000024896012';
const PASSWORD = 'a-long-password';

const event = (id: string, type: string, time: string, data: Json = {}, recordedtime = time) => ({
	specversion: '1.0',
	id,
	source: '/platforms/hrss',
	type,
	time: `${time}:00+08:00`,
	recordedtime: `${recordedtime}:00+08:00`,
	subject: 'SQ-1',
	data: { department: HRSS, department_name: '市人力社保局', counterparty: CIVIL, ...data },
});

/** 3月2日收到、3月16日到期；答复填在3月13日，平台3月18日记录。 */
const told = [
	event('R', 'request.received', '2026-03-02T09:00', { sharing: 'conditional', catalogue: '330100/hrss/1' }),
	event('A', 'request.replied', '2026-03-13T16:40', { outcome: 'refuse', reason_code: '2' }, '2026-03-18T09:12'),
];

let house: Running;
let browser: Browser;
let page: Page;

async function open(name: string): Promise<Page> {
	const own = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
	await signIn(own, house.url, name, PASSWORD);
	return own;
}

beforeAll(async () => {
	[house, browser] = await Promise.all([startHouse({ SHUDU_SAMPLE: 'off', TODAY: '2026-03-20' }), openBrowser()]);
	await house.shudu('user', 'add', 'li', '--role', 'supervisor', '--title', '监督处', '--password', PASSWORD);
	await house.shudu('user', 'add', 'wu', '--role', 'auditor', '--password', PASSWORD);
	await house.shudu('user', 'add', 'hu', '--role', 'liaison', '--department', HRSS, '--password', PASSWORD);
	const answer = await push(house.url, await addSource(house, 'hrss', { kind: 'push' }), told);
	expect(answer.accepted).toBe(2);
	page = await open('li');
}, 120_000);
afterAll(async () => {
	await browser?.close();
	await house?.remove();
});

describe('认定时间证据：从清单到事项，采信，再反悔', () => {
	test('倒签的答复在清单上，未认定；点开即到事项，三个时间与两种结果都写明', async () => {
		const heard = complaints(page);
		await page.goto(`${house.url}/evidence`);
		await page.getByRole('link', { name: '未认定1件，查看清单', exact: true }).click();
		await page.getByRole('link', { name: 'SQ-1' }).click();
		const reply = page.locator('.timeline li', { hasText: '作出答复' });
		await reply.getByText('认定时间证据').click();
		expect(await reply.innerText()).toMatch(/办理\s*2026年3月13日 16:40\s*平台记录　2026年3月18日 09:12，晚4天16小时/);
		expect(await reply.innerText()).toContain('逾期办结变为按时办结，办结日2026年3月18日变为2026年3月13日');
		expect(await reply.innerText()).toContain('各时限与现在相同');
		expect(heard).toEqual([]);
	});

	test('采信之后：事项按时办结，认定与文号留在行为之旁，计时说明写明凭哪一次认定', async () => {
		const reply = page.locator('.timeline li', { hasText: '作出答复' });
		await reply.getByLabel('采信，以所填办理时间为准').first().check();
		await reply.getByLabel('理由和所依据的证据').fill('核对收文登记簿原件，3月13日已送达');
		await reply.getByLabel('文号（可不填）').fill('数督核〔2026〕3号');
		await reply.getByRole('button', { name: '登记认定' }).click();
		await page.waitForURL(/\/cases\/SQ-1#event-/);
		await page.locator('.proofs').waitFor();
		expect(await page.locator('.proofs').innerText()).toMatch(
			/时间证据采信[\s\S]*监督处（li）[\s\S]*数督核〔2026〕3号[\s\S]*核对收文登记簿/,
		);
		expect(await page.locator('.slip .status').innerText()).toContain('按时办结');
		await page.getByRole('link', { name: '打印计时说明' }).click();
		await page.waitForURL(/\/slip/);
		await page.locator('.sheet').waitFor();
		expect(await page.locator('.sheet').innerText()).toContain('（监督处（li）认定，数督核〔2026〕3号，账本第3条）');
	});

	test.each([
		['没有选择', { reason: '有据' }, 400, '请选择采信或者不采信'],
		['没有理由', { accepted: 'true', reason: ' ' }, 400, '请写明认定的理由和所依据的证据'],
		['理由过长', { accepted: 'true', reason: '长'.repeat(1001) }, 400, '各不超过1000字'],
		['没有这一行为', { accepted: 'true', reason: '有据', event: 'B' }, 404, '没有这一办理行为'],
		['收到不因证据改变', { accepted: 'true', reason: '有据', event: 'R' }, 404, '没有这一办理行为'],
		['没有指明行为', { accepted: 'true', reason: '有据', source: '' }, 400, '没有指明认定哪一个办理行为'],
	])('%s：一句话说明，不登记', async (_, given, status, sentence) => {
		const before = await page.context().request.get(`${house.url}/api/v1/measures/evidence_officers`);
		const form = { source: '2', event: 'A', since: '0', ...given };
		const answer = await page.context().request.post(`${house.url}/cases/SQ-1/evidence?source=2&event=A`, { form });
		expect([answer.status(), (await answer.text()).includes(sentence)]).toEqual([status, true]);
		const after = await page.context().request.get(`${house.url}/api/v1/measures/evidence_officers`);
		expect(((await after.json()) as Json).rows).toEqual(((await before.json()) as Json).rows);
	});

	test('查看历史时没有认定表单，提交也不登记', async () => {
		await page.goto(`${house.url}/cases/SQ-1?as_of=2026-03-19`);
		expect(await page.locator('.prove').count()).toBe(0);
		const form = { source: '2', event: 'A', since: '0', accepted: 'true', reason: '有据' };
		const answer = await page.context().request.post(`${house.url}/cases/SQ-1/evidence?as_of=2026-03-19`, { form });
		expect([answer.status(), (await answer.text()).includes('正在查看历史，不能在此认定')]).toEqual([400, true]);
	});

	test('两人同时认定：后提交的不予登记，请其刷新', async () => {
		const address = `${house.url}/cases/SQ-1/evidence?source=2&event=A`;
		const [one, other] = [await open('li'), await open('li')];
		for (const each of [one, other]) await each.goto(address);
		for (const each of [one, other]) {
			await each.getByLabel('不采信，以平台记录时间为准').check();
			await each.getByLabel('理由和所依据的证据').fill('登记簿有涂改');
		}
		await one.getByRole('button', { name: '登记认定' }).click();
		await one.waitForURL(/\/cases\/SQ-1#event-/);
		await other.getByRole('button', { name: '登记认定' }).click();
		await other.getByRole('alert').waitFor();
		expect(await other.getByRole('alert').innerText()).toContain('已有他人先作出同一办理');
		expect(await one.locator('.proofs li').count()).toBe(2);
		expect(await one.locator('.slip .status').innerText()).toContain('逾期办结');
	});

	test('清单记下认定人与采信率；审计人员看得到而不能认定，联络员只在事项中看到', async () => {
		await page.goto(`${house.url}/evidence`);
		const officers = page.locator('.panel', { hasText: '按认定人' });
		expect(await officers.locator('tbody').innerText()).toMatch(/监督处（li）\s*1\s*0\s*0\.0%/);
		const auditor = await open('wu');
		await auditor.goto(`${house.url}/evidence?decided=refused`);
		expect(await auditor.locator('.pager').getAttribute('data-total')).toBe('1');
		await auditor.goto(`${house.url}/cases/SQ-1`);
		expect([await auditor.locator('.proofs li').count(), await auditor.locator('.prove').count()]).toEqual([2, 0]);
		const liaison = await open('hu');
		expect((await liaison.goto(`${house.url}/evidence`))?.status()).toBe(403);
		await liaison.goto(`${house.url}/cases/SQ-1`);
		expect(await liaison.locator('.proofs li').count()).toBe(2);
	});
});
