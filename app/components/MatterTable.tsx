import { Link } from '@remix-run/react';
import { Table, type TableColumnsType } from 'antd';
import { linkTo } from '#app/asked.ts';
import type { Sort } from '#app/filters.ts';
import type { Framed } from '#app/loaders/frame.server.ts';
import type { Matter } from '#app/loaders/matters.server.ts';
import { late } from '#app/words/format.ts';
import { clockWords, sharingNames } from '#app/words/zh.ts';
import { Status } from './Status.tsx';

type Props = { data: Framed; rows: Matter[]; sortLink?: (sort: Sort) => string };

/** Matters, one a line; every case number opens its case. */
export function MatterTable({ data, rows, sortLink }: Props) {
	const head = (name: string, sort: Sort) =>
		sortLink ? (
			<Link to={sortLink(sort)} className="sort" title={`按${name}排序`}>
				{name}
			</Link>
		) : (
			name
		);
	const columns: TableColumnsType<Matter> = [
		{
			title: head('事项编号', 'case_id'),
			key: 'case',
			render: (_, row) => <CaseLink data={data} row={row} />,
			width: 210,
		},
		{
			title: head('责任部门', 'department'),
			key: 'department',
			render: (_, row) => <DepartmentLink data={data} row={row} />,
			width: 150,
		},
		{ title: '申请方', key: 'counterparty', render: (_, row) => row.counterparty_name ?? '—', width: 140 },
		{ title: head('时限', 'clock'), key: 'clock', render: (_, row) => <Clock row={row} />, width: 150 },
		{ title: '状态', key: 'status', render: (_, row) => <Status status={row.status} />, width: 110 },
		{ title: head('起算日', 'started_on'), dataIndex: 'started_on', className: 'day', width: 108 },
		{
			title: head('到期日', 'due_on'),
			key: 'due',
			render: (_, row) => <Due row={row} />,
			className: 'day',
			width: 120,
		},
		{ title: '办结日', key: 'ended', render: (_, row) => row.ended_on ?? '—', className: 'day', width: 108 },
		{
			title: head('逾期／剩余', 'days_late'),
			key: 'late',
			render: (_, row) => <Days row={row} />,
			className: 'number',
			width: 130,
		},
	];
	return (
		<Table
			className="grid"
			columns={columns}
			dataSource={rows}
			rowKey={row => [row.case_id, row.department, row.clock, row.sharing].join('|')}
			pagination={false}
			size="middle"
			scroll={{ x: 1226 }}
		/>
	);
}

function CaseLink({ data, row }: { data: Framed; row: Matter }) {
	return (
		<>
			<Link className="case-id" to={linkTo(data, `/cases/${encodeURIComponent(row.case_id)}`)}>
				{row.case_id}
			</Link>
			{row.lines > 1 ? <small className="sub">{row.lines}行</small> : null}
			{row.catalogue_title ? <small className="sub">{row.catalogue_title}</small> : null}
		</>
	);
}

function DepartmentLink({ data, row }: { data: Framed; row: Matter }) {
	return <Link to={linkTo(data, `/departments/${encodeURIComponent(row.department)}`)}>{row.department_name}</Link>;
}

function Clock({ row }: { row: Matter }) {
	const words = clockWords(row.clock);
	return (
		<>
			{words?.name ?? '其他时限'}
			{words?.local ? <small className="sub">非法定时限</small> : null}
			{row.clock === 'delivery' && row.sharing ? <small className="sub">{sharingNames[row.sharing]}</small> : null}
		</>
	);
}

function Due({ row }: { row: Matter }) {
	return (
		<>
			{row.due_on ?? '—'}
			{row.provisional ? <small className="sub">暂定</small> : null}
			{row.extended > 0 ? <small className="sub">延期{row.extended}个工作日</small> : null}
		</>
	);
}

function Days({ row }: { row: Matter }) {
	if (row.days_late !== null) return <span className="late-days">逾期{late(row.days_late)}</span>;
	if (row.days_left === null) return <>—</>;
	return <>{row.days_left === 0 ? '今日到期' : `剩余${row.days_left}个工作日`}</>;
}
