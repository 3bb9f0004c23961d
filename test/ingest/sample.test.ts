import { describe, expect, test } from 'vitest';
import { readEvent } from '#analytics/cases/read.ts';
import { endOf, type Instant, plusDays, startOf, toDay } from '#analytics/law/day.ts';
import { sampleCity } from '#ingest/sample/city.ts';
import { isCreditCode } from '#ingest/sample/credit-code.ts';
import { openSetting } from '#ingest/sample/setting.ts';
import { unreadable, unreadableIds } from '#ingest/sample/stories/faults.ts';
import { stories } from '#ingest/sample/stories/stories.ts';
import { chronicle, history } from '#ingest/sample/story.ts';

const seed = 'shudu';
const anchor = toDay('2026-11-22');
const start = startOf(anchor) + 10 * 3_600_000;

describe('示例市', () => {
	const city = sampleCity();

	test('机构代码虚构而合规，互不重复', () => {
		const codes = city.organisations.map(one => one.code);
		expect(codes.filter(code => !isCreditCode(code))).toEqual([]);
		expect(new Set(codes).size).toBe(codes.length);
	});

	test('信用代码校验位按 GB 32100 计算', () => {
		expect(isCreditCode('91350100M000100Y43')).toBe(true);
		expect(isCreditCode('91350100M000100Y44')).toBe(false);
	});

	test.each([
		['department', 53],
		['district', 12],
		['vertical', 3],
		['other_organ', 2],
		['authority', 1],
	])('%s %i 个', (kind, count) => {
		expect(city.organisations.filter(one => one.kind === kind)).toHaveLength(count);
	});

	test.each([
		['unconditional', 0.35],
		['conditional', 0.55],
		['none', 0.1],
	])('目录约四百项，%s 约占 %f', (sharing, share) => {
		expect(city.items.length).toBeGreaterThan(380);
		const own = city.items.filter(item => item.sharing === sharing).length;
		expect(own / city.items.length).toBeCloseTo(share, 1);
	});
});

describe('十八个月的报送', () => {
	const told = history(seed, anchor, start);
	const all = [...told.values()].flat();

	test('同一种子、同一起点，逐字节相同', () => {
		expect(JSON.stringify([...history(seed, anchor, start)])).toBe(JSON.stringify([...told]));
		expect(JSON.stringify([...history('other', anchor, start)])).not.toBe(JSON.stringify([...told]));
	});

	test('四万至五万五千条，七个平台都有', () => {
		expect(all.length).toBeGreaterThan(40_000);
		expect(all.length).toBeLessThan(55_000);
		expect([...told.values()].every(rows => rows.length > 500)).toBe(true);
	});

	test('除埋设的坏行外，每条都能读成事件；坏行一条不少地被退回', () => {
		const refused = all.filter(row => !readEvent(JSON.parse(JSON.stringify(row.event))).ok);
		const planted = unreadableIds(unreadable(openSetting(seed, anchor)));
		expect(refused.map(row => `${row.platform} ${row.event.id}`).sort()).toEqual(planted.sort());
	});

	test('没有一条写于未来，也没有一条早于所称的平台时间送出', () => {
		for (const row of all) {
			if (row.event.id.includes('T18B')) continue;
			const recorded = Date.parse(row.event.recordedtime);
			expect(recorded).toBeLessThanOrEqual(row.at);
			expect(row.at).toBeLessThanOrEqual(start);
		}
	});

	test('每条事件的来源就是报送它的平台，编号在平台内不重复（除埋设的重复报送外）', () => {
		const repeated: string[] = [];
		for (const [platform, rows] of told) {
			const ids = new Set<string>();
			for (const { event } of rows) {
				expect(event.source).toBe(`/platforms/${platform}`);
				if (ids.has(event.id)) repeated.push(event.id);
				ids.add(event.id);
			}
		}
		expect(repeated).toEqual([expect.stringMatching(/T39A-03$/)]);
	});

	test('之后的日子接着讲，讲过的不变', () => {
		const later = history(seed, anchor, endOf(plusDays(anchor, 9)));
		for (const [platform, rows] of told) {
			expect(later.get(platform)?.slice(0, rows.length)).toEqual(rows);
		}
		expect([...later.values()].flat().length).toBeGreaterThan(all.length + 300);
		const step = chronicle(seed, anchor);
		for (let day = -2; day <= 9; day++) step.tellUntil(plusDays(anchor, day));
		for (const [platform, rows] of later) {
			expect(step.rows.get(platform)?.filter(row => row.at <= endOf(plusDays(anchor, 9)))).toEqual(rows);
		}
	});

	test('每个故事都在其中', () => {
		const setting = openSetting(seed, anchor);
		const later = history(seed, anchor, startOf(toDay('2027-02-01')));
		const events = new Set([...later].flatMap(([platform, rows]) => rows.map(row => `${platform} ${row.event.id}`)));
		const planted = stories(setting);
		expect(planted).toHaveLength(58);
		for (const one of planted) {
			expect(one.rows.filter(row => !events.has(`${row.platform} ${row.event.id}`))).toEqual([]);
		}
	});

	test('静默的平台四日没有对账日报，恢复后补到', () => {
		const { silent } = openSetting(seed, anchor);
		const beats = (until: Instant) =>
			(history(seed, anchor, until).get(silent.platform) ?? [])
				.filter(row => row.event.type === 'platform.heartbeat')
				.map(row => row.event.data.date);
		expect(beats(start).at(-1)).toBe('2026-11-16');
		expect(beats(endOf(silent.back)).slice(-5)).toEqual([
			'2026-11-18',
			'2026-11-19',
			'2026-11-20',
			'2026-11-21',
			'2026-11-22',
		]);
	});
});
