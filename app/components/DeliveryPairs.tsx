import { Form, Link } from '@remix-run/react';
import { Button } from 'antd';
import { linkTo } from '#app/asked.ts';
import type { ReconciliationData } from '#app/loaders/reconciliation.server.ts';
import { count, longDay } from '#app/words/format.ts';
import { gapKinds } from '#app/words/platforms.ts';
import { Nothing, Panel } from './Page.tsx';
import { Pager } from './Pager.tsx';

const kinds = Object.keys(gapKinds) as ('unconfirmed' | 'accepted_only' | 'used_only')[];

/** Deliveries that one side reports and the other does not: by department, then line by line. */
export function DeliveryPairs({ data }: { data: ReconciliationData }) {
	const chosen = data.gaps.find(({ department }) => department === data.department)?.department_name;
	const what = data.kind === null ? '明细' : (gapKinds[data.kind]?.name ?? '明细');
	return (
		<>
			<Panel title="按提供部门" note={`确认期限${data.days}个工作日。点击数字看明细。`}>
				<Within data={data} />
				{data.gaps.length === 0 ? <Nothing>提供与接收都相符。</Nothing> : <Gaps data={data} />}
			</Panel>
			{data.gaps.length === 0 ? null : (
				<Panel title={chosen ? `${what}：${chosen}` : what} note="时间最久的在前。">
					{data.kind !== null || data.department !== null ? (
						<p className="more">
							<Link to={linkTo(data, '/reconciliation', { tab: 'deliveries', days: data.days })}>查看全部</Link>
						</p>
					) : null}
					<Lines data={data} />
					<Pager page={data.page} size={data.size} total={data.total} />
				</Panel>
			)}
		</>
	);
}

function Within({ data }: { data: ReconciliationData }) {
	return (
		<Form method="get" className="filters" key={data.days}>
			{Object.entries(data.given).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			<input type="hidden" name="tab" value="deliveries" />
			<label className="field">
				<span className="field-name">确认期限（工作日）</span>
				<input name="days" type="number" min={0} max={250} defaultValue={data.days} className="native" />
			</label>
			<span className="filter-ways">
				<Button htmlType="submit">查看</Button>
			</span>
		</Form>
	);
}

function Gaps({ data }: { data: ReconciliationData }) {
	const to = (department: string | null, kind: string | null) =>
		linkTo(data, '/reconciliation', { tab: 'deliveries', days: data.days, department, kind });
	return (
		<div className="scroll gaps">
			<table className="plain-table wide">
				<thead>
					<tr>
						<th>提供部门</th>
						{kinds.map(kind => (
							<th key={kind} className="number" title={gapKinds[kind]?.meaning}>
								{gapKinds[kind]?.name}
							</th>
						))}
						<th className="number">合计</th>
					</tr>
				</thead>
				<tbody>
					<tr className="sum">
						<td>合计</td>
						{kinds.map(kind => (
							<td key={kind} className="number">
								<Link to={to(null, kind)}>{count(sumOf(data, kind))}</Link>
							</td>
						))}
						<td className="number">{count(sumOf(data, 'total'))}</td>
					</tr>
					{data.gaps.map(gap => (
						<tr key={gap.department}>
							<td>{gap.department_name ?? '未写明'}</td>
							{kinds.map(kind => (
								<td key={kind} className="number">
									{gap[kind] === 0 || gap.department === null ? (
										count(gap[kind])
									) : (
										<Link to={to(gap.department, kind)}>{count(gap[kind])}</Link>
									)}
								</td>
							))}
							<td className="number">
								{gap.department === null ? (
									count(gap.total)
								) : (
									<Link to={to(gap.department, null)}>{count(gap.total)}</Link>
								)}
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function sumOf({ gaps }: ReconciliationData, kind: (typeof kinds)[number] | 'total'): number {
	return gaps.reduce((sum, gap) => sum + gap[kind], 0);
}

function Lines({ data }: { data: ReconciliationData }) {
	return (
		<div className="scroll">
			<table className="plain-table wide">
				<thead>
					<tr>
						<th>事项编号</th>
						<th>出入</th>
						<th>提供方、需求方</th>
						<th>目录项</th>
						<th>自</th>
						<th className="number">已过工作日</th>
					</tr>
				</thead>
				<tbody>
					{data.deliveries.map(row => (
						<tr key={[row.kind, row.case_id, row.line].join('|')}>
							<td>
								<Link to={linkTo(data, `/cases/${encodeURIComponent(row.case_id)}`)} className="case-id">
									{row.case_id}
								</Link>
								{row.line ? <small className="sub">第{row.line}行</small> : null}
							</td>
							<td>{gapKinds[row.kind]?.name}</td>
							<td>
								{row.department_name ?? '未写明'}
								<small className="sub">需求方：{row.counterparty_name ?? '未写明'}</small>
							</td>
							<td>{row.catalogue_title ?? row.catalogue ?? '—'}</td>
							<td>{longDay(row.since_on)}</td>
							<td className="number">{count(row.days)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
