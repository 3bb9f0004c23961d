import { Link } from '@remix-run/react';
import { Table, type TableColumnsType } from 'antd';
import type { HTMLAttributes, ReactNode } from 'react';
import { linkTo } from '#app/asked.ts';
import type { Sort } from '#app/filters.ts';
import type { Framed } from '#app/loaders/frame.server.ts';
import type { Matter } from '#app/loaders/matters.server.ts';
import { late, lateHours } from '#app/words/format.ts';
import { borneWords, jurisdictions } from '#app/words/organisations.ts';
import { sharingNames, unheardSince } from '#app/words/zh.ts';
import { ClockName } from './ClockName.tsx';
import { DepartmentName } from './DepartmentName.tsx';
import { Status } from './Status.tsx';

type Props = {
	data: Framed;
	rows: Matter[];
	/** Addresses of the list in another order, and its order now; absent: the list has one order. */
	order?: Order;
	/** Columns that would say the same on every line. */
	without?: ('ended' | 'department')[];
};
type Order = { sort: Sort; descending: boolean; link: (sort: Sort) => string };

const WIDTHS = {
	case: 178,
	department: 150,
	counterparty: 140,
	clock: 150,
	status: 128,
	started: 108,
	due: 112,
	ended: 108,
	late: 124,
};

/** Matters, one a line, on a telephone one a card; every case number opens its case. */
export function MatterTable({ data, rows, order, without = [] }: Props) {
	const columns = columnsOf(data, order, without.includes('department')).filter(
		column => !without.some(key => key === column.key),
	);
	return (
		<Table
			className="grid cards"
			columns={columns}
			dataSource={rows}
			rowKey={row => [row.case_id, row.owed_by_code, row.clock, row.sharing, row.round, row.line].join('|')}
			pagination={false}
			size="middle"
			scroll={{ x: columns.reduce((sum, column) => sum + Number(column.width), 0) }}
		/>
	);
}

/** `nameless`: what the department's column would say of a change of hands stands beside the days. */
function columnsOf(data: Framed, order: Order | undefined, nameless: boolean): TableColumnsType<Matter> {
	const column = (
		key: keyof typeof WIDTHS,
		name: string,
		cell: (row: Matter) => ReactNode,
		sort?: Sort,
		className?: string,
	) => ({
		key,
		title: sort && order ? <Head name={name} sort={sort} order={order} /> : name,
		width: WIDTHS[key],
		render: (_: unknown, row: Matter) => cell(row),
		className,
		onCell: () => ({ 'data-head': name }) as HTMLAttributes<HTMLElement>,
	});
	const department = (row: Matter) => <Owner data={data} row={row} />;
	return [
		column('case', '事项编号', row => <CaseLink data={data} row={row} />, 'case_id'),
		column('department', '责任部门', department, 'department'),
		column('counterparty', '申请方', row => row.counterparty_name ?? '—'),
		column('clock', '时限', row => <Clock row={row} />, 'clock'),
		column('status', '状态', row => <Standing row={row} />),
		column('started', '起算日', row => row.started_on, 'started_on', 'day'),
		column('due', '到期日', row => <Due row={row} />, 'due_on', 'day'),
		column('ended', '办结日', row => row.ended_on ?? '—', undefined, 'day'),
		column('late', '逾期／剩余', row => <Days row={row} nameless={nameless} />, 'days_late', 'number'),
	];
}

function Head({ name, sort, order }: { name: string; sort: Sort; order: Order }) {
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

function Owner({ data, row }: { data: Framed; row: Matter }) {
	return (
		<>
			<DepartmentName data={data} code={row.owner} name={row.owner_name} />
			<Borne row={row} />
			{row.jurisdiction === 'here' ? null : <small className="sub">{jurisdictions[row.jurisdiction]?.name}</small>}
		</>
	);
}

function Borne({ row }: { row: Matter }) {
	return borneWords(row).map(words => (
		<small key={words} className="sub">
			{words}
		</small>
	));
}

function Clock({ row }: { row: Matter }) {
	return (
		<>
			<ClockName clock={row.clock} />
			{row.clock === 'delivery' && row.sharing ? <small className="sub">{sharingNames[row.sharing]}</small> : null}
		</>
	);
}

function Standing({ row }: { row: Matter }) {
	return (
		<>
			<Status status={row.status} />
			{row.unheard ? <small className="sub">{unheardSince(row.heard_on)}</small> : null}
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

function Days({ row, nameless }: { row: Matter; nameless: boolean }) {
	return (
		<>
			<Reach row={row} />
			{nameless ? <Borne row={row} /> : null}
		</>
	);
}

/** How late, or how long yet. */
function Reach({ row }: { row: Matter }) {
	if (row.hours_late !== null) return <span className="late-days">逾期{lateHours(row.hours_late)}</span>;
	if (row.days_late !== null) return <span className="late-days">逾期{late(row.days_late)}</span>;
	if (row.days_left === null) return <>—</>;
	return <>{row.days_left === 0 ? '当日到期' : `剩余${row.days_left}个工作日`}</>;
}
