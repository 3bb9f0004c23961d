import { Link } from '@remix-run/react';
import { Table, type TableColumnsType } from 'antd';
import { isPulled } from '#analytics/ledger/sources.ts';
import { linkTo } from '#app/asked.ts';
import type { SourceLine, SourcesData } from '#app/loaders/sources.server.ts';
import { dayStates } from '#app/words/coverage.ts';
import { ago, count, longDay, longInstant } from '#app/words/format.ts';
import { circuits } from '#app/words/sources.ts';
import { connectKinds } from '#app/words/zh.ts';
import { Figure } from './Figure.tsx';

const stateOrder = ['complete', 'short', 'silent', 'unchecked'] as const;

/** Sign, word and colour of a standing. */
const standings = {
	reporting: { sign: '✓', name: '按日报送', colour: 'met' },
	unchecked: { sign: '○', name: '未报送对账日报', colour: 'untimed' },
	silent: { sign: '▲', name: '未按日报送', colour: 'overdue' },
	own: { sign: '–', name: '本系统录入', colour: 'untimed' },
};

/** The platforms, those that need a look first. */
export function SourceTable({ data, now }: { data: SourcesData; now: number }) {
	return (
		<Table
			className="grid"
			columns={columnsOf(data, now)}
			dataSource={data.sources}
			rowKey="code"
			pagination={false}
			size="middle"
			scroll={{ x: 1330 }}
		/>
	);
}

function columnsOf(data: SourcesData, now: number): TableColumnsType<SourceLine> {
	return [
		{
			title: '来源',
			key: 'name',
			width: 220,
			render: (_, row) => <Name row={row} />,
		},
		{ title: '报送状态', key: 'standing', width: 180, render: (_, row) => <Standing row={row} data={data} /> },
		{ title: '本期对账（平台日）', key: 'days', width: 160, render: (_, row) => <Days row={row} data={data} /> },
		{ title: '事件数', key: 'events', className: 'number', width: 100, render: (_, row) => count(row.events) },
		{ title: '最近事件', key: 'last', width: 170, render: (_, row) => longInstant(row.last_occurred_at) },
		{
			title: '最近接收',
			key: 'received',
			width: 190,
			render: (_, row) => <When at={row.last_received_at} now={now} />,
		},
		{ title: '采集', key: 'pull', width: 230, render: (_, row) => <Pull row={row} now={now} /> },
		{
			title: '拒收',
			key: 'rejects',
			className: 'number',
			width: 80,
			render: (_, row) => (
				<Figure value={row.rejects} to={linkTo(data, '/rejects', { source: row.code })} name={`${row.name}拒收`} />
			),
		},
	];
}

function Name({ row }: { row: SourceLine }) {
	return (
		<>
			{row.standing === 'own' ? row.name : <Link to={`/sources/${row.code}`}>{row.name}</Link>}
			{row.standing === 'own' ? null : (
				<small className="sub">
					{row.code}　{connectKinds[row.kind]}
					{row.paused ? '　已暂停' : ''}
				</small>
			)}
		</>
	);
}

function Standing({ row, data }: { row: SourceLine; data: SourcesData }) {
	const { sign, name, colour } = standings[row.standing];
	const since = data.coverage.silent.find(one => one.code === row.code)?.since;
	return (
		<>
			<span className="status" data-status={colour}>
				<span aria-hidden="true">{sign}</span>
				{name}
			</span>
			{since ? <small className="sub">自{longDay(since)}起</small> : null}
			{row.last_heartbeat_on ? <small className="sub">日报至{longDay(row.last_heartbeat_on)}</small> : null}
		</>
	);
}

/** Days of the span by state, each opening its list. */
function Days({ row, data }: { row: SourceLine; data: SourcesData }) {
	if (row.days === null) return <>—</>;
	const told = stateOrder.filter(state => (row.days?.[state] ?? 0) > 0);
	const calendar = <Link to={linkTo(data, `/coverage/${row.code}`)}>报送日历</Link>;
	return [
		...told.map(state => (
			<small className="sub" key={state}>
				<span aria-hidden="true">{dayStates[state].sign}</span> {dayStates[state].name}
				<Figure
					value={row.days?.[state] ?? 0}
					unit="日"
					to={linkTo(data, '/coverage', { source: row.code, state })}
					name={`${row.name}${dayStates[state].name}`}
				/>
			</small>
		)),
		<small className="sub" key="calendar">
			{calendar}
		</small>,
	];
}

function When({ at, now }: { at: number | null; now: number }) {
	if (at === null) return <>—</>;
	return (
		<>
			{longInstant(at)}
			<small className="sub">{ago(now - at)}</small>
		</>
	);
}

function Pull({ row, now }: { row: SourceLine; now: number }) {
	if (!isPulled(row)) return <>不适用</>;
	if (row.last_run_at === null) return <>尚未采集</>;
	return (
		<>
			{row.last_ok_at === null ? '尚未成功' : `${ago(now - row.last_ok_at)}成功`}
			{row.last_error ? (
				<small className="sub wrong">
					▲ {row.circuit ? circuits[row.circuit].name : ''}，连续失败{row.failures}次：{row.last_error}
				</small>
			) : null}
		</>
	);
}
