import { Link } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import type { RejectGroup, RejectsData } from '#app/loaders/rejects.server.ts';
import { count } from '#app/words/format.ts';
import { Figure } from './Figure.tsx';
import { RejectDeeds } from './RejectDeeds.tsx';

/** The rejects by source and reason: how many there ever were, what was done about them, and what can be. */
export function RejectGroups({ data, maySettle }: { data: RejectsData; maySettle: boolean }) {
	return (
		<div className="scroll">
			<table className="plain-table wide">
				<thead>
					<tr>
						<th>来源</th>
						<th>原因与处理办法</th>
						<th className="number">累计</th>
						<th className="number">未处理</th>
						<th className="number">已重放入账</th>
						<th className="number">不予处理</th>
						{maySettle ? <th>处理</th> : null}
					</tr>
				</thead>
				<tbody>
					{data.counts.map(group => (
						<Group key={`${group.source} ${group.code}`} group={group} data={data} maySettle={maySettle} />
					))}
				</tbody>
			</table>
		</div>
	);
}

function Group({ group, data, maySettle }: { group: RejectGroup; data: RejectsData; maySettle: boolean }) {
	const { source, code } = group;
	const name = `${group.source_name}“${group.reason}”`;
	return (
		<tr>
			<td>
				<Link to={linkTo(data, '/rejects', { source })}>{group.source_name}</Link>
			</td>
			<td>
				<Link to={linkTo(data, '/rejects', { source, code, state: 'all' })}>{group.reason}</Link>
				<small className="sub">{group.fix}</small>
			</td>
			<td className="number">{count(group.count)}</td>
			{(['open', 'replayed', 'dismissed'] as const).map(state => (
				<td className="number" key={state}>
					<Figure value={group[state]} to={linkTo(data, '/rejects', { source, code, state })} name={name} />
				</td>
			))}
			{maySettle ? (
				<td>{group.open > 0 ? <RejectDeeds source={source} code={code} what={name} /> : <small>—</small>}</td>
			) : null}
		</tr>
	);
}
