import type { DepartmentData } from '#app/loaders/departments.server.ts';
import { clockWords, departmentClocks, unrankedReasons } from '#app/words/zh.ts';
import { CoverageMark } from './CoverageMark.tsx';
import { Figure, Rate } from './Figure.tsx';
import { overdueRows } from './links.ts';
import { Nothing } from './Page.tsx';

/** One department's figures of the span: the five clocks and all together. */
export function DepartmentFigures({ data }: { data: DepartmentData }) {
	const { department, standing } = data;
	if (!standing) return <Nothing>该部门本期不在排名之列，没有可统计的数据。</Nothing>;
	const lines = [...departmentClocks, 'total' as const].flatMap(clock => {
		const cell = standing.cells[clock];
		return cell ? [{ clock, cell, name: clock === 'total' ? '合计' : (clockWords(clock)?.name ?? '') }] : [];
	});
	return (
		<>
			<CoverageMark body={standing.reported} />
			<div className="scroll">
				<table className="plain-table wide">
					<thead>
						<tr>
							<th>时限</th>
							<th>法定期限</th>
							<th className="number">按时率</th>
							<th className="number">名次</th>
							<th className="number">超期未办</th>
						</tr>
					</thead>
					<tbody>
						{lines.map(({ clock, cell, name }) => (
							<tr key={clock} className={clock === 'total' ? 'sum' : undefined}>
								<td>{name}</td>
								<td>{clock === 'total' ? '' : `${clockWords(clock)?.limit}（${clockWords(clock)?.article}）`}</td>
								<td className="number">
									<Rate data={data} clock={clock} department={department.code} name={name} cell={cell} />
								</td>
								<td className="number">
									{cell.rank === null ? unrankedReasons[cell.unranked ?? ''] : `第${cell.rank}名`}
								</td>
								<td className="number">
									<Figure
										value={cell.overdue}
										to={overdueRows(data, clock, department.code)}
										name={`${name}超期未办`}
									/>
								</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</>
	);
}
