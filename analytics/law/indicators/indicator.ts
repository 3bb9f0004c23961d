/** Which part of 第三十八条第二款 an indicator belongs to; `authority`: 主管部门自查. */
type Dimension = 'timeliness' | 'quality' | 'application' | 'safeguards' | 'authority';

/** One indicator of 第三十八条第二款: what is summed over its units, and how it is read. */
export type Indicator = {
	zh: string;
	dimension: Dimension;
	/** Whose conduct it tells of. */
	role: 'provider' | 'demander' | 'authority';
	/** rate: share (0–1) · score: mean of 0–100 · mean: mean in `unit` · count: sum in `unit` · per_thousand: per 1,000 calls */
	kind: 'rate' | 'score' | 'mean' | 'count' | 'per_thousand';
	/** The unit of the value in words: % for rates. */
	unit: string;
	/** What a unit counts by: due day, stop day, receipt, days of the period, decision, or the day asked (时点). */
	attribution: 'due' | 'stop' | 'receipt' | 'calendar' | 'decided' | 'stock';
	/** Which direction is better; none: shown, never judged. */
	better: 'higher' | 'lower' | 'none';
	/** Rests on a period that has a number in the Decree; false: 非法定. */
	statutory: boolean;
	/** Units exist only where somebody reports them: without any the indicator cannot be measured, by anybody. */
	optional: boolean;
	article: string;
	/** Population, numerator and denominator, in official Chinese; printed beside the figure. */
	definition: string;
};

const rate = { kind: 'rate', unit: '%', better: 'higher', statutory: false, optional: false } as const;

/** A share of which more is better; deviations are named. */
export function rateOf(said: Omit<Indicator, keyof typeof rate>): Indicator {
	return { ...rate, ...said };
}
