import { Form, useFetcher, useNavigation } from '@remix-run/react';
import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import type { EditorData } from '#app/loaders/mappings.server.ts';
import type { MappingAnswer } from '#app/mappings/answer.server.ts';
import { type DraftMapping, readWritten, written } from '#app/mappings/draft.ts';
import { MappingForm } from './MappingForm.tsx';
import { Panel } from './Page.tsx';
import { TriedRows } from './TriedRows.tsx';

/** Milliseconds of quiet after which a change is tried. */
const QUIET_MS = 500;

/** Writes a mapping without code: rows on which it is tried, the form, its JSON, and what the rows become, as one types. */
export function MappingEditor({ first, answer }: { first: EditorData; answer: MappingAnswer | undefined }) {
	const [text, write] = useState(first.text);
	const [rows, paste] = useState('');
	const [source, choose] = useState('');
	const busy = useNavigation().state !== 'idle';
	const { tried, trying } = useTrial({ text, rows, source });
	const draft = readWritten(text);
	const change = (next: DraftMapping) => write(written(next));
	return (
		<>
			<Panel
				title="一、样例数据"
				note="从表格软件复制带表头的若干行贴到这里，也可以贴 JSON；或者取已登记来源的第一页。只用于试看，不写入。"
			>
				<div className="sample-rows">
					{first.sources.length > 0 ? (
						<label>
							样例取自
							<select className="native" value={source} onChange={event => choose(event.target.value)}>
								<option value="">粘贴的内容</option>
								{first.sources.map(each => (
									<option key={each.value} value={each.value}>
										{each.name}的第一页
									</option>
								))}
							</select>
						</label>
					) : null}
					{source === '' ? (
						<textarea
							aria-label="样例数据"
							rows={6}
							value={rows}
							onChange={event => paste(event.target.value)}
							placeholder={'申请号\t受理日期\t答复日期\n2026-001\t2026-3-2\t2026-3-9'}
						/>
					) : null}
				</div>
			</Panel>
			{draft ? (
				<MappingForm draft={draft} columns={tried?.columns ?? []} onChange={change} />
			) : (
				<Alert
					type="warning"
					showIcon
					title="下面的全文不是完整的转换规则，表单暂不能显示；改好后自动恢复。"
					role="alert"
				/>
			)}
			<Panel title="四、试看结果">
				{tried ? (
					<div aria-busy={trying}>
						<TriedRows tried={tried} />
					</div>
				) : (
					<p className="nothing">贴入样例数据后，这里逐行显示成为哪些事件、哪些拒收。</p>
				)}
			</Panel>
			<details className="panel seldom">
				<summary>规则全文（JSON，供熟悉的人直接修改）</summary>
				<textarea
					aria-label="规则全文"
					className="code"
					rows={24}
					value={text}
					onChange={event => write(event.target.value)}
				/>
			</details>
			<Form method="post" className="form-ways">
				{answer?.message ? <Alert type="error" showIcon title={answer.message} role="alert" /> : null}
				<input type="hidden" name="text" value={text} />
				<span className="ways-line">
					<Button type="primary" htmlType="submit" name="intent" value="save" disabled={busy}>
						保存为新版本
					</Button>
					<span className="note">固定版本的来源不受影响；总用最新版的来源从下一次采集起按新版本译。</span>
				</span>
			</Form>
		</>
	);
}

type Asked = { text: string; rows: string; source: string };

/** Tries the draft on its rows whenever both have been still for a moment. */
function useTrial({ text, rows, source }: Asked): { tried: MappingAnswer['tried']; trying: boolean } {
	const fetcher = useFetcher<MappingAnswer>();
	const { submit } = fetcher;
	useEffect(() => {
		if (rows.trim() === '' && source === '') return;
		const timer = setTimeout(() => submit({ intent: 'try', text, rows, source }, { method: 'post' }), QUIET_MS);
		return () => clearTimeout(timer);
	}, [text, rows, source, submit]);
	const { data } = fetcher;
	return {
		tried: data && 'tried' in data ? (data.tried as MappingAnswer['tried']) : null,
		trying: fetcher.state !== 'idle',
	};
}
