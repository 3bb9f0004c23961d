import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useRouteLoaderData } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import { NoticeName } from '#app/components/NoticeName.tsx';
import { OverlayTable } from '#app/components/OverlayTable.tsx';
import { Nothing, Page, Panel } from '#app/components/Page.tsx';
import { RegionPick } from '#app/components/RegionPick.tsx';
import { WorkdayTable } from '#app/components/YearCalendar.tsx';
import { type CalendarsData, calendarsData } from '#app/loaders/calendars.server.ts';
import { page } from '#app/loaders/page.server.ts';
import type { loader as frame } from './frame.tsx';

export const meta: MetaFunction = () => [{ title: '工作日历·数督' }];

export const loader = page('figures', ({ asked, context, query }) =>
	calendarsData(asked, context, query.get('region') ?? ''),
);

export default function Calendars() {
	const data = useLoaderData<typeof loader>();
	const mayEnact = useRouteLoaderData<typeof frame>('routes/frame')?.role === 'admin';
	return (
		<Page
			title="工作日历"
			lead="全部期限按工作日计算，以国务院办公厅放假通知为准；通知登记后，所涉期限当即重算并逐件登记变动。"
			data={data.frozen ? data : null}
			always="当时的登记"
			aside={<Ways data={data} mayEnact={mayEnact} />}
		>
			<Panel title="各年放假安排" note={`日历版本：${data.version}`}>
				{data.regions.length > 1 ? <RegionPick data={data} /> : null}
				<Years data={data} />
			</Panel>
			<Panel title="各月工作日数">
				<WorkdayTable
					rows={data.years.map(({ year, published, count }) => ({
						name: `${year}年${published ? '' : '（暂定）'}`,
						...count,
					}))}
				/>
			</Panel>
			<Panel
				title="地方放假日与一次性安排"
				note="依据《全国年节及纪念日放假办法》第四条的地方放假日，以及台风停工等一次性安排；同一天与国务院通知不同的，以此处为准。"
			>
				{data.overlays.length === 0 ? (
					<Nothing>没有登记地方放假日或者一次性安排。</Nothing>
				) : (
					<OverlayTable overlays={data.overlays} mayEnact={mayEnact} />
				)}
			</Panel>
		</Page>
	);
}

function Ways({ data, mayEnact }: { data: CalendarsData; mayEnact: boolean }) {
	return (
		<span className="aside-ways">
			<Link to={linkTo(data, '/calendars/log')}>变动记录</Link>
			<Link to={linkTo(data, '/calendars/compare')}>比较</Link>
			{mayEnact ? (
				<>
					<Link to="/calendars/import">导入放假通知</Link>
					<Link to="/calendars/overlay">登记地方放假日</Link>
				</>
			) : null}
		</span>
	);
}

function Years({ data }: { data: CalendarsData }) {
	return (
		<div className="scroll">
			<table className="plain-table wide">
				<thead>
					<tr>
						<th>年份</th>
						<th>依据</th>
						<th>状态</th>
						<th className="number">全年工作日</th>
					</tr>
				</thead>
				<tbody>
					{data.years.map(({ year, published, title, address, count }) => (
						<tr key={year}>
							<td>
								<Link to={linkTo(data, `/calendars/${year}`, { region: data.region })}>{year}年</Link>
							</td>
							<td>
								<NoticeName title={title} address={address} published={published} />
							</td>
							<td>{published ? '✓ 已公布' : '○ 暂定'}</td>
							<td className="number">{count.total}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
