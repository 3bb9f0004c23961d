import { linkTo } from '#app/asked.ts';
import type { EvidenceData } from '#app/loaders/evidence.server.ts';
import { evidenceStates } from '#app/words/evidence.ts';
import { lagWords } from '#app/words/lag.ts';
import { DepartmentName } from './DepartmentName.tsx';
import { Figure } from './Figure.tsx';
import { Nothing } from './Page.tsx';

/** Backdated acts by department and platform. */
export function EvidenceSums({ data }: { data: EvidenceData }) {
	if (data.sums.length === 0) return <Nothing>没有倒签的办理行为。</Nothing>;
	return (
		<div className="scroll">
			<table className="plain-table">
				<thead>
					<tr>
						<th>办理部门</th>
						<th>报送平台</th>
						<th className="number">件数</th>
						<th className="number">未认定</th>
						<th className="number">采信</th>
						<th className="number">不采信</th>
						<th className="number">滞后</th>
					</tr>
				</thead>
				<tbody>
					{data.sums.map(row => (
						<tr key={row.department + row.source_id}>
							<td>
								<DepartmentName data={data} code={row.department} name={row.department_name} />
							</td>
							<td>{row.source_name}</td>
							<Cell data={data} row={row} value={row.acts} state={null} />
							<Cell data={data} row={row} value={row.open} state="open" />
							<Cell data={data} row={row} value={row.accepted} state="accepted" />
							<Cell data={data} row={row} value={row.refused} state="refused" />
							<td className="number">
								{lagWords(row.lag_median)}
								<small className="sub">最长{lagWords(row.lag_most)}</small>
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

type CellProps = { data: EvidenceData; row: EvidenceData['sums'][number]; value: number; state: string | null };

function Cell({ data, row, value, state }: CellProps) {
	const { department, source } = row;
	const name = `${row.department_name}${state === null ? '倒签' : (evidenceStates[state]?.name ?? '')}`;
	return (
		<td className="number">
			<Figure value={value} to={linkTo(data, '/evidence', { department, source, decided: state })} name={name} />
		</td>
	);
}
