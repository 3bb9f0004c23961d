import { Link } from '@remix-run/react';
import { Table, type TableColumnsType } from 'antd';
import type { HTMLAttributes, ReactNode } from 'react';
import type { DeskData, DeskRow } from '#app/loaders/desk.server.ts';
import { supervisionWords } from '#app/words/desk.ts';
import { late, lateHours } from '#app/words/format.ts';
import { jurisdictions, UNSETTLED } from '#app/words/organisations.ts';
import { unheardSince } from '#app/words/zh.ts';
import { ClockName } from './ClockName.tsx';
import { DepartmentName } from './DepartmentName.tsx';
import { deskLink } from './DeskQueues.tsx';
import { Status } from './Status.tsx';

type Props = {
	data: DeskData;
	chosen: readonly string[];
	/** Chooses a case for what is done about several at once; null: nothing can be done. */
	toggle: ((caseId: string) => void) | null;
};

/** The 件 of a queue, one a line, on a telephone one a card; a line opens its case beside the list. */
export function DeskTable(props: Props) {
	const { data } = props;
	const columns = columnsOf(props);
	return (
		<Table
			className="grid cards"
			columns={columns}
			dataSource={data.rows}
			rowKey={row => [row.case_id, row.department, row.clock, row.sharing, row.round, row.line].join('|')}
			rowClassName={row => (row.case_id === data.question.case ? 'at-hand' : '')}
			onRow={row => ({ 'data-case': row.case_id }) as HTMLAttributes<HTMLElement>}
			pagination={false}
			size="middle"
			scroll={{ x: columns.reduce((sum, column) => sum + Number(column.width), 0) }}
		/>
	);
}

function columnsOf({ data, chosen, toggle }: Props): TableColumnsType<DeskRow> {
	const column = (key: string, name: string, width: number, cell: (row: DeskRow) => ReactNode, className?: string) => ({
		key,
		title: name,
		width,
		render: (_: unknown, row: DeskRow) => cell(row),
		className,
		onCell: () => ({ 'data-head': name }) as HTMLAttributes<HTMLElement>,
	});
	const pick = (row: DeskRow) => <Pick row={row} chosen={chosen.includes(row.case_id)} toggle={toggle} />;
	const picks = toggle !== null && data.rows.some(row => row.status === 'overdue');
	const owner = (row: DeskRow) => <Owner data={data} row={row} />;
	const ownerAndClock = (row: DeskRow) => (
		<>
			{owner(row)}
			<small className="sub">
				<ClockName clock={row.clock} />
			</small>
		</>
	);
	const supervision = (row: DeskRow) => <small>{row.status === 'overdue' ? supervisionWords(row) : '—'}</small>;
	const first = [
		...(picks ? [column('pick', '选', 44, pick)] : []),
		column('case', '事项编号', 178, row => <CaseLink data={data} row={row} />),
	];
	const last = [
		column('due', '到期日', 120, row => <Due row={row} />, 'day'),
		column('status', '状态', 128, row => <Standing row={row} />),
		column('supervision', '催办', 150, supervision),
	];
	// Beside an open case there is room for half of it: the clock stands below its department.
	return data.brief === null
		? [...first, column('department', '责任部门', 150, owner), column('clock', '时限', 130, clock), ...last]
		: [
				...first,
				column('department', '责任部门', 150, ownerAndClock),
				...last.filter(({ key }) => key !== 'supervision'),
			];
}

function clock(row: DeskRow) {
	return <ClockName clock={row.clock} />;
}

function Pick({ row, chosen, toggle }: { row: DeskRow; chosen: boolean; toggle: Props['toggle'] }) {
	if (row.status !== 'overdue' || row.ours) return null;
	return (
		<input
			type="checkbox"
			name="case"
			value={row.case_id}
			checked={chosen}
			onChange={() => toggle?.(row.case_id)}
			aria-label={`选中${row.case_id}`}
		/>
	);
}

function CaseLink({ data, row }: { data: DeskData; row: DeskRow }) {
	return (
		<>
			<Link className="case-id" to={deskLink(data, { case: row.case_id })} preventScrollReset>
				{row.case_id}
			</Link>
			{row.lines > 1 ? <small className="sub">{row.lines}行</small> : null}
			{row.catalogue_title ? <small className="sub">{row.catalogue_title}</small> : null}
		</>
	);
}

function Owner({ data, row }: { data: DeskData; row: DeskRow }) {
	return (
		<>
			<DepartmentName data={data} code={row.department} name={row.department_name} />
			{row.unsettled ? <small className="sub">{UNSETTLED}</small> : null}
			{row.jurisdiction === 'here' ? null : <small className="sub">{jurisdictions[row.jurisdiction]?.name}</small>}
		</>
	);
}

function Due({ row }: { row: DeskRow }) {
	return (
		<>
			{row.due_on ?? '—'}
			{row.provisional ? <small className="sub">暂定</small> : null}
			{row.days_left === null || row.days_left === 0 ? null : (
				<small className="sub">剩余{row.days_left}个工作日</small>
			)}
			{row.hours_late !== null ? <small className="sub late-days">逾期{lateHours(row.hours_late)}</small> : null}
			{row.hours_late === null && row.days_late !== null ? (
				<small className="sub late-days">逾期{late(row.days_late)}</small>
			) : null}
		</>
	);
}

function Standing({ row }: { row: DeskRow }) {
	return (
		<>
			<Status status={row.status} />
			{row.unheard ? <small className="sub">{unheardSince(row.heard_on)}</small> : null}
			{row.pleaded_on === null ? null : <small className="sub">部门已说明正当理由，待认定</small>}
		</>
	);
}
