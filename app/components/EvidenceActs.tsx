import { Link } from '@remix-run/react';
import { toEventType, zhType } from '#analytics/cases/vocabulary.ts';
import { linkTo } from '#app/asked.ts';
import type { Backdated, EvidenceData } from '#app/loaders/evidence.server.ts';
import { evidenceStates, officerWords } from '#app/words/evidence.ts';
import { longInstant } from '#app/words/format.ts';
import { lagWords } from '#app/words/lag.ts';
import { clockWords } from '#app/words/zh.ts';
import { DepartmentName } from './DepartmentName.tsx';

/** The acts one by one: the time they claim, the time of their record, and what was decided by whom. */
export function EvidenceActs({ data }: { data: EvidenceData }) {
	return (
		<div className="scroll">
			<table className="plain-table wide">
				<thead>
					<tr>
						<th>事项编号</th>
						<th>办理行为</th>
						<th>办理部门</th>
						<th>所填办理时间</th>
						<th>平台记录时间</th>
						<th className="number">滞后</th>
						<th>认定</th>
					</tr>
				</thead>
				<tbody>
					{data.acts.map(row => (
						<tr key={row.seq}>
							<td>
								<Link
									className="case-id"
									to={`${linkTo(data, `/cases/${encodeURIComponent(row.case_id)}`)}#event-${row.seq}`}
								>
									{row.case_id}
								</Link>
								{row.line ? <small className="sub">第{row.line}行</small> : null}
							</td>
							<td>
								{actName(row)}
								{row.clock ? <small className="sub">{clockWords(row.clock)?.name}</small> : null}
							</td>
							<td>
								<DepartmentName data={data} code={row.department} name={row.department_name} />
								<small className="sub">{row.source_name}</small>
							</td>
							<td>{longInstant(row.occurred_at, row.day_only)}</td>
							<td>{longInstant(row.recorded_at)}</td>
							<td className="number">{lagWords(row.lag)}</td>
							<td>
								<Decided row={row} />
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function Decided({ row }: { row: Backdated }) {
	const { name = '', sign = '', colour } = evidenceStates[row.decided] ?? {};
	return (
		<>
			<span className="status" data-status={colour}>
				<span aria-hidden="true">{sign}</span>
				{name}
			</span>
			{row.decided_seq === null ? null : (
				<small className="sub">
					{officerWords(row.officer_title, row.officer)}　{longInstant(row.decided_at)}
					{row.document ? `　${row.document}` : ''}
				</small>
			)}
		</>
	);
}

function actName({ type: name }: Backdated): string {
	const type = toEventType(name);
	return type === null ? '其他事件' : zhType(type);
}
