import { Form, useNavigation } from '@remix-run/react';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { isPulled } from '#analytics/ledger/sources.ts';
import type { SourceData } from '#app/loaders/source.server.ts';
import type { ActAnswer } from '#app/sources/act.server.ts';
import { kinds } from '#app/sources/kinds.ts';
import { ago, count, longInstant } from '#app/words/format.ts';
import { circuits, cursorWords, duration, slowedWords, sourceActNames } from '#app/words/sources.ts';
import { Nothing } from './Page.tsx';

/** How a source is connected and where its pulls stand, in words. */
export function SourceState({ data }: { data: SourceData }) {
	const told: [string, ReactNode][] = [
		['代码', data.code],
		['接入方式', kinds[data.kind].name],
		['取自', data.place],
		['行政区划', data.region ?? '未填'],
		['转换规则', data.mapping ?? '本系统约定的事件格式'],
		['登记时间', longInstant(data.created_at)],
		['采集状态', <Standing key="standing" data={data} />],
		...pullWords(data),
	];
	return (
		<dl className="source-state">
			{told.map(([name, words]) =>
				words === null ? null : (
					<div key={name}>
						<dt>{name}</dt>
						<dd>{words}</dd>
					</div>
				),
			)}
		</dl>
	);
}

function pullWords({ pull, paused, now, behind }: SourceData): [string, ReactNode][] {
	if (!pull) return [];
	const next = pull.running ? '正在采集' : nextTime(pull.next_run_at, now);
	return [
		['读到何处', cursorWords(pull.cursor)],
		['距上次成功采集', pull.lag_ms === null ? '尚未成功' : ago(pull.lag_ms)],
		['下次采集', paused ? '已暂停' : next],
		['最近一次失败', pull.last_error],
		['采集放慢', slowedWords(behind)],
	];
}

function nextTime(at: number | null, now: number): string {
	if (at === null) return '—';
	return at <= now ? '即将开始' : `${duration(at - now)}后`;
}

function Standing({ data: { pull, paused } }: { data: SourceData }) {
	if (paused) return <>‖ 已暂停</>;
	if (!pull) return <>不需采集</>;
	const { sign, name, colour, meaning } = circuits[pull.circuit];
	return (
		<>
			<span className="status" data-status={colour}>
				<span aria-hidden="true">{sign}</span>
				{name}
			</span>
			<small className="sub">
				{pull.failures > 0 ? `连续失败${count(pull.failures)}次；` : ''}
				{meaning}
			</small>
		</>
	);
}

/** What an administrator may do to a source, and what the last act came to. */
export function SourceWays({ data, answer }: { data: SourceData; answer: ActAnswer | undefined }) {
	const busy = useNavigation().state !== 'idle';
	return (
		<div className="source-ways">
			{answer?.done ? <Alert type="success" showIcon title={answer.done} role="status" /> : null}
			{answer?.message ? <Alert type="error" showIcon title={answer.message} role="alert" /> : null}
			{answer?.token ? <Token token={answer.token} /> : null}
			<Form method="post" className="ways-line">
				{isPulled(data) ? (
					<>
						<Button htmlType="submit" name="intent" value="pull" disabled={busy || data.paused} type="primary">
							立即采集
						</Button>
						<Button htmlType="submit" name="intent" value={data.paused ? 'resume' : 'pause'} disabled={busy}>
							{data.paused ? '恢复采集' : '暂停采集'}
						</Button>
					</>
				) : null}
				{data.kind === 'push' ? (
					<Button htmlType="submit" name="intent" value="rotate" disabled={busy}>
						更换报送令牌
					</Button>
				) : null}
			</Form>
			{data.kind === 'push' ? <p className="note">更换后旧令牌即时失效，平台须改用新令牌。</p> : null}
		</div>
	);
}

/** A push token, shown this once. */
export function Token({ token }: { token: string }) {
	return (
		<div className="token" role="status">
			<p>报送令牌（仅显示这一次，请立即抄录并交给平台，勿经公开渠道传送）：</p>
			<code>{token}</code>
		</div>
	);
}

/** The run log: when, how long, how much, what went wrong. */
export function RunTable({ data }: { data: SourceData }) {
	if (data.runs.length === 0) return <Nothing>{data.pull ? '尚未采集。' : '这种接入方式没有采集记录。'}</Nothing>;
	return (
		<div className="scroll">
			<table className="plain-table wide runs">
				<thead>
					<tr>
						<th>开始</th>
						<th>用时</th>
						<th className="number">页</th>
						<th className="number">入账</th>
						<th className="number">重复</th>
						<th className="number">拒收</th>
						<th>结果</th>
					</tr>
				</thead>
				<tbody>
					{data.runs.map(run => (
						<tr key={`${run.startedAt}-${run.endedAt}`}>
							<td>
								{longInstant(run.startedAt)}
								{run.times > 1 ? (
									<small className="sub">
										至{longInstant(run.endedAt)}，{count(run.times)}次
									</small>
								) : null}
							</td>
							<td>{run.times > 1 ? '—' : duration(run.endedAt - run.startedAt)}</td>
							<td className="number">{count(run.pages)}</td>
							<td className="number">{count(run.accepted)}</td>
							<td className="number">{count(run.duplicates)}</td>
							<td className="number">{count(run.rejected)}</td>
							<td>
								{run.fault ? <span className="wrong">▲ {run.fault}</span> : run.accepted > 0 ? '✓ 完成' : '✓ 无新数据'}
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

/** Who did what to the source, the latest first. */
export function SourceActList({ data }: { data: SourceData }) {
	if (data.acts.length === 0) return <Nothing>没有记录。</Nothing>;
	return (
		<ul className="source-acts">
			{data.acts.map(({ at, account, act, detail }) => (
				<li key={`${at}-${act}`}>
					{longInstant(at)}　{account}　{sourceActNames[act]}
					{detail ? `：${detail}` : ''}
				</li>
			))}
		</ul>
	);
}
