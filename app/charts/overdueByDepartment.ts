import type { EChartsOption } from 'echarts';
import { colours, fontFamily, statusColours } from '#app/components/theme.ts';

type OverdueRow = { department: string; department_name: string; overdue: number };

/** Departments with most overdue matters, longest bar on top. `href` leads from a bar to its rows. */
export function overdueByDepartment(rows: OverdueRow[], href: (row: OverdueRow) => string): EChartsOption {
	const upwards = rows.toReversed();
	return {
		textStyle: { fontFamily, color: colours.text },
		aria: { enabled: true },
		grid: { left: 8, right: 40, top: 8, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
		tooltip: { trigger: 'item', formatter: '{b}：超期未办{c}件' },
		xAxis: {
			type: 'value',
			minInterval: 1,
			axisLabel: { color: colours.quiet },
			splitLine: { lineStyle: { color: '#e8ecf2' } },
		},
		yAxis: {
			type: 'category',
			data: upwards.map(row => row.department_name),
			axisLabel: { color: colours.text, width: 150, overflow: 'truncate' },
			axisTick: { show: false },
			axisLine: { lineStyle: { color: colours.line } },
		},
		series: [
			{
				type: 'bar',
				name: '超期未办',
				barMaxWidth: 18,
				itemStyle: { color: statusColours.overdue },
				label: { show: true, position: 'right', color: colours.text },
				data: upwards.map(row => ({ value: row.overdue, href: href(row) })),
			},
		],
	};
}
