import type { EChartsOption } from 'echarts';
import type { ControlChart, Signal } from '#analytics/statistics/control-chart.ts';
import type { Reading } from '#analytics/statistics/series.ts';
import { colours, fontFamily, statusColours } from '#app/components/theme.ts';
import { longMonth, percent } from '#app/words/format.ts';
import { signalWords } from '#app/words/signals.ts';
import { lowest } from './onTimeByMonth.ts';

/** A month of a control chart. `words`: its value with what it is of; `href`: its rows; `marked`: its name bears a sign. */
type Plotted = { label: string; value: number; words: string; href: string; marked?: boolean };

/** What is plotted: its name, months with a value in order, limits in the same measure, and how the axis runs. */
export type Controlled = {
	name: string;
	points: readonly Plotted[];
	limits: ControlChart | null;
	axis: { unit: string; min: number; max?: number };
};

/** Monthly on-time shares as a control chart. `href` leads from a month to its rows. */
export function sharesControlled({ points, chart }: Reading, href: (month: string) => string): Controlled {
	const bottom = Math.min(...points.map(one => one.share), chart?.lower ?? 1) * 100;
	return {
		name: '按时率',
		points: points.map(({ label, share, hits, of }) => ({
			...{ label, value: tenths(share * 100), href: href(label) },
			words: `${percent(hits, of)}（${hits}/${of}件）`,
		})),
		limits: scaled(chart, 100),
		axis: { unit: '%', min: lowest(bottom), max: 100 },
	};
}

/** Limits in another measure, to one decimal. */
export function scaled(chart: ControlChart | null, by: number): ControlChart | null {
	if (chart === null) return null;
	const { mean, range, lower, upper, signals } = chart;
	return { mean: tenths(mean * by), range: range * by, lower: tenths(lower * by), upper: tenths(upper * by), signals };
}

/** A series with its mean and limits; what is out of the usual has another sign. */
export function controlLimits({ name, points, limits, axis }: Controlled): EChartsOption {
	const level = (title: string, value: number, type: number[] | 'solid') => ({
		type: 'line' as const,
		name: title,
		symbol: 'none',
		lineStyle: { color: colours.quiet, width: 1.5, type },
		itemStyle: { color: colours.quiet },
		data: points.map(() => value),
	});
	return {
		textStyle: { fontFamily, color: colours.text },
		aria: { enabled: true },
		grid: { left: 8, right: 20, top: 44, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
		legend: { top: 0, left: 0, itemWidth: 26, textStyle: { color: colours.text, fontSize: 12 } },
		tooltip: { trigger: 'item' },
		xAxis: {
			type: 'category',
			data: points.map(({ label, marked }) => `${Number(label.slice(5, 7))}月${marked ? '＊' : ''}`),
			axisLabel: { color: colours.quiet },
			axisTick: { show: false },
			axisLine: { lineStyle: { color: colours.line } },
		},
		yAxis: {
			type: 'value',
			...{ max: axis.max, min: axis.min },
			axisLabel: { formatter: `{value}${axis.unit}`, color: colours.quiet },
			splitLine: { lineStyle: { color: '#e8ecf2' } },
		},
		series: [
			{
				type: 'line',
				name,
				symbol: 'circle',
				symbolSize: 8,
				lineStyle: { color: colours.primary, width: 2 },
				itemStyle: { color: colours.primary },
				data: points.map((one, at) => pointOf(one, limits === null ? undefined : (limits.signals[at] ?? null))),
			},
			...(limits === null
				? []
				: [
						level('均值', limits.mean, 'solid'),
						level('上控制限', limits.upper, [8, 4]),
						level('下控制限', limits.lower, [2, 3]),
					]),
		],
	};
}

/** `signal` undefined: there are no limits. */
function pointOf({ label, value, words, href }: Plotted, signal: Signal | undefined) {
	const real = signal !== null && signal !== undefined;
	return {
		...{ value, href },
		symbol: real ? 'diamond' : 'circle',
		symbolSize: real ? 15 : 8,
		itemStyle: { color: real ? statusColours.overdue : colours.primary },
		tooltip: {
			formatter: `${longMonth(label)}　${words}${signal === undefined ? '' : `<br/>${signalWords(signal)}`}`,
		},
	};
}

function tenths(value: number): number {
	return Math.round(value * 10) / 10;
}
