import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import { BreachPanel } from '#app/components/BreachPanel.tsx';
import breachesCss from '#app/components/breaches.css?url';
import { CasePlatforms } from '#app/components/CasePlatforms.tsx';
import { EventTimeline } from '#app/components/EventTimeline.tsx';
import evidenceCss from '#app/components/evidence.css?url';
import { Nothing, Page, Panel } from '#app/components/Page.tsx';
import { RefiledPanel } from '#app/components/RefiledPanel.tsx';
import { RiskPanel } from '#app/components/RiskPanel.tsx';
import reconciliationCss from '#app/components/reconciliation.css?url';
import { Slip } from '#app/components/Slip.tsx';
import { type CaseData, caseData } from '#app/loaders/case.server.ts';
import { page } from '#app/loaders/page.server.ts';

export const links: LinksFunction = () =>
	[evidenceCss, reconciliationCss, breachesCss].map(href => ({ rel: 'stylesheet', href }));

export const meta: MetaFunction = ({ params }) => [{ title: `${params.case}·数督` }];

export const loader = page('figures', ({ viewer, asked, context, params, query }) =>
	caseData(viewer, asked, context, { caseId: params.case ?? '', line: query.get('line') }),
);

/** Slips that stand open at once. */
const FEW = 4;

export default function Case() {
	const data = useLoaderData<typeof loader>();
	const overview = data.runs.length > FEW;
	return (
		<Page title={`事项 ${data.case_id}`} lead="全部已知事件、各时限的计时，以及到期日的由来。" data={data} stock>
			{data.asked_id === null ? null : (
				<p className="note" role="status">
					您查询的编号{data.asked_id}与{data.case_id}是同一申请，由不同平台报送，按{data.case_id}合并计时。
				</p>
			)}
			<CasePlatforms data={data} />
			{data.lines.length > 1 ? <Lines data={data} /> : null}
			{data.doubts.length > 0 ? (
				<Panel title="存疑之处" note="待核实，不计入任何按时率。">
					<ul className="defects">
						{data.doubts.map(doubt => (
							<li key={doubt.code + doubt.line + doubt.eventId}>{doubt.message}。</li>
						))}
					</ul>
				</Panel>
			) : null}
			<BreachPanel data={data} />
			<RefiledPanel data={data} />
			<RiskPanel data={data} />
			<Panel title="时限与计时说明">
				{data.runs.length === 0 ? <Nothing>没有起算任何时限。</Nothing> : null}
				{data.runs.map(run => (
					<Slip key={[run.clock, run.line, run.run].join('|')} data={data} run={run} open={!overview} />
				))}
				{data.more > 0 ? <p className="note">另有{data.more}次计时未列出，请按行查看。</p> : null}
			</Panel>
			<Panel
				title="事件"
				note="按发生时间排列。被更正或撤销的事件保留原样并标明；平台记录、收到报送明显晚于办理的，一并列出（平台接入以前的不列收到时间）。"
			>
				<EventTimeline data={data} events={data.events} />
			</Panel>
		</Page>
	);
}

function Lines({ data }: { data: CaseData }) {
	const path = `/cases/${encodeURIComponent(data.case_id)}`;
	return (
		<nav className="tabs" aria-label="行">
			<Link to={linkTo(data, path)} aria-current={data.line === null ? 'page' : undefined}>
				全部
			</Link>
			{data.lines.map(line => (
				<Link key={line} to={linkTo(data, path, { line })} aria-current={line === data.line ? 'page' : undefined}>
					{line ? `第${line}行` : '整件'}
				</Link>
			))}
		</nav>
	);
}
