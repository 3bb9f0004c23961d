import { Link } from '@remix-run/react';
import { type Asked, linkTo } from '#app/asked.ts';
import type { ChangeLine } from '#app/loaders/changes.server.ts';
import { changeKinds, standingWords, toChangeKind } from '#app/words/changes.ts';
import { longDay, longInstant } from '#app/words/format.ts';

/** Entries of the register, each leading to what it moved; corrected and retracted ones stay, marked and struck through. */
export function ChangeTable({ data, rows, label }: { data: Pick<Asked, 'given'>; rows: ChangeLine[]; label: string }) {
	return (
		<div className="scroll">
			<table className="plain-table wide stacked changes" aria-label={label}>
				<thead>
					<tr>
						<th>生效日期</th>
						<th>变更</th>
						<th>内容</th>
						<th>文号</th>
						<th>登记</th>
						<th>效力</th>
					</tr>
				</thead>
				<tbody>
					{rows.map(row => (
						<tr key={row.seq} data-superseded={row.superseded ?? undefined}>
							<td className="day" data-head="生效日期">
								{longDay(row.effective)}
							</td>
							<td data-head="变更">{changeKinds[toChangeKind(row.kind) ?? 'move'].name}</td>
							<td data-head="内容">
								<Link to={linkTo(data, `/organisations/${row.seq}`)}>
									{row.superseded === null ? row.sentence : <s>{row.sentence}</s>}
								</Link>
							</td>
							<td data-head="文号">{row.document ?? '未写明'}</td>
							<td data-head="登记">
								{longInstant(row.registered_at)}
								<small className="sub">{row.by}</small>
							</td>
							<td data-head="效力">{standingWords(row)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
