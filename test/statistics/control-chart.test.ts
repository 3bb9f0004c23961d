import { describe, expect, test } from 'vitest';
import { controlChart } from '#analytics/statistics/control-chart.ts';

/** NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2: flow rate of ten batches. */
const batches = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];

describe('单值—移动极差控制图', () => {
	test('NIST 手册的例子：均值、移动极差与控制限', () => {
		const chart = controlChart(batches);
		expect(chart?.mean).toBeCloseTo(50.81, 10);
		expect(chart?.range).toBeCloseTo(1.8778, 4);
		expect(chart?.lower).toBeCloseTo(45.815, 3);
		expect(chart?.upper).toBeCloseTo(55.805, 3);
		expect(chart?.signals).toEqual(batches.map(() => null));
	});

	test.each([
		['七个点不画控制限', [1, 2, 1, 2, 1, 2, 1], null],
		['八个点才画', [1, 2, 1, 2, 1, 2, 1, 2], Array(8).fill(null)],
		['没有波动，没有信号', Array(12).fill(0.9333), Array(12).fill(null)],
		['一点落在上限之外', [5, 9, 5, 9, 5, 9, 5, 9, 5, 9, 22], [...Array(10).fill(null), 'above']],
		['一点落在下限之外', [22, 9, 5, 9, 5, 9, 5, 9, 5, 9, 5].map(value => -value), ['below', ...Array(10).fill(null)]],
		[
			'连续八点在均值同一侧',
			[6, 9, 6, 9, 6, 9, 6, 9, 4, 1, 4, 1, 4, 1, 4],
			[...Array(8).fill('run_above'), ...Array(7).fill(null)],
		],
		['连续七点不算', [6, 9, 6, 9, 6, 9, 6, 4, 1, 4, 1, 4, 1, 4], Array(14).fill(null)],
		['落在均值上的一点截断连续', [6, 9, 6, 9, 5, 6, 9, 6, 9, 1, 4, 1, 4, 1, 3, 1], Array(16).fill(null)],
	])('%s', (_, values, expected) => expect(controlChart(values)?.signals ?? null).toEqual(expected));

	test('比率的控制限不出0至1', () => {
		const chart = controlChart([1, 0.8, 1, 0.7, 1, 0.9, 1, 0.8], { least: 0, most: 1 });
		expect(chart?.upper).toBe(1);
		expect(chart?.lower).toBeCloseTo(0.9 - 2.66 * (1.4 / 7), 10);
	});
});
