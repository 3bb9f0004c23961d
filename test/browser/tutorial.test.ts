import type { Browser, Page } from 'playwright-core';
import connect, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaints, emptyDataDir, openBrowser, type Running, shudu, signIn, startHouse } from '#test/house.ts';
import { freshDatabase } from '#test/postgres.ts';
import { postgresBinaries } from '#test/postgres-setup.ts';
import { shoot } from './shoot.ts';

const SOON = { timeout: 60_000 };
const off = { SHUDU_SAMPLE: 'off' };
const PASSWORD = 'a-long-password';

/** The user's own table, in his own words. */
const columns = ['申请号', '提供单位代码', '提供单位', '类别', '受理日期', '答复日期', '答复结论', '交付日期'];
const hrss = ['11330100002489559B', '市人力社保局'];
const rows = [
	['2026-001', ...hrss, '有条件', '2026-10-12', '2026-10-20', '照准', ''],
	['2026-002', ...hrss, '有条件', '2026-10-13', '', '', ''],
];
const sample = [columns, ...rows].map(row => row.join('\t')).join('\n');

let house: Running;
let browser: Browser;
let page: Page;
let sql: Sql;
let front: URL;
let heard: string[];

beforeAll(async () => {
	if (postgresBinaries() === null) return;
	front = new URL(await freshDatabase());
	sql = connect(front.href, { max: 1, onnotice: () => {} });
	const typed = columns.map(name => `"${name}" ${name.endsWith('日期') ? 'date' : 'text'}`);
	await sql.unsafe(`create table share_request (${typed}, updated_at timestamp default clock_timestamp())`);
	for (const row of rows) await insert(row);
	const dataDir = emptyDataDir();
	await shudu(dataDir, ['user', 'add', 'guan', '--role', 'admin', '--password', PASSWORD], off);
	[house, browser] = await Promise.all([startHouse({ TODAY: '2026-11-20', ...off }, dataDir), openBrowser()]);
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	context.setDefaultTimeout(60_000);
	page = await context.newPage();
	heard = complaints(page);
}, 240_000);
afterAll(async () => {
	await browser?.close();
	await house?.remove();
	await sql?.end();
});

function insert(row: string[]): Promise<unknown> {
	const values = row.map(value => (value === '' ? null : value));
	return sql.unsafe(`insert into share_request values (${values.map((_, n) => `$${n + 1}`)})`, values);
}

const main = () => page.locator('main').innerText();

/** The tutorial docs/接入自己的表.md, step by step. */
describe.skipIf(postgresBinaries() === null)('教程：把自己的表接成实时的超期清单，不写代码', () => {
	test('第1步 登录，打开“转换规则”，点“新建转换规则”', async () => {
		await signIn(page, house.url, 'guan', PASSWORD);
		await page.getByRole('link', { name: '转换规则' }).first().click();
		await page.getByText('随系统提供').first().waitFor();
		await shoot(page, 'mappings');
		await page.getByRole('link', { name: '新建转换规则' }).click();
		await page.getByLabel('样例数据').waitFor();
	});

	test('第2步 从自己的表复制带表头的几行，贴入“样例数据”', async () => {
		await page.getByLabel('样例数据').fill(sample);
		await page
			.getByText('读到2行')
			.waitFor()
			.catch(() => {});
		await expect.poll(main, SOON).toContain('2026-002');
	});

	test('第3步 填名称、代码，选业务编号、部门代码、部门名称所在的列', async () => {
		await page.getByLabel('名称', { exact: true }).fill('市人力社保局申请台账');
		await page.getByLabel('代码（小写字母').fill('hrss-ledger');
		await page.getByLabel('业务编号所在列').fill('申请号');
		await page.getByLabel('部门代码所在列').fill('提供单位代码');
		await page.getByLabel('部门名称所在列').fill('提供单位');
	});

	test('第4步 选“收到申请”的日期列和共享属性列', async () => {
		await page.getByLabel('环节1的日期所在列').fill('受理日期');
		await page.getByLabel('环节1另有什么内容').selectOption({ label: '共享属性' });
		await page.getByLabel('环节1的共享属性所在列').fill('类别');
		await expect.poll(main, SOON).toContain('拒收2条');
		expect(await main()).toContain('的列“类别”的值“有条件”无法读取');
		await page.getByLabel('共享属性第2行平台的写法').fill('有条件');
		await expect.poll(main, SOON).toContain('可成为2个事件，拒收0条');
	});

	test('第5步 加上“作出答复”“提供数据”两个环节', async () => {
		await page.getByRole('button', { name: '再加一个环节' }).click();
		await page.getByLabel('环节2的日期所在列').fill('答复日期');
		await page.getByLabel('环节2另有什么内容').selectOption({ label: '答复结果' });
		await page.getByLabel('环节2的答复结果所在列').fill('答复结论');
		await page.getByLabel('答复结果第1行平台的写法').fill('照准');
		await page.getByRole('button', { name: '再加一个环节' }).click();
		await page.getByLabel('环节3的事件').selectOption({ label: '提供数据' });
		await page.getByLabel('环节3的日期所在列').fill('交付日期');
		await expect.poll(main, SOON).toContain('可成为3个事件，拒收0条');
		await shoot(page, 'mapping-edit');
	});

	test('第6步 保存，点“用它登记数据来源”', async () => {
		await page.getByRole('button', { name: '保存为新版本' }).click();
		await page.getByText('已保存为第1版').waitFor();
		await page.getByRole('link', { name: '用它登记数据来源' }).click();
		await page.getByRole('link', { name: '前置库（PostgreSQL）' }).click();
		await page.getByLabel('库名').waitFor();
	});

	test('第7步 选前置库，填名称、代码和表所在之处，测试连接并试取', async () => {
		await page.getByLabel('名称', { exact: true }).fill('市人力社保局平台');
		await page.getByLabel('代码', { exact: true }).fill('330100-hrss');
		await page.getByLabel('主机').fill(front.hostname);
		await page.getByLabel('端口').fill(front.port);
		await page.getByLabel('库名').fill(front.pathname.slice(1));
		await page.getByLabel('账号').fill(front.username);
		await page.getByLabel('表或者视图').fill('share_request');
		await page.getByLabel('排序列').fill('updated_at');
		await page.getByLabel('主键列').fill('申请号');
		await page.getByText('其他参数').click();
		await page.getByLabel('采集间隔').fill('1');
		await page.getByRole('button', { name: '测试连接并试取' }).click();
		await page.getByText('可成为').waitFor();
		expect(await main()).toContain('读到2行，可成为3个事件，拒收0条');
	});

	test('第8步 登记，即开始采集', async () => {
		await page.getByRole('button', { name: '登记', exact: true }).click();
		await page.getByText('采集记录').waitFor();
	});

	test('第9步 打开“超期清单”：逾期未答复的在册；表里新增一行，清单自动增加一件；补上答复，自动减去一件', async () => {
		await page.getByRole('link', { name: '超期清单' }).first().click();
		await page.getByText('2026-002').first().waitFor();
		expect(await main()).not.toContain('2026-003');
		await insert(['2026-003', ...hrss, '有条件', '2026-10-14', '', '', '']);
		await page.getByText('2026-003').first().waitFor();
		await shoot(page, 'tutorial-overdue');
		await sql`update share_request set 答复日期 = '2026-10-21', 答复结论 = '不同意', updated_at = clock_timestamp() where 申请号 = '2026-002'`;
		await expect.poll(main, SOON).not.toContain('2026-002');
		expect(heard).toEqual([]);
	});
});
