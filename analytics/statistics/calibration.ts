import { type Interval, wilson } from './wilson.ts';

/** A probability told beforehand, and whether it came true. */
export type Foretold = { probability: number; happened: boolean };

/** One tenth of the scale from 0 to 1 (the last one holds 1 too), with at least one foretelling. */
export type Decile = {
	/** Lower end in tenths: 0 to 9. */
	tenth: number;
	n: number;
	happened: number;
	/** Mean of what was told. */
	told: number;
	/** 95 % interval (Wilson) of the share that came true. */
	interval: Interval;
};

export type Calibration = {
	n: number;
	happened: number;
	/** Mean squared error of what was told (Brier); lower is better. */
	brier: number;
	/** The same had everybody been given the share that came true among all of them, known only afterwards. */
	base: number;
	/** 1 − brier ÷ base; null where everything or nothing came true. */
	skill: number | null;
	/** Against the base rate, by twice the standard error of the mean difference: better | worse | alike; few below 30. */
	verdict: 'better' | 'worse' | 'alike' | 'few';
	deciles: Decile[];
};

/** Foretellings below which nothing is said of their worth. */
export const FEW = 30;

/** How well probabilities agreed with what happened. Null where nothing was foretold. */
export function calibration(told: readonly Foretold[]): Calibration | null {
	if (told.length === 0) return null;
	const n = told.length;
	const happened = told.filter(one => one.happened).length;
	const rate = happened / n;
	const error = (one: Foretold, probability: number) => (probability - Number(one.happened)) ** 2;
	const brier = mean(told.map(one => error(one, one.probability)));
	const base = rate * (1 - rate);
	const gains = told.map(one => error(one, rate) - error(one, one.probability));
	return {
		n,
		happened,
		brier,
		base,
		skill: base === 0 ? null : 1 - brier / base,
		verdict: n < FEW ? 'few' : verdictOf(gains),
		deciles: decilesOf(told),
	};
}

function verdictOf(gains: number[]): 'better' | 'worse' | 'alike' {
	const gain = mean(gains);
	const variance = gains.reduce((sum, one) => sum + (one - gain) ** 2, 0) / (gains.length - 1);
	if (Math.abs(gain) <= 2 * Math.sqrt(variance / gains.length)) return 'alike';
	return gain > 0 ? 'better' : 'worse';
}

function decilesOf(told: readonly Foretold[]): Decile[] {
	return Array.from({ length: 10 }, (_, tenth) => {
		const those = told.filter(one => tenthOf(one.probability) === tenth);
		const happened = those.filter(one => one.happened).length;
		const interval = wilson(happened, those.length);
		return interval && { tenth, n: those.length, happened, told: mean(those.map(one => one.probability)), interval };
	}).filter(one => one !== null);
}

/** The tenth of the scale that a probability lies in: 0 to 9. */
export function tenthOf(probability: number): number {
	return Math.min(9, Math.floor(probability * 10));
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
