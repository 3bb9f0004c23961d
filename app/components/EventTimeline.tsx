import type { CaseEvent } from '#app/loaders/case.server.ts';
import { longInstant } from '#app/words/format.ts';

const superseded: Record<string, string> = { corrected: '已被更正', retracted: '已撤销' };

/** Every event of a case in the order in which things happened; what was replaced or taken back stays, struck through. */
export function EventTimeline({ events }: { events: CaseEvent[] }) {
	return (
		<ol className="timeline">
			{events.map(event => (
				<li key={event.seq} data-superseded={event.superseded !== null}>
					<div>
						<time dateTime={new Date(event.occurred_at).toISOString()}>
							{longInstant(event.occurred_at, event.day_only)}
						</time>
						{written(event) ? <small className="sub">平台记录：{longInstant(event.recorded_at)}</small> : null}
					</div>
					<div>
						<p>
							<b className="act">{event.title}</b>
							{event.line ? `　第${event.line}行` : ''}
							{event.superseded ? (
								<span className="superseded-mark">{superseded[event.superseded] ?? '已失效'}</span>
							) : null}
						</p>
						<small className="sub">
							{event.department_name}　事件编号：{event.event_id}
						</small>
						{event.details.length > 0 ? (
							<small className="sub details">
								{event.details.map(detail => (
									<span key={detail.name}>
										{detail.name}：{detail.value}
									</span>
								))}
							</small>
						) : null}
					</div>
				</li>
			))}
		</ol>
	);
}

/** Told only where the platform wrote it noticeably later than it is said to have happened. */
function written({ occurred_at, recorded_at, day_only }: CaseEvent): boolean {
	const longer = day_only ? 24 * 3_600_000 : 10 * 60_000;
	return recorded_at - occurred_at > longer;
}
