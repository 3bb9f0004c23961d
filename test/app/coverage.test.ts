import { describe, expect, test } from 'vitest';
import { stateCouncil } from '#analytics/law/calendar.ts';
import { toDay } from '#analytics/law/day.ts';
import { settle } from '#app/loaders/coverage.server.ts';
import { differenceWords, doubtOf, isIncomplete, shareWords } from '#app/words/coverage.ts';

const none = { complete: 0, short: 0, silent: 0, unchecked: 0 };

const platform = (kind: 'http' | 'push' | 'import', more: object = {}) => ({
	...none,
	...{ code: 'a', name: '甲平台', kind, createdOn: toDay('2026-11-17'), beats: false, silentSince: null },
	...more,
});
const settled = (on: string, ...platforms: ReturnType<typeof platform>[]) =>
	settle(platforms, toDay(on), stateCouncil());

describe('平台是否按日报送', () => {
	test('报送过日报的，以日报为准', () => {
		const silentSince = toDay('2026-11-19');
		const coverage = settled(
			'2026-11-20',
			platform('http', { beats: true }),
			platform('push', { beats: true, silentSince }),
		);
		expect(coverage).toMatchObject({ platforms: 2, reporting: 1, unchecked: [], complete: false });
		expect(coverage.silent.map(one => one.since)).toEqual(['2026-11-19']);
	});

	test('采集平台从未报送的，自登记后首个工作日起计', () => {
		expect(settled('2026-11-20', platform('http')).silent[0]?.since).toBe('2026-11-18');
		expect(settled('2026-11-18', platform('http')).silent).toEqual([]);
	});

	test('推送和导入来源从未报送日报的，列明无法核对，不算中断', () => {
		const coverage = settled('2026-11-20', platform('push'), platform('import'));
		expect(coverage).toMatchObject({ platforms: 2, reporting: 0, silent: [], complete: true });
		expect(coverage.unchecked).toHaveLength(2);
	});

	test('各平台的平台日相加', () => {
		const days = { complete: 20, short: 1, silent: 2, unchecked: 3 };
		expect(settled('2026-11-20', platform('push', days), platform('http', days)).days).toEqual({
			...{ complete: 40, short: 2, silent: 4, unchecked: 6 },
		});
	});
});

describe('完整率的说法', () => {
	test.each([
		['正好95%', { complete: 19, silent: 1 }, false],
		['低于95%', { complete: 18, short: 1 }, true],
		['没有可以核对的', { unchecked: 9 }, false],
	])('%s', (_, days, incomplete) => expect(isIncomplete({ ...none, ...days })).toBe(incomplete));

	test('写明平台日数与完整率，无法核对的另列', () => {
		expect(shareWords({ complete: 1530, short: 4, silent: 6, unchecked: 2 })).toBe(
			'本期可核对的1,540个平台日中，完整1,530个（99.4%），另有2个无法核对',
		);
		expect(shareWords({ ...none, unchecked: 2 })).toBe('本期没有可以核对的平台日');
	});

	test.each([
		['完整', { complete: 20, incomplete: false }, null],
		['没有平台报送', { platforms: 0, incomplete: null }, '没有平台报送其事项'],
		['不完整', { complete: 18, silent: 2, incomplete: true }, '数据不完整：完整率90.0%'],
		['无法核对', { unchecked: 5, incomplete: null }, '完整性无法核对'],
		['完整而正中断', { complete: 99, silent: 1, incomplete: false, quiet: true }, '有平台正中断报送'],
	])('%s的机构', (_, body, words) => expect(doubtOf({ ...none, platforms: 1, quiet: false, ...body })).toBe(words));

	test('没有平台报送的机构', () => expect(doubtOf(null)).toBe('没有平台报送其事项'));

	test('差异用业务名称', () => {
		expect(differenceWords('request.replied 10 9')).toBe('作出答复：日报10条，收到9条');
		expect(differenceWords('someone.elses 1 0')).toBe('约定之外的事件：日报1条，收到0条');
		expect(differenceWords('* 3 1')).toBe('各类合计：平台答复3条，收到1条');
	});
});
