import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { type Asked, linkTo } from '#app/asked.ts';
import type { Effects, Standings } from '#app/organisations/preview.server.ts';
import { count, late, longDay } from '#app/words/format.ts';
import { UNSETTLED } from '#app/words/organisations.ts';
import { clockName } from '#app/words/zh.ts';
import { DepartmentName } from './DepartmentName.tsx';
import { Nothing, Panel } from './Page.tsx';
import { Status } from './Status.tsx';

type Props = {
	data: Pick<Asked, 'given'>;
	effects: Effects;
	/** Said of the whole: foreseen, or done. */
	note: string;
	/** Ways through the pages of the list. */
	pages: ReactNode;
};

/** What a change of the register moves: open 件 between bodies, figures of bodies, and every 件 that is handed over. */
export function ChangeEffects({ data, effects, note, pages }: Props) {
	return (
		<>
			<Panel title="未办结事项的划转与归属" note={`${note}按${longDay(effects.on)}24时的情况，仅列法定时限。`}>
				{effects.handovers.length === 0 ? (
					<Nothing>没有事项因此改由另一机构办理，也没有事项改计入另一机构。</Nothing>
				) : (
					<Handovers effects={effects} />
				)}
			</Panel>
			<Panel
				title="统计数字改变的机构"
				note={`统计区间${longDay(effects.from)}至${longDay(effects.on)}；左为没有这项登记，右为有这项登记。`}
			>
				{effects.standings.length === 0 ? (
					<Nothing>没有机构的数字因此改变。</Nothing>
				) : (
					<Figures rows={effects.standings} />
				)}
			</Panel>
			{effects.total === 0 ? null : (
				<Panel title="划转的未办结事项" note="超期的在前；划转前已逾期的工作日记在原机构名下。">
					<HandedTable data={data} effects={effects} />
					{pages}
				</Panel>
			)}
		</>
	);
}

function Handovers({ effects }: { effects: Effects }) {
	return (
		<div className="scroll">
			<table className="plain-table wide stacked" aria-label="划转">
				<thead>
					<tr>
						<th>原机构</th>
						<th>现机构</th>
						<th className="number">未办结改由其办理（件）</th>
						<th className="number">其中已超期（件）</th>
						<th className="number">划转前逾期，留在原机构（工作日）</th>
						<th className="number">到期事项改计入（件）</th>
					</tr>
				</thead>
				<tbody>
					{effects.handovers.map(row => (
						<tr key={`${row.handed_from}|${row.handed_to}`}>
							<td data-head="原机构">{row.handed_from_name ?? '—'}</td>
							<td data-head="现机构">
								{row.handed_to_name ?? '并入已有的同一件'}
								{row.unsettled > 0 ? <small className="sub">{UNSETTLED}</small> : null}
							</td>
							<td className="number" data-head="未办结改由其办理（件）">
								{count(row.open)}
							</td>
							<td className="number" data-head="其中已超期（件）">
								{count(row.overdue)}
							</td>
							<td className="number" data-head="划转前逾期（工作日）">
								{count(row.days_inherited)}
							</td>
							<td className="number" data-head="到期事项改计入（件）">
								{count(row.judged)}
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

const columns = [
	['due', '到期（件）'],
	['on_time', '按时（件）'],
	['overdue', '超期未办（件）'],
	['unsettled', '承接待明确（件）'],
] as const;

function Figures({ rows }: { rows: Standings[] }) {
	return (
		<div className="scroll">
			<table className="plain-table wide stacked" aria-label="统计数字改变的机构">
				<thead>
					<tr>
						<th>机构</th>
						{columns.map(([key, name]) => (
							<th key={key} className="number">
								{name}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map(({ code, name, before, after }) => (
						<tr key={code}>
							<td data-head="机构">
								{name}
								{before === null ? <small className="sub">新列入</small> : null}
								{after === null ? <small className="sub">不再列入</small> : null}
							</td>
							{columns.map(([key, head]) => (
								<td key={key} className="number" data-head={head}>
									<Change before={before?.[key] ?? null} after={after?.[key] ?? null} />
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function Change({ before, after }: { before: number | null; after: number | null }) {
	const said = (value: number | null) => (value === null ? '—' : count(value));
	if (before === after) return <>{said(after)}</>;
	return (
		<>
			{said(before)} → <b>{said(after)}</b>
		</>
	);
}

function HandedTable({ data, effects }: Pick<Props, 'data' | 'effects'>) {
	return (
		<div className="scroll">
			<table className="plain-table wide stacked" aria-label="划转的未办结事项">
				<thead>
					<tr>
						<th>事项编号</th>
						<th>时限</th>
						<th>到期日</th>
						<th>状态</th>
						<th>原机构</th>
						<th>现机构</th>
						<th>划转前逾期</th>
					</tr>
				</thead>
				<tbody>
					{effects.handed.map(row => (
						<tr key={[row.case_id, row.clock, row.sharing, row.round, row.line, row.handed_from].join('|')}>
							<td data-head="事项编号">
								<Link className="case-id" to={linkTo(data, `/cases/${encodeURIComponent(row.case_id)}`)}>
									{row.case_id}
								</Link>
							</td>
							<td data-head="时限">{clockName(row.clock) ?? '其他时限'}</td>
							<td className="day" data-head="到期日">
								{longDay(row.due_on)}
							</td>
							<td data-head="状态">
								<Status status={row.status} />
								{row.status === 'overdue' && row.days_late !== null ? (
									<small className="sub">逾期{late(row.days_late)}</small>
								) : null}
							</td>
							<td data-head="原机构">
								<Body data={data} code={row.handed_from} name={row.handed_from_name} />
							</td>
							<td data-head="现机构">
								<Body data={data} code={row.handed_to} name={row.handed_to_name} />
								{row.unsettled ? <small className="sub">{UNSETTLED}</small> : null}
							</td>
							<td data-head="划转前逾期">{row.days_late_inherited === null ? '—' : late(row.days_late_inherited)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function Body({ data, code, name }: { data: Props['data']; code: string | null; name: string | null }) {
	if (code === null) return <>同一件</>;
	return <DepartmentName data={data} code={code} name={name ?? code} />;
}
