import { Link } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import type { Refiled, RestartsData } from '#app/loaders/restarts.server.ts';
import { restartGrounds } from '#app/words/evidence.ts';
import { longDay } from '#app/words/format.ts';
import { DepartmentName } from './DepartmentName.tsx';

/** The earlier and the later request side by side, with the days gained. */
export function RestartTable({ data }: { data: RestartsData }) {
	return (
		<div className="scroll">
			<table className="plain-table wide">
				<thead>
					<tr>
						<th>前案</th>
						<th>后案</th>
						<th>提供部门</th>
						<th>需求部门</th>
						<th>目录</th>
						<th className="number">相隔</th>
						<th className="number">到期日推后</th>
					</tr>
				</thead>
				<tbody>
					{data.restarts.map(row => (
						<tr key={[row.earlier_case, row.later_case, row.department, row.catalogue].join('|')}>
							<td>
								<Case data={data} id={row.earlier_case} />
								<small className="sub">
									{longDay(row.how_on)}
									{restartGrounds[row.how]}
								</small>
								<Due on={row.earlier_due_on} />
							</td>
							<td>
								<Case data={data} id={row.later_case} />
								<small className="sub">{longDay(row.received_on)}收到</small>
								<Due on={row.later_due_on} />
							</td>
							<td>
								<DepartmentName data={data} code={row.department} name={row.department_name} />
							</td>
							<td>{row.counterparty_name}</td>
							<td>{row.catalogue_title ?? row.catalogue}</td>
							<td className="number">{row.apart}日</td>
							<td className="number">{gained(row)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function Case({ data, id }: { data: RestartsData; id: string }) {
	return (
		<Link className="case-id" to={linkTo(data, `/cases/${encodeURIComponent(id)}`)}>
			{id}
		</Link>
	);
}

function Due({ on }: { on: string | null }) {
	return on === null ? null : <small className="sub">{longDay(on)}到期</small>;
}

function gained({ gained: days }: Refiled): string {
	return days === null ? '—' : `${days}个工作日`;
}
