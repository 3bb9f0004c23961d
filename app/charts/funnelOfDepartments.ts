import type { EChartsOption } from 'echarts';
import { colours, fontFamily, statusColours } from '#app/components/theme.ts';
import type { Dot, FunnelData } from '#app/loaders/funnel.server.ts';
import { percent } from '#app/words/format.ts';
import { placeWords } from '#app/words/signals.ts';
import { lowest } from './onTimeByMonth.ts';

type Shown = Pick<FunnelData, 'dots' | 'limits' | 'due' | 'on_time'>;

const marks = {
	inside: { symbol: 'circle', size: 8, colour: colours.primary },
	warning: { symbol: 'triangle', size: 12, colour: '#c46a00' },
	alarm: { symbol: 'diamond', size: 14, colour: statusColours.overdue },
};

/** Bodies by number of due matters and on-time rate, among the limits of chance. `href` leads from a dot to its body. */
export function funnelOfDepartments({ dots, limits, due, on_time }: Shown, href: (dot: Dot) => string): EChartsOption {
	const line = (name: string, dash: number[] | 'solid', at: (one: Shown['limits'][number]) => number) => ({
		type: 'line' as const,
		name,
		symbol: 'none',
		silent: true,
		lineStyle: { color: colours.quiet, width: 1.2, type: dash },
		itemStyle: { color: colours.quiet },
		data: limits.map(one => [one.of, at(one) * 100]),
	});
	return {
		textStyle: { fontFamily, color: colours.text },
		aria: { enabled: true },
		grid: { left: 8, right: 24, top: 56, bottom: 24, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
		legend: {
			top: 0,
			left: 0,
			itemWidth: 26,
			data: ['部门', '总体', '95%界限', '99.8%界限'],
			textStyle: { color: colours.text, fontSize: 12 },
		},
		tooltip: { trigger: 'item' },
		xAxis: {
			type: 'value',
			name: '到期件数',
			nameLocation: 'middle',
			nameGap: 26,
			min: 0,
			axisLabel: { color: colours.quiet },
			splitLine: { show: false },
		},
		yAxis: {
			type: 'value',
			max: 100,
			min: lowest(Math.min(...dots.map(dot => (dot.on_time / dot.due) * 100))),
			axisLabel: { formatter: '{value}%', color: colours.quiet },
			splitLine: { lineStyle: { color: '#e8ecf2' } },
		},
		series: [
			line('总体', 'solid', () => on_time / due),
			line('95%界限', [6, 4], one => one.warning.lower),
			line('95%界限', [6, 4], one => one.warning.upper),
			line('99.8%界限', [2, 3], one => one.alarm.lower),
			line('99.8%界限', [2, 3], one => one.alarm.upper),
			{
				type: 'scatter',
				name: '部门',
				itemStyle: { color: colours.primary },
				data: dots.map(dot => point(dot, href)),
			},
		],
	};
}

function point(dot: Dot, href: (dot: Dot) => string) {
	const { symbol, size, colour } = marks[dot.place.where];
	return {
		value: [dot.due, (dot.on_time / dot.due) * 100],
		href: href(dot),
		symbol,
		symbolSize: size,
		itemStyle: { color: colour, opacity: 0.85 },
		tooltip: {
			formatter: () =>
				`${escaped(dot.department_name)}<br/>按时${dot.on_time}件／到期${dot.due}件　${percent(dot.on_time, dot.due)}<br/>${placeWords(dot.place)}`,
		},
	};
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
