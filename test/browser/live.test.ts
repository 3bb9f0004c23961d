import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startOf, toDay } from '#analytics/law/day.ts';
import { readEnv } from '#app/env.ts';
import { type Opened, openHouse } from '#app/server.ts';
import {
	complaints,
	emptyDataDir,
	lastLine,
	openBrowser,
	type Running,
	shudu,
	signIn,
	startHouse,
} from '#test/house.ts';

const off = { SHUDU_SAMPLE: 'off', TODAY: '2026-03-20' };
const HRSS = '11330100002489559B';
let browser: Browser;
beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser?.close());

const source = { code: '330100-hrss', name: '市人力社保局平台', region: '330100', connect: { kind: 'push' } };
const act = (id: string, type: string, time: string, subject: string, data: object) => ({
	specversion: '1.0',
	id,
	source: '/platforms/330100-hrss',
	type,
	time,
	subject,
	data: { department: HRSS, department_name: '市人力社保局', region: '330100', ...data },
});

async function pushTo(url: string, token: string, ...events: object[]): Promise<void> {
	const response = await fetch(`${url}/api/v1/events`, {
		method: 'POST',
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/cloudevents-batch+json' },
		body: JSON.stringify(events),
	});
	expect(response.status).toBe(200);
	expect(((await response.json()) as { rejected: unknown[] }).rejected).toEqual([]);
}

/** A folder with the push source and the supervisor; returns the source's token. */
async function furnish(dataDir: string): Promise<string> {
	const config = join(dataDir, 'hrss.json');
	writeFileSync(config, JSON.stringify(source));
	await shudu(dataDir, ['user', 'add', 'wang', '--role', 'supervisor', '--password', 'a-long-password'], off);
	return lastLine(await shudu(dataDir, ['source', 'add', config], off));
}

describe('监督处：打开超期清单，外面来了事件', () => {
	let house: Running;
	let token: string;
	let page: Page;
	let heard: string[];
	beforeAll(async () => {
		const dataDir = emptyDataDir();
		token = await furnish(dataDir);
		house = await startHouse(off, dataDir);
		await pushTo(
			house.url,
			token,
			act('E1', 'request.received', '2026-02-11T09:00:00+08:00', 'SQ20260211-0042/1', { sharing: 'conditional' }),
		);
		page = await browser.newPage();
		heard = complaints(page);
		await signIn(page, house.url, 'wang', 'a-long-password');
	});
	afterAll(async () => {
		await page?.close();
		await house?.remove();
	});

	test('超期的在清单里；答复一到，不刷新页面就离开清单', async () => {
		await page.goto(`${house.url}/overdue`);
		const row = page.getByRole('row', { name: /SQ20260211-0042/ });
		await row.waitFor();
		await page.getByText('实时', { exact: false }).first().waitFor();
		await page.evaluate(() => Object.assign(window, { sameDocument: true }));
		await pushTo(
			house.url,
			token,
			act('E2', 'request.replied', '2026-03-19T10:00:00+08:00', 'SQ20260211-0042/1', { outcome: 'agree' }),
		);
		await row.waitFor({ state: 'detached', timeout: 5000 });
		expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
	});

	test('新来的超期事项不刷新就出现；点进案件，读计时说明', async () => {
		await pushTo(
			house.url,
			token,
			act('E3', 'request.received', '2026-02-12T09:00:00+08:00', 'SQ20260212-0007/1', { sharing: 'conditional' }),
		);
		const link = page.getByRole('link', { name: 'SQ20260212-0007' });
		await link.waitFor({ timeout: 5000 });
		expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
		await link.click();
		await page.getByRole('heading', { name: /SQ20260212-0007/ }).waitFor();
		const text = await page.locator('main').innerText();
		expect(text).toContain('第二十一条');
		expect(text).toContain('2026年3月4日');
		expect(text).toContain('春节');
	});

	test('服务停了：页面说明连接已断；恢复后自动补上', async () => {
		await page.goto(`${house.url}/overdue`);
		await page.getByRole('link', { name: 'SQ20260212-0007' }).waitFor();
		const port = new URL(house.url).port;
		await house.stop('SIGKILL');
		await page.getByText('断开', { exact: false }).first().waitFor({ timeout: 10_000 });
		const again = await startHouse({ ...off, PORT: port }, house.dataDir);
		house = { ...again, remove: again.remove };
		await pushTo(
			house.url,
			token,
			act('E4', 'request.replied', '2026-03-19T10:00:00+08:00', 'SQ20260212-0007/1', { outcome: 'agree' }),
		);
		await page.getByRole('link', { name: 'SQ20260212-0007' }).waitFor({ state: 'detached', timeout: 20_000 });
		expect(heard.filter(line => !/WebSocket|ERR_CONNECTION|Failed to (load|fetch)/.test(line))).toEqual([]);
	});
});

describe('日期一变，没有事件也会超期', () => {
	let opened: Opened;
	let url: string;
	let shift = startOf(toDay('2026-03-03')) + 20 * 3_600_000 - Date.now();
	beforeAll(async () => {
		const dataDir = emptyDataDir();
		const token = await furnish(dataDir);
		const env = readEnv({ SHUDU_SAMPLE: 'off', DATA_DIR: dataDir, PORT: '0' });
		opened = await openHouse({ env, root: process.cwd(), now: () => Date.now() + shift });
		url = (await opened.start(() => {})).url ?? '';
		await pushTo(
			url,
			token,
			act('E1', 'request.received', '2026-02-11T09:00:00+08:00', 'SQ20260211-0042/1', { sharing: 'conditional' }),
		);
	});
	afterAll(() => opened?.close());

	test('3月3日到期：当天24时一过，打开着的清单里出现', async () => {
		const page = await browser.newPage();
		await signIn(page, url, 'wang', 'a-long-password');
		await page.goto(`${url}/overdue`);
		await page.getByText('实时', { exact: false }).first().waitFor();
		expect(await page.getByRole('link', { name: 'SQ20260211-0042' }).count()).toBe(0);
		shift += 5 * 3_600_000;
		await page.getByRole('link', { name: 'SQ20260211-0042' }).waitFor({ timeout: 5000 });
		await page.close();
	});
});
