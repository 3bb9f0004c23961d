import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SourceData } from '#app/loaders/source.server.ts';
import { complaints, emptyDataDir, openBrowser, type Running, shudu, signIn, startHouse } from '#test/house.ts';
import { json, openPlatform } from '#test/ingest/platform.ts';
import { shoot } from './shoot.ts';

const SOON = { timeout: 60_000 };
const PASSWORD = 'a-long-password';
const off = { SHUDU_SAMPLE: 'off' };

let house: Running;
let browser: Browser;
let page: Page;
let platform: Awaited<ReturnType<typeof openPlatform>>;
let heard: string[];

/** Two events to be had, one of them broken; anything but the right token is refused. */
const SECRET = 'a-token-that-nobody-sees-again';
const events = [
	{
		specversion: '1.0',
		id: 'E1',
		source: '/platforms/330100-hrss',
		type: 'request.received',
		time: '2026-11-02T09:00:00+08:00',
		subject: 'SQ-1/1',
		data: { department: '11330100002489559B', sharing: 'conditional' },
	},
	{ specversion: '1.0', id: 'E2', source: '/platforms/330100-hrss', type: '不认识的事件' },
];

beforeAll(async () => {
	platform = await openPlatform((url, response, request) => {
		if (request.headers.authorization !== `Bearer ${SECRET}`) return json(response, {}, 401);
		const after = Number(url.searchParams.get('after') ?? 0);
		json(response, { events: events.slice(after), next: String(events.length), more: false });
	});
	const dataDir = emptyDataDir();
	await shudu(dataDir, ['user', 'add', 'guan', '--role', 'admin', '--password', PASSWORD], off);
	await shudu(dataDir, ['user', 'add', 'jian', '--role', 'supervisor', '--password', PASSWORD], off);
	[house, browser] = await Promise.all([startHouse({ TODAY: '2026-11-20', ...off }, dataDir), openBrowser()]);
	page = await signedIn('guan');
	heard = complaints(page);
}, 240_000);
afterAll(async () => {
	await browser?.close();
	await house?.remove();
	await platform?.close();
});

async function signedIn(name: string): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	context.setDefaultTimeout(60_000);
	const opened = await context.newPage();
	await signIn(opened, house.url, name, PASSWORD);
	return opened;
}

const main = () => page.locator('main').innerText();
const read = async (by = page) =>
	(await (await by.context().request.get(`${house.url}/api/v1/sources/330100-hrss`)).json()) as SourceData;

describe('登记一个接口采集的来源', () => {
	test('填错的在所填之处说明；令牌不对的，试取说明平台拒绝访问', async () => {
		await page.goto(`${house.url}/sources/new`);
		await page.getByRole('button', { name: '登记' }).click();
		await page.getByText('请填写接口地址').waitFor();
		expect(await main()).toContain('请填写名称');
		await page.getByLabel('名称', { exact: true }).fill('市人力社保局平台');
		await page.getByLabel('代码', { exact: true }).fill('330100-hrss');
		await page.getByLabel('接口地址').fill(platform.url);
		await page.getByRole('button', { name: '测试连接并试取' }).click();
		await page.getByText('平台拒绝访问').waitFor();
	});

	test('试取：原始数据、事件、拒收逐行对照，什么也不写入', async () => {
		await page.getByLabel('访问令牌').fill(SECRET);
		await page.getByRole('button', { name: '测试连接并试取' }).click();
		await page.getByText('可成为').waitFor();
		expect(await main()).toContain('读到2行，可成为1个事件，拒收1条。只作显示，没有写入。');
		expect(await page.getByLabel('访问令牌').inputValue()).toBe(SECRET);
		await shoot(page, 'source-new');
		expect((await page.context().request.get(`${house.url}/api/v1/sources/330100-hrss`)).status()).toBe(404);
	});

	test('登记后即采集，页面写明入账和拒收；令牌不再出现在任何地方', async () => {
		await page.getByRole('button', { name: '登记', exact: true }).click();
		await page.getByText('采集记录').waitFor();
		await expect.poll(async () => (await read()).runs.length, SOON).toBe(1);
		const { runs, acts, pull } = await read();
		expect(runs[0]).toMatchObject({ accepted: 1, rejected: 1, duplicates: 0, fault: null });
		expect(acts.map(({ account, act }) => [account, act])).toEqual([['guan', 'added']]);
		expect(pull).toMatchObject({ circuit: 'closed', cursor: '2' });
		await page.reload();
		await page.getByText('已读到平台的第2位').waitFor();
		await shoot(page, 'source');
		expect(await page.content()).not.toContain(SECRET);
		await page.goto(`${house.url}/sources/330100-hrss/edit`);
		await page.getByLabel('接口地址').waitFor();
		expect(await page.content()).not.toContain(SECRET);
	});

	test('暂停、恢复、立即采集，各留下何人何时', async () => {
		await page.goto(`${house.url}/sources/330100-hrss`);
		for (const [button, said] of [
			['暂停采集', '已暂停。'],
			['恢复采集', '已恢复。'],
			['立即采集', '已安排立即采集'],
		] as const) {
			await page.getByRole('button', { name: button }).click();
			await page.getByText(said).waitFor();
		}
		await expect
			.poll(async () => (await read()).acts.map(each => each.act))
			.toEqual(['pulled', 'resumed', 'paused', 'added']);
		await expect.poll(async () => (await read()).runs[0]?.accepted, SOON).toBe(0);
	});

	test('补采：说不通的范围写明原因；补完写明读了多少行、多少重复，日常采集的位置不变', async () => {
		await page.goto(`${house.url}/sources/330100-hrss`);
		await page.getByLabel('起始游标').fill('0');
		await page.getByRole('button', { name: '开始补采' }).click();
		await page.getByText('已开始补采').waitFor();
		await page.getByText('已完成').waitFor();
		expect(await main()).toContain('1页；入账0条，重复1条，拒收1条');
		await shoot(page, 'source-back-fill');
		const { back_fills, pull } = await read();
		expect(back_fills).toMatchObject([{ no: 1, state: 'done', begins: '0', ends: null, account: 'guan', rows: 2 }]);
		expect(pull?.cursor).toBe('2');
		const post = (body: object) =>
			page.context().request.post(`${house.url}/api/v1/sources/330100-hrss/backfills`, { data: body });
		expect((await (await post({ begins: null, ends: '9' })).json()).message).toContain('不能指定止');
		expect((await post({ act: 'stop' })).status()).toBe(409);
		expect((await post({ begin: 1 })).status()).toBe(400);
		expect(await (await post({ begins: null, ends: null })).json()).toMatchObject([{ no: 2 }, { no: 1 }]);
		await expect.poll(async () => (await read()).back_fills[0]?.state).toBe('done');
		expect(await house.shudu('backfill', 'list', '330100-hrss')).toContain('共 2 段补采');
	});

	test('修改时不填令牌的沿用；换了主机的不沿用，平台拒绝，页面写明重试', async () => {
		await page.goto(`${house.url}/sources/330100-hrss/edit`);
		await page.getByLabel('名称', { exact: true }).fill('市人力社保局共享平台');
		await page.getByRole('button', { name: '测试连接并试取' }).click();
		await page.getByText('可成为').waitFor();
		await page.getByRole('button', { name: '保存修改' }).click();
		await page.getByRole('heading', { name: '市人力社保局共享平台' }).first().waitFor();
		expect((await read()).acts[0]).toMatchObject({ act: 'changed', detail: '名称改为“市人力社保局共享平台”' });
		await page.goto(`${house.url}/sources/330100-hrss/edit`);
		await page.getByLabel('接口地址').fill(platform.url.replace('127.0.0.1', 'localhost'));
		await page.getByRole('button', { name: '测试连接并试取' }).click();
		await page.getByText('平台拒绝访问').waitFor();
		await page.getByRole('button', { name: '保存修改' }).click();
		await page.getByText('采集记录').waitFor();
		await expect.poll(async () => (await read()).pull?.circuit, SOON).toBe('retrying');
		await page.reload();
		await page.getByText('重试中').waitFor();
		await shoot(page, 'source-failing');
	});

	test('监督人员可看现状和记录，看不到地址，也不能登记、修改、操作', async () => {
		const supervisor = await signedIn('jian');
		const told = await read(supervisor);
		expect(told).toMatchObject({ tended: false, place: null, name: '市人力社保局共享平台' });
		await supervisor.goto(`${house.url}/sources/330100-hrss`);
		await supervisor.getByText('采集记录').waitFor();
		expect(await supervisor.getByRole('button', { name: '立即采集' }).count()).toBe(0);
		for (const path of ['/sources/new', '/sources/330100-hrss/edit', '/mappings/edit']) {
			expect((await supervisor.goto(`${house.url}${path}`))?.status()).toBe(403);
		}
		const api = `${house.url}/api/v1/sources/330100-hrss/backfills`;
		expect((await supervisor.context().request.post(api, { data: { act: 'stop' } })).status()).toBe(403);
		for (const path of ['/sources/new', '/sources/330100-hrss', '/mappings/edit']) {
			const form = { intent: 'pause', kind: 'push', name: 'x', code: 'x' };
			const posted = await supervisor.context().request.post(house.url + path, { form });
			expect(posted.status()).toBe(403);
		}
	});
});

describe('平台主动报送的来源', () => {
	test('令牌只显示一次；更换后旧令牌即时失效', async () => {
		await page.goto(`${house.url}/sources/new?kind=push`);
		await page.getByLabel('名称', { exact: true }).fill('市民政局平台');
		await page.getByLabel('代码', { exact: true }).fill('330100-civil');
		await page.getByRole('button', { name: '登记', exact: true }).click();
		const first = await page.locator('.token code').innerText();
		const push = async (token: string) =>
			(
				await page.context().request.post(`${house.url}/api/v1/events`, {
					headers: { authorization: `Bearer ${token}`, 'content-type': 'application/cloudevents-batch+json' },
					data: '[]',
				})
			).status();
		expect(await push(first)).toBe(200);
		await page.getByRole('link', { name: '查看该来源' }).click();
		await page.getByRole('button', { name: '更换报送令牌' }).click();
		const second = await page.locator('.token code').innerText();
		expect([await push(first), await push(second)]).toEqual([401, 200]);
		await page.goto(`${house.url}/sources/330100-civil`);
		await page.getByText('操作记录').waitFor();
		expect(await page.content()).not.toContain(second);
	});

	test('页面没有报错', () => {
		expect(heard.filter(each => !/status of (400|401|404|409)/.test(each))).toEqual([]);
	});
});
