import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import { FestivalTable } from '#app/components/FestivalTable.tsx';
import { NoticeName } from '#app/components/NoticeName.tsx';
import { OverlayTable } from '#app/components/OverlayTable.tsx';
import { Page, Panel } from '#app/components/Page.tsx';
import { RegionPick } from '#app/components/RegionPick.tsx';
import slipCss from '#app/components/slip.css?url';
import { WorkdayTable, YearCalendar } from '#app/components/YearCalendar.tsx';
import { yearData } from '#app/loaders/calendars.server.ts';
import { page } from '#app/loaders/page.server.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: slipCss }];

export const meta: MetaFunction<typeof loader> = ({ params }) => [{ title: `${params.year}年工作日历·数督` }];

export const loader = page('figures', ({ asked, context, params, query }) =>
	yearData(asked, context, params.year ?? '', query.get('region') ?? ''),
);

export default function Calendar() {
	const data = useLoaderData<typeof loader>();
	const { year, picture, overlays, neighbours } = data;
	const region = data.regions.find(({ value }) => value === data.region)?.name;
	return (
		<Page
			title={`${year.year}年工作日历`}
			lead={<NoticeName title={year.title} address={year.address} published={year.published} />}
			data={data.frozen ? data : null}
			always="当时的登记"
			aside={
				<span className="aside-ways">
					{neighbours.before ? (
						<Link to={linkTo(data, `/calendars/${neighbours.before}`, { region: data.region })}>
							{neighbours.before}年
						</Link>
					) : null}
					{neighbours.after ? (
						<Link to={linkTo(data, `/calendars/${neighbours.after}`, { region: data.region })}>
							{neighbours.after}年
						</Link>
					) : null}
					<Link to={linkTo(data, '/calendars/compare', { year: year.year })}>与其他版本比较</Link>
					<Link to={linkTo(data, '/calendars')}>全部年份</Link>
				</span>
			}
		>
			<Panel title={`${region ?? '全国'}：全年${picture.count.total}个工作日`} note={`日历版本：${data.version}`}>
				{data.regions.length > 1 ? <RegionPick data={data} /> : null}
				<YearCalendar picture={picture} />
			</Panel>
			<Panel title="放假与调休">
				<FestivalTable year={year} />
			</Panel>
			<Panel title="各月工作日数">
				<WorkdayTable rows={[{ name: `${year.year}年`, ...picture.count }]} />
			</Panel>
			{overlays.length > 0 ? (
				<Panel title="所涉地方放假日与一次性安排">
					<OverlayTable overlays={overlays} mayEnact={false} />
				</Panel>
			) : null}
		</Page>
	);
}
