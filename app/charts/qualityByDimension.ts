import type { EChartsOption } from 'echarts';
import { qualityDimensionNames, qualityDimensions } from '#analytics/law/rule-sets.ts';
import type { Row } from '#analytics/measures/measure.ts';
import type { qualityDimensions as measure } from '#analytics/measures/quality.ts';
import { colours, fontFamily } from '#app/components/theme.ts';
import { decimal } from '#app/words/indicators.ts';
import { dimensionWords } from '#app/words/quality.ts';

export type DimensionRow = Row<typeof measure>;

/** Pixels of a chart with so many bodies. */
export function heightOf(rows: DimensionRow[]): number {
	return 108 + 24 * new Set(rows.map(row => row.department)).size;
}

/** Codes of the bodies, the one with the lowest dimension first; those without any score last. */
export function worstFirst(rows: DimensionRow[]): string[] {
	const least = new Map<string, number>();
	for (const { department, score } of rows) {
		least.set(
			department,
			Math.min(least.get(department) ?? Number.POSITIVE_INFINITY, score ?? Number.POSITIVE_INFINITY),
		);
	}
	return [...least].sort(([a, x], [b, y]) => (x === y ? (a < b ? -1 : 1) : x - y)).map(([code]) => code);
}

/** Bodies × dimensions: the darker the lower, the score written in every cell. `href` leads from a cell to its checks. */
export function qualityByDimension(rows: DimensionRow[], href: (row: DimensionRow) => string): EChartsOption {
	const bodies = worstFirst(rows).reverse();
	const names = new Map(rows.map(row => [row.department, row.department_name]));
	return {
		textStyle: { fontFamily, color: colours.text },
		aria: { enabled: true },
		grid: { left: 8, right: 8, top: 40, bottom: 56, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
		tooltip: { trigger: 'item' },
		xAxis: {
			type: 'category',
			position: 'top',
			data: qualityDimensions.map(dimension => dimensionWords(dimension).replace(/性$/, '\n性')),
			axisLabel: { color: colours.text, interval: 0, fontSize: 11 },
			axisTick: { show: false },
			axisLine: { show: false },
		},
		yAxis: {
			type: 'category',
			data: bodies.map(code => names.get(code) ?? code),
			axisLabel: { color: colours.text, width: 112, overflow: 'truncate', interval: 0 },
			axisTick: { show: false },
			axisLine: { show: false },
		},
		visualMap: {
			...{ min: 50, max: 100, calculable: false, orient: 'horizontal', left: 'center', bottom: 0, itemWidth: 14 },
			...{ text: ['高', '低（50及以下）'], inRange: { color: ['#b3340f', '#f0b48f', '#fbeee3', '#ffffff'] } },
		},
		series: [
			{
				type: 'heatmap',
				itemStyle: { borderColor: colours.line, borderWidth: 1 },
				data: rows.filter(row => row.dimension !== null && row.score !== null).map(row => cell(row, bodies, href)),
			},
		],
	};
}

function cell(row: DimensionRow, bodies: string[], href: (row: DimensionRow) => string) {
	const score = Math.round((row.score ?? 0) * 10) / 10;
	const at = Object.keys(qualityDimensionNames).indexOf(row.dimension ?? '');
	return {
		value: [at, bodies.indexOf(row.department), score],
		href: href(row),
		label: { show: true, formatter: decimal(score, 1), color: score < 62 ? '#ffffff' : colours.text, fontSize: 11 },
		tooltip: {
			formatter: `${row.department_name}　${dimensionWords(row.dimension)}<br/>${decimal(score, 1)}分　目录项${row.items}个，检查${row.checks}条`,
		},
	};
}
