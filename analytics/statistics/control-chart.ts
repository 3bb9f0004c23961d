/**
 * Control chart of individuals and moving ranges (XmR, Shewhart; Wheeler, "Understanding Variation"). Limits are the mean ±
 * 2.66 × the mean of the moving ranges (2.66 = 3 ÷ 1.128, the mean range of two normal values in standard deviations).
 */
export type ControlChart = {
	mean: number;
	/** Mean of |each − the one before|. */
	range: number;
	lower: number;
	upper: number;
	/** One per value: what it says beside the limits; null: no more than the usual. */
	signals: Signal[];
};

/** above, below: outside the limits · run_above, run_below: one of eight or more in a row on one side of the mean. */
export type Signal = 'above' | 'below' | 'run_above' | 'run_below' | null;

/** Values below which limits would say nothing. */
export const LEAST_POINTS = 8;
const FACTOR = 2.66;
const RUN = 8;
/** Differences below this are of the arithmetic, not of the values. */
const ROUNDING = 1e-9;

/**
 * The chart of a series in order of time. Null where there are fewer than eight values. `within`: what the values cannot be
 * outside of, nor can the limits (rates: 0 to 1).
 */
export function controlChart(
	values: readonly number[],
	within = { least: -Infinity, most: Infinity },
): ControlChart | null {
	if (values.length < LEAST_POINTS) return null;
	const mean = average(values);
	const range = average(values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? value))));
	const lower = Math.max(within.least, mean - FACTOR * range);
	const upper = Math.min(within.most, mean + FACTOR * range);
	const sides = values.map(value => (Math.abs(value - mean) < ROUNDING ? 0 : Math.sign(value - mean)));
	const signals = values.map((value, at): Signal => {
		if (value > upper + ROUNDING) return 'above';
		if (value < lower - ROUNDING) return 'below';
		if (rowOf(sides, at) < RUN) return null;
		return value > mean ? 'run_above' : 'run_below';
	});
	return { mean, range, lower, upper, signals };
}

/** Length of the row of values on one side of the mean that each belongs to; one on the mean stands alone. */
function rowOf(sides: readonly number[], at: number): number {
	const side = sides[at];
	let [first, last] = [at, at];
	while (side !== 0 && sides[first - 1] === side) first--;
	while (side !== 0 && sides[last + 1] === side) last++;
	return last - first + 1;
}

function average(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
