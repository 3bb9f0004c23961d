import type { Counted, Interval } from './wilson.ts';

/** inside both limits · warning: outside 95 % · alarm: outside 99.8 %; `above` or `below` the overall share. */
export type Place = { where: 'inside' | 'warning' | 'alarm'; side: 'above' | 'below' };

export type Limits = { warning: Interval; alarm: Interval };

/**
 * Limits around an overall share for `of` trials (Spiegelhalter, Statistics in Medicine 2005): exact binomial ones, so that of
 * those that differ from it by chance alone at most 2.5 % and 0.1 % lie beyond each. A share on a limit is inside.
 */
export function funnelLimits(overall: number, of: number): Limits {
	const [few, many] = [binomial(overall, of), binomial(1 - overall, of)];
	const between = (tail: number): Interval => ({
		lower: few.findIndex(sum => sum > tail) / of,
		upper: 1 - many.findIndex(sum => sum > tail) / of,
	});
	return { warning: between(0.025), alarm: between(0.001) };
}

/** Differences below this are of the arithmetic, not of the counts. */
const ROUNDING = 1e-9;

/** Where a share lies among the limits for its own number of trials. */
export function placeOf({ hits, of }: Counted, overall: number): Place {
	const share = hits / of;
	const { warning, alarm } = funnelLimits(overall, of);
	const outside = (span: Interval) => share < span.lower - ROUNDING || share > span.upper + ROUNDING;
	return {
		where: outside(alarm) ? 'alarm' : outside(warning) ? 'warning' : 'inside',
		side: share < overall ? 'below' : 'above',
	};
}

/** P(X ≤ r) for r = 0 … `of`. */
function binomial(share: number, of: number): number[] {
	let choose = 0;
	let sum = 0;
	return Array.from({ length: of + 1 }, (_, r) => {
		if (r > 0) choose += Math.log(of - r + 1) - Math.log(r);
		const yes = r === 0 ? 0 : r * Math.log(share);
		const no = r === of ? 0 : (of - r) * Math.log1p(-share);
		sum += Math.exp(choose + yes + no);
		return sum;
	});
}
