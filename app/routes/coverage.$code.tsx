import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import { AskTotals } from '#app/components/AskTotals.tsx';
import coverageCss from '#app/components/coverage.css?url';
import { Page, Panel } from '#app/components/Page.tsx';
import { DayTold, GapTable, PlatformMonths } from '#app/components/PlatformCalendar.tsx';
import slipCss from '#app/components/slip.css?url';
import { useKeptAnswer } from '#app/components/useKeptAnswer.ts';
import { deed } from '#app/loaders/deed.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { platformCalendar } from '#app/loaders/platform-calendar.server.ts';
import { answerReconcile } from '#app/sources/reconcile.server.ts';
import { longDay } from '#app/words/format.ts';

export const links: LinksFunction = () => [
	{ rel: 'stylesheet', href: slipCss },
	{ rel: 'stylesheet', href: coverageCss },
];

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.name ?? '平台'}报送日历·数督` }];

export const loader = page('figures', ({ viewer, asked, context, query, params }) =>
	platformCalendar(viewer, asked, context, { code: params.code ?? '', day: query.get('day') }),
);

export const action = deed('settle', answerReconcile);

export default function PlatformCalendarPage() {
	const data = useLoaderData<typeof loader>();
	const answer = useKeptAnswer<typeof action>();
	return (
		<Page
			title={`${data.name}：报送日历`}
			lead="逐日所列的件数与收到的核对；点开任何一天，看缺什么、差在哪里。"
			data={data}
			aside={<Link to={linkTo(data, '/coverage', { source: data.code })}>逐日清单</Link>}
		>
			<Panel title={`${longDay(data.from)}至${longDay(data.to)}`}>
				<PlatformMonths data={data} />
			</Panel>
			{data.opened ? (
				<section className="panel" id="day">
					<h2>{longDay(data.opened.day)}</h2>
					<DayTold data={data} opened={data.opened} />
				</section>
			) : null}
			{data.askable ? (
				<Panel title="向平台核对件数" note="向平台询问各日各类事件数，与收到的核对；平台的答复和核对人、时间记入账本。">
					<AskTotals askable={data.askable} answer={answer} />
				</Panel>
			) : null}
			<Panel title="缺号" note={data.gap_definition}>
				<GapTable data={data} />
			</Panel>
			<p className="definition">口径：{data.definition}</p>
		</Page>
	);
}
