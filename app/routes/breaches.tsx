import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import { BreachFilters } from '#app/components/BreachFilters.tsx';
import { BreachItems } from '#app/components/BreachItems.tsx';
import { BreachTable } from '#app/components/BreachTable.tsx';
import breachesCss from '#app/components/breaches.css?url';
import { Exports } from '#app/components/Exports.tsx';
import { Nothing, Page, Panel } from '#app/components/Page.tsx';
import { Pager } from '#app/components/Pager.tsx';
import { breachesData, breachQuery, readBreachFilters } from '#app/loaders/breaches.server.ts';
import { page } from '#app/loaders/page.server.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: breachesCss }];

export const meta: MetaFunction = () => [{ title: '问题线索·数督' }];

export const loader = page('figures', async ({ viewer, asked, context, query }) => {
	const filters = readBreachFilters(query);
	const data = await breachesData(viewer, asked, context, filters);
	return { ...data, file: linkTo(asked, '/breaches.csv', breachQuery(filters)) };
});

export default function Breaches() {
	const data = useLoaderData<typeof loader>();
	return (
		<Page
			title="问题线索"
			lead="系统按条例第三十九条、第四十条、第四十一条各项列出的线索。是否构成违反，由人认定。"
			data={data}
			stock
			aside={<Exports file={data.file} />}
		>
			<Panel title="各项条数" note="点击数字查看线索。">
				<BreachItems data={data} />
			</Panel>
			<Panel title="线索清单">
				<BreachFilters data={data} />
				{data.total === 0 ? <Nothing>没有符合条件的线索。</Nothing> : <BreachTable data={data} />}
				<Pager page={data.filters.page} size={data.filters.size} total={data.total} />
			</Panel>
			<p className="definition">口径：{data.definition}</p>
		</Page>
	);
}
