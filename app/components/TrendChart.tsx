import { Link } from '@remix-run/react';
import { Chart } from '#app/charts/Chart.tsx';
import { onTimeByMonth, type TrendRow } from '#app/charts/onTimeByMonth.ts';
import type { Framed } from '#app/loaders/frame.server.ts';
import { longMonth, percent } from '#app/words/format.ts';
import { clockWords } from '#app/words/zh.ts';
import { monthRows } from './links.ts';
import { Nothing } from './Page.tsx';
import { SignalList } from './SignalList.tsx';

type Props = { rows: TrendRow[]; svg: string; data: Framed; height: number; department?: string };

/** Monthly on-time rates as a picture and as a table. */
export function TrendChart({ rows, svg, data, height, department }: Props) {
	const due = rows.filter(row => row.due > 0);
	if (due.length === 0) return <Nothing>近十二个月没有到期事项。</Nothing>;
	const href = (row: TrendRow) => monthRows(data, row.clock, row.month, department);
	return (
		<>
			<Chart label="近十二个月各时限的按时率" option={onTimeByMonth(rows, href)} svg={svg} height={height}>
				<table className="plain-table">
					<thead>
						<tr>
							<th>月份</th>
							<th>时限</th>
							<th className="number">到期</th>
							<th className="number">按时</th>
							<th className="number">按时率</th>
						</tr>
					</thead>
					<tbody>
						{due.map(row => (
							<tr key={row.month + row.clock}>
								<td>{longMonth(row.month)}</td>
								<td>{clockWords(row.clock)?.name}</td>
								<td className="number">{row.due}</td>
								<td className="number">{row.on_time}</td>
								<td className="number">
									<Link to={href(row)}>{percent(row.on_time, row.due)}</Link>
								</td>
							</tr>
						))}
					</tbody>
				</table>
			</Chart>
			<SignalList rows={rows} data={data} department={department} />
		</>
	);
}
