import { describe, expect, test } from 'vitest';
import { clockNames } from '#analytics/law/clocks.ts';
import { ago, count, late, longDay, longInstant, longMonth, percent } from '#app/words/format.ts';
import { clockWords, dueClocks } from '#app/words/zh.ts';

describe('数字与日期的写法', () => {
	test.each([
		['2026-11-21', '2026年11月21日'],
		['2026-01-05', '2026年1月5日'],
		[null, '—'],
	])('%s → %s', (day, words) => expect(longDay(day)).toBe(words));

	test.each([
		[1, 3, '33.3%'],
		[2, 3, '66.7%'],
		[1, 8, '12.5%'],
		[1, 16, '6.3%'],
		[1, 2000, '0.1%'],
		[0, 5, '0.0%'],
		[5, 5, '100.0%'],
		[0, 0, '—'],
	])('%i/%i 按四舍五入保留一位小数为%s', (part, of, words) => expect(percent(part, of)).toBe(words));

	test('时刻按北京时间，只知日期的不写时分', () => {
		expect(longInstant(Date.parse('2026-03-03T16:40:00+08:00'))).toBe('2026年3月3日 16:40');
		expect(longInstant(Date.parse('2026-03-02T16:30:00Z'))).toBe('2026年3月3日 00:30');
		expect(longInstant(Date.parse('2026-03-03T00:00:00+08:00'), true)).toBe('2026年3月3日');
	});

	test('休息日办结、逾期0个工作日的，写明不足1个工作日', () => {
		expect(late(0)).toBe('不足1个工作日');
		expect(late(12)).toBe('12个工作日');
	});

	test('千分位、月份、多久以前', () => {
		expect(count(1234567)).toBe('1,234,567');
		expect(longMonth('2026-07')).toBe('2026年7月');
		expect([ago(5_000), ago(125_000), ago(7_300_000), ago(200_000_000)]).toEqual([
			'刚刚',
			'2分钟前',
			'2小时前',
			'2天前',
		]);
	});
});

describe('时限的写法', () => {
	test.each(clockNames)('%s 有名称、条款和期限', clock => {
		const words = clockWords(clock);
		expect(words?.name).toMatch(/\p{Script=Han}/u);
		expect(words?.article).toMatch(/^第.+条/);
		expect(words?.local).toBe(clock.startsWith('local.'));
	});

	test('保存期限不会超期，不在办理时限之列', () => {
		expect(dueClocks).not.toContain('retention');
	});

	test('没有的时限没有名称', () => {
		expect(clockWords('constructor')).toBeNull();
	});
});
