import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { onTimeByMonth } from '#app/charts/onTimeByMonth.ts';
import { overdueByDepartment } from '#app/charts/overdueByDepartment.ts';
import { paint } from '#app/charts/paint.server.ts';
import { ClockTile } from '#app/components/ClockTile.tsx';
import { ComparisonNote } from '#app/components/ComparisonNote.tsx';
import { Headline } from '#app/components/Headline.tsx';
import { monthRows, overdueRows } from '#app/components/links.ts';
import { OverdueChart } from '#app/components/OverdueChart.tsx';
import { OwnFigures } from '#app/components/OwnFigures.tsx';
import { Page, Panel } from '#app/components/Page.tsx';
import signalsCss from '#app/components/signals.css?url';
import { TrendChart } from '#app/components/TrendChart.tsx';
import { overviewData } from '#app/loaders/overview.server.ts';
import { page } from '#app/loaders/page.server.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: signalsCss }];

export const meta: MetaFunction = () => [{ title: '总览·数督' }];

/** A liaison sees what the department owes and what it asked others for. */
const lead = {
	all: '各法定时限的按时率与存量，点击数字查看对应事项。',
	own: '含本部门应办事项，以及本部门申请、由其他部门办理的事项；本部门应办情况见“本部门”。',
};

const WIDTH = 720;
const HEIGHT = 320;

export const loader = page('figures', async ({ viewer, asked, context }) => {
	const data = await overviewData(viewer, asked, context);
	return {
		...data,
		own: viewer.visible !== null,
		trendSvg: paint(
			onTimeByMonth(data.trend, row => monthRows(data, row.clock, row.month)),
			WIDTH,
			HEIGHT,
		),
		worstSvg: paint(
			overdueByDepartment(data.worst, row => overdueRows(data, 'total', row.department)),
			WIDTH,
			HEIGHT,
		),
	};
});

export default function Overview() {
	const data = useLoaderData<typeof loader>();
	const ours = data.clocks.filter(row => row.clock === 'catalogue.review');
	const theirs = data.clocks.filter(row => row.clock !== 'catalogue.review');
	return (
		<Page title="总览" lead={data.own ? lead.own : lead.all} data={data}>
			<Headline data={data} rows={data.clocks} />
			<section className="tiles" aria-label="各部门的法定时限">
				{theirs.map(row => (
					<ClockTile key={row.clock} row={row} data={data} />
				))}
				{ours.map(row => (
					<ClockTile key={row.clock} row={row} data={data} ours />
				))}
			</section>
			<ComparisonNote bases={data.bases} />
			<div className="two">
				<Panel title="近十二个月按时率" note="按有效到期日归入月份；无到期事项的月份不连线。">
					<TrendChart rows={data.trend} svg={data.trendSvg} data={data} height={HEIGHT} />
				</Panel>
				<Panel title="超期未办最多的部门" note="截至日24时的存量，列前十位。">
					<OverdueChart rows={data.worst} svg={data.worstSvg} data={data} height={HEIGHT} />
				</Panel>
			</div>
			{data.authority.length > 0 ? (
				<Panel title="主管部门自查" note="主管部门自身的履职情况，不参加排名；点击数值查看清单。">
					<OwnFigures data={data} figures={data.authority} />
				</Panel>
			) : null}
			<p className="definition">口径：{data.definition}</p>
		</Page>
	);
}
