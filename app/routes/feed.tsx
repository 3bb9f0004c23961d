import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { toEventType, zhType } from '#analytics/cases/vocabulary.ts';
import { linkTo } from '#app/asked.ts';
import { Exports } from '#app/components/Exports.tsx';
import { Figure } from '#app/components/Figure.tsx';
import { Nothing, Page, Panel } from '#app/components/Page.tsx';
import { Pager } from '#app/components/Pager.tsx';
import { type FeedData, feedData, readFeed } from '#app/loaders/feed.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { durationsWords, feedKinds, spanWords } from '#app/words/feed.ts';
import { count, longInstant, percent } from '#app/words/format.ts';

export const meta: MetaFunction = () => [{ title: '报送质量·数督' }];

export const loader = page('sources', ({ viewer, asked, context, query }) =>
	feedData(viewer, asked, context, readFeed(query)),
);

export default function Feed() {
	const data = useLoaderData<typeof loader>();
	const file = linkTo(data, '/feed.csv', { source: data.source, kind: data.kinds });
	return (
		<Page
			title="报送质量"
			lead="各平台报送本身的问题：时间互相矛盾、补录、迟报、缺环节、自报用时不符。只供核查，不计分。"
			data={data}
			aside={<Exports file={file} />}
		>
			{data.figures.length === 0 ? (
				<Nothing>本期报送没有发现这些情形。</Nothing>
			) : (
				<>
					<Panel title="按平台和情形">
						<Figures data={data} />
					</Panel>
					<Panel title={`明细：${heading(data)}`} note="最近收到的在前。">
						{data.source || data.kinds ? (
							<p className="more">
								<Link to={linkTo(data, '/feed')}>查看全部</Link>
							</p>
						) : null}
						<Findings data={data} />
						<Pager page={data.page} size={data.size} total={data.total} />
					</Panel>
				</>
			)}
			<p className="definition">口径：{data.definition}</p>
		</Page>
	);
}

function heading({ figures, source, kinds }: FeedData): string {
	const name = figures.find(row => row.source === source)?.source_name ?? '全部平台';
	return kinds ? `${name}，${kinds.map(kind => feedKinds[kind]?.name).join('、')}` : name;
}

function Figures({ data }: { data: FeedData }) {
	return (
		<div className="scroll">
			<table className="plain-table wide">
				<thead>
					<tr>
						<th>平台</th>
						<th>情形</th>
						<th className="number">件数</th>
						<th className="number">占其写入的事件</th>
						<th className="number">时差中位数</th>
						<th className="number">最大时差</th>
					</tr>
				</thead>
				<tbody>
					{data.figures.map(row => (
						<tr key={`${row.source} ${row.kind}`}>
							<td>{row.source_name}</td>
							<td>
								{feedKinds[row.kind]?.name}
								<small className="sub">{feedKinds[row.kind]?.meaning}</small>
							</td>
							<td className="number">
								<Figure
									value={row.found}
									to={linkTo(data, '/feed', { source: row.source, kind: row.kind })}
									name={`${row.source_name}${feedKinds[row.kind]?.name}`}
								/>
							</td>
							<td className="number">
								{percent(row.found, row.events)}
								<small className="sub">共{count(row.events)}件</small>
							</td>
							<td className="number">{spanWords(row.minutes_median)}</td>
							<td className="number">{spanWords(row.minutes_most)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function Findings({ data }: { data: FeedData }) {
	if (data.findings.length === 0) return <Nothing>没有符合条件的事件。</Nothing>;
	return (
		<div className="scroll">
			<table className="plain-table wide">
				<thead>
					<tr>
						<th>情形</th>
						<th>平台</th>
						<th>事项与事件</th>
						<th>办理时间</th>
						<th>平台写入</th>
						<th>本系统收到</th>
						<th className="number">时差或者用时</th>
					</tr>
				</thead>
				<tbody>
					{data.findings.map(row => (
						<tr key={`${row.seq} ${row.kind}`}>
							<td>{feedKinds[row.kind]?.name}</td>
							<td>{row.source_name}</td>
							<td>
								{row.case_id ? (
									<Link to={linkTo(data, `/cases/${encodeURIComponent(row.case_id)}`)}>{row.case_id}</Link>
								) : (
									'—'
								)}
								<small className="sub">{typeWords(row.type)}</small>
							</td>
							<td>{longInstant(row.occurred_at, row.day_only)}</td>
							<td>{longInstant(row.recorded_at)}</td>
							<td>{longInstant(row.received_at)}</td>
							<td className="number">{durationsWords(row) ?? spanWords(row.minutes)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function typeWords(type: string): string {
	const known = toEventType(type);
	return known === null ? '约定之外的事件' : zhType(known);
}
