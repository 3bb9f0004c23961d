import { Link } from '@remix-run/react';
import type { UploadLine } from '#app/loaders/import.server.ts';
import { bytes, count, longInstant } from '#app/words/format.ts';
import { Nothing } from './Page.tsx';

const states = {
	running: { sign: '…', name: '正在导入', colour: 'running' },
	done: { sign: '✓', name: '已导入', colour: 'met' },
	failed: { sign: '▲', name: '未完成', colour: 'overdue' },
};

/** What became of each file. */
export function UploadList({ uploads }: { uploads: UploadLine[] }) {
	if (uploads.length === 0) return <Nothing>还没有导入过文件。</Nothing>;
	return (
		<div className="scroll">
			<table className="plain-table wide">
				<thead>
					<tr>
						<th>文件</th>
						<th>来源</th>
						<th>结果</th>
						<th className="number">已读行数</th>
						<th className="number">入账事件</th>
						<th className="number">重复</th>
						<th className="number">拒收</th>
					</tr>
				</thead>
				<tbody>
					{uploads.map(upload => (
						<Line key={upload.id} upload={upload} />
					))}
				</tbody>
			</table>
		</div>
	);
}

function Line({ upload }: { upload: UploadLine }) {
	const { sign, name, colour } = states[upload.state];
	return (
		<tr>
			<td>
				{upload.file}
				<small className="sub">
					{longInstant(upload.started_at)}　{upload.account}
				</small>
				<small className="sub" title={`SHA-256：${upload.digest}`}>
					{bytes(upload.size)}　SHA-256 {upload.digest.slice(0, 12)}…
				</small>
			</td>
			<td>{upload.source_name}</td>
			<td>
				<span className="status" data-status={colour}>
					<span aria-hidden="true">{sign}</span>
					{name}
				</span>
				{upload.message ? <small className="sub wrong">{upload.message}</small> : null}
			</td>
			<td className="number">{count(upload.rows)}</td>
			<td className="number">{count(upload.accepted)}</td>
			<td className="number">{count(upload.duplicates)}</td>
			<td className="number">
				{upload.rejected > 0 ? (
					<Link to={`/rejects?${new URLSearchParams({ source: upload.source })}`}>{count(upload.rejected)}</Link>
				) : (
					'0'
				)}
			</td>
		</tr>
	);
}
