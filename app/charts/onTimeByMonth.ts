import type { EChartsOption } from 'echarts';
import type { Row } from '#analytics/measures/measure.ts';
import type { trend } from '#analytics/measures/trend.ts';
import type { Period } from '#analytics/statistics/series.ts';
import { clockMarks, colours, fontFamily } from '#app/components/theme.ts';
import { percent } from '#app/words/format.ts';
import { clockWords } from '#app/words/zh.ts';

export type TrendRow = Row<typeof trend>;

/** The months of one clock as a series. */
export function seriesOf(rows: readonly TrendRow[], clock: string): Period[] {
	return rows
		.filter(row => row.clock === clock)
		.map(({ month, on_time, due }) => ({ label: month, hits: on_time, of: due }));
}

/** Monthly on-time rates, one line per clock; a month without anything due is a gap, not a zero. `href` leads from a point to its rows. */
export function onTimeByMonth(rows: TrendRow[], href: (row: TrendRow) => string): EChartsOption {
	const months = [...new Set(rows.map(row => row.month))].sort();
	const clocks = Object.keys(clockMarks).filter(clock => rows.some(row => row.clock === clock && row.due > 0));
	return {
		textStyle: { fontFamily, color: colours.text },
		aria: { enabled: true },
		grid: { left: 8, right: 20, top: 52, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
		legend: { top: 0, left: 0, itemWidth: 26, textStyle: { color: colours.text, fontSize: 12 } },
		tooltip: { trigger: 'item' },
		xAxis: {
			type: 'category',
			data: months.map(month => `${Number(month.slice(5, 7))}月`),
			axisLabel: { color: colours.quiet },
			axisTick: { show: false },
			axisLine: { lineStyle: { color: colours.line } },
		},
		yAxis: {
			type: 'value',
			max: 100,
			min: (range: { min: number }) => lowest(range.min),
			axisLabel: { formatter: '{value}%', color: colours.quiet },
			splitLine: { lineStyle: { color: '#e8ecf2' } },
		},
		series: clocks.map(clock => line(clock, months, rows, href)),
	};
}

/** Where the axis begins: whole tens below the lowest rate, so that differences near 100% stay visible. */
export function lowest(min: number): number {
	return Number.isFinite(min) ? Math.max(0, Math.floor((min - 5) / 10) * 10) : 0;
}

function line(clock: string, months: string[], rows: TrendRow[], href: (row: TrendRow) => string) {
	const mark = clockMarks[clock];
	const byMonth = new Map(rows.filter(row => row.clock === clock).map(row => [row.month, row]));
	return {
		type: 'line' as const,
		name: clockWords(clock)?.short ?? '其他时限',
		symbol: mark?.symbol,
		symbolSize: 8,
		lineStyle: { color: mark?.colour, width: 2, type: mark?.dash },
		itemStyle: { color: mark?.colour },
		data: months.map(month => point(byMonth.get(month), href)),
	};
}

function point(row: TrendRow | undefined, href: (row: TrendRow) => string) {
	if (!row || row.due === 0) return { value: null as unknown as number };
	const value = Math.round((row.on_time / row.due) * 1000) / 10;
	return {
		value,
		href: href(row),
		tooltip: {
			formatter: `${row.month}　${clockWords(row.clock)?.short ?? ''}<br/>按时${row.on_time}件／到期${row.due}件　${percent(row.on_time, row.due)}`,
		},
	};
}
