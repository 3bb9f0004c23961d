import { Link } from '@remix-run/react';
import { indicators } from '#analytics/law/indicators.ts';
import { LEAST_POINTS } from '#analytics/statistics/control-chart.ts';
import { Chart } from '#app/charts/Chart.tsx';
import { type Controlled, controlLimits, scaled } from '#app/charts/controlLimits.ts';
import { lowest } from '#app/charts/onTimeByMonth.ts';
import type { CourseMonth, IndicatorCourse as Data } from '#app/loaders/indicator-trend.server.ts';
import { count, longDay, longMonth } from '#app/words/format.ts';
import { attributionNames, noneReasons, plainValue, valueWords } from '#app/words/indicators.ts';
import { signalWords } from '#app/words/signals.ts';
import { monthUnits } from './links.ts';
import { Nothing, Panel } from './Page.tsx';

/** An indicator's months as a control chart, a sentence and a table; each opens its units. */
export function IndicatorCourse({ data, svg, height }: { data: Data; svg: string; height: number }) {
	const { zh, attribution, kind } = indicators[data.indicator];
	const last = valued(data).at(-1);
	const stock = attribution === 'stock';
	const note = stock
		? '各月为月末日24时的数，最后一个月为截至日的数。'
		: kind === 'count'
			? `${attributionNames[attribution]}；截至日所在的月未满的不列。`
			: `${attributionNames[attribution]}；最后一个月只计至截至日。`;
	return (
		<Panel title={zh} note={note}>
			{last === undefined ? (
				<Nothing>近十二个月没有数值：{noneReasons[data.months.at(-1)?.reason ?? 'no_obligations']}。</Nothing>
			) : (
				<>
					<p role="status">
						<strong>
							{longMonth(last.month)}：{courseWords(data)}。
						</strong>
						{data.months.some(({ adjusted }) => adjusted.length > 0)
							? '标＊的月份有口径调整，其前后不完全可比，见表。'
							: null}
					</p>
					<Chart
						label={`${zh}近十二个月的数值与控制限`}
						option={controlLimits(courseControlled(data))}
						svg={svg}
						height={height}
					>
						<Months data={data} />
					</Chart>
				</>
			)}
		</Panel>
	);
}

const valued = ({ months }: Data) => months.filter(({ value }) => value !== null);

/** What the last month with a value says beside the others. */
export function courseWords(data: Data): string {
	const { chart, indicator } = data;
	if (chart === null) return `数据不足：有数值的月份只有${valued(data).length}个，不足${LEAST_POINTS}个月不画控制限`;
	const words = (value: number) => plainValue(indicator, value);
	const limits = `均值${words(chart.mean)}，控制限${words(chart.lower)}—${words(chart.upper)}`;
	return `${signalWords(chart.signals.at(-1) ?? null)}（${limits}）`;
}

/** The months with a value, as the chart plots them. */
export function courseControlled(data: Data): Controlled {
	const { indicator, department, chart } = data;
	const { kind, zh, unit } = indicators[indicator];
	const by = kind === 'rate' ? 100 : 1;
	const points = valued(data).map(row => ({
		label: row.month,
		value: Math.round((row.value ?? 0) * by * 100) / 100,
		words: `${valueWords(indicator, row)}${row.adjusted.length > 0 ? '（口径调整）' : ''}`,
		href: monthUnits(data, indicator, department, row),
		marked: row.adjusted.length > 0,
	}));
	const bottom = Math.min(...points.map(({ value }) => value), (chart?.lower ?? 1) * by);
	const axis =
		kind === 'rate' ? { unit: '%', min: lowest(bottom), max: 100 } : { unit: kind === 'score' ? '分' : '', min: 0 };
	return {
		name: kind === 'mean' || kind === 'count' ? `${zh}（${unit}）` : zh,
		points,
		limits: scaled(chart, by),
		axis,
	};
}

function Months({ data }: { data: Data }) {
	return (
		<div className="scroll">
			<table className="plain-table wide stacked" aria-label={`${indicators[data.indicator].zh}逐月数值`}>
				<thead>
					<tr>
						<th>月份</th>
						<th className="number">项数</th>
						<th className="number">数值</th>
						<th>读数</th>
						<th>口径调整</th>
					</tr>
				</thead>
				<tbody>
					{data.months.map(row => (
						<tr key={row.month}>
							<td data-head="月份">
								{longMonth(row.month)}
								{row.counted_on === null ? null : <small className="sub">{longDay(row.counted_on)}的数</small>}
							</td>
							<td data-head="项数" className="number">
								{count(row.units)}
							</td>
							<td data-head="数值" className="number">
								<Value data={data} row={row} />
							</td>
							<td data-head="读数">{readOf(data, row)}</td>
							<td data-head="口径调整">{row.adjusted.length === 0 ? '无' : row.adjusted.join('；')}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

/** What a month says beside the limits, and whether its units are too few to say much. */
function readOf(data: Data, row: CourseMonth): string {
	if (row.value === null) return '—';
	const few = row.too_few ? '；样本不足' : '';
	if (data.chart === null) return `数据不足${few}`;
	return `${signalWords(data.chart.signals[valued(data).indexOf(row)] ?? null)}${few}`;
}

function Value({ data, row }: { data: Data; row: CourseMonth }) {
	const { indicator, department } = data;
	const words = row.value === null ? (noneReasons[row.reason ?? 'no_obligations'] ?? '—') : valueWords(indicator, row);
	if (row.units === 0) return <>{words}</>;
	return (
		<>
			<Link to={monthUnits(data, indicator, department, row)}>{words}</Link>
			{row.excused > 0 ? (
				<small className="sub">
					认定后{valueWords(indicator, { num: row.adjudicated_num, den: row.adjudicated_den })}
				</small>
			) : null}
		</>
	);
}
