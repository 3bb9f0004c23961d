import type { Day } from './day.ts';
import { type IndicatorCode, indicators } from './indicators.ts';

/** Grades from best to worst. */
export const grades = ['excellent', 'good', 'fair', 'poor'] as const;
type Grade = (typeof grades)[number];

/** What is taken from or added to a composite score, each a fact that a person decided or the clocks show. */
export const adjustments = [
	'overdue_long',
	'refused_without_reason',
	'unfiled_change',
	'duplicate_collection',
	'beyond_scope',
	'backdated',
	'prompt',
	'model_case',
] as const;
type Adjustment = (typeof adjustments)[number];

/** What keeps a department below a grade, whatever its score. */
export const vetoes = ['third_party', 'serious_incident', 'order_refused'] as const;
type Veto = (typeof vetoes)[number];

/** One indicator in a scheme: points run evenly from `zero` (none) to `full` (all of `weight`). Values as in the indicator: shares 0–1. */
export type Weight = { indicator: IndicatorCode; weight: number; full: number; zero: number };

/** One version of the scoring scheme (评分方案). A period is scored by the version in force on its first day. */
export type Scheme = {
	effective: Day;
	/** Document number; null only for the scheme shipped as default. */
	document: string | null;
	title: string;
	/** Which rate is scored: `adjudicated` leaves out lateness that was found justified (第三十九条第四项). */
	basis: 'adjudicated' | 'factual';
	/** Units that an indicator needs to be scored; with fewer its weight goes to the others of its dimension. */
	fewest: number;
	/** Share of a table's weights that must be scored for a rank in it. */
	leastWeight: number;
	/** not_applicable: what nobody reported on is left out, and marked · zero: it scores nothing. */
	unreported: 'not_applicable' | 'zero';
	weights: readonly Weight[];
	/** Points per fact, and the most of them in all; `deductionCap` for all deductions, `bonusCap` for all additions. */
	adjustments: readonly { adjustment: Adjustment; each: number; cap: number }[];
	deductionCap: number;
	bonusCap: number;
	vetoes: readonly { veto: Veto; grade: Grade }[];
	/** From which composite score a grade begins, best first; the last begins at 0. */
	grades: readonly { grade: Grade; from: number }[];
};

const percent = (indicator: IndicatorCode, weight: number, full: number, zero: number): Weight => ({
	indicator,
	weight,
	full: full / 100,
	zero: zero / 100,
});

/** The scheme shipped as default: provider 60, demander 40. */
export const defaultScheme: Scheme = {
	effective: '2025-08-01' as Day,
	document: null,
	title: '政务数据共享评价方案（缺省）',
	basis: 'adjudicated',
	fewest: 5,
	leastWeight: 0.5,
	unreported: 'not_applicable',
	weights: [
		percent('T1', 5, 100, 70),
		percent('T2', 8, 100, 70),
		percent('T3', 10, 100, 70),
		percent('T4', 6, 100, 70),
		percent('T5', 3, 100, 60),
		percent('T7', 3, 100, 60),
		{ indicator: 'Q1', weight: 8, full: 95, zero: 60 },
		percent('Q2', 7, 98, 70),
		percent('Q4', 3, 0, 20),
		percent('Q5a', 4, 99.5, 95),
		percent('Q6', 3, 100, 70),
		percent('A1', 9, 95, 50),
		percent('A2', 4, 90, 30),
		percent('A4', 3, 95, 60),
		percent('A5', 4, 100, 60),
		percent('S1', 8, 100, 70),
		percent('S3', 4, 100, 60),
		percent('S5', 8, 100, 60),
	],
	adjustments: [
		{ adjustment: 'overdue_long', each: -0.5, cap: 5 },
		{ adjustment: 'refused_without_reason', each: -0.5, cap: 3 },
		{ adjustment: 'unfiled_change', each: -2, cap: 20 },
		{ adjustment: 'duplicate_collection', each: -1, cap: 4 },
		{ adjustment: 'beyond_scope', each: -3, cap: 20 },
		{ adjustment: 'backdated', each: -2, cap: 20 },
		{ adjustment: 'prompt', each: 1, cap: 1 },
		{ adjustment: 'model_case', each: 1, cap: 3 },
	],
	deductionCap: 20,
	bonusCap: 3,
	vetoes: [
		{ veto: 'third_party', grade: 'poor' },
		{ veto: 'serious_incident', grade: 'fair' },
		{ veto: 'order_refused', grade: 'poor' },
	],
	grades: [
		{ grade: 'excellent', from: 90 },
		{ grade: 'good', from: 80 },
		{ grade: 'fair', from: 60 },
		{ grade: 'poor', from: 0 },
	],
};

/** What a scheme must keep, in official Chinese; empty: it may be adopted. */
export function problemsOf(scheme: Scheme): string[] {
	const { weights, fewest, leastWeight, grades: steps } = scheme;
	const total = weights.reduce((sum, { weight }) => sum + weight, 0);
	const named = weights.map(({ indicator }) => indicator);
	const twice = named.filter((indicator, n) => named.indexOf(indicator) !== n);
	const odd = weights.filter(({ indicator }) => !isScored(indicator));
	const flat = weights.filter(({ full, zero }) => full === zero);
	const turned = weights.filter(({ indicator, full, zero }) => isTurned(indicator, full, zero));
	const falling = steps.every(({ from }, n) => n === 0 || from < (steps[n - 1]?.from ?? 0));
	return [
		Math.abs(total - 100) < 1e-9 ? null : `各指标权重之和应为100，现为${total}`,
		...weights.filter(({ weight }) => !(weight > 0)).map(({ indicator }) => `${nameOf(indicator)}的权重应大于0`),
		...[...new Set(twice)].map(indicator => `${nameOf(indicator)}重复列入`),
		...odd.map(({ indicator }) => `${nameOf(indicator)}只作展示或者属于主管部门自查，不能计分`),
		...flat.map(({ indicator }) => `${nameOf(indicator)}的满分值与零分值不能相同`),
		...turned.map(({ indicator }) => `${nameOf(indicator)}的满分值与零分值方向相反`),
		Number.isInteger(fewest) && fewest >= 3 && fewest <= 10 ? null : '最少件数应为3至10的整数',
		leastWeight >= 0 && leastWeight <= 1 ? null : '参加排名所需的权重比例应在0至1之间',
		falling && steps.at(-1)?.from === 0 ? null : '等次的起始分应由高到低，最末等次从0分起',
	].filter(problem => problem !== null);
}

function nameOf(indicator: IndicatorCode): string {
	return `“${indicators[indicator].zh}”`;
}

function isScored(indicator: IndicatorCode): boolean {
	const { role, better, kind } = indicators[indicator];
	return role !== 'authority' && better !== 'none' && kind !== 'count';
}

function isTurned(indicator: IndicatorCode, full: number, zero: number): boolean {
	const { better } = indicators[indicator];
	return (better === 'higher' && full < zero) || (better === 'lower' && full > zero);
}
