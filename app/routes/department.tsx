import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { onTimeByMonth } from '#app/charts/onTimeByMonth.ts';
import { paint } from '#app/charts/paint.server.ts';
import { ComparedTable } from '#app/components/ComparedTable.tsx';
import { ComparisonNote } from '#app/components/ComparisonNote.tsx';
import { DepartmentFigures } from '#app/components/DepartmentFigures.tsx';
import { DepartmentHistory } from '#app/components/DepartmentHistory.tsx';
import { monthRows, overdueRows } from '#app/components/links.ts';
import { MatterTable } from '#app/components/MatterTable.tsx';
import organisationsCss from '#app/components/organisations.css?url';
import { Nothing, Page, Panel } from '#app/components/Page.tsx';
import { ServiceTable } from '#app/components/ServiceTable.tsx';
import signalsCss from '#app/components/signals.css?url';
import { TrendChart } from '#app/components/TrendChart.tsx';
import { type Department, departmentData } from '#app/loaders/departments.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { longDay } from '#app/words/format.ts';
import { departmentKinds } from '#app/words/zh.ts';

export const links: LinksFunction = () => [organisationsCss, signalsCss].map(href => ({ rel: 'stylesheet', href }));

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `${data?.department.name ?? '部门档案'}·数督` },
];

const WIDTH = 900;
const HEIGHT = 300;

export const loader = page('figures', async ({ viewer, asked, context, params }) => {
	const code = params.code ?? '';
	const data = await departmentData(viewer, asked, context, code);
	const option = onTimeByMonth(data.trend, row => monthRows(data, row.clock, row.month, code));
	return { ...data, trendSvg: paint(option, WIDTH, HEIGHT) };
});

export default function DepartmentProfile() {
	const data = useLoaderData<typeof loader>();
	const { department, standing } = data;
	const overdue = standing?.cells.total?.overdue ?? 0;
	return (
		<Page title={department.name} lead={descriptionOf(department)} data={data}>
			<Panel title="本期数据">
				<DepartmentFigures data={data} />
			</Panel>
			<Panel title="环比与同比">
				{data.bases.previous === null && data.bases.year_before === null ? null : <ComparedTable data={data} />}
				<ComparisonNote bases={data.bases} />
			</Panel>
			<Panel title="近十二个月按时率">
				<TrendChart rows={data.trend} svg={data.trendSvg} data={data} height={HEIGHT} department={department.code} />
			</Panel>
			<Panel title="超期未办" note={overdue > data.overdue.length ? '仅列逾期最久的十件。' : undefined}>
				{data.overdue.length === 0 ? (
					<Nothing>没有超期未办事项。</Nothing>
				) : (
					<MatterTable data={data} rows={data.overdue} without={['ended', 'department']} />
				)}
				{overdue > data.overdue.length ? (
					<p className="more">
						<Link to={overdueRows(data, 'total', department.code)}>查看全部{overdue}件</Link>
					</p>
				) : null}
			</Panel>
			<Panel title="即将到期" note="在办事项中最先到期的十件。">
				{data.next.length === 0 ? (
					<Nothing>没有在办事项。</Nothing>
				) : (
					<MatterTable data={data} rows={data.next} without={['ended', 'department']} />
				)}
			</Panel>
			<Panel title="机构沿革" note="划转时未办结，为划转前一日24时的情况；此前已逾期的工作日记在原机构名下。">
				<DepartmentHistory data={data} />
			</Panel>
			<Panel title="共享服务运行" note="按平台日报统计。">
				{data.services.length === 0 ? <Nothing>本期没有服务运行日报。</Nothing> : <ServiceTable rows={data.services} />}
			</Panel>
		</Page>
	);
}

function descriptionOf({ code, kind, identified, rankable, valid_to, successor_name }: Department): string {
	const parts = [
		`统一社会信用代码${code}`,
		identified ? departmentKinds[kind ?? ''] : '未识别：代码尚未登记',
		identified && !rankable ? '列示，不参加排名' : null,
		valid_to === null ? null : `${longDay(valid_to)}止`,
		successor_name ? `由${successor_name}承接` : null,
	];
	return parts.filter(Boolean).join('　');
}
