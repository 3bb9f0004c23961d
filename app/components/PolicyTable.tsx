import type { Policy } from '#analytics/law/policy.ts';
import type { PoliciesData } from '#app/loaders/policies.server.ts';
import { longDay } from '#app/words/format.ts';
import { fieldWords, policyFields, sayField } from '#app/words/policies.ts';
import type { Entry, OptionWords, PolicyField } from '#app/words/policy-entry.ts';
import { clockWords } from '#app/words/zh.ts';

/** Every reading of the version in force, one a line: the question, its answer, the other answers, the law behind them. */
export function PolicyTable({ data }: { data: PoliciesData }) {
	return (
		<div className="scroll">
			<table className="plain-table wide policies" aria-label="现行口径">
				<thead>
					<tr>
						<th>编号</th>
						<th>问题</th>
						<th>现行</th>
						<th>其他选项</th>
						<th>条文与依据</th>
						<th>施行</th>
					</tr>
				</thead>
				<tbody>
					{policyFields.map(field => (
						<FieldRow key={field} data={data} field={field} />
					))}
				</tbody>
			</table>
		</div>
	);
}

function FieldRow({ data, field }: { data: PoliciesData; field: PolicyField }) {
	const entry = fieldWords(field);
	const policy = data.versions[data.at]?.policy;
	const since = data.versions[data.since[field]]?.policy;
	if (policy === undefined || since === undefined) return null;
	return (
		<tr data-field={field}>
			<td data-head="编号">{entry.number ?? '—'}</td>
			<td data-head="问题">
				<b>{entry.name}</b>
				<small className="sub">{entry.question}</small>
				<small className="sub">{reachOf(entry)}</small>
			</td>
			<td data-head="现行">
				<Told option={sayField(field, policy)} />
				{entry.only ? <small className="sub">{entry.only}</small> : null}
			</td>
			<td data-head="其他选项">
				<Others field={field} policy={policy} />
			</td>
			<td data-head="条文与依据">
				{entry.article}
				<small className="sub">{entry.ground}</small>
			</td>
			<td data-head="施行">
				<span className="day">自{longDay(since.effective)}</span>
				<small className="sub">{since.document ?? '系统缺省口径'}</small>
			</td>
		</tr>
	);
}

function Told({ option }: { option: OptionWords }) {
	return (
		<>
			<b>{option.name}</b>
			<small className="sub">{option.meaning}</small>
		</>
	);
}

/** The readings that are not in force. */
function Others({ field, policy }: { field: PolicyField; policy: Policy }) {
	const entry = fieldWords(field);
	if (entry.kind === 'days') {
		return (
			<>
				{entry.least}至{entry.most}个工作日
			</>
		);
	}
	if (entry.kind !== 'choice') {
		const set = sayField(field, policy) !== entry.none;
		const other = { name: entry.kind === 'hour' ? '设定时刻' : '设定承诺的工作日数', meaning: entry.meaning };
		return set ? <Told option={entry.none} /> : <Told option={other} />;
	}
	const others = Object.entries(entry.options).filter(([value]) => value !== policy[field]);
	return (
		<ul className="options">
			{others.map(([value, option]) => (
				<li key={value}>
					<Told option={option} />
				</li>
			))}
		</ul>
	);
}

function reachOf({ clocks }: Entry): string {
	if (clocks.length === 0) return '不影响计时';
	return `涉及：${clocks.map(clock => clockWords(clock)?.short).join('、')}`;
}
