import { useLocation } from '@remix-run/react';
import type { CaseData, CaseEvent } from '#app/loaders/case.server.ts';
import { longInstant } from '#app/words/format.ts';
import { lagWords } from '#app/words/lag.ts';
import { EvidenceForm } from './EvidenceForm.tsx';
import { EvidenceHistory } from './EvidenceHistory.tsx';

const superseded: Record<string, string> = { corrected: '已被更正', retracted: '已撤销' };

type Props = {
	data: Pick<CaseData, 'case_id' | 'given'>;
	events: CaseEvent[];
	/** The forms stand open. */
	open?: boolean;
};

/**
 * Every event of a case in the order in which things happened; what was replaced or taken back stays, struck through. What
 * was reported under another number than the case's says so.
 */
export function EventTimeline({ data, events, open = false }: Props) {
	const { key } = useLocation();
	return (
		<ol className="timeline">
			{events.map(event => (
				<li key={event.seq} id={`event-${event.seq}`} data-superseded={event.superseded !== null}>
					<Times event={event} />
					<div>
						<Title event={event} />
						<small className="sub">
							{event.department_name}　{event.platform}　事件编号：{event.event_id}
							{event.case_id === data.case_id ? '' : `　原编号：${event.case_id}`}
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
						{event.repeats && event.record_lag !== null ? (
							<small className="sub">计时以另一平台所报为准，认定本条的时间证据没有效果，故不在此认定。</small>
						) : null}
						<EvidenceHistory decisions={event.decisions} />
						{event.proposal ? (
							<EvidenceForm key={key} data={data} event={event} proposal={event.proposal} open={open} />
						) : null}
					</div>
				</li>
			))}
		</ol>
	);
}

/** What was done, and whether it still counts. */
function Title({ event }: { event: CaseEvent }) {
	return (
		<p>
			<b className="act">{event.title}</b>
			{event.line ? `　第${event.line}行` : ''}
			{event.superseded ? <span className="superseded-mark">{superseded[event.superseded] ?? '已失效'}</span> : null}
			{event.repeats ? <span className="superseded-mark">另一平台重报，不另计</span> : null}
		</p>
	);
}

/** When it happened; beside it when the platform wrote it and when we received it, told where either is noticeably late. */
function Times({ event }: { event: CaseEvent }) {
	const { record_lag, receipt_lag, backfilled } = event;
	const told = record_lag !== null || receipt_lag !== null;
	return (
		<div>
			{told ? <small className="sub">办理</small> : null}
			<time dateTime={new Date(event.occurred_at).toISOString()}>{longInstant(event.occurred_at, event.day_only)}</time>
			{told ? <Later name="平台记录" at={event.recorded_at} lag={record_lag} /> : null}
			{told && !backfilled ? <Later name="收到报送" at={event.received_at} lag={receipt_lag} /> : null}
		</div>
	);
}

function Later({ name, at, lag }: { name: string; at: number; lag: number | null }) {
	return (
		<small className="sub" data-late={lag !== null}>
			{name}　{longInstant(at)}
			{lag === null ? '' : `，晚${lagWords(lag)}`}
		</small>
	);
}
