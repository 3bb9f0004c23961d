import { Link } from '@remix-run/react';
import type { TrendData } from '#app/loaders/trend.server.ts';
import { longMonth, percent } from '#app/words/format.ts';
import { signalWords } from '#app/words/signals.ts';
import { monthRows } from './links.ts';

/** The months of a control chart in words; every rate opens its rows. */
export function SignalTable({ data }: { data: TrendData }) {
	const { points, chart } = data.reading;
	return (
		<div className="scroll">
			<table className="plain-table wide">
				<thead>
					<tr>
						<th>月份</th>
						<th className="number">到期</th>
						<th className="number">按时</th>
						<th className="number">按时率</th>
						<th>读数</th>
					</tr>
				</thead>
				<tbody>
					{points.map(({ label, of, hits, small }, at) => (
						<tr key={label}>
							<td>{longMonth(label)}</td>
							<td className="number">{of}</td>
							<td className="number">{hits}</td>
							<td className="number">
								<Link to={monthRows(data, data.clock, label, data.department ?? undefined)}>{percent(hits, of)}</Link>
							</td>
							<td>
								{chart === null ? '数据不足' : signalWords(chart.signals[at] ?? null)}
								{small ? '；样本不足' : ''}
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
