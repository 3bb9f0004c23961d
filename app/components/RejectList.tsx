import type { RejectLine } from '#app/loaders/rejects.server.ts';
import { longInstant } from '#app/words/format.ts';
import { Nothing } from './Page.tsx';

/** Rejected rows: where from, why, the way out, and the text as it came. */
export function RejectList({ rows }: { rows: RejectLine[] }) {
	if (rows.length === 0) return <Nothing>这一页没有内容。</Nothing>;
	return (
		<ol className="rejects">
			{rows.map(row => (
				<li key={row.id}>
					<p className="reject-head">
						<b>{row.source_name}</b>
						<span>{longInstant(row.received_at)}接收</span>
						{row.event_id ? <span>事件编号：{row.event_id}</span> : null}
						{row.mapping ? <span>转换规则：{row.mapping}</span> : null}
					</p>
					<p className="reject-why">{row.message}</p>
					<details>
						<summary>查看原文（{row.raw_length}字符）</summary>
						<pre>{row.raw}</pre>
						{row.raw_length > row.raw.length ? <p className="note">原文较长，此处只显示开头部分。</p> : null}
					</details>
				</li>
			))}
		</ol>
	);
}
