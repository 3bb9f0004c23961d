import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { Button } from 'antd';
import { linkTo } from '#app/asked.ts';
import { CandidateTable } from '#app/components/CandidateTable.tsx';
import { ConflictTable } from '#app/components/ConflictTable.tsx';
import { DecisionTable } from '#app/components/DecisionTable.tsx';
import { DeliveryPairs } from '#app/components/DeliveryPairs.tsx';
import { Nothing, Page } from '#app/components/Page.tsx';
import { Pager } from '#app/components/Pager.tsx';
import reconciliationCss from '#app/components/reconciliation.css?url';
import { page } from '#app/loaders/page.server.ts';
import {
	type ReconciliationData,
	readReconciliation,
	reconciliationData,
	type Tab,
} from '#app/loaders/reconciliation.server.ts';
import { count } from '#app/words/format.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: reconciliationCss }];

export const meta: MetaFunction = () => [{ title: '平台核对·数督' }];

export const loader = page('reconciliation', ({ viewer, asked, context, query }) =>
	reconciliationData(viewer, asked, context, readReconciliation(query)),
);

const names: [tab: Tab, name: string][] = [
	['candidates', '疑似同一申请'],
	['conflicts', '报送不一致'],
	['deliveries', '提供与接收不符'],
	['decisions', '认定记录'],
];

export default function Reconciliation() {
	const data = useLoaderData<typeof loader>();
	return (
		<Page
			title="平台核对"
			lead="同一申请由几个平台报送的，只计一件。是不是同一申请、以哪个平台为准，由人认定，系统不自行并案，也不择其有利者。"
			data={data}
			stock
		>
			<nav className="tabs" aria-label="核对清单">
				{names.map(([tab, name]) => (
					<Link
						key={tab}
						to={linkTo(data, '/reconciliation', { tab: tab === 'candidates' ? null : tab })}
						aria-current={tab === data.tab ? 'page' : undefined}
					>
						{name}
						<small>{count(data.totals[tab])}</small>
					</Link>
				))}
			</nav>
			<List data={data} />
			{data.tab === 'deliveries' ? null : <Pager page={data.page} size={data.size} total={data.total} />}
			<p className="definition">口径：{data.definition}</p>
		</Page>
	);
}

function List({ data }: { data: ReconciliationData }) {
	switch (data.tab) {
		case 'candidates':
			return (
				<>
					<Within data={data} />
					{data.total === 0 ? (
						<Nothing>没有疑似同一申请的事项。</Nothing>
					) : (
						<CandidateTable data={data} rows={data.candidates} />
					)}
				</>
			);
		case 'conflicts':
			return data.total === 0 ? (
				<Nothing>各平台所报一致。</Nothing>
			) : (
				<ConflictTable data={data} rows={data.conflicts} />
			);
		case 'deliveries':
			return <DeliveryPairs data={data} />;
		case 'decisions':
			return data.total === 0 ? <Nothing>还没有认定。</Nothing> : <DecisionTable data={data} rows={data.decisions} />;
	}
}

function Within({ data }: { data: ReconciliationData }) {
	return (
		<Form method="get" className="filters" key={data.within}>
			{Object.entries(data.given).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			<label className="field">
				<span className="field-name">收到相隔不超过（日）</span>
				<input name="within" type="number" min={0} max={60} defaultValue={data.within} className="native" />
			</label>
			<span className="filter-ways">
				<Button htmlType="submit">查看</Button>
			</span>
		</Form>
	);
}
