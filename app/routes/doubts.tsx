import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import { Nothing, Page } from '#app/components/Page.tsx';
import { Pager } from '#app/components/Pager.tsx';
import { whole } from '#app/filters.ts';
import { doubtsData } from '#app/loaders/doubts.server.ts';
import { page } from '#app/loaders/page.server.ts';

export const meta: MetaFunction = () => [{ title: '数据存疑·数督' }];

export const loader = page('doubts', ({ viewer, asked, context, query }) =>
	doubtsData(viewer, asked, context, {
		page: whole(query, 'page', '页码', { least: 1, most: 1_000_000 }) ?? 1,
		size: whole(query, 'size', '每页条数', { least: 1, most: 200 }) ?? 50,
	}),
);

export default function Doubts() {
	const data = useLoaderData<typeof loader>();
	return (
		<Page title="数据存疑" lead="需要人工核实的案件，不计入任何按时率，也不会从清单中消失。" data={data} stock>
			{data.doubts.length === 0 ? (
				<Nothing>没有存疑的案件。</Nothing>
			) : (
				<div className="scroll">
					<table className="plain-table wide">
						<thead>
							<tr>
								<th>事项编号</th>
								<th>存疑之处</th>
								<th>相关事件</th>
							</tr>
						</thead>
						<tbody>
							{data.doubts.map(row => (
								<tr key={[row.case_id, row.line, row.code, row.event_id].join('|')}>
									<td>
										<Link to={linkTo(data, `/cases/${encodeURIComponent(row.case_id)}`)} className="case-id">
											{row.case_id}
										</Link>
										{row.line ? <small className="sub">第{row.line}行</small> : null}
									</td>
									<td>{row.message}</td>
									<td>{row.event_id ?? '—'}</td>
								</tr>
							))}
						</tbody>
					</table>
				</div>
			)}
			<Pager page={data.page} size={data.size} total={data.total} />
			<p className="definition">口径：{data.definition}</p>
		</Page>
	);
}
