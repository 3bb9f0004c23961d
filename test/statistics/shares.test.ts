import { describe, expect, test } from 'vitest';
import { funnelLimits, placeOf } from '#analytics/statistics/funnel.ts';
import { change, wilson } from '#analytics/statistics/wilson.ts';

describe('威尔逊区间（Newcombe 1998，表一第3法）', () => {
	test.each([
		[81, 263, 0.2553, 0.3662],
		[15, 148, 0.0624, 0.1605],
		[0, 20, 0, 0.1611],
		[1, 29, 0.0061, 0.1718],
		[20, 20, 0.8389, 1],
	])('%d/%d', (hits, of, lower, upper) => {
		const found = wilson(hits, of);
		expect(found?.lower).toBeCloseTo(lower, 4);
		expect(found?.upper).toBeCloseTo(upper, 4);
	});

	test('没有到期事项的没有区间', () => expect(wilson(0, 0)).toBeNull());
});

describe('两个比率之差（Newcombe 1998，第10法）', () => {
	test.each([
		[{ hits: 48, of: 80 }, { hits: 56, of: 70 }, 0.0524, 0.3339, true],
		[{ hits: 3, of: 10 }, { hits: 9, of: 10 }, 0.1705, 0.809, true],
		[{ hits: 2, of: 7 }, { hits: 6, of: 7 }, 0.0582, 0.8062, true],
		[{ hits: 0, of: 10 }, { hits: 0, of: 10 }, -0.2775, 0.2775, false],
		[{ hits: 0, of: 10 }, { hits: 10, of: 10 }, 0.6075, 1, true],
		[{ hits: 0, of: 29 }, { hits: 5, of: 56 }, -0.0381, 0.1926, false],
	])('%o → %o', (before, after, lower, upper, real) => {
		const found = change(before, after);
		expect(found?.lower).toBeCloseTo(lower, 4);
		expect(found?.upper).toBeCloseTo(upper, 4);
		expect(found?.real).toBe(real);
	});

	test('前后颠倒，区间变号', () => {
		const [one, other] = [
			{ hits: 48, of: 80 },
			{ hits: 56, of: 70 },
		];
		expect(change(other, one)?.lower).toBeCloseTo(-(change(one, other)?.upper ?? 0), 12);
	});

	test('有一期没有到期事项的，不比较', () => {
		expect(change({ hits: 0, of: 0 }, { hits: 3, of: 3 })).toBeNull();
		expect(change({ hits: 3, of: 3 }, { hits: 0, of: 0 })).toBeNull();
	});
});

describe('漏斗图的界限', () => {
	/** P(X ≤ r) of n trials, by Pascal's triangle. */
	const atMost = (r: number, n: number, p: number) => {
		let line = [1];
		for (let row = 0; row < n; row++) line = [1, ...line.map((one, at) => one + (line[at + 1] ?? 0))];
		return line.slice(0, r + 1).reduce((sum, ways, k) => sum + ways * p ** k * (1 - p) ** (n - k), 0);
	};

	test.each([5, 12, 40, 77].flatMap(n => [0.3, 0.8, 0.95].map(p => [n, p] as const)))(
		'%d件，总体%d：界外的不多于百分之五和千分之二',
		(n, p) => {
			const { warning, alarm } = funnelLimits(p, n);
			for (const [span, tail] of [
				[warning, 0.025],
				[alarm, 0.001],
			] as const) {
				const [low, high] = [Math.ceil(span.lower * n - 1e-9) - 1, Math.floor(span.upper * n + 1e-9)];
				expect(low < 0 ? 0 : atMost(low, n, p)).toBeLessThanOrEqual(tail + 1e-9);
				expect(1 - atMost(high, n, p)).toBeLessThanOrEqual(tail + 1e-9);
			}
			expect(alarm.lower).toBeLessThanOrEqual(warning.lower);
			expect(alarm.upper).toBeGreaterThanOrEqual(warning.upper);
		},
	);

	test('件数多的界限窄，趋近正态', () => {
		const { warning } = funnelLimits(0.8, 4000);
		expect(warning.lower).toBeCloseTo(0.8 - 1.96 * Math.sqrt(0.16 / 4000), 3);
		expect(warning.upper).toBeCloseTo(0.8 + 1.96 * Math.sqrt(0.16 / 4000), 3);
	});

	test('全部按时或者全部逾期：没有波动可言', () => {
		expect(funnelLimits(1, 10)).toEqual({ warning: { lower: 1, upper: 1 }, alarm: { lower: 1, upper: 1 } });
		expect(funnelLimits(0, 10).alarm.upper).toBe(0);
	});

	test.each([
		[{ hits: 95, of: 100 }, 'inside', 'above'],
		[{ hits: 84, of: 100 }, 'inside', 'below'],
		[{ hits: 83, of: 100 }, 'warning', 'below'],
		[{ hits: 70, of: 100 }, 'alarm', 'below'],
		[{ hits: 3, of: 5 }, 'inside', 'below'],
		[{ hits: 2, of: 5 }, 'warning', 'below'],
		[{ hits: 200, of: 200 }, 'alarm', 'above'],
	] as const)('%o，总体90%%：%s', (share, where, side) => expect(placeOf(share, 0.9)).toEqual({ where, side }));
});
