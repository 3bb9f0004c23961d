import { Link } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import type { QualityData } from '#app/loaders/quality.server.ts';
import { count, longDay, percent } from '#app/words/format.ts';
import { decimal, noneReasons, outcomeWords } from '#app/words/indicators.ts';
import { checkOutcomes, dimensionWords, ruleWords, unscored } from '#app/words/quality.ts';
import { DepartmentName } from './DepartmentName.tsx';
import { unitRows } from './links.ts';
import { Nothing } from './Page.tsx';

/** Lines of a panel; the whole list is a click away. */
const MOST = 12;

const shown = ['failed', 'errored', 'skipped', 'passed'] as const;

/** Rules by the outcome of their checks; every count opens its checks. What counts for nothing is one line at the end. */
export function RuleTable({ data }: { data: QualityData }) {
	const told = data.rules.filter(row => row.unread < row.checks);
	const unread = data.rules.reduce((sum, row) => sum + row.unread, 0);
	if (data.rules.length === 0) return <Nothing>本期没有检查。</Nothing>;
	return (
		<>
			<div className="scroll">
				<table className="plain-table named">
					<thead>
						<tr>
							<th>规则</th>
							{shown.map(outcome => (
								<th key={outcome} className="number">
									{checkOutcomes[outcome]?.sign} {checkOutcomes[outcome]?.name}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{told.slice(0, MOST).map(row => (
							<tr key={`${row.rule_set} ${row.rule}`}>
								<td>
									{ruleWords(row)}
									<small className="sub">{dimensionWords(row.dimension)}</small>
								</td>
								{shown.map(outcome => (
									<td key={outcome} className="number">
										<Outcome data={data} rule={row.rule} outcome={outcome} value={row[outcome]} />
									</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
			</div>
			{unread === 0 ? null : (
				<p className="note">
					另有
					<Link to={linkTo(data, '/quality/checks', { outcome: ['no_rule_set', 'no_dimension', 'unreadable'] })}>
						{count(unread)}条检查不计分
					</Link>
					：所用规则集未登记、维度不明或者检查数读不懂。
				</p>
			)}
		</>
	);
}

type Counted = { data: QualityData; rule: string | null; outcome: string; value: number };

function Outcome({ data, rule, outcome, value }: Counted) {
	if (value === 0 || rule === null) return count(value);
	return <Link to={linkTo(data, '/quality/checks', { rule, outcome })}>{count(value)}</Link>;
}

/** The items with the lowest scores; each opens its checks. */
export function LowestItems({ data }: { data: QualityData }) {
	if (data.items.length === 0) return <Nothing>本期没有报送质量评估。</Nothing>;
	return (
		<div className="scroll">
			<table className="plain-table named">
				<thead>
					<tr>
						<th>目录项</th>
						<th>评估日</th>
						<th className="number">得分</th>
					</tr>
				</thead>
				<tbody>
					{data.items.map(row => (
						<tr key={row.catalogue}>
							<td>
								<Link to={linkTo(data, '/quality/checks', { catalogue: row.catalogue })}>
									{row.catalogue_title ?? row.catalogue}
								</Link>
								<small className="sub">{row.department_name}</small>
							</td>
							<td>{longDay(row.told_on)}</td>
							<td className="number">{row.score === null ? (unscored[row.state] ?? '—') : decimal(row.score, 2)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

/** 数据更新及时率 by body, the lowest first; each opens its days. */
export function RefreshTable({ data }: { data: QualityData }) {
	if (data.refreshes.length === 0) return <Nothing>本期没有应更新的目录项。</Nothing>;
	return (
		<div className="scroll">
			<table className="plain-table named">
				<thead>
					<tr>
						<th>部门</th>
						<th className="number">应更新（批）</th>
						<th className="number">按期（批）</th>
						<th className="number">更新及时率</th>
					</tr>
				</thead>
				<tbody>
					{data.refreshes.slice(0, MOST).map(row => (
						<tr key={row.department}>
							<td>
								<DepartmentName data={data} code={row.department ?? ''} name={row.department_name ?? ''} />
							</td>
							<td className="number">{count(row.den ?? 0)}</td>
							<td className="number">{count(row.num)}</td>
							<td className="number">
								<Link to={unitRows(data, 'Q2', row.department)}>
									{row.value === null ? (noneReasons[row.reason ?? ''] ?? '—') : percent(row.num, row.den ?? 0)}
								</Link>
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

/** Corrections that came back; each opens its case. */
export function CameBack({ data }: { data: QualityData }) {
	if (data.back.length === 0) return <Nothing>本期反馈的校核没有复发。</Nothing>;
	return (
		<div className="scroll">
			<table className="plain-table named">
				<thead>
					<tr>
						<th>校核申请</th>
						<th>目录项</th>
						<th>首次反馈</th>
						<th>情形</th>
					</tr>
				</thead>
				<tbody>
					{data.back.map(row => (
						<tr key={row.case_id}>
							<td>
								<Link className="case-id" to={linkTo(data, `/cases/${encodeURIComponent(row.case_id ?? '')}`)}>
									{row.case_id}
								</Link>
								<small className="sub">{row.department_name}</small>
							</td>
							<td>{row.catalogue_title ?? row.catalogue ?? row.service ?? '—'}</td>
							<td>{longDay(row.on_day)}</td>
							<td>{outcomeWords(row.outcome)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
