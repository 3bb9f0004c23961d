import { describe, expect, test } from 'vitest';
import { calibration, type Foretold } from '#analytics/statistics/calibration.ts';

const told = (probability: number, ...happened: (0 | 1)[]): Foretold[] =>
	happened.map(one => ({ probability, happened: one === 1 }));

describe('估计与结果的对照', () => {
	test('布赖尔分数：手算', () => {
		// (0.9−1)² = 0.01, (0.8−0)² = 0.64, (0.3−0)² = 0.09, (0.2−1)² = 0.64: 1.38 ÷ 4; half came true: 0.25
		const found = calibration([...told(0.9, 1), ...told(0.8, 0), ...told(0.3, 0), ...told(0.2, 1)]);
		expect(found?.brier).toBeCloseTo(0.345, 12);
		expect(found?.base).toBe(0.25);
		expect(found?.skill).toBeCloseTo(1 - 0.345 / 0.25, 12);
		expect(found?.verdict).toBe('few');
	});

	test('按十分位分组，1并入最后一组，空的不列', () => {
		const found = calibration([
			...told(0, 0, 0),
			...told(0.09, 1),
			...told(0.1, 0),
			...told(0.95, 1),
			...told(1, 1, 0),
		]);
		expect(found?.deciles.map(one => [one.tenth, one.n, one.happened])).toEqual([
			[0, 3, 1],
			[1, 1, 0],
			[9, 3, 2],
		]);
		expect(found?.deciles[0]?.told).toBeCloseTo(0.03, 12);
		expect(found?.deciles[0]?.interval.lower).toBeCloseTo(0.0615, 4);
	});

	const many = (n: number, probability: number, every: number) =>
		Array.from({ length: n }, (_, at) => ({ probability, happened: at % every === 0 }));

	test.each([
		['分得清的优于基准率', [...many(40, 0.05, 20), ...many(40, 0.95, 1)], 'better'],
		['人人同一概率的与基准率没有差别', many(100, 0.5, 2), 'alike'],
		['说反了的劣于基准率', [...many(40, 0.95, 20), ...many(40, 0.05, 1)], 'worse'],
		['不足三十件的不下结论', many(29, 0.5, 2), 'few'],
	])('%s', (_, all, verdict) => expect(calibration(all)?.verdict).toBe(verdict));

	test('没有估计的没有对照；全部未逾期的没有技巧分', () => {
		expect(calibration([])).toBeNull();
		expect(calibration(many(40, 0, 100).map(one => ({ ...one, happened: false })))).toMatchObject({
			base: 0,
			skill: null,
			verdict: 'alike',
		});
	});
});
