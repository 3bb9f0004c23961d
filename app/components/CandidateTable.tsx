import { Link } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import type { Candidate } from '#app/loaders/reconciliation.server.ts';
import { longDay } from '#app/words/format.ts';
import type { Ground } from './links.ts';

/** Pairs that may be one application, the likeliest first; each leads to the two side by side. */
export function CandidateTable({ data, rows }: { data: Ground; rows: Candidate[] }) {
	return (
		<div className="scroll">
			<table className="plain-table wide">
				<thead>
					<tr>
						<th>两个编号</th>
						<th>申请方、提供方</th>
						<th>目录项</th>
						<th>相似程度</th>
						<th>比对</th>
					</tr>
				</thead>
				<tbody>
					{rows.map(row => (
						<tr key={`${row.one_id}|${row.other_id}`}>
							<td>
								<Filed data={data} id={row.one_id} on={row.one_on} platform={row.one_platform} />
								<Filed data={data} id={row.other_id} on={row.other_on} platform={row.other_platform} />
							</td>
							<td>
								{row.demander}
								<small className="sub">向{row.providers.join('、')}申请</small>
							</td>
							<td>{row.items.join('、')}</td>
							<td>
								<b>{row.score}</b>
								<small className="sub">
									相同目录项{row.same_items}项，两案共{row.all_items}项；
									{row.days_apart === 0 ? '同日收到' : `收到相隔${row.days_apart}日`}
								</small>
							</td>
							<td>
								<Link to={linkTo(data, '/reconciliation/pair', { one: row.one_id, other: row.other_id })}>
									比对认定
								</Link>
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function Filed({ data, id, on, platform }: { data: Ground; id: string; on: string; platform: string }) {
	return (
		<p>
			<Link to={linkTo(data, `/cases/${encodeURIComponent(id)}`)} className="case-id">
				{id}
			</Link>
			<small className="sub">
				{platform}，{longDay(on)}收到
			</small>
		</p>
	);
}
