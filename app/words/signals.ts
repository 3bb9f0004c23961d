import { LEAST_POINTS, type Signal } from '#analytics/statistics/control-chart.ts';
import type { Place } from '#analytics/statistics/funnel.ts';
import type { Reading } from '#analytics/statistics/series.ts';
import { wilson } from '#analytics/statistics/wilson.ts';
import { longMonth, percent } from './format.ts';
import { departmentClocks } from './zh.ts';

/** Clocks with a monthly rate. */
export const trendClocks = [...departmentClocks, 'catalogue.review'] as const;

/** A share in per cent with one decimal. */
export function share(value: number): string {
	return `${(Math.round(value * 1000) / 10).toFixed(1)}%`;
}

/** What a point says beside the limits. */
export function signalWords(signal: Signal): string {
	if (signal === null) return '正常波动';
	if (signal === 'above' || signal === 'below') return `真实变化：${signal === 'above' ? '高于上' : '低于下'}控制限`;
	return `真实变化：连续八个月以上${signal === 'run_above' ? '高' : '低'}于均值`;
}

/** What the last month of a series says: `真实变化：低于下控制限（均值92.1%，控制限85.0%—99.2%）`. */
export function readingWords({ chart, points }: Reading): string {
	if (chart === null) return `数据不足：有到期事项的月份只有${points.length}个，满${LEAST_POINTS}个月才画控制限`;
	const limits = `均值${share(chart.mean)}，控制限${share(chart.lower)}—${share(chart.upper)}`;
	return `${signalWords(chart.signals.at(-1) ?? null)}（${limits}）`;
}

/** The last step in words, with what can be said of it. */
export function stepWords({ step }: Reading): string | null {
	if (step === null) return null;
	const points = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(Math.round(value * 1000) / 10).toFixed(1)}`;
	const said = step.real ? '超出偶然波动' : '单看这一差别，可能只是偶然波动';
	return `与${longMonth(step.from)}相比，${points(step.difference)}个百分点（95%区间${points(step.lower)}至${points(step.upper)}）：${said}。`;
}

/** How sure an on-time rate is by its own number: `按时10件／到期12件，83.3%；95%区间（威尔逊）55.2%—95.3%。…`. */
export function intervalWords(onTime: number, due: number): string {
	return spanWords(`按时${onTime}件／到期${due}件`, onTime, due) ?? '没有到期事项。';
}

/** The same of a share of units; null: there are none. */
export function unitIntervalWords(num: number, den: number): string | null {
	return spanWords(`${num}项／${den}项`, num, den);
}

function spanWords(counted: string, hits: number, of: number): string | null {
	const span = wilson(hits, of);
	if (span === null) return null;
	return `${counted}，${percent(hits, of)}；95%区间（威尔逊）${share(span.lower)}—${share(span.upper)}。件数少的区间宽，名次之差可能只是偶然。不用于排名。`;
}

/** Where a body lies in the funnel, in words. */
export function placeWords({ where, side }: Place): string {
	if (where === 'inside') return '○ 正常波动之内';
	const limit = where === 'alarm' ? '99.8%' : '95%';
	return `${where === 'alarm' ? '◆' : '△'} ${side === 'above' ? '高' : '低'}于${limit}界限`;
}
