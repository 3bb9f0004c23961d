import type { DepartmentData } from '#app/loaders/departments.server.ts';
import { count, longDay, percent } from '#app/words/format.ts';

/** Services with daily reports in the span. */
export function ServiceTable({ rows }: { rows: DepartmentData['services'] }) {
	return (
		<div className="scroll">
			<table className="plain-table wide">
				<thead>
					<tr>
						<th>服务</th>
						<th className="number">有日报的天数</th>
						<th className="number">调用次数</th>
						<th className="number">失败次数</th>
						<th className="number">调用成功率</th>
						<th>最近日报</th>
					</tr>
				</thead>
				<tbody>
					{rows.map(row => (
						<tr key={row.service}>
							<td>{row.service}</td>
							<td className="number">{count(row.days)}</td>
							<td className="number">{count(row.calls)}</td>
							<td className="number">{count(row.failures)}</td>
							<td className="number">{percent(row.calls - row.failures, row.calls)}</td>
							<td>{longDay(row.last_day)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
