import type { EChartsOption } from 'echarts';
import type { Reading } from '#analytics/statistics/series.ts';
import { colours, fontFamily, statusColours } from '#app/components/theme.ts';
import { longMonth, percent } from '#app/words/format.ts';
import { signalWords } from '#app/words/signals.ts';
import { lowest } from './onTimeByMonth.ts';

/** A series with its mean and limits; what is out of the usual has another sign. `href` leads from a month to its rows. */
export function controlLimits({ points, chart }: Reading, href: (month: string) => string): EChartsOption {
	const level = (name: string, value: number, type: number[] | 'solid') => ({
		type: 'line' as const,
		name,
		symbol: 'none',
		lineStyle: { color: colours.quiet, width: 1.5, type },
		itemStyle: { color: colours.quiet },
		data: points.map(() => tenths(value)),
	});
	const bottom = Math.min(...points.map(one => one.share), chart?.lower ?? 1) * 100;
	return {
		textStyle: { fontFamily, color: colours.text },
		aria: { enabled: true },
		grid: { left: 8, right: 20, top: 44, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
		legend: { top: 0, left: 0, itemWidth: 26, textStyle: { color: colours.text, fontSize: 12 } },
		tooltip: { trigger: 'item' },
		xAxis: {
			type: 'category',
			data: points.map(({ label }) => `${Number(label.slice(5, 7))}月`),
			axisLabel: { color: colours.quiet },
			axisTick: { show: false },
			axisLine: { lineStyle: { color: colours.line } },
		},
		yAxis: {
			type: 'value',
			max: 100,
			min: lowest(bottom),
			axisLabel: { formatter: '{value}%', color: colours.quiet },
			splitLine: { lineStyle: { color: '#e8ecf2' } },
		},
		series: [
			{
				type: 'line',
				name: '按时率',
				symbol: 'circle',
				symbolSize: 8,
				lineStyle: { color: colours.primary, width: 2 },
				itemStyle: { color: colours.primary },
				data: points.map((one, at) => {
					const signal = chart?.signals[at] ?? null;
					return {
						value: tenths(one.share),
						href: href(one.label),
						symbol: signal === null ? 'circle' : 'diamond',
						symbolSize: signal === null ? 8 : 15,
						itemStyle: { color: signal === null ? colours.primary : statusColours.overdue },
						tooltip: {
							formatter: `${longMonth(one.label)}　${percent(one.hits, one.of)}（${one.hits}/${one.of}件）${chart ? `<br/>${signalWords(signal)}` : ''}`,
						},
					};
				}),
			},
			...(chart === null
				? []
				: [
						level('均值', chart.mean, 'solid'),
						level('上控制限', chart.upper, [8, 4]),
						level('下控制限', chart.lower, [2, 3]),
					]),
		],
	};
}

function tenths(value: number): number {
	return Math.round(value * 1000) / 10;
}
