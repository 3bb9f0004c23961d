import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DeskBrief } from '#app/components/DeskBrief.tsx';
import { DeskList } from '#app/components/DeskList.tsx';
import { DeskQueues } from '#app/components/DeskQueues.tsx';
import deskCss from '#app/components/desk.css?url';
import { Page } from '#app/components/Page.tsx';
import { deed } from '#app/loaders/deed.server.ts';
import { deskData, readDesk } from '#app/loaders/desk.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { remindCases } from '#app/loaders/remind.server.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskCss }];

export const meta: MetaFunction = () => [{ title: '监督工作台·数督' }];

export const loader = page('desk', ({ viewer, asked, context, query }) =>
	deskData(viewer, asked, context, readDesk(query)),
);

export const action = deed('remind', remindCases);

export default function Desk() {
	const data = useLoaderData<typeof loader>();
	return (
		<Page
			title="监督工作台"
			lead="今天要看的法定时限事项：刚逾期的、将到期的、还没有催办的、催办没有回应的。"
			data={data}
			stock
		>
			<DeskQueues data={data} />
			<div className={data.brief === null ? 'desk' : 'desk split'}>
				<DeskList data={data} />
				{data.brief === null ? null : <DeskBrief data={data} brief={data.brief} />}
			</div>
			<p className="definition">口径：{data.definition}</p>
		</Page>
	);
}
