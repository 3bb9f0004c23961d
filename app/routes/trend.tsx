import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { Button } from 'antd';
import { linkTo } from '#app/asked.ts';
import { Chart } from '#app/charts/Chart.tsx';
import { controlLimits } from '#app/charts/controlLimits.ts';
import { paint } from '#app/charts/paint.server.ts';
import { PickField } from '#app/components/fields.tsx';
import { monthRows } from '#app/components/links.ts';
import { Nothing, Page, Panel } from '#app/components/Page.tsx';
import { SignalTable } from '#app/components/SignalTable.tsx';
import signalsCss from '#app/components/signals.css?url';
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
	const data = await trendData(viewer, asked, context, readTrend(query));
	return { ...data, svg: paint(optionOf(data), WIDTH, HEIGHT) };
});

export default function Trend() {
	const data = useLoaderData<typeof loader>();
	const { reading, clock, department } = data;
	const last = reading.points.at(-1);
	return (
		<Page
			title="趋势与控制图"
			lead="近十二个月的按时率与控制限：限内的起伏是正常波动，出限或者连续八个月偏在一侧的才是真实变化。"
			data={data}
			stock="近十二个月到期事项"
		>
			<nav className="tabs" aria-label="时限">
				{trendClocks.map(one => (
					<Link
						key={one}
						to={linkTo(data, '/trend', { clock: one, department })}
						aria-current={one === clock ? 'page' : undefined}
					>
						{clockWords(one)?.name}
					</Link>
				))}
			</nav>
			<Narrow data={data} />
			{last === undefined ? (
				<Nothing>近十二个月没有到期事项。</Nothing>
			) : (
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
						svg={data.svg}
						height={HEIGHT}
					>
						<SignalTable data={data} />
					</Chart>
				</Panel>
			)}
			<p className="definition">
				口径：{data.definition}
				控制限为均值加减2.66倍平均移动极差（单值—移动极差控制图），至少八个有到期事项的月份才画。到期不足5件的月份标“样本不足”。环比之差的区间按纽科姆法（威尔逊区间）计算。只是阅读提示，不进入任何得分。
			</p>
		</Page>
	);
}

function optionOf(data: TrendData) {
	return controlLimits(data.reading, month => monthRows(data, data.clock, month, data.department ?? undefined));
}

function Narrow({ data }: { data: TrendData }) {
	const choices = data.choices.map(({ code, name }) => ({ value: code, name }));
	return (
		<Form method="get" className="filters" key={`${data.clock}|${data.department}`}>
			{Object.entries({ ...data.given, clock: data.clock }).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			<PickField
				name="department"
				label="责任部门"
				value={data.department ?? ''}
				choices={[{ value: '', name: '全部' }, ...choices]}
				wide
			/>
			<span className="filter-ways">
				<Button type="primary" htmlType="submit">
					查看
				</Button>
			</span>
		</Form>
	);
}
