import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import { Nothing, Page, Panel } from '#app/components/Page.tsx';
import { Pager } from '#app/components/Pager.tsx';
import { RejectList } from '#app/components/RejectList.tsx';
import { whole } from '#app/filters.ts';
import { page } from '#app/loaders/page.server.ts';
import { rejectsData } from '#app/loaders/rejects.server.ts';
import { count } from '#app/words/format.ts';

export const meta: MetaFunction = () => [{ title: '拒收数据·数督' }];

export const loader = page('rejects', ({ asked, context, query }) =>
	rejectsData(asked, context, {
		source: query.get('source') || null,
		page: whole(query, 'page', '页码', { least: 1, most: 1_000_000 }) ?? 1,
		size: whole(query, 'size', '每页条数', { least: 1, most: 200 }) ?? 50,
	}),
);

export default function Rejects() {
	const data = useLoaderData<typeof loader>();
	const narrowed = data.counts.find(row => row.source === data.source)?.source_name;
	return (
		<Page
			title="拒收数据"
			lead="未能成为事件的报送内容，原文与原因均保留。拒收一条不影响同批其他数据；更正后可重新报送。"
			data={data}
			always="接入以来累计，不随截至日变化"
			aside={<Link to={linkTo(data, '/doubts')}>数据存疑</Link>}
		>
			{data.counts.length === 0 ? (
				<Nothing>没有拒收数据。</Nothing>
			) : (
				<>
					<Panel title="按来源和原因">
						<Counts data={data} />
					</Panel>
					<Panel title={narrowed ? `明细：${narrowed}` : '明细'} note="最近接收的在前。">
						{data.source ? (
							<p className="more">
								<Link to={linkTo(data, '/rejects')}>查看全部来源</Link>
							</p>
						) : null}
						<RejectList rows={data.rejects} />
						<Pager page={data.page} size={data.size} total={data.total} />
					</Panel>
				</>
			)}
		</Page>
	);
}

function Counts({ data }: { data: ReturnType<typeof useLoaderData<typeof loader>> }) {
	return (
		<div className="scroll">
			<table className="plain-table wide">
				<thead>
					<tr>
						<th>来源</th>
						<th>原因</th>
						<th className="number">条数</th>
					</tr>
				</thead>
				<tbody>
					{data.counts.map(row => (
						<tr key={row.source + row.code}>
							<td>
								<Link to={linkTo(data, '/rejects', { source: row.source })}>{row.source_name}</Link>
							</td>
							<td>{row.reason}</td>
							<td className="number">{count(row.count)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
