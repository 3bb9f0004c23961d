import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEvent } from '#analytics/cases/read.ts';
import { startOf, toDay } from '#analytics/law/day.ts';
import type { Row } from '#ingest/sample/casefile.ts';
import { type Page, pageOf } from '#ingest/sample/page.ts';
import { type SamplePlatforms, startPlatforms } from '#ingest/sample/platforms.ts';

const seed = 'shudu';
const anchor = toDay('2026-11-22');
const start = startOf(anchor) + 10 * 3_600_000;

describe('分页', () => {
	const rowsOf = (instants: number[]): Row[] =>
		instants.sort((a, b) => a - b).map((at, i) => ({ platform: 'p', at, event: { id: String(i) } as Row['event'] }));

	test('任何页长都不丢一行、不重一行', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 60 }),
				fc.integer({ min: 1, max: 9 }),
				fc.integer({ min: 1, max: 14 }),
				(instants, limit, now) => {
					const rows = rowsOf(instants);
					const served: string[] = [];
					let page: Page = { events: [], next: '', more: true };
					while (page.more) {
						page = pageOf(rows, page.next, limit, now);
						served.push(...page.events.map(event => event.id));
					}
					expect(served).toEqual(rows.filter(row => row.at < now).map(row => row.event.id));
					expect(pageOf(rows, page.next, limit, now).events).toEqual([]);
				},
			),
		);
	});

	test('无效的游标说明出路', () => {
		expect(() => pageOf([], '2026', 10, 1)).toThrow('游标无效：2026。请使用上一页返回的 next，或留空从头读取');
	});
});

describe('平台', () => {
	let now = start;
	let platforms: SamplePlatforms;
	beforeAll(async () => {
		platforms = await startPlatforms({ seed, anchor, now: () => now });
	});
	afterAll(() => platforms.stop());

	const ask = async (code: string, query: string, token?: string) => {
		const connect = platforms.sources.find(one => one.code === code)?.connect;
		if (connect?.kind !== 'http') throw new Error(`没有平台 ${code}`);
		const headers = { authorization: `Bearer ${token ?? connect.bearer}` };
		return fetch(`${connect.url}?${query}`, { headers });
	};

	test('七个来源，均标明示例', () => {
		expect(platforms.sources).toHaveLength(7);
		expect(platforms.sources.every(one => one.sample)).toBe(true);
	});

	test('没有令牌不给看', async () => {
		expect((await ask('990100-hrss', '', 'wrong')).status).toBe(401);
	});

	test.each(['limit=0', 'limit=x', 'after=%21'])('参数有误：%s', async query => {
		const answer = await ask('990100-hrss', query);
		expect(answer.status).toBe(400);
		expect(await answer.json()).toEqual({ message: expect.stringMatching(/应为|无效/) });
	});

	test('首页一千条，还有后页', async () => {
		const page = (await (await ask('990100-exchange', 'after=&limit=1000')).json()) as Page;
		expect(page.events.length).toBeGreaterThanOrEqual(1000);
		expect(page.more).toBe(true);
	});

	test('运行期间约每二十秒一条新的报送，时间就是当下，一条不漏', async () => {
		const codes = platforms.sources.map(one => one.code);
		const cursors = new Map<string, string>();
		const pull = async () => {
			const fresh: Page['events'] = [];
			for (const code of codes) {
				const page = (await (await ask(code, `limit=10000&after=${cursors.get(code) ?? ''}`)).json()) as Page;
				cursors.set(code, page.next);
				fresh.push(...page.events);
				if (page.more) return Promise.reject(new Error('应能一页读完'));
			}
			return fresh;
		};
		for (const code of codes) {
			let page: Page;
			do {
				page = (await (await ask(code, `limit=10000&after=${cursors.get(code) ?? ''}`)).json()) as Page;
				cursors.set(code, page.next);
			} while (page.more);
		}
		const heard: Page['events'] = [];
		for (let i = 0; i < 180; i++) {
			const before = now;
			now += 20_000;
			const fresh = await pull();
			for (const event of fresh) {
				expect(Date.parse(event.recordedtime)).toBeLessThan(now);
				expect(Date.parse(event.recordedtime)).toBeGreaterThanOrEqual(before);
			}
			heard.push(...fresh);
		}
		expect(heard.length).toBeGreaterThan(90);
		expect(heard.length).toBeLessThan(270);
		expect(heard.filter(event => !readEvent(event).ok)).toEqual([]);
		expect(new Set(heard.map(event => event.type)).size).toBeGreaterThan(6);
	});
});
