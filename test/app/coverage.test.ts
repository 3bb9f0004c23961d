import { describe, expect, test } from 'vitest';
import { stateCouncil } from '#analytics/law/calendar.ts';
import { toDay } from '#analytics/law/day.ts';
import { settle } from '#app/loaders/coverage.server.ts';

const platform = (heartbeat: string | null, kind: 'http' | 'push' | 'import' = 'http', createdOn = '2026-01-01') => ({
	code: 'a',
	name: '甲平台',
	kind,
	createdOn: toDay(createdOn),
	heartbeat: heartbeat === null ? null : toDay(heartbeat),
});
const silentSince = (heartbeat: string | null, on: string, createdOn?: string) =>
	settle([platform(heartbeat, 'http', createdOn)], toDay(on), stateCouncil()).silent[0]?.since ?? null;

describe('平台是否按日报送', () => {
	test.each([
		['当日已报', '2026-11-20', '2026-11-20', null],
		['昨日已报，今日尚未过完', '2026-11-19', '2026-11-20', null],
		['缺一个完整的工作日', '2026-11-18', '2026-11-20', '2026-11-19'],
		['周五已报，周一查看', '2026-11-20', '2026-11-23', null],
		['周五未报，周六查看', '2026-11-19', '2026-11-21', '2026-11-20'],
		['国庆前一日已报，节后首日查看', '2026-09-30', '2026-10-08', null],
		['国庆前一日已报，节后次日查看', '2026-09-30', '2026-10-09', '2026-10-08'],
		['调休上班的周日也是工作日', '2026-09-18', '2026-09-21', '2026-09-20'],
	])('%s', (_, heartbeat, on, since) => expect(silentSince(heartbeat, on)).toBe(since));

	test('采集平台从未报送的，自登记后首个工作日起计', () => {
		expect(silentSince(null, '2026-11-20', '2026-11-17')).toBe('2026-11-18');
		expect(silentSince(null, '2026-11-18', '2026-11-17')).toBeNull();
	});

	test('推送和导入来源从未报送日报的，列明无法核对，不算中断', () => {
		const coverage = settle([platform(null, 'push'), platform(null, 'import')], toDay('2026-11-20'), stateCouncil());
		expect(coverage).toMatchObject({ platforms: 2, reporting: 0, silent: [], complete: true });
		expect(coverage.unchecked).toHaveLength(2);
	});
});
