import { Link } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import type { DeskData } from '#app/loaders/desk.server.ts';
import { count } from '#app/words/format.ts';

/** 责令改正 that are not verified as put right, those past their deadline first. */
export function OrderTable({ data }: { data: DeskData }) {
	return (
		<div className="scroll">
			<table className="plain-table">
				<thead>
					<tr>
						<th>文号</th>
						<th>责任部门</th>
						<th>事项</th>
						<th>责令日期</th>
						<th>改正期限</th>
						<th>期限届满</th>
					</tr>
				</thead>
				<tbody>
					{data.orders.map(order => (
						<tr key={order.event_id}>
							<td>{order.document ?? '未填文号'}</td>
							<td>{order.department_name}</td>
							<td>
								{order.case_id === null ? (
									'未写明事项'
								) : (
									<Link to={linkTo(data, `/cases/${encodeURIComponent(order.case_id)}`)}>{order.case_id}</Link>
								)}
							</td>
							<td className="day">{order.ordered_on}</td>
							<td className="day">{order.deadline_on ?? '未写明期限'}</td>
							<td>{order.overrun === null ? '—' : <b className="late-days">已过{count(order.overrun)}天</b>}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
