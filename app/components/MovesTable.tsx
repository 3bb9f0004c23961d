import { Link } from '@remix-run/react';
import { type Asked, linkTo } from '#app/asked.ts';
import type { MoveCounts, MoveRow } from '#app/loaders/moves.server.ts';
import { count } from '#app/words/format.ts';
import { daysMoved, dueMoment, moveKinds, otherChanges, phase } from '#app/words/moves.ts';
import { clockName } from '#app/words/zh.ts';
import { DepartmentName } from './DepartmentName.tsx';
import { Status } from './Status.tsx';

type Given = Pick<Asked, 'given'>;

/** Clock runs that a change of the law moves, those due earlier first and marked; each leads to its case. */
export function MovesTable({ data, rows }: { data: Given; rows: MoveRow[] }) {
	return (
		<div className="scroll">
			<table className="plain-table wide moves-table">
				<thead>
					<tr>
						<th>变动</th>
						<th>事项编号</th>
						<th>责任部门</th>
						<th>时限</th>
						<th>原到期日</th>
						<th>新到期日</th>
						<th>办理状态</th>
					</tr>
				</thead>
				<tbody>
					{rows.map(row => (
						<MoveLine key={[row.case_id, row.line, row.clock, row.run].join('|')} data={data} row={row} />
					))}
				</tbody>
			</table>
		</div>
	);
}

function MoveLine({ data, row }: { data: Given; row: MoveRow }) {
	const others = otherChanges(row);
	return (
		<tr data-change={row.change}>
			<td data-head="变动">
				<Change row={row} />
				{others.length > 0 ? <small className="sub">{others.join('，')}</small> : null}
			</td>
			<td data-head="事项编号">
				<Link className="case-id" to={linkTo(data, `/cases/${encodeURIComponent(row.case_id)}`)}>
					{row.case_id}
				</Link>
				{row.line ? <small className="sub">第{row.line}行</small> : null}
			</td>
			<td data-head="责任部门">
				<DepartmentName data={data} code={row.department} name={row.department_name} />
			</td>
			<td data-head="时限">{clockName(row.clock) ?? '其他时限'}</td>
			<td className="day" data-head="原到期日">
				<Due on={row.due_before} end={row.due_end_before} provisional={row.provisional_before} />
			</td>
			<td className="day" data-head="新到期日">
				<Due on={row.due_after} end={row.due_end_after} provisional={row.provisional_after} />
			</td>
			<td data-head="办理状态">
				{row.status_after === null ? phase(row.phase_after ?? row.phase_before) : <Status status={row.status_after} />}
			</td>
		</tr>
	);
}

function Change({ row }: { row: MoveRow }) {
	const kind = moveKinds[row.change];
	const days = daysMoved(row);
	return (
		<span className="change" title={kind?.meaning}>
			<span aria-hidden="true">{kind?.sign}</span>
			{kind?.name}
			{days === null ? '' : `${days}天`}
		</span>
	);
}

function Due({ on, end, provisional }: { on: string | null; end: number | null; provisional: boolean | null }) {
	return (
		<>
			{on === null ? '—' : dueMoment(on, end)}
			{on !== null && provisional ? <small className="sub">暂定</small> : null}
		</>
	);
}

/** How many 件 go which way, in one line. */
export function MoveCountsLine({ counts }: { counts: MoveCounts }) {
	return (
		<ul className="move-counts" aria-label="变动件数">
			{(['earlier', 'later', 'confirmed', 'other'] as const).map(way => (
				<li key={way} data-change={counts[way] > 0 ? way : undefined} title={moveKinds[way]?.meaning}>
					<span aria-hidden="true">{moveKinds[way]?.sign}</span>
					{moveKinds[way]?.name}
					<b>{count(counts[way])}</b>件
				</li>
			))}
		</ul>
	);
}

/** The same by department answerable. */
export function MovesByDepartment({
	data,
	rows,
}: {
	data: Given;
	rows: (MoveCounts & { code: string; name: string })[];
}) {
	return (
		<details className="by-department">
			<summary>按责任部门（{rows.length}个）</summary>
			<div className="scroll">
				<table className="plain-table wide">
					<thead>
						<tr>
							<th>责任部门</th>
							{(['earlier', 'later', 'confirmed', 'other'] as const).map(way => (
								<th key={way} className="number">
									{moveKinds[way]?.name}（件）
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{rows.map(row => (
							<tr key={row.code}>
								<td>
									<DepartmentName data={data} code={row.code} name={row.name} />
								</td>
								{[row.earlier, row.later, row.confirmed, row.other].map((value, at) => (
									// biome-ignore lint/suspicious/noArrayIndexKey: the four columns never move.
									<td key={at} className="number">
										{count(value)}
									</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</details>
	);
}
