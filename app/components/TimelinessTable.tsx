import { Table, type TableColumnsType } from 'antd';
import { linkTo } from '#app/asked.ts';
import type { TimelinessData } from '#app/loaders/timeliness.server.ts';
import { statuses } from '#app/words/zh.ts';
import { DepartmentName } from './DepartmentName.tsx';
import { Figure } from './Figure.tsx';
import { statusRows } from './links.ts';
import { Status } from './Status.tsx';

type Row = TimelinessData['rows'][number];
type Sums = Pick<Row, (typeof keys)[number]>;
const keys = ['met', 'late', 'overdue', 'running', 'paused', 'untimed', 'excluded'] as const;
const every = Object.keys(statuses);

/** Departments × statuses under one clock, with the sum of each column; every number opens its rows. */
export function TimelinessTable({ data }: { data: TimelinessData }) {
	return (
		<Table
			className="grid"
			columns={columnsOf(data)}
			dataSource={data.rows}
			rowKey="department"
			pagination={false}
			size="middle"
			scroll={{ x: 1102 }}
			summary={rows => <Sum data={data} rows={rows} />}
		/>
	);
}

function columnsOf(data: TimelinessData): TableColumnsType<Row> {
	return [
		{
			title: '部门',
			key: 'department',
			width: 200,
			render: (_, row) => <DepartmentName data={data} code={row.department} name={row.department_name} />,
		},
		...keys.map(key => ({
			title: <Status status={key} />,
			key,
			className: 'number',
			width: 116,
			render: (_: unknown, row: Row) => (
				<Figure
					value={row[key]}
					to={statusRows(data, data.clock, key, row.department)}
					name={`${row.department_name}${statuses[key]?.name ?? ''}`}
				/>
			),
		})),
		{
			title: '合计',
			key: 'total',
			className: 'number',
			width: 90,
			render: (_, row) => (
				<Figure value={row.total} to={allRows(data, row.department)} name={`${row.department_name}合计`} />
			),
		},
	];
}

function Sum({ data, rows }: { data: TimelinessData; rows: readonly Row[] }) {
	// Where the viewer sees one department, its list may hold more than what it owes: the sum opens that department's rows.
	const only = rows.length === 1 ? rows[0]?.department : undefined;
	const sum = (key: keyof Sums | 'total') => rows.reduce((all, row) => all + row[key], 0);
	return (
		<Table.Summary.Row className="sum">
			<Table.Summary.Cell index={0}>合计</Table.Summary.Cell>
			{keys.map((key, at) => (
				<Table.Summary.Cell key={key} index={at + 1} className="number">
					<Figure
						value={sum(key)}
						to={statusRows(data, data.clock, key, only)}
						name={`各部门${statuses[key]?.name ?? ''}`}
					/>
				</Table.Summary.Cell>
			))}
			<Table.Summary.Cell index={keys.length + 1} className="number">
				<Figure value={sum('total')} to={allRows(data, only)} name="各部门合计" />
			</Table.Summary.Cell>
		</Table.Summary.Row>
	);
}

/** Everything, what is not counted included. */
function allRows(data: TimelinessData, department?: string): string {
	return linkTo(data, '/matters', { clock: data.clock, status: every, department });
}
