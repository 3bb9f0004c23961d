import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { MattersPage } from '#app/components/MattersPage.tsx';
import { mattersOrder } from '#app/components/orders.ts';
import { readFilters } from '#app/filters.ts';
import { mattersData } from '#app/loaders/matters.server.ts';
import { page } from '#app/loaders/page.server.ts';

export const meta: MetaFunction = () => [{ title: '事项清单·数督' }];

export const loader = page('figures', ({ viewer, asked, context, query }) =>
	mattersData(viewer, asked, context, readFilters(query, mattersOrder)),
);

export default function Matters() {
	return (
		<MattersPage
			title="事项清单"
			lead="各时限下的全部事项，最近起算的在前；未选条件时列法定时限下除“不计入”外的事项。"
			data={useLoaderData<typeof loader>()}
			path="/matters"
			order={mattersOrder}
			empty="没有符合条件的事项。"
		/>
	);
}
