import { describe, expect, test } from 'vitest';
import { toDay } from '#analytics/law/day.ts';
import type { IndicatorCode } from '#analytics/law/indicators.ts';
import { judge } from '#analytics/statistics/series.ts';
import { controlLimits } from '#app/charts/controlLimits.ts';
import { courseControlled, courseWords } from '#app/components/IndicatorCourse.tsx';
import type { CourseMonth, IndicatorCourse } from '#app/loaders/indicator-trend.server.ts';
import { readTrend } from '#app/loaders/trend.server.ts';

/** A course of these values, a month each from January 2026; null: the month has none. */
function course(indicator: IndicatorCode, values: (number | null)[]): IndicatorCourse {
	const months = values.map(
		(value, n): CourseMonth => ({
			...{
				month: `2026-${String(n + 1).padStart(2, '0')}`,
				indicator,
				counted_on: null,
				units: 10,
				unreported: 0,
				excused: 0,
			},
			...{ num: (value ?? 0) * 10, den: value === null ? 0 : 10, value, adjudicated_num: 0, adjudicated_den: 10 },
			...{ adjudicated: value, reason: value === null ? 'no_obligations' : null, too_few: false },
			adjusted: n === 5 ? ['机构合并'] : [],
		}),
	);
	const told = judge(
		months.flatMap(({ value }) => value ?? []),
		{ least: 0, most: 1 },
	);
	const period = { from: toDay('2026-01-01'), to: toDay('2026-11-30'), label: '' };
	const asked = { given: { as_of: '2026-11-30' }, period, as_of: toDay('2026-11-30') };
	return { ...asked, indicator, department: '甲', months, choices: [], ...told } as unknown as IndicatorCourse;
}

const steady = [0.9, 0.91, 0.9, 0.92, 0.9, 0.91, 0.9, 0.91, 0.9];

describe('指标走势', () => {
	test.each<[string, (number | null)[], RegExp]>([
		['正常波动', [...steady, 0.9], /^正常波动（均值90\.\d%，控制限\d+\.\d%—\d+\.\d%）$/],
		['真实变化', [...steady, 0.5], /^真实变化：低于下控制限/],
		['不足八个月不画', [0.9, null, 0.9], /^数据不足：有数值的月份只有2个，不足8个月不画控制限$/],
	])('%s', (_, values, words) => expect(courseWords(course('T2', values))).toMatch(words));

	test('没有数值的月份是缺口；每点通到当月的清单；口径调整的月份标明', () => {
		const drawn = courseControlled(course('T2', [...steady, null, 0.88]));
		expect(drawn.points.map(({ label }) => label)).not.toContain('2026-10');
		expect(drawn.points.at(-1)).toMatchObject({
			value: 88,
			href: '/units?as_of=2026-11-30&indicator=T2&department=%E7%94%B2&period=2026-11',
		});
		expect(drawn.points[5]?.words).toBe('91.0%（口径调整）');
		expect(controlLimits(drawn).series).toHaveLength(4);
	});

	test('时点指标的清单截至当月末日', () => {
		const data = course('T8a', [3, 4]);
		const months = data.months.map((row, n) => ({ ...row, counted_on: n === 0 ? '2026-01-31' : '2026-02-28' }));
		const drawn = courseControlled({ ...data, months });
		expect(drawn.points[0]?.href).toContain('as_of=2026-01-31');
		expect(drawn.axis).toEqual({ unit: '', min: 0 });
	});

	test('没有这个指标的，说明从哪里选', () => {
		expect(() => readTrend(new URLSearchParams('indicator=T99'))).toThrow('没有名为“T99”的指标，请从指标总表中选择。');
		expect(readTrend(new URLSearchParams('indicator=T8a&department=甲'))).toMatchObject({ indicator: 'T8a' });
	});
});
