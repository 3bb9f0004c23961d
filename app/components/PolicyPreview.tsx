import { plusDays } from '#analytics/law/day.ts';
import type { ClockMoves } from '#app/loaders/clock-moves.ts';
import type { Preview } from '#app/policies/answer.server.ts';
import type { Draft } from '#app/policies/draft.ts';
import { count, longDay } from '#app/words/format.ts';
import { fieldWords, sayField } from '#app/words/policies.ts';
import { clockName } from '#app/words/zh.ts';
import { ConfirmForm, PreviewPages } from './ConfirmForm.tsx';
import { MoveCountsLine, MovesByDepartment, MovesTable } from './MovesTable.tsx';
import { Nothing, Panel } from './Page.tsx';

type Props = { draft: Draft; preview: Preview };
const nowhere = { given: {} };

/** What a new version would change and which clocks it would move; then the confirmation. */
export function PolicyPreview({ draft, preview }: Props) {
	const { moves } = preview;
	return (
		<section aria-label="影响预告" className="policy-preview">
			<Panel title="新版本" note="尚未登记，不影响任何统计。">
				<Identity preview={preview} />
				<Changes preview={preview} />
			</Panel>
			<Panel title="所涉计时" note="按现有数据推算，包括在办和已办结的；登记时以当时的数据为准，逐项记入变动记录。">
				{moves.total === 0 ? (
					<Nothing>没有计时的到期、状态因此改变。</Nothing>
				) : (
					<>
						<ByClock rows={moves.clocks} />
						<h3>按责任部门</h3>
						<MoveCountsLine counts={moves.counts} />
						<MovesByDepartment data={nowhere} rows={moves.departments} />
						<h3>逐项清单</h3>
						<MovesTable data={nowhere} rows={moves.rows} />
						<PreviewPages carried={<Carried draft={draft} />} at={moves} unit="次计时" />
					</>
				)}
			</Panel>
			<ConfirmForm
				carried={<Carried draft={draft} />}
				preview={preview}
				retroactive={preview.retroactive ? retroactiveWords(preview.policy.effective) : null}
				note="登记后即记入账本，所涉计时当即重算；登记不能删除，有误的另行登记更正。"
			/>
		</section>
	);
}

function Identity({ preview: { policy, until, replaces } }: { preview: Preview }) {
	const end = until === null ? '' : `，至${longDay(plusDays(until, -1))}止（此后适用已登记的下一版本）`;
	return (
		<dl className="slip-facts">
			<div>
				<dt>适用</dt>
				<dd>
					自{longDay(policy.effective)}起起算的计时{end}
				</dd>
			</div>
			<div>
				<dt>文号</dt>
				<dd>{policy.document}</dd>
			</div>
			<div>
				<dt>理由</dt>
				<dd>{policy.ground}</dd>
			</div>
			{replaces === null ? null : (
				<div>
					<dt>取代</dt>
					<dd>同日施行的版本（{replaces.document ?? '系统缺省口径'}）</dd>
				</div>
			)}
		</dl>
	);
}

function Changes({ preview: { policy, base, changed } }: { preview: Preview }) {
	if (changed.length === 0) return <p className="note">各项口径照旧，只更正文号或者理由。</p>;
	return (
		<div className="scroll">
			<table className="plain-table" aria-label="改动">
				<thead>
					<tr>
						<th>口径</th>
						<th>施行中</th>
						<th>新版本</th>
					</tr>
				</thead>
				<tbody>
					{changed.map(field => {
						const [before, after] = [sayField(field, base), sayField(field, policy)];
						return (
							<tr key={field}>
								<td>
									{fieldWords(field).number} {fieldWords(field).name}
								</td>
								<td>{before.name}</td>
								<td>
									<b>{after.name}</b>
									<small className="sub">{after.meaning}</small>
								</td>
							</tr>
						);
					})}
				</tbody>
			</table>
		</div>
	);
}

const columns: [key: Exclude<keyof ClockMoves, 'clock'>, name: string][] = [
	['total', '所涉计时'],
	['open', '其中未办结'],
	['later', '到期推迟'],
	['earlier', '到期提前'],
	['uncounted', '不再计入'],
	['counted', '新计入'],
	['status', '状态改变'],
];

function ByClock({ rows }: { rows: ClockMoves[] }) {
	return (
		<div className="scroll">
			<table className="plain-table wide" aria-label="按时限">
				<thead>
					<tr>
						<th>时限（单位：次计时）</th>
						{columns.map(([key, name]) => (
							<th key={key} className="number">
								{name}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map(row => (
						<tr key={row.clock}>
							<td>{clockName(row.clock) ?? '其他时限'}</td>
							{columns.map(([key]) => (
								<td key={key} className="number">
									{count(row[key])}
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

/** Every field of the draft, unchanged. */
function Carried({ draft }: { draft: Draft }) {
	return [...Object.entries(draft.shown), ['since', String(draft.since)] as const].map(([name, value]) => (
		<input key={name} type="hidden" name={name} value={value} />
	));
}

function retroactiveWords(effective: string): string {
	return `确认追溯施行：施行日期${longDay(effective)}早于今日，此后再查询自该日起的数字，可能与已经公布、报告的不同；已冻结的报告和按当时所知的查询不变。`;
}
