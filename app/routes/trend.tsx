import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { indicators } from '#analytics/law/indicators.ts';
import { linkTo } from '#app/asked.ts';
import { Chart } from '#app/charts/Chart.tsx';
import { controlLimits, sharesControlled } from '#app/charts/controlLimits.ts';
import { paint } from '#app/charts/paint.server.ts';
import { courseControlled, IndicatorCourse } from '#app/components/IndicatorCourse.tsx';
import { monthRows } from '#app/components/links.ts';
import { Nothing, Page, Panel } from '#app/components/Page.tsx';
import { SignalTable } from '#app/components/SignalTable.tsx';
import signalsCss from '#app/components/signals.css?url';
import { TrendFilters } from '#app/components/TrendFilters.tsx';
import { indicatorCourse } from '#app/loaders/indicator-trend.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { readTrend, type TrendData, trendData } from '#app/loaders/trend.server.ts';
import { longMonth } from '#app/words/format.ts';
import { readingWords, stepWords, trendClocks } from '#app/words/signals.ts';
import { clockWords } from '#app/words/zh.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: signalsCss }];

export const meta: MetaFunction = () => [{ title: '趋势与控制图·数督' }];

const WIDTH = 900;
const HEIGHT = 320;

export const loader = page('figures', async ({ viewer, asked, context, query }) => {
	const { indicator, clock, department } = readTrend(query);
	if (indicator !== null) {
		const course = await indicatorCourse(viewer, asked, context, { indicator, department });
		return { course, shares: null, svg: paint(controlLimits(courseControlled(course)), WIDTH, HEIGHT) };
	}
	const shares = await trendData(viewer, asked, context, { clock, department });
	return { course: null, shares, svg: paint(optionOf(shares), WIDTH, HEIGHT) };
});

export default function Trend() {
	const { course, shares, svg } = useLoaderData<typeof loader>();
	const data = course ?? shares;
	const clock = shares?.clock ?? null;
	const definition = course === null ? shares.definition : indicators[course.indicator].definition;
	return (
		<Page
			title="趋势与控制图"
			lead="近十二个月的数值与控制限：限内的起伏是正常波动，出限或者连续八个月偏在一侧的才是真实变化。"
			data={data}
			stock="近十二个月"
			aside={<Link to={linkTo(data, '/indicators')}>指标总表</Link>}
		>
			<nav className="tabs" aria-label="时限">
				{trendClocks.map(one => (
					<Link
						key={one}
						to={linkTo(data, '/trend', { clock: one, department: data.department })}
						aria-current={one === clock ? 'page' : undefined}
					>
						{clockWords(one)?.name}
					</Link>
				))}
			</nav>
			<TrendFilters data={data} clock={clock} indicator={course?.indicator ?? null} />
			{course === null ? null : <IndicatorCourse data={course} svg={svg} height={HEIGHT} />}
			{shares === null ? null : <Shares data={shares} svg={svg} />}
			<p className="definition">
				口径：{definition}
				控制限为均值加减2.66倍平均移动极差（单值—移动极差控制图），至少八个有数值的月份才画。不足5件的月份标“样本不足”。
				{shares === null ? '' : '环比之差的区间按纽科姆法（威尔逊区间）计算。'}只是阅读提示，不进入任何得分。
			</p>
		</Page>
	);
}

function Shares({ data, svg }: { data: TrendData; svg: string }) {
	const { reading, clock } = data;
	const last = reading.points.at(-1);
	if (last === undefined) return <Nothing>近十二个月没有到期事项。</Nothing>;
	return (
		<Panel title={clockWords(clock)?.name ?? ''} note="按有效到期日归入月份；最后一个月只计至截至日。">
			<p role="status">
				<strong>
					{longMonth(last.label)}：{readingWords(reading)}。
				</strong>
				{stepWords(reading)}
			</p>
			<Chart
				label={`${clockWords(clock)?.name}近十二个月按时率与控制限`}
				option={optionOf(data)}
				svg={svg}
				height={HEIGHT}
			>
				<SignalTable data={data} />
			</Chart>
		</Panel>
	);
}

function optionOf(data: TrendData) {
	const { reading, clock, department } = data;
	return controlLimits(sharesControlled(reading, month => monthRows(data, clock, month, department ?? undefined)));
}
