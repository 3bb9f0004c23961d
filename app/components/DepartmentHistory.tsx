import { Link } from '@remix-run/react';
import { plusDays } from '#analytics/law/day.ts';
import { linkTo } from '#app/asked.ts';
import type { DepartmentData } from '#app/loaders/departments.server.ts';
import type { Succession } from '#app/loaders/history.server.ts';
import { longDay } from '#app/words/format.ts';
import { UNSETTLED } from '#app/words/organisations.ts';
import { ChangeTable } from './ChangeTable.tsx';
import { DepartmentName } from './DepartmentName.tsx';
import { Figure } from './Figure.tsx';
import { Nothing } from './Page.tsx';

/** Where a body comes from and where it went: predecessors and successor with what passed, other codes, units, entries. */
export function DepartmentHistory({ data }: { data: DepartmentData }) {
	const { history, department } = data;
	const { predecessors, successor, codes, units, changes } = history;
	const others = codes.map(({ code, recognised }) => `${recognised ? '认定代码' : '曾用代码'}${code}`);
	return (
		<>
			{predecessors.length === 0 ? null : <Successions data={data} rows={predecessors} label="承接自" from={null} />}
			{successor === null ? null : (
				<Successions data={data} rows={[successor]} label="由其承接" from={department.code} />
			)}
			{department.unsettled ? <p className="note">{UNSETTLED}：本机构已不存在，尚未明确由哪个机构承接。</p> : null}
			{others.length === 0 ? null : <p className="note">{others.join('、')}</p>}
			{units.length === 0 ? null : (
				<p className="note">
					下属单位：
					{units.map(({ code, name }, n) => (
						<span key={code}>
							{n === 0 ? '' : '、'}
							<DepartmentName data={data} code={code} name={name} />
						</span>
					))}
				</p>
			)}
			{changes.length === 0 ? (
				<Nothing>没有涉及本机构的登记。</Nothing>
			) : (
				<ChangeTable data={data} rows={changes} label="本机构的登记" />
			)}
		</>
	);
}

type Props = { data: DepartmentData; rows: Succession[]; label: string; from: string | null };

function Successions({ data, rows, label, from }: Props) {
	return (
		<div className="scroll">
			<table className="plain-table wide stacked" aria-label={label}>
				<thead>
					<tr>
						<th>{label}</th>
						<th>自</th>
						<th>文号</th>
						<th className="number">划转时未办结（件）</th>
						<th className="number">其中已超期（件）</th>
					</tr>
				</thead>
				<tbody>
					{rows.map(row => (
						<tr key={row.code}>
							<td data-head={label}>
								<DepartmentName data={data} code={row.code} name={row.name} />
							</td>
							<td className="day" data-head="自">
								{longDay(row.since)}
							</td>
							<td data-head="文号">
								{row.change === null ? (
									'—'
								) : (
									<Link to={linkTo(data, `/organisations/${row.change.seq}`)}>{row.change.document ?? '查看登记'}</Link>
								)}
							</td>
							<td className="number" data-head="划转时未办结（件）">
								<Figure
									value={row.open}
									to={openThen(data, from ?? row.code, row, ['running', 'overdue', 'paused'])}
									name={`${row.name}划转时未办结`}
								/>
							</td>
							<td className="number" data-head="其中已超期（件）">
								<Figure
									value={row.overdue}
									to={openThen(data, from ?? row.code, row, ['overdue'])}
									name={`${row.name}划转时已超期`}
								/>
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

/** The list as it stood at the end of the day before. */
function openThen(data: DepartmentData, department: string, { since }: Succession, status: string[]): string {
	return linkTo(data, '/matters', { as_of: plusDays(since, -1), department, status });
}
