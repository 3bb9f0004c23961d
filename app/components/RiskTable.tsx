import { Link } from '@remix-run/react';
import { Table, type TableColumnsType } from 'antd';
import type { HTMLAttributes, ReactNode } from 'react';
import { linkTo } from '#app/asked.ts';
import type { Framed } from '#app/loaders/frame.server.ts';
import type { Risk } from '#app/loaders/risk.server.ts';
import { groundOf, likelihood, sureness } from '#app/words/risk.ts';
import { ClockName } from './ClockName.tsx';
import { DepartmentName } from './DepartmentName.tsx';

type Risks = Framed & { risks: Risk[] };

/** The 件 under way, on a telephone one a card: how likely each is to become overdue, and what says so. */
export function RiskTable({ data }: { data: Risks }) {
	const columns = columnsOf(data);
	return (
		<Table
			className="grid cards"
			columns={columns}
			dataSource={data.risks}
			rowKey={row => [row.case_id, row.department, row.clock, row.sharing, row.round, row.line].join('|')}
			pagination={false}
			size="middle"
			scroll={{ x: columns.reduce((sum, column) => sum + Number(column.width), 0) }}
		/>
	);
}

function columnsOf(data: Risks): TableColumnsType<Risk> {
	const column = (name: string, width: number, cell: (row: Risk) => ReactNode, className?: string) => ({
		key: name,
		title: name,
		width,
		render: (_: unknown, row: Risk) => cell(row),
		className,
		onCell: () => ({ 'data-head': name }) as HTMLAttributes<HTMLElement>,
	});
	return [
		column('事项编号', 178, row => <Case data={data} row={row} />),
		column('责任部门', 160, row => <DepartmentName data={data} code={row.department} name={row.department_name} />),
		column('申请方', 140, row => row.counterparty_name ?? '—'),
		column('时限', 130, row => <ClockName clock={row.clock} />),
		column('到期日', 112, row => <Due row={row} />, 'day'),
		column('已用／期限', 130, row => `${row.elapsed}／${row.allowed}个工作日`, 'number'),
		column('逾期可能性', 156, row => <Likelihood row={row} />, 'number'),
		column('依据', 196, row => <small>{groundOf(row)}</small>),
	];
}

function Case({ data, row }: { data: Risks; row: Risk }) {
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

function Due({ row }: { row: Risk }) {
	return (
		<>
			{row.due_on}
			<small className="sub">{row.days_left === 0 ? '当日到期' : `剩余${row.days_left}个工作日`}</small>
			{row.provisional ? <small className="sub">暂定</small> : null}
		</>
	);
}

function Likelihood({ row }: { row: Risk }) {
	if (row.probability === null) return <>—</>;
	return (
		<>
			<b>{likelihood(row.probability)}</b>
			<small className="sub">{sureness(row)}</small>
		</>
	);
}
