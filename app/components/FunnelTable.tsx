import { wilson } from '#analytics/statistics/wilson.ts';
import type { FunnelData } from '#app/loaders/funnel.server.ts';
import { placeWords, share } from '#app/words/signals.ts';
import { DepartmentName } from './DepartmentName.tsx';
import { Rate } from './Figure.tsx';

/** The dots of the funnel as a table: those farthest outside first. */
export function FunnelTable({ data }: { data: FunnelData }) {
	return (
		<div className="scroll">
			<table className="plain-table wide">
				<thead>
					<tr>
						<th>部门</th>
						<th className="number">按时率</th>
						<th className="number">95%区间</th>
						<th>位置</th>
					</tr>
				</thead>
				<tbody>
					{data.dots.map(({ department, department_name, due, on_time, place }) => {
						const span = wilson(on_time, due);
						return (
							<tr key={department}>
								<td>
									<DepartmentName data={data} code={department} name={department_name} />
								</td>
								<td className="number">
									<Rate
										data={data}
										clock={data.by}
										department={department}
										name={department_name}
										cell={{ due, on_time }}
									/>
								</td>
								<td className="number">{span && `${share(span.lower)}—${share(span.upper)}`}</td>
								<td>{placeWords(place)}</td>
							</tr>
						);
					})}
				</tbody>
			</table>
		</div>
	);
}
