import { Link } from '@remix-run/react';
import { patternCodes } from '#analytics/measures/patterns.ts';
import { linkTo } from '#app/asked.ts';
import type { PatternsData } from '#app/loaders/patterns.server.ts';
import { longDay } from '#app/words/format.ts';
import { patternFigure, patternOf, patternWords } from '#app/words/patterns.ts';
import { clockName } from '#app/words/zh.ts';
import { DepartmentName } from './DepartmentName.tsx';
import { Figure } from './Figure.tsx';

/** Every pattern with its condition in words, its cases, and the bodies in which it shows. */
export function PatternCounts({ data }: { data: PatternsData }) {
	return (
		<div className="scroll">
			<table className="plain-table stacked">
				<thead>
					<tr>
						<th>情形</th>
						<th className="number">件数</th>
						<th>所涉部门</th>
					</tr>
				</thead>
				<tbody>
					{patternCodes.map(pattern => {
						const rows = data.counts.filter(row => row.pattern === pattern);
						const { name, when } = patternWords[pattern];
						return (
							<tr key={pattern}>
								<td>
									{name}
									<small className="sub">{when}</small>
								</td>
								<td className="number">
									<Figure
										value={rows.reduce((sum, row) => sum + row.cases, 0)}
										to={linkTo(data, '/patterns', { pattern })}
										name={name}
									/>
								</td>
								<td>{rows.length === 0 ? '—' : <Bodies data={data} rows={rows} />}</td>
							</tr>
						);
					})}
				</tbody>
			</table>
		</div>
	);
}

const SHOWN = 5;

function Bodies({ data, rows }: { data: PatternsData; rows: PatternsData['counts'] }) {
	return (
		<>
			{rows.slice(0, SHOWN).map(row => (
				<small className="sub" key={row.department}>
					{row.department_name}{' '}
					<Figure
						value={row.cases}
						unit="件"
						to={linkTo(data, '/patterns', { pattern: row.pattern, department: row.department })}
						name={`${row.department_name}${patternOf(row.pattern)?.name}`}
					/>
				</small>
			))}
			{rows.length > SHOWN ? <small className="sub">等{rows.length}个部门</small> : null}
		</>
	);
}

/** The cases, each opening. */
export function PatternTable({ data }: { data: PatternsData }) {
	return (
		<div className="scroll">
			<table className="plain-table wide">
				<thead>
					<tr>
						<th>事项</th>
						<th>情形</th>
						<th>部门</th>
						<th>对方部门</th>
						<th>发生日</th>
					</tr>
				</thead>
				<tbody>
					{data.cases.map(row => (
						<tr key={[row.pattern, row.case_id, row.department, row.clock, row.catalogue, row.counterparty].join('|')}>
							<td>
								<Link className="case-id" to={linkTo(data, `/cases/${encodeURIComponent(row.case_id)}`)}>
									{row.case_id}
								</Link>
								{row.catalogue === null ? null : <small className="sub">{row.catalogue_title ?? row.catalogue}</small>}
								{row.clock === null ? null : <small className="sub">{clockName(row.clock)}</small>}
							</td>
							<td>
								{patternOf(row.pattern)?.name}
								<small className="sub">{patternFigure(row.pattern, row.figure)}</small>
							</td>
							<td>
								<DepartmentName data={data} code={row.department} name={row.department_name} />
							</td>
							<td>{row.counterparty_name ?? '—'}</td>
							<td>{longDay(row.on_day)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
