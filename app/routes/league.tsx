import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import { Exports } from '#app/components/Exports.tsx';
import { LeagueTable } from '#app/components/LeagueTable.tsx';
import { Nothing, Page } from '#app/components/Page.tsx';
import signalsCss from '#app/components/signals.css?url';
import { leagueClock, leagueData } from '#app/loaders/league.server.ts';
import { page } from '#app/loaders/page.server.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: signalsCss }];

export const meta: MetaFunction = () => [{ title: '部门排名·数督' }];

export const loader = page('figures', async ({ viewer, asked, context, query }) => ({
	...(await leagueData(viewer, asked, context, leagueClock(query.get('by')))),
	own: viewer.visible !== null,
}));

export default function League() {
	const data = useLoaderData<typeof loader>();
	const by = data.by === 'total' ? null : data.by;
	return (
		<Page
			title="部门排名"
			lead="各部门五项法定时限的按时率与名次，点击表头按该项排列，点击数字查看对应事项。"
			data={data}
			aside={
				<>
					{data.own ? null : <Link to={linkTo(data, '/league/funnel', { by })}>漏斗图</Link>}
					<Exports file={linkTo(data, '/league.csv', { by })} />
				</>
			}
		>
			{data.standings.length === 0 ? (
				<Nothing>
					尚无已登记的部门。<Link to="/sources">查看数据来源</Link>
				</Nothing>
			) : (
				<LeagueTable data={data} />
			)}
			<p className="definition">口径：{data.definition}</p>
		</Page>
	);
}
