import { Link } from '@remix-run/react';
import { Table, type TableColumnsType } from 'antd';
import { linkTo } from '#app/asked.ts';
import type { Sort } from '#app/filters.ts';
import type { Framed } from '#app/loaders/frame.server.ts';
import type { Matter } from '#app/loaders/matters.server.ts';
import { late } from '#app/words/format.ts';
import { clockWords, sharingNames } from '#app/words/zh.ts';
import { DepartmentName } from './DepartmentName.tsx';
import { Status } from './Status.tsx';

type Props = {
	data: Framed;
	rows: Matter[];
	/** Addresses of the list in another order, and its order now; absent: the list has one order. */
	order?: Order;
	/** Nothing of the list is done: there is no day of completion to show. */
	open?: boolean;
};
type Order = { sort: Sort; descending: boolean; link: (sort: Sort) => string };

/** Matters, one a line; every case number opens its case. */
export function MatterTable({ data, rows, order, open = false }: Props) {
	const columns = columnsOf(data, order);
	return (
		<Table
			className="grid"
			columns={open ? columns.filter(column => column.key !== 'ended') : columns}
			dataSource={rows}
			rowKey={row => [row.case_id, row.department, row.clock, row.sharing].join('|')}
			pagination={false}
			size="middle"
			scroll={{ x: open ? 1060 : 1168 }}
		/>
	);
}

function columnsOf(data: Framed, order: Order | undefined): TableColumnsType<Matter> {
	const head = (name: string, sort: Sort) => <Head name={name} sort={sort} order={order} />;
	const name = (row: Matter) => <DepartmentName data={data} code={row.department} name={row.department_name} />;
	return [
		{
			key: 'case',
			title: head('事项编号', 'case_id'),
			render: (_, row) => <CaseLink data={data} row={row} />,
			width: 178,
		},
		{ key: 'department', title: head('责任部门', 'department'), render: (_, row) => name(row), width: 150 },
		{ key: 'counterparty', title: '申请方', render: (_, row) => row.counterparty_name ?? '—', width: 140 },
		{ key: 'clock', title: head('时限', 'clock'), render: (_, row) => <Clock row={row} />, width: 150 },
		{ key: 'status', title: '状态', render: (_, row) => <Status status={row.status} />, width: 98 },
		{ key: 'started', title: head('起算日', 'started_on'), dataIndex: 'started_on', className: 'day', width: 108 },
		{
			key: 'due',
			title: head('到期日', 'due_on'),
			render: (_, row) => <Due row={row} />,
			className: 'day',
			width: 112,
		},
		{ key: 'ended', title: '办结日', render: (_, row) => row.ended_on ?? '—', className: 'day', width: 108 },
		{
			key: 'late',
			title: head('逾期／剩余', 'days_late'),
			render: (_, row) => <Days row={row} />,
			className: 'number',
			width: 124,
		},
	];
}

function Head({ name, sort, order }: { name: string; sort: Sort; order: Order | undefined }) {
	if (!order) return <>{name}</>;
	const sorted = order.sort === sort;
	const direction = sorted ? (order.descending ? 'desc' : 'asc') : undefined;
	return (
		<Link
			to={order.link(sort)}
			className="sort"
			title={`按${name}排序`}
			aria-current={sorted || undefined}
			data-order={direction}
		>
			{name}
		</Link>
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
	return <>{row.days_left === 0 ? '当日到期' : `剩余${row.days_left}个工作日`}</>;
}
