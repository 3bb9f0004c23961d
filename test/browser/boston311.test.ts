import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import mapping from '#ingest/mappings/boston311.json' with { type: 'json' };
import { emptyDataDir, openBrowser, type Running, shudu, signIn, startHouse } from '#test/house.ts';

const file = join(process.cwd(), '..', 'shared/data/boston311/boston311-100.csv');
const off = { SHUDU_SAMPLE: 'off' };

/** Departments' names as the mapping declares them. */
const names: Record<string, string> = mapping.lookups.departments;

/** The same question put to the raw file alone: what the columns say, at 24:00 Beijing time of the day. */
const counted = `
select
    department,
    count(*) filter (where closed < asked and target is not null and closed < target) as met,
    count(*) filter (where closed < asked and target is not null and closed >= target) as late,
    count(*) filter (where (closed is null or closed >= asked) and target < asked) as overdue,
    count(*) filter (where (closed is null or closed >= asked) and target >= asked) as running,
    count(*) filter (where target is null) as untimed,
from (
    select
        department,
        timezone('America/New_York', open_dt::timestamp) as opened,
        timezone('America/New_York', nullif(target_dt, '')::timestamp) as target,
        timezone('America/New_York', nullif(closed_dt, '')::timestamp) as closed,
        timezone('Asia/Shanghai', $day::date + 1) as asked,
    from read_csv($file, all_varchar = true)
)
where opened < asked
group by department`;

describe.skipIf(!existsSync(file))('真实表格：波士顿311工单，经映射导入', () => {
	let house: Running;
	let browser: Browser;
	let page: Page;
	beforeAll(async () => {
		const dataDir = emptyDataDir();
		const config = join(dataDir, 'boston.json');
		writeFileSync(config, JSON.stringify({ code: 'boston311', name: '波士顿311', connect: { kind: 'import' } }));
		await shudu(dataDir, ['source', 'add', config], off);
		await shudu(dataDir, ['user', 'add', 'wang', '--role', 'supervisor', '--password', 'a-long-password'], off);
		const printed = await shudu(dataDir, ['import', file, '--source', 'boston311', '--mapping', 'boston311'], off);
		expect(printed).toContain('100 行');
		house = await startHouse(off, dataDir);
		browser = await openBrowser();
		page = await browser.newPage();
		await signIn(page, house.url, 'wang', 'a-long-password');
	});
	afterAll(async () => {
		await browser?.close();
		await house?.remove();
	});

	test.each(['2022-01-20', '2022-03-01', '2022-05-21'])(
		'截至 %s：屏幕上各部门各状态的件数与原始文件的直接计数相同',
		async day => {
			await page.goto(`${house.url}/timeliness?clock=local.complaint&as_of=${day}`);
			const shown = await page
				.locator('main tbody tr.ant-table-row')
				.evaluateAll(rows =>
					rows
						.map(row => [...row.querySelectorAll('td, th')].map(cell => cell.textContent?.trim() ?? ''))
						.filter(cells => cells.length > 5),
				);
			const heads = await page.locator('main thead th').allInnerTexts();
			const at = (words: string) => heads.findIndex(head => head.replaceAll('\n', '').includes(words));
			const columns = {
				met: at('按时办结'),
				late: at('逾期办结'),
				overdue: at('超期'),
				running: at('在办'),
				untimed: at('无时限'),
			};
			const expected = await count(day);
			const seen = Object.fromEntries(
				shown
					.filter(cells => !cells[0]?.startsWith('合计'))
					.map(cells => [
						cells[0],
						Object.values(columns)
							.map(index => Number(cells[index] || 0))
							.join(' '),
					]),
			);
			expect(seen).toEqual(expected);
		},
	);
});

async function count(day: string): Promise<Record<string, string>> {
	const instance = await DuckDBInstance.create();
	const connection = await instance.connect();
	const answer = await connection.runAndReadAll(counted, { file, day });
	connection.closeSync();
	return Object.fromEntries(
		answer
			.getRowObjectsJson()
			.map(row => [
				names[String(row.department)] ?? '',
				['met', 'late', 'overdue', 'running', 'untimed'].map(name => Number(row[name])).join(' '),
			]),
	);
}
