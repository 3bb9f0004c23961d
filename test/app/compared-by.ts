import { type IndicatorCode, indicators } from '#analytics/law/indicators.ts';
import type { measures } from '#analytics/measures/index.ts';
import type { IndicatorFigure } from '#app/loaders/indicators.server.ts';

/** What figures, lists, files and interfaces are compared by. */

type Unit = { indicator: string; department: string; num: number; den: number; excused: boolean };
type Sums = Map<string, { units: number; num: number; den: number; excused: number }>;
export const near = (value: number | null) => Number((value ?? 0).toFixed(6));
export const keyOf = ({ indicator, department }: { indicator: string; department: string | null }) =>
	`${indicator} ${department ?? '全部'}`;
export const codeOf = new Map<string, IndicatorCode>(
	Object.entries(indicators).map(([code, { zh }]) => [zh, code as IndicatorCode]),
);

/** By indicator and body, and of all bodies together. */
export function summed(units: Unit[]): Sums {
	const sums: Sums = new Map();
	for (const unit of units.flatMap(one => [one, { ...one, department: '全部' }])) {
		const { units: n, num, den, excused } = sums.get(keyOf(unit)) ?? { units: 0, num: 0, den: 0, excused: 0 };
		const sum = { units: n + 1, num: num + unit.num, den: den + unit.den, excused: excused + Number(unit.excused) };
		sums.set(keyOf(unit), sum);
	}
	for (const [key, { num, den, ...counts }] of sums) sums.set(key, { ...counts, num: near(num), den: near(den) });
	return sums;
}
export const sumOf = ({ units, num, den, excused }: IndicatorFigure) => ({
	units,
	excused,
	num: near(num),
	den: near(den),
});
export const written = (row: Record<string, string>): Unit => ({
	...{ indicator: codeOf.get(row.指标 ?? '') ?? '', department: row.部门代码 ?? '', excused: row.有正当理由 === '是' },
	...{ num: Number(row.分子), den: Number(row.分母) },
});
/** How often each of some words comes. */
export const counted = (words: string[]) => {
	const counts = new Map<string, number>();
	for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
	return counts;
};

/** A value as a file writes it. */
export function inCell(value: unknown): string {
	if (value === null || typeof value === 'number') return value === null ? '' : String(value);
	const text = Array.isArray(value) ? value.join(' ') : String(value);
	return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** What a measure must be given besides the question. */
export const more: Partial<Record<keyof typeof measures, string>> = {
	reach: '&code=11990100000010006W',
	case_runs: '&case_id=SQ20260918-T01B',
	case_events: '&case_id=SQ20260918-T01B',
	moves: '&seq=1',
	moved: '&seq=1',
	restatements: '&known_before=500',
	restatement_figures: '&known_before=500',
	restatement_causes: '&known_before=500',
	handed: '&seq=1',
	handovers: '&seq=1',
	foretold: '&told_on=2026-09-30',
	indicator_months: '&indicator=T2&counted=by_day',
	latest_units: '&each=5',
	search_cases: '&text=SQ',
};
