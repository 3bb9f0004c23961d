import { Link } from '@remix-run/react';
import { Chart } from '#app/charts/Chart.tsx';
import { overdueByDepartment } from '#app/charts/overdueByDepartment.ts';
import type { Framed } from '#app/loaders/frame.server.ts';
import type { OverdueDepartment } from '#app/loaders/overview.server.ts';
import { overdueRows } from './links.ts';
import { Nothing } from './Page.tsx';

type Props = { rows: OverdueDepartment[]; svg: string; data: Framed; height: number };

/** Departments with most overdue matters as a picture and as a table. */
export function OverdueChart({ rows, svg, data, height }: Props) {
	if (rows.length === 0) return <Nothing>各部门均没有超期未办事项。</Nothing>;
	const href = (row: { department: string }) => overdueRows(data, 'total', row.department);
	return (
		<Chart label="超期未办事项最多的部门" option={overdueByDepartment(rows, href)} svg={svg} height={height}>
			<table className="plain-table">
				<thead>
					<tr>
						<th>部门</th>
						<th className="number">超期未办（件）</th>
					</tr>
				</thead>
				<tbody>
					{rows.map(row => (
						<tr key={row.department}>
							<td>{row.department_name}</td>
							<td className="number">
								<Link to={href(row)}>{row.overdue}</Link>
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</Chart>
	);
}
