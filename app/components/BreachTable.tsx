import { Link } from '@remix-run/react';
import { Table, type TableColumnsType } from 'antd';
import type { HTMLAttributes, ReactNode } from 'react';
import { linkTo } from '#app/asked.ts';
import type { Breach, BreachesData } from '#app/loaders/breaches.server.ts';
import { answerOf, conditionOf, groundsOf } from '#app/words/breaches.ts';
import { longDay } from '#app/words/format.ts';
import { itemArticles, itemNames } from '#app/words/items.ts';
import { jurisdictionNotes } from '#app/words/jurisdiction.ts';
import { DepartmentName } from './DepartmentName.tsx';

/** The leads, one a line, on a telephone one a card; each opens its case. */
export function BreachTable({ data }: { data: BreachesData }) {
	const columns = columnsOf(data);
	return (
		<Table
			className="grid cards"
			columns={columns}
			dataSource={data.breaches}
			rowKey={row =>
				[row.item, row.case_id, row.department, row.clock, row.sharing, row.round, row.line, row.event_id].join('|')
			}
			pagination={false}
			size="middle"
			scroll={{ x: columns.reduce((sum, column) => sum + Number(column.width), 0) }}
		/>
	);
}

function columnsOf(data: BreachesData): TableColumnsType<Breach> {
	const column = (name: string, width: number, cell: (row: Breach) => ReactNode, className?: string) => ({
		key: name,
		title: name,
		width,
		render: (_: unknown, row: Breach) => cell(row),
		className,
		onCell: () => ({ 'data-head': name }) as HTMLAttributes<HTMLElement>,
	});
	return [
		column('事项', 190, row => <What data={data} row={row} />),
		column('部门', 160, row => <Who data={data} row={row} />),
		column('可能违反', 180, row => <Item row={row} />),
		column('依据', 360, row => <Grounds row={row} />),
		column('自何日起', 116, row => row.since, 'day'),
		column('认定', 116, row => <Answer row={row} />),
	];
}

function What({ data, row }: { data: BreachesData; row: Breach }) {
	const title = row.catalogue_title ?? row.catalogue;
	return (
		<>
			{row.case_id === null ? (
				(title ?? '登记的问题线索')
			) : (
				<Link className="case-id" to={linkTo(data, `/cases/${encodeURIComponent(row.case_id)}`)}>
					{row.case_id}
				</Link>
			)}
			{row.case_id !== null && title ? <small className="sub">{title}</small> : null}
			{row.line ? <small className="sub">第{row.line}行</small> : null}
			{row.event_id ? <small className="sub">事件编号：{row.event_id}</small> : null}
		</>
	);
}

function Who({ data, row }: { data: BreachesData; row: Breach }) {
	const note = jurisdictionNotes[row.jurisdiction];
	return (
		<>
			<DepartmentName data={data} code={row.department} name={row.department_name} />
			{row.held_by === row.department ? null : <small className="sub">现由{row.held_by_name}承接</small>}
			{note ? <small className="sub">{note}</small> : null}
		</>
	);
}

function Item({ row }: { row: Breach }) {
	return (
		<>
			{itemArticles[row.item]}
			<small className="sub">{itemNames[row.item]}</small>
		</>
	);
}

function Grounds({ row }: { row: Breach }) {
	const condition = conditionOf(row.item, row.late);
	return (
		<>
			{groundsOf(row).map(ground => (
				<p key={ground} className="ground">
					{ground}
				</p>
			))}
			{condition === null ? null : <small className="sub">{condition}</small>}
		</>
	);
}

function Answer({ row }: { row: Breach }) {
	return (
		<>
			<span className="answer" data-answer={row.decision ?? 'pending'}>
				{answerOf(row)}
			</span>
			{row.decided_on === null ? null : <small className="sub">{longDay(row.decided_on)}</small>}
		</>
	);
}
