import { Link } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import type { VerdictsData } from '#app/loaders/verdicts.server.ts';
import type { Verdict } from '#app/verdicts/draft.ts';
import { longDay, longInstant } from '#app/words/format.ts';
import { orderWords, verdictStandings } from '#app/words/verdicts.ts';
import { DepartmentName } from './DepartmentName.tsx';

type Props = { data: VerdictsData; rows: Verdict[]; label: string };

/** Registrations of one kind, the latest first: what it is, by which paper, on which day it counts, whether it stands. */
export function VerdictTable({ data, rows, label }: Props) {
	const model = rows[0]?.fact === 'model_case';
	return (
		<div className="scroll">
			<table className="plain-table wide stacked" aria-label={label}>
				<thead>
					<tr>
						<th>部门</th>
						<th>{model ? '案例' : '责令改正与认定'}</th>
						<th>{model ? '上级机关文件' : '认定文号'}</th>
						<th>归期</th>
						<th>登记</th>
						<th>效力</th>
						{data.mayJudge ? <th>办理</th> : null}
					</tr>
				</thead>
				<tbody>
					{rows.map(row => (
						<tr key={row.seq} id={`verdict-${row.seq}`}>
							<td data-head="部门">
								<DepartmentName data={data} code={row.department} name={row.department_name} />
							</td>
							<td data-head={model ? '案例' : '责令改正与认定'}>
								<What row={row} />
							</td>
							<td data-head={model ? '上级机关文件' : '认定文号'}>
								<Paper row={row} />
							</td>
							<td data-head="归期">{longDay(row.told_on)}</td>
							<td data-head="登记">
								{row.officer}
								<small className="sub">账本第{row.seq}条</small>
							</td>
							<td data-head="效力">
								<Standing row={row} />
							</td>
							{data.mayJudge ? (
								<td data-head="办理">
									<Ways data={data} row={row} />
								</td>
							) : null}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function What({ row }: { row: Verdict }) {
	if (row.fact === 'model_case') return <>{row.title ?? '未写明名称'}</>;
	const ordered = row.ordered_on !== null;
	return (
		<>
			{ordered ? orderWords({ ...row, document: row.order_document }) : `责令改正（${row.about}，没有查到）`}
			<small className="sub">
				{row.refused ? '认定拒不改正' : '认定不构成拒不改正'}。理由：{row.reason ?? '未写明'}
			</small>
		</>
	);
}

function Paper({ row }: { row: Verdict }) {
	return (
		<>
			{row.document ?? '未写明文号'}
			{row.recognised_by === null ? null : <small className="sub">{row.recognised_by}</small>}
			{row.issued_on === null ? null : <small className="sub">{longDay(row.issued_on)}印发</small>}
		</>
	);
}

function Standing({ row }: { row: Verdict }) {
	return (
		<>
			{verdictStandings[row.standing] ?? '—'}
			{row.correction_reason === null ? null : <small className="sub">更正理由：{row.correction_reason}</small>}
			{row.retracted_at === null ? null : (
				<small className="sub">
					{longInstant(row.retracted_at)}由{row.retracted_by ?? '未署名'}撤回，理由：{row.retraction_reason ?? '未写明'}
				</small>
			)}
		</>
	);
}

function Ways({ data, row }: { data: VerdictsData; row: Verdict }) {
	if (row.standing === 'corrected' || row.standing === 'retracted') return null;
	const to = (way: string) => linkTo(data, '/verdicts/new', { [way]: row.seq });
	return (
		<span className="acts">
			<Link to={to('corrects')}>更正</Link>
			<Link to={to('retracts')}>撤回</Link>
		</span>
	);
}
