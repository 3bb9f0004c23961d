import { Link } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import type { Conflict, Said } from '#app/loaders/conflicts.server.ts';
import { differWords, saidWords } from '#app/words/platforms.ts';
import type { Ground } from './links.ts';

/** Acts as two platforms tell them, side by side. `within`: the page is that of the one case. */
export function ConflictTable({ data, rows, within = false }: { data: Ground; rows: Conflict[]; within?: boolean }) {
	return (
		<div className="scroll">
			<table className="plain-table wide">
				<thead>
					<tr>
						{within ? null : <th>事项编号</th>}
						<th>行为</th>
						<th>出入</th>
						<th>据以计时的报送</th>
						<th>另一平台的报送</th>
					</tr>
				</thead>
				<tbody>
					{rows.map(row => (
						<tr key={JSON.stringify([row.case_id, row.line, row.act, row.followed, row.other])}>
							{within ? null : (
								<td>
									<Link to={linkTo(data, `/cases/${encodeURIComponent(row.case_id)}`)} className="case-id">
										{row.case_id}
									</Link>
								</td>
							)}
							<td>
								{row.act}
								{row.line ? <small className="sub">第{row.line}行</small> : null}
							</td>
							<td>{differWords(row.differ)}</td>
							<Cell said={row.followed.at === null ? row.other : row.followed} />
							<Cell said={row.followed.at === null ? row.followed : row.other} />
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function Cell({ said }: { said: Said }) {
	return (
		<td>
			{saidWords(said)}
			<small className="sub">{said.platform}</small>
		</td>
	);
}
