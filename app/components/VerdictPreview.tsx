import { useEffect, useRef } from 'react';
import type { VerdictPreview as Preview } from '#app/verdicts/answer.server.ts';
import type { VerdictEffect } from '#app/verdicts/effects.server.ts';
import { type GivenVerdict, verdictFields } from '#app/verdicts/given.ts';
import { longDay } from '#app/words/format.ts';
import { decimal } from '#app/words/indicators.ts';
import { gradeNames, rankStep } from '#app/words/scores.ts';
import { ConfirmForm } from './ConfirmForm.tsx';
import { Nothing, Panel } from './Page.tsx';

const RETROACTIVE =
	'确认追溯：本项影响今日以前的得分和名次，此后再查询的可能与已经公布、报告的不同；按当时所知的查询不变。';

/** What a registration would say and which scores it would move; then the confirmation. */
export function VerdictPreview({ given, preview }: { given: GivenVerdict; preview: Preview }) {
	const top = useRef<HTMLElement>(null);
	useEffect(() => void top.current?.scrollIntoView(), []);
	const facts: [string, string][] = [
		['内容', preview.sentence],
		['归期', longDay(preview.day)],
		...(given.way === 'retracts' ? [] : ([['文号', given.document]] satisfies [string, string][])),
		...(given.issued === '' ? [] : ([['印发日期', longDay(given.issued)]] satisfies [string, string][])),
		...(given.reason === '' ? [] : ([['理由', given.reason]] satisfies [string, string][])),
		...(given.way === ''
			? []
			: ([[given.way === 'retracts' ? '撤回理由' : '更正理由', given.why]] satisfies [string, string][])),
	];
	return (
		<section aria-label="影响预览" className="policy-preview" ref={top}>
			<Panel title="拟登记" note="尚未登记，不影响任何得分。">
				<dl className="slip-facts">
					{facts.map(([name, words]) => (
						<div key={name}>
							<dt>{name}</dt>
							<dd>{words}</dd>
						</div>
					))}
				</dl>
				{preview.doubts.map(doubt => (
					<p key={doubt} className="change-doubt">
						<span aria-hidden="true">▲</span> {doubt}
					</p>
				))}
			</Panel>
			<Panel title="综合评价的变化" note={`统计区间：${preview.span}，按现有数据推算。`}>
				{preview.effects.length === 0 ? (
					<Nothing>
						{preview.department_name}
						和其他部门的综合得分、等次、名次都不变（没有综合得分、已达上限，或者现行方案不计此项）。
					</Nothing>
				) : (
					<Effects effects={preview.effects} />
				)}
			</Panel>
			<ConfirmForm
				carried={verdictFields.map(name => <input key={name} type="hidden" name={name} value={given[name]} />)}
				preview={preview}
				retroactive={preview.retroactive ? RETROACTIVE : null}
				note="登记后即记入账本；登记不能删除，有误的可以更正或者撤回，均留有记录。"
			/>
		</section>
	);
}

function Effects({ effects }: { effects: VerdictEffect[] }) {
	return (
		<div className="scroll">
			<table className="plain-table wide stacked" aria-label="综合评价改变的部门">
				<thead>
					<tr>
						<th>部门</th>
						<th className="number">综合得分</th>
						<th>等次</th>
						<th className="number">名次</th>
					</tr>
				</thead>
				<tbody>
					{effects.map(({ department, department_name, before, after }) => (
						<tr key={department}>
							<td data-head="部门">{department_name}</td>
							<td data-head="综合得分" className="number">
								{step(points(before.score), points(after.score))}
							</td>
							<td data-head="等次">{step(grade(before.grade), grade(after.grade))}</td>
							<td data-head="名次" className="number">
								{step(place(before.rank), place(after.rank))}
								{before.rank === after.rank ? null : <small className="sub">{rankStep(before.rank, after.rank)}</small>}
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

const points = (score: number | null) => (score === null ? '—' : decimal(score, 2));
const grade = (name: string | null) => gradeNames[name ?? ''] ?? '—';
const place = (rank: number | null) => (rank === null ? '—' : `第${rank}名`);
const step = (before: string, after: string) => (before === after ? `${after}（不变）` : `${before} → ${after}`);
