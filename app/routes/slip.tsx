import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { Button } from 'antd';
import { linkTo } from '#app/asked.ts';
import { SlipSheet } from '#app/components/SlipSheet.tsx';
import slipCss from '#app/components/slip.css?url';
import { WhatIf } from '#app/components/WhatIf.tsx';
import { page } from '#app/loaders/page.server.ts';
import { readSlipQuestion, slipData } from '#app/loaders/slip.server.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: slipCss }];

export const meta: MetaFunction = ({ params }) => [{ title: `计时说明 ${params.case}·数督` }];

export const loader = page('figures', ({ viewer, asked, context, params, query }) =>
	slipData(viewer, asked, context, readSlipQuestion(params.case ?? '', query), query),
);

export default function SlipPage() {
	const data = useLoaderData<typeof loader>();
	return (
		<>
			<div className="sheet-ways">
				<Link to={linkTo(data, `/cases/${encodeURIComponent(data.case_id)}`)}>返回事项</Link>
				<Button type="primary" onClick={() => window.print()}>
					打印
				</Button>
			</div>
			<SlipSheet data={data} />
			<div className="off-paper">
				<WhatIf data={data} />
			</div>
		</>
	);
}
