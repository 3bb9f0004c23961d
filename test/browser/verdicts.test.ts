import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultScheme } from '#analytics/law/scheme.ts';
import { complaints, openBrowser, type Running, signIn, startHouse } from '#test/house.ts';
import { addSource, type Json, push } from '#test/http/user.ts';
import { shoot } from './shoot.ts';

const HRSS = '11330100002489559B';
const CIVIL = '113301000024896012';
const PASSWORD = 'a-long-password';

let told = 0;
const event = (type: string, time: string, data: Json, subject?: string) => ({
	...{ specversion: '1.0', id: `E${told++}`, source: '/platforms/hrss', type, time: `${time}:00+08:00` },
	...(subject === undefined ? {} : { subject }),
	data: { department: HRSS, ...data },
});
const body = (code: string, name: string) =>
	event('organisation.changed', '2026-01-01T09:00', {
		...{ kind: 'establish', effective: '2020-01-01', to: [{ code, name, kind: 'department', region: '330100' }] },
	});
/** 十件有条件共享申请，3月16日到期，九件当日答复，一件次日。 */
const replies = Array.from({ length: 10 }, (_, n) => [
	event('request.received', '2026-03-02T09:00', { sharing: 'conditional', counterparty: CIVIL }, `SQ-${n}`),
	event('request.replied', `2026-03-${n < 9 ? 16 : 17}T15:00`, { outcome: 'refuse', reason_code: '2' }, `SQ-${n}`),
]).flat();
const order = event('enforcement.ordered', '2026-03-03T09:00', {
	...{ department: 'authority', counterparty: HRSS, document: '数责〔2026〕1号', deadline: '2026-03-12' },
});

let house: Running;
let browser: Browser;
let page: Page;

async function open(name: string): Promise<Page> {
	const own = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
	await signIn(own, house.url, name, PASSWORD);
	return own;
}

/** Nearly all of the weight on the conditional reply, so that ten matters make a composite score. */
async function weighReplies(): Promise<void> {
	const admin = await open('zhao');
	const weights = defaultScheme.weights.map(({ indicator }) => [
		`weight.${indicator}`,
		indicator === 'T2' ? String(100 - (defaultScheme.weights.length - 1) / 10) : '0.1',
	]);
	const papers = {
		effective: '2026-01-01',
		document: '数发〔2026〕1号',
		title: '评价方案',
		retroactive: 'yes',
		since: '0',
	};
	const form = { ...Object.fromEntries(weights), ...papers };
	const answer = await admin.context().request.post(`${house.url}/schemes`, { form });
	expect(await answer.text()).toContain('数发〔2026〕1号');
	await admin.context().close();
}

beforeAll(async () => {
	[house, browser] = await Promise.all([startHouse({ SHUDU_SAMPLE: 'off', TODAY: '2026-03-20' }), openBrowser()]);
	await house.shudu('user', 'add', 'zhao', '--role', 'admin', '--password', PASSWORD);
	await house.shudu('user', 'add', 'li', '--role', 'supervisor', '--title', '监督处', '--password', PASSWORD);
	await house.shudu('user', 'add', 'wu', '--role', 'auditor', '--password', PASSWORD);
	await house.shudu('user', 'add', 'hu', '--role', 'liaison', '--department', CIVIL, '--password', PASSWORD);
	const events = [body(HRSS, '市人力社保局'), body(CIVIL, '市民政局'), ...replies, order];
	const answer = await push(house.url, await addSource(house, 'hrss', { kind: 'push' }), events);
	expect(answer.accepted).toBe(events.length);
	await weighReplies();
	page = await open('li');
}, 120_000);
afterAll(async () => {
	await browser?.close();
	await house?.remove();
});

describe('典型案例与拒不改正：填写、预览、确认、更正、撤回', () => {
	test('缺项逐条指出而不丢失所填；预览写明得分怎样变化，没有确认就不登记', async () => {
		const heard = complaints(page);
		await page.goto(`${house.url}/verdicts`);
		await page.getByRole('link', { name: '登记典型案例' }).click();
		await page.getByLabel('案例名称').fill('出生一件事');
		await page.getByRole('button', { name: '预览影响' }).click();
		await page.getByText('有4处需要更正').waitFor();
		expect(await page.getByLabel('案例名称').inputValue()).toBe('出生一件事');
		await page.getByLabel('部门').selectOption({ label: '市人力社保局' });
		await page.getByLabel('推广该案例的上级机关').fill('国家数据局');
		await page.getByLabel('文号').fill('国数〔2026〕3号');
		await page.getByLabel('印发日期').fill('2026-02-20');
		await page.getByRole('button', { name: '预览影响' }).click();
		const effects = page.getByRole('table', { name: '综合评价改变的部门' });
		await effects.waitFor();
		expect(await effects.locator('tbody').innerText()).toMatch(/市人力社保局\s*66\.\d\d → 67\.\d\d\s*合格（不变）/);
		await shoot(page, 'verdict-preview');
		await page.getByRole('button', { name: '返回修改' }).click();
		await page.getByLabel('案例名称').waitFor();
		expect(await page.getByLabel('文号').inputValue()).toBe('国数〔2026〕3号');
		const rows = await page.context().request.get(`${house.url}/api/v1/measures/verdicts`);
		expect(((await rows.json()) as Json).rows).toEqual([]);
		expect(heard.filter(each => !each.includes('status of 400'))).toEqual([]);
	});

	test('确认登记后计入加分；评分表注明文号，并通到登记；更正不改变归期', async () => {
		await page.getByRole('button', { name: '预览影响' }).click();
		await page.getByRole('button', { name: '确认登记' }).click();
		const row = page.getByRole('table', { name: '典型案例' }).locator('tbody tr');
		await row.getByText('● 有效').waitFor();
		expect(await row.innerText()).toMatch(
			/出生一件事[\s\S]*国数〔2026〕3号[\s\S]*国家数据局[\s\S]*2026年3月20日[\s\S]*监督处/,
		);
		await page.goto(`${house.url}/scores/${HRSS}`);
		await page.getByText('上级推广的典型案例（第九条）：1件').waitFor();
		await page.getByRole('link', { name: '该部门的典型案例与拒不改正认定' }).click();
		await page.getByRole('link', { name: '更正', exact: true }).click();
		await page.getByLabel('案例名称').fill('新生儿一件事');
		await page.getByLabel('更正的理由').fill('名称有误');
		await page.getByRole('button', { name: '预览影响' }).click();
		await page.getByText('综合得分、等次、名次都不变').waitFor();
		await page.getByRole('button', { name: '确认登记' }).click();
		await page.getByText('更正理由：名称有误').waitFor();
		expect(await page.getByRole('table', { name: '典型案例' }).locator('tbody tr').count()).toBe(2);
	});

	test('认定拒不改正：须有期满的责令改正；等次随之受限，撤回后恢复', async () => {
		await page.goto(`${house.url}/verdicts`);
		await page.getByRole('link', { name: '认定拒不改正' }).click();
		await page
			.getByLabel('所依据的责令改正')
			.selectOption({ label: '市人力社保局：责令改正（数责〔2026〕1号，2026年3月3日作出，期限至2026年3月12日）' });
		await page.getByLabel('认定', { exact: true }).selectOption({ label: '构成拒不改正' });
		await page.getByLabel('理由').fill('期满未整改，也未说明');
		await page.getByLabel('认定文号').fill('数认〔2026〕2号');
		await page.getByRole('button', { name: '预览影响' }).click();
		await page.getByText('合格 → 不合格').waitFor();
		await page.getByRole('button', { name: '确认登记' }).click();
		const row = page.getByRole('table', { name: '拒不改正' }).locator('tbody tr');
		await row.getByText('● 有效').waitFor();
		await shoot(page, 'verdicts');
		await row.getByRole('link', { name: '撤回' }).click();
		await page.getByLabel('撤回的理由').fill('事实不清');
		await page.getByRole('button', { name: '预览影响' }).click();
		await page.getByText('不合格 → 合格').waitFor();
		await page.getByRole('button', { name: '确认登记' }).click();
		await row.getByText('○ 已撤回').waitFor();
		expect(await row.innerText()).toContain('由监督处撤回，理由：事实不清');
	});

	test('预览之后他人已登记的，重新预览而不登记；历史中不能登记', async () => {
		const given = { fact: 'model_case', department: HRSS, title: '另一件事', recognised_by: '省数据局' };
		const form = { ...given, document: '省数〔2026〕5号', issued: '2026-03-01', intent: 'confirm', digest: '旧的' };
		const send = (path: string) => page.context().request.post(`${house.url}${path}`, { form });
		const stale = await send('/verdicts/new');
		expect([stale.status(), (await stale.text()).includes('已有他人登记，本次未登记')]).toEqual([409, true]);
		const past = await send('/verdicts/new?as_of=2026-03-10');
		expect([past.status(), (await past.text()).includes('正在查看历史，不能在此登记')]).toEqual([400, true]);
		expect((await send('/verdicts/new?corrects=1')).status()).toBe(409);
		expect((await page.goto(`${house.url}/verdicts/new?corrects=1`))?.status()).toBe(404);
	});

	test('审计人员看得到而不能登记；联络员只看到本部门的', async () => {
		const auditor = await open('wu');
		await auditor.goto(`${house.url}/verdicts`);
		await auditor.getByRole('table', { name: '典型案例' }).waitFor();
		expect(await auditor.getByRole('link', { name: '登记典型案例' }).count()).toBe(0);
		expect((await auditor.goto(`${house.url}/verdicts/new`))?.status()).toBe(403);
		expect((await auditor.context().request.post(`${house.url}/verdicts/new`, { form: {} })).status()).toBe(403);
		const liaison = await open('hu');
		await liaison.goto(`${house.url}/verdicts`);
		await liaison.getByText('没有登记典型案例。').waitFor();
		const file = await auditor.context().request.get(`${house.url}/verdicts.csv`);
		expect((await file.text()).trim().split('\r\n')).toHaveLength(4);
	});
});
