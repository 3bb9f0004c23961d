import { Link } from '@remix-run/react';
import { type IndicatorCode, indicators } from '#analytics/law/indicators.ts';
import { linkTo } from '#app/asked.ts';
import type { Restated, RestatementsData } from '#app/loaders/restatements.server.ts';
import { count } from '#app/words/format.ts';
import { decimal } from '#app/words/indicators.ts';
import { eventCause, sideWords, unitChanges } from '#app/words/restatements.ts';
import { clockWords } from '#app/words/zh.ts';
import { DepartmentName } from './DepartmentName.tsx';

/** Causes that are told of a unit; its case tells the rest. */
const FEW = 4;

/** The units that moved the figures, one a line: how each counted, how it counts, and what was received about it in between. */
export function RestatedUnits({ data }: { data: RestatementsData }) {
	return (
		<div className="scroll">
			<table className="plain-table wide">
				<thead>
					<tr>
						<th>变动</th>
						<th>事项</th>
						<th>指标</th>
						<th>部门</th>
						<th>此前</th>
						<th>此后</th>
						<th>起因</th>
					</tr>
				</thead>
				<tbody>
					{data.units.map((row, at) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: rows of one answer never move.
						<tr key={at}>
							<td>
								<Change change={row.change} />
							</td>
							<td>
								<What data={data} row={row} />
							</td>
							<td>{indicators[row.indicator as IndicatorCode].zh}</td>
							<td>
								<DepartmentName data={data} code={row.department} name={row.department_name} />
							</td>
							<td>
								<Side
									on={row.on_day_before}
									outcome={row.outcome_before}
									excused={row.excused_before}
									num={row.num_before}
									den={row.den_before}
								/>
							</td>
							<td>
								<Side
									on={row.on_day_after}
									outcome={row.outcome_after}
									excused={row.excused_after}
									num={row.num_after}
									den={row.den_after}
								/>
							</td>
							<td>
								<Causes data={data} row={row} />
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function Change({ change }: { change: string }) {
	const { sign, name, meaning } = unitChanges[change] ?? { sign: '', name: '变动', meaning: '' };
	return (
		<span className="unit-change" title={meaning}>
			<span aria-hidden="true">{sign}</span> {name}
		</span>
	);
}

function What({ data, row }: { data: RestatementsData; row: Restated }) {
	const title = row.catalogue_title ?? row.catalogue;
	const clock = clockWords(row.clock ?? '')?.name;
	return (
		<>
			{row.case_id === null ? (
				(title ?? row.service ?? row.event_id ?? '—')
			) : (
				<Link className="case-id" to={linkTo(data, `/cases/${encodeURIComponent(row.case_id)}`)}>
					{row.case_id}
				</Link>
			)}
			{row.case_id !== null && title ? <small className="sub">{title}</small> : null}
			{clock ? <small className="sub">{clock}</small> : null}
		</>
	);
}

type SideProps = {
	on: string | null;
	outcome: string | null;
	excused: boolean | null;
	num: number | null;
	den: number | null;
};

function Side({ on, outcome, excused, num, den }: SideProps) {
	const words = sideWords({ on, outcome, excused });
	if (words === null || num === null) return <>未计入</>;
	const amount = Number.isInteger(num) ? count(num) : decimal(num, 2);
	return (
		<>
			{words}
			<small className="sub">{den === null ? `计${amount}` : `分子${amount}，分母${count(den)}`}</small>
		</>
	);
}

function Causes({ data, row }: { data: RestatementsData; row: Restated }) {
	const subject = row.case_id ?? row.event_id ?? row.service ?? row.catalogue ?? '';
	const causes = data.causes[subject] ?? [];
	if (causes.length === 0) return <>{data.law.length > 0 ? '见上列口径调整' : '见其他事项的事件'}</>;
	return (
		<ul className="causes">
			{causes.slice(-FEW).map(cause => (
				<li key={cause.seq}>{eventCause(cause)}</li>
			))}
			{causes.length > FEW ? <li>另有{count(causes.length - FEW)}条，见事项</li> : null}
		</ul>
	);
}
