import type { RejectLine } from '#app/loaders/rejects.server.ts';
import { longInstant } from '#app/words/format.ts';
import { rejectReason, rejectStates } from '#app/words/rejects.ts';
import { Nothing } from './Page.tsx';
import { RejectDeeds } from './RejectDeeds.tsx';

/** Rejected rows: where from, why, the way out, the text as it came, and what was done about them. */
export function RejectList({ rows, maySettle }: { rows: RejectLine[]; maySettle: boolean }) {
	if (rows.length === 0) return <Nothing>没有符合条件的拒收数据。</Nothing>;
	return (
		<ol className="rejects">
			{rows.map(row => (
				<li key={row.id}>
					<p className="reject-head">
						<b>{row.source_name}</b>
						<span>{rejectReason(row.code)}</span>
						<span>{longInstant(row.received_at)}接收</span>
						{row.event_id ? <span>事件编号：{row.event_id}</span> : null}
						{row.mapping ? <span>转换规则：{row.mapping}</span> : null}
						<State row={row} />
					</p>
					<p className="reject-why">{row.message}</p>
					{row.tried && row.state === 'open' ? (
						<p className="note">
							上次重放（{longInstant(row.tried_at)}）仍不能入账：{row.tried}
						</p>
					) : null}
					<details>
						<summary>查看原文（{row.raw_length}字符）</summary>
						<pre>{row.raw}</pre>
						{row.raw_length > row.raw.length ? <p className="note">原文较长，此处只显示开头部分。</p> : null}
					</details>
					{maySettle && row.state === 'open' ? <RejectDeeds id={row.id} what={`第${row.id}号拒收`} /> : null}
				</li>
			))}
		</ol>
	);
}

function State({ row }: { row: RejectLine }) {
	const { sign, name, colour } = rejectStates[row.state];
	return (
		<span className="status" data-status={colour}>
			<span aria-hidden="true">{sign}</span>
			{name}
			{row.state === 'open' ? null : `（${longInstant(row.settled_at)}，${row.settled_by}）`}
			{row.state === 'dismissed' ? `：${row.reason}` : null}
		</span>
	);
}
