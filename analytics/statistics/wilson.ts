/** A span of shares, 0 to 1. */
export type Interval = { lower: number; upper: number };

/** Standard normal quantile of two-sided 95 %. */
const Z95 = 1.959963984540054;

/**
 * Wilson's score interval of a share: `hits` of `of` trials (hits may be a fraction, of a weighted or estimated share), with
 * the quantile `z`. Null where there were no trials.
 */
export function wilson(hits: number, of: number, z = Z95): Interval | null {
	if (of <= 0) return null;
	const share = hits / of;
	const centre = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
	const half = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
	return { lower: hits <= 0 ? 0 : Math.max(0, centre - half), upper: hits >= of ? 1 : Math.min(1, centre + half) };
}

/** A share as the count it is of. */
export type Counted = { hits: number; of: number };

/**
 * What can be said of a change from one share to another: Newcombe's interval (his method 10: both Wilson intervals, squared and added) of
 * `after` − `before` at 95 %. `real` where it excludes 0. Null where one of the two had no trials.
 */
export function change(before: Counted, after: Counted): (Interval & { difference: number; real: boolean }) | null {
	const was = wilson(before.hits, before.of);
	const is = wilson(after.hits, after.of);
	if (was === null || is === null) return null;
	const [p, q] = [before.hits / before.of, after.hits / after.of];
	const difference = q - p;
	const lower = difference - Math.hypot(q - is.lower, was.upper - p);
	const upper = difference + Math.hypot(is.upper - q, p - was.lower);
	return { difference, lower, upper, real: lower > 0 || upper < 0 };
}
