import { describe, expect, test } from 'vitest';
import { readSeries } from '#analytics/statistics/series.ts';
import { readingWords, stepWords } from '#app/words/signals.ts';

const months = (...counts: [hits: number, of: number][]) =>
	counts.map(([hits, of], at) => ({ label: `2026-${String(at + 1).padStart(2, '0')}`, hits, of }));

describe('一串月份说明什么', () => {
	test('没有到期事项的月份不成点；不足八个点的不画控制限', () => {
		const read = readSeries(months([9, 10], [0, 0], [8, 10], [9, 10], [8, 10], [9, 10], [8, 10], [9, 10]));
		expect(read.points).toHaveLength(7);
		expect(read.verdict).toBe('unknown');
		expect(readingWords(read)).toBe('数据不足：有到期事项的月份只有7个，满8个月才画控制限');
	});

	test('限内的是正常波动，件数少的另有标记', () => {
		const read = readSeries(months(...Array.from({ length: 9 }, (_, at): [number, number] => [at % 2 ? 3 : 4, 4])));
		expect(read.verdict).toBe('usual');
		expect(read.points.every(point => point.small)).toBe(true);
		expect(readingWords(read)).toMatch(/^正常波动（均值\d/);
	});

	test('忽然跌出控制限的是真实变化，环比也说得出', () => {
		const steady = Array.from({ length: 10 }, (_, at): [number, number] => [at % 2 ? 95 : 93, 100]);
		const read = readSeries(months(...steady, [60, 100]));
		expect(read.verdict).toBe('real');
		expect(readingWords(read)).toMatch(/^真实变化：低于下控制限/);
		expect(read.step).toMatchObject({ from: '2026-10', to: '2026-11', real: true });
		expect(stepWords(read)).toMatch(/^与2026年10月相比，−35\.0个百分点（95%区间−45\.\d至−24\.\d）：超出偶然波动。$/);
	});

	test('一件之差可能只是偶然', () => {
		expect(readSeries(months([9, 10], [8, 10])).step?.real).toBe(false);
		expect(readSeries(months([9, 10])).step).toBeNull();
	});
});
