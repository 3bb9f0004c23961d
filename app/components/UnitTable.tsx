import { Link } from '@remix-run/react';
import { Table, type TableColumnsType } from 'antd';
import type { HTMLAttributes, ReactNode } from 'react';
import { type IndicatorCode, indicators } from '#analytics/law/indicators.ts';
import { linkTo } from '#app/asked.ts';
import type { IndicatorUnit, UnitsData } from '#app/loaders/indicators.server.ts';
import { count } from '#app/words/format.ts';
import { decimal, outcomeWords, unitWords } from '#app/words/indicators.ts';
import { clockWords, sharingNames } from '#app/words/zh.ts';
import { CoverageMark } from './CoverageMark.tsx';
import { DepartmentName } from './DepartmentName.tsx';
import { Status } from './Status.tsx';

/** The units behind a figure, one a line, on a telephone one a card; a 件 opens its case. */
export function UnitTable({ data }: { data: UnitsData }) {
	const columns = columnsOf(data);
	return (
		<Table
			className="grid cards"
			columns={columns}
			dataSource={data.units.map((unit, key) => ({ ...unit, key }))}
			rowKey="key"
			pagination={false}
			size="middle"
			scroll={{ x: columns.reduce((sum, column) => sum + Number(column.width), 0) }}
		/>
	);
}

function columnsOf(data: UnitsData): TableColumnsType<IndicatorUnit> {
	const column = (name: string, width: number, cell: (row: IndicatorUnit) => ReactNode, className?: string) => ({
		key: name,
		title: name,
		width,
		render: (_: unknown, row: IndicatorUnit) => cell(row),
		className,
		onCell: () => ({ 'data-head': name }) as HTMLAttributes<HTMLElement>,
	});
	return [
		column('事项', 220, row => <What data={data} row={row} />),
		column('指标', 170, row => indicators[row.indicator as IndicatorCode].zh),
		column('部门', 170, row => <Body data={data} row={row} />),
		column('对方部门', 170, row => row.counterparty_name ?? '—'),
		column('归期日', 116, row => row.on_day, 'day'),
		column('情形', 150, row => <Outcome row={row} />),
		column('计数', 110, row => <Counted row={row} />, 'number'),
	];
}

function What({ data, row }: { data: UnitsData; row: IndicatorUnit }) {
	const title = row.catalogue_title ?? row.catalogue;
	return (
		<>
			{row.case_id === null ? (
				unitWords(row)
			) : (
				<Link className="case-id" to={linkTo(data, `/cases/${encodeURIComponent(row.case_id)}`)}>
					{row.case_id}
				</Link>
			)}
			{row.case_id !== null && title ? <small className="sub">{title}</small> : null}
			{row.service && row.service !== title ? <small className="sub">服务：{row.service}</small> : null}
			<Clock row={row} />
			{row.clock === null && row.case_id === null && row.event_id !== null ? (
				<small className="sub">事件编号：{row.event_id}</small>
			) : null}
		</>
	);
}

function Body({ data, row }: { data: UnitsData; row: IndicatorUnit }) {
	return (
		<>
			<DepartmentName data={data} code={row.department} name={row.department_name} />
			<CoverageMark body={row} />
		</>
	);
}

function Clock({ row }: { row: IndicatorUnit }) {
	const clock = clockWords(row.clock ?? '');
	if (clock === null) return null;
	return (
		<small className="sub">
			{clock.name}
			{clock.local ? '（非法定时限）' : ''}
			{row.sharing ? `，${sharingNames[row.sharing]}` : ''}
			{row.line ? `，第${row.line}行` : ''}
		</small>
	);
}

function Outcome({ row }: { row: IndicatorUnit }) {
	const words = outcomeWords(row.outcome);
	return (
		<>
			{words ?? (row.outcome === null ? '—' : <Status status={row.outcome} />)}
			{row.excused ? <small className="sub">已认定有正当理由</small> : null}
		</>
	);
}

/** What the unit adds to the figure: above and below the line. */
function Counted({ row }: { row: IndicatorUnit }) {
	const words = (value: number) => (Number.isInteger(value) ? count(value) : decimal(value, 2));
	return row.den === null ? words(row.num) : `${words(row.num)}/${words(row.den)}`;
}
