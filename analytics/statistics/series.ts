import { type ControlChart, controlChart } from './control-chart.ts';
import { type Counted, change } from './wilson.ts';

/** A share of one period, as the count it is of. */
export type Period = Counted & { label: string };

/** Trials below which a share hardly says anything by itself. */
const SMALL = 5;

/** Of the last point: real (a signal) | usual | unknown (no limits). */
type Verdict = 'real' | 'usual' | 'unknown';

export type Reading = {
	/** Periods with trials, in order; the others are gaps. */
	points: (Period & { share: number; small: boolean })[];
	/** Null where there are too few points to draw limits. */
	chart: ControlChart | null;
	verdict: Verdict;
	/** The last point against the one before; null where there are not two. */
	step: { from: string; to: string; difference: number; lower: number; upper: number; real: boolean } | null;
};

/** What a series of shares says: its control chart, whether the last period is out of the usual, and the last step. */
export function readSeries(periods: readonly Period[]): Reading {
	const points = periods
		.filter(one => one.of > 0)
		.map(one => ({ ...one, share: one.hits / one.of, small: one.of < SMALL }));
	const shares = points.map(one => one.share);
	const judged = judge(shares, { least: 0, most: 1 });
	const [before, last] = points.slice(-2);
	const step = before && last ? change(before, last) : null;
	return {
		points,
		...judged,
		step: before && last && step ? { from: before.label, to: last.label, ...step } : null,
	};
}

/** The control chart of values in order of time, and whether the last of them is out of the usual. */
export function judge(
	values: readonly number[],
	within: { least: number; most: number },
): { chart: ControlChart | null; verdict: Verdict } {
	const chart = controlChart(values, within);
	return { chart, verdict: chart === null ? 'unknown' : chart.signals.at(-1) === null ? 'usual' : 'real' };
}
