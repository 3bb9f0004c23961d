import { Form, useNavigation, useSearchParams } from '@remix-run/react';
import { Button } from 'antd';
import type { SourceData } from '#app/loaders/source.server.ts';
import type { BackFillLine } from '#app/sources/back-fill.ts';
import { type Bound, backFillStates, progressWords, rangeForms, rangeWords } from '#app/words/back-fills.ts';
import { count, longInstant } from '#app/words/format.ts';
import { Labelled } from './Labelled.tsx';
import { Nothing } from './Page.tsx';

/** The back-fills of a source, the latest first, and the form that begins one; `begins` and `ends` of the address are filled in. */
export function BackFills({ data }: { data: SourceData }) {
	const busy = useNavigation().state !== 'idle';
	const [last] = data.back_fills;
	return (
		<>
			{data.back_fills.length === 0 ? <Nothing>没有补采过。</Nothing> : null}
			{data.back_fills.map(line => (
				<Line key={line.no} line={line} ways={data.tended && line === last} busy={busy} />
			))}
			{data.tended && last?.state !== 'running' ? <Begin data={data} busy={busy} /> : null}
		</>
	);
}

function Line({ line, ways, busy }: { line: BackFillLine; ways: boolean; busy: boolean }) {
	const { sign, name, colour } = backFillStates[line.state];
	return (
		<div className="back-fill">
			<p>
				<span className="status" data-status={colour}>
					<span aria-hidden="true">{sign}</span>
					{name}
				</span>
				{'　'}
				{rangeWords(line)}
				<small className="sub">
					{longInstant(line.started_at)}　{line.account}
				</small>
			</p>
			{line.share === null ? null : (
				<progress max={1} value={line.share} aria-label={`补采进度：${rangeWords(line)}`} />
			)}
			<p>{progressWords(line)}</p>
			<p className="note">
				{count(line.pages)}页；入账{count(line.accepted)}条，重复{count(line.duplicates)}条，拒收{count(line.rejected)}
				条
			</p>
			{line.fault ? (
				<p className="wrong">
					▲ {line.fault}
					{line.next_at === null ? '' : `（${longInstant(line.next_at)}再试）`}
				</p>
			) : null}
			{ways && line.state !== 'done' ? (
				<Form method="post">
					<Button
						htmlType="submit"
						name="intent"
						value={line.state === 'running' ? 'back_fill_stop' : 'back_fill_resume'}
						disabled={busy}
					>
						{line.state === 'running' ? '停止补采' : '继续补采'}
					</Button>
				</Form>
			) : null}
		</div>
	);
}

function Begin({ data, busy }: { data: SourceData; busy: boolean }) {
	const [query] = useSearchParams();
	if (data.range_form === null) return null;
	const { begins, ends, note } = rangeForms[data.range_form];
	return (
		<Form method="post" className="back-fill-form">
			<div className="change-fields">
				{begins ? <End name="begins" bound={begins} value={query.get('begins')} /> : null}
				{ends ? <End name="ends" bound={ends} value={query.get('ends')} /> : null}
			</div>
			<p className="note">{note}已入账的不重复入账；补采与日常采集轮流进行，不影响日常采集的位置。</p>
			<Button htmlType="submit" name="intent" value="back_fill" disabled={busy || data.paused}>
				开始补采
			</Button>
		</Form>
	);
}

/** One end of the range. */
function End({ name, bound, value }: { name: 'begins' | 'ends'; bound: Bound; value: string | null }) {
	return (
		<Labelled name={name} label={bound.label} problems={[]}>
			<input id={name} name={name} className="native" placeholder={bound.placeholder} defaultValue={value ?? ''} />
		</Labelled>
	);
}
