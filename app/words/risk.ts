import { type Calibration, FEW } from '#analytics/statistics/calibration.ts';
import { wilson } from '#analytics/statistics/wilson.ts';
import { count, percent } from './format.ts';

/** Whose past an estimate rests on. */
export const bases: Record<string, string> = {
	own: '本部门历史',
	all: '各部门同一时限历史',
	none: '历史不足，不作估计',
};

/** What the list of risks may begin with. */
export const riskOrders: Record<string, string> = { probability: '可能性高的在前', due_on: '先到期的在前' };

type Estimate = { probability: number | null; basis: string; history: number | null; at_risk: number | null };

/** A probability in whole per cent: `35%`, `不足1%`, `99%以上`; none: `—`. */
export function likelihood(probability: number | null): string {
	if (probability === null) return '—';
	if (probability < 0.01) return '不足1%';
	return probability > 0.99 ? '99%以上' : `${Math.round(probability * 100)}%`;
}

/** How sure an estimate is, by how many it rests on: `95%区间20%—53%`; null: no estimate. */
export function sureness({ probability, at_risk }: Estimate): string | null {
	const span = probability === null || at_risk === null ? null : wilson(probability * at_risk, at_risk);
	return span && `95%区间${Math.round(span.lower * 100)}%—${Math.round(span.upper * 100)}%`;
}

/** What an estimate rests on, in words. */
export function groundOf({ basis, history, at_risk }: Estimate): string {
	if (history === null || at_risk === null) return bases.none ?? '';
	return `${bases[basis]}已办结${count(history)}件，用时比本件更长的${count(at_risk)}件`;
}

/** A tenth of the probability in words: 3 → `30%—40%`. */
export function tenthWords(tenth: number): string {
	return `${tenth * 10}%—${tenth * 10 + 10}%`;
}

/** Whether estimates were worth anything against giving everybody the rate that came true, said plainly. */
export function verdictWords({ n, happened, brier, base, verdict }: Calibration): string {
	const scores = `布赖尔分数${brier.toFixed(4)}，基准率为${base.toFixed(4)}，越低越准`;
	switch (verdict) {
		case 'few':
			return `可对照的只有${count(n)}件，不足${FEW}件，还不能说估计准不准。`;
		case 'better':
			return `估计有用：比对每件都说“${percent(happened, n)}会逾期”（基准率）更准（${scores}）。`;
		case 'worse':
			return `估计不可用：还不如对每件都说“${percent(happened, n)}会逾期”（基准率）（${scores}）。请勿据以安排先后。`;
		case 'alike':
			return `看不出估计有用：与对每件都说“${percent(happened, n)}会逾期”（基准率）没有可靠的差别（${scores}）。`;
	}
}

/** The same in a word, for tables. */
export const verdictNames: Record<Calibration['verdict'], string> = {
	better: '✓ 优于基准率',
	alike: '○ 与基准率无可靠差别',
	worse: '▲ 不如基准率',
	few: '– 件数不足，不下结论',
};
