import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { MattersPage } from '#app/components/MattersPage.tsx';
import { overdueOrder } from '#app/components/orders.ts';
import { readFilters } from '#app/filters.ts';
import { overdueData } from '#app/loaders/matters.server.ts';
import { page } from '#app/loaders/page.server.ts';

export const meta: MetaFunction = () => [{ title: '超期清单·数督' }];

export const loader = page('figures', ({ viewer, asked, context, query }) =>
	overdueData(viewer, asked, context, readFilters(query, overdueOrder)),
);

export default function Overdue() {
	return (
		<MattersPage
			title="超期清单"
			lead="已过到期日24时仍未办结的事项，逾期最久的在前。是否有正当理由，由监督人员认定。"
			data={useLoaderData<typeof loader>()}
			path="/overdue"
			order={overdueOrder}
			empty="没有符合条件的超期事项。"
		/>
	);
}
