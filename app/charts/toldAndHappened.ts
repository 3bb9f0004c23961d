import type { EChartsOption } from 'echarts';
import type { Decile } from '#analytics/statistics/calibration.ts';
import { colours, fontFamily } from '#app/components/theme.ts';
import { percent } from '#app/words/format.ts';
import { tenthWords } from '#app/words/risk.ts';

/** What was foretold (a line) beside what happened (bars), by tenths of the probability. */
export function toldAndHappened(deciles: readonly Decile[]): EChartsOption {
	return {
		textStyle: { fontFamily, color: colours.text },
		aria: { enabled: true },
		grid: { left: 8, right: 20, top: 44, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
		legend: { top: 0, left: 0, textStyle: { color: colours.text, fontSize: 12 } },
		tooltip: { trigger: 'item' },
		xAxis: {
			type: 'category',
			data: deciles.map(one => tenthWords(one.tenth)),
			axisLabel: { color: colours.quiet },
			axisTick: { show: false },
			axisLine: { lineStyle: { color: colours.line } },
		},
		yAxis: {
			type: 'value',
			min: 0,
			max: 100,
			axisLabel: { formatter: '{value}%', color: colours.quiet },
			splitLine: { lineStyle: { color: '#e8ecf2' } },
		},
		series: [
			{
				type: 'bar',
				name: '实际逾期',
				barMaxWidth: 36,
				itemStyle: { color: '#a9bfdc' },
				data: deciles.map(({ happened, n }) => ({
					value: Math.round((happened / n) * 1000) / 10,
					tooltip: { formatter: `实际逾期${happened}件／${n}件　${percent(happened, n)}` },
				})),
			},
			{
				type: 'line',
				name: '估计',
				symbol: 'diamond',
				symbolSize: 10,
				lineStyle: { color: colours.deep, type: [6, 4] },
				itemStyle: { color: colours.deep },
				data: deciles.map(({ told }) => Math.round(told * 1000) / 10),
			},
		],
	};
}
