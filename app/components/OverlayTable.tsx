import { Link } from '@remix-run/react';
import type { Overlay } from '#analytics/law/calendar.ts';
import { longDay } from '#app/words/format.ts';
import { regionName } from '#app/words/regions.ts';
import { rangeWords } from './FestivalTable.tsx';

/** Regional festivals and one-off days: where, which days, on what document. */
export function OverlayTable({ overlays, mayEnact }: { overlays: Overlay[]; mayEnact: boolean }) {
	return (
		<div className="scroll">
			<table className="plain-table wide">
				<thead>
					<tr>
						<th>名称</th>
						<th>适用地区</th>
						<th>放假日</th>
						<th>上班日</th>
						<th>依据</th>
						{mayEnact ? <th>办理</th> : null}
					</tr>
				</thead>
				<tbody>
					{overlays.map(overlay => (
						<tr key={overlay.code}>
							<td>{overlay.name}</td>
							<td>{regionName(overlay.region)}</td>
							<td>{overlay.off.map(rangeWords).join('、') || '—'}</td>
							<td>{overlay.work.map(({ date }) => longDay(date)).join('、') || '—'}</td>
							<td>{overlay.document}</td>
							{mayEnact ? (
								<td>
									<Link to={`/calendars/overlay?${new URLSearchParams({ code: overlay.code })}`}>变更或撤销</Link>
								</td>
							) : null}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
