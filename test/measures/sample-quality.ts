import { beforeAll, describe, expect, test } from 'vitest';
import { endOf, toDay } from '#analytics/law/day.ts';
import { indicatorFigures } from '#analytics/measures/indicators.ts';
import type { Row } from '#analytics/measures/measure.ts';
import { cast } from '#ingest/sample/manners.ts';
import { plainly } from './quality-plainly.ts';
import { all, bodyOf, setting, type Year } from './sample-year.ts';

const codes = ['Q1', 'Q2', 'Q3a', 'Q3b', 'Q4', 'Q5a', 'Q5b', 'Q6', 'Q7'];

/** Q1 to Q7 of the sample year. */
export function qualityOf(year: Year): void {
	const figures = (from: string, to: string) =>
		year
			.store()
			.ask(indicatorFigures, { as_of: to, known: year.known('quality'), from, to, indicators: codes, ...all });

	describe('每项数据质量指标、每个部门，与不用我们的程序另算的一致', () => {
		test.each([
			['2026-01-01', '2026-11-22', codes],
			['2026-01-01', '2026-06-30', ['Q1', 'Q2', 'Q3a', 'Q4', 'Q6', 'Q7']],
			['2026-03-01', '2026-03-31', ['Q2', 'Q3a', 'Q4', 'Q6']],
			['2025-11-23', '2026-11-22', codes],
		])('%s至%s', async (from, to, told) => {
			const rows = await figures(from, to);
			const heard = year.raw('quality').filter(({ time }) => Date.parse(time) < endOf(toDay(to)));
			const sums = plainly(heard, { from, to, bodyOf });
			const counted = rows.filter(({ department, den }) => department !== null && (den ?? 0) > 0);
			const own = counted.map(row => [`${row.indicator} ${row.department}`, row.num, row.den] as const);
			const other = [...sums].filter(([, { den }]) => den > 0);
			expect(own.map(([key]) => key).toSorted()).toEqual(other.map(([key]) => key).toSorted());
			const differing = own.filter(([key, num, den]) => {
				const sum = sums.get(key) ?? { num: Number.NaN, den: Number.NaN };
				return !(Math.abs(sum.num - num) < 1e-6 && Math.abs(sum.den - (den ?? 0)) < 1e-6);
			});
			expect(differing).toEqual([]);
			expect(own.length).toBeGreaterThan(200);
			expect([...new Set(own.map(([key]) => String(key).split(' ')[0]))]).toEqual(told);
		});
	});

	describe('示例城市的质量故事', () => {
		let rows: Row<typeof indicatorFigures>[];
		beforeAll(async () => {
			rows = await figures('2026-01-01', '2026-11-22');
		});
		const of = (slug: string, indicator: string) => {
			const code = setting.city.bySlug(slug).code;
			const row = rows.find(one => one.department === code && one.indicator === indicator);
			return { value: row?.value ?? null, reason: row?.reason ?? null };
		};
		test('完整性差的部门得分低', () => {
			expect(of(cast.incomplete, 'Q1').value).toBeLessThan(90);
			expect(of(cast.excellent, 'Q1').value).toBeGreaterThan(90);
		});
		test('检查全部出错：不可计量，不是零分', () => {
			expect(of(cast.brokenChecks, 'Q1')).toEqual({ value: null, reason: 'not_measurable' });
		});
		test('从不按期更新', () => {
			expect(of(cast.neverFresh, 'Q2')).toEqual({ value: 0, reason: null });
		});
		test('从未评估：未报送', () => {
			expect(of(cast.neverAssessed, 'Q1')).toEqual({ value: null, reason: 'not_reported' });
		});
	});
}
