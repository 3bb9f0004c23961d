import { Link } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import type { Decided } from '#app/loaders/reconciliation.server.ts';
import { officerWords } from '#app/words/evidence.ts';
import { longInstant } from '#app/words/format.ts';
import type { Ground } from './links.ts';

/** Decisions on whether cases are one, the latest first; each leads to its two cases, where it can be changed. */
export function DecisionTable({ data, rows }: { data: Ground; rows: Decided[] }) {
	return (
		<div className="scroll">
			<table className="plain-table wide">
				<thead>
					<tr>
						<th>编号</th>
						<th>认定</th>
						<th>理由</th>
						<th>认定人、时间</th>
					</tr>
				</thead>
				<tbody>
					{rows.map(row => (
						<tr key={row.seq}>
							<td>
								<Numbers data={data} row={row} />
							</td>
							<td>
								{verdict(row)}
								{row.standing ? null : <small className="sub">{goneWords(row)}</small>}
							</td>
							<td>{row.reason ?? '—'}</td>
							<td>
								{officerWords(row.officer_title, row.officer)}
								<small className="sub">
									{longInstant(row.decided_at)}　账本第{row.seq}条
								</small>
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function Numbers({ data, row: { one_id, other_ids } }: { data: Ground; row: Decided }) {
	return other_ids.map(other => (
		<Link key={other} to={linkTo(data, '/reconciliation/pair', { one: one_id, other })} className="case-id pair-ids">
			<span>{one_id}</span>
			{other === one_id ? null : <span>{other}</span>}
		</Link>
	));
}

function goneWords({ superseded }: Decided): string {
	if (superseded === 'retracted') return '已撤销';
	return superseded === 'corrected' ? '已更正' : '已被以后的认定代替';
}

function verdict({ one_id, other_ids, same, record }: Decided): string {
	if (!same) return '不是同一申请';
	const basis = record === null ? '' : `基准平台：${record}`;
	if (other_ids.every(other => other === one_id)) return basis;
	return basis === '' ? '并案' : `并案，${basis}`;
}
