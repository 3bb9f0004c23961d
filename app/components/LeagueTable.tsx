import { Link } from '@remix-run/react';
import { Table, type TableColumnsType } from 'antd';
import { linkTo } from '#app/asked.ts';
import type { Cell, LeagueData, Standing } from '#app/loaders/league.server.ts';
import { longDay } from '#app/words/format.ts';
import { UNSETTLED } from '#app/words/organisations.ts';
import { intervalWords } from '#app/words/signals.ts';
import { clockWords, departmentClocks, unrankedReasons } from '#app/words/zh.ts';
import { CoverageMark } from './CoverageMark.tsx';
import { DepartmentName } from './DepartmentName.tsx';
import { Figure, Rate } from './Figure.tsx';
import { IntervalHint } from './IntervalHint.tsx';
import { overdueRows } from './links.ts';

/** Departments × indicators. A department never leaves the table: without a rank it says why. */
export function LeagueTable({ data }: { data: LeagueData }) {
	const columns: TableColumnsType<Standing> = [
		{
			title: '名次',
			key: 'rank',
			className: 'rank',
			width: 92,
			render: (_, { cells }) => <Rank cell={cells[data.by]} />,
		},
		{ title: '部门', key: 'department', width: 190, render: (_, row) => <Name data={data} row={row} /> },
		column(data, 'total', '合计'),
		...departmentClocks.map(clock => column(data, clock, clockWords(clock)?.short ?? clock)),
		{
			title: '超期未办',
			key: 'overdue',
			className: 'number',
			width: 96,
			render: (_, { department, department_name, cells }) => (
				<Figure
					value={cells.total?.overdue ?? 0}
					to={overdueRows(data, 'total', department)}
					name={`${department_name}超期未办`}
				/>
			),
		},
	];
	return (
		<Table
			className="grid league"
			columns={columns}
			dataSource={data.standings}
			rowKey="department"
			pagination={false}
			size="middle"
			scroll={{ x: 1134 }}
		/>
	);
}

function column(data: LeagueData, clock: string, name: string): TableColumnsType<Standing>[number] {
	const chosen = data.by === clock;
	return {
		key: clock,
		className: chosen ? 'number chosen' : 'number',
		width: 126,
		title: (
			<Link
				to={linkTo(data, '/league', { by: clock === 'total' ? null : clock })}
				className="sort"
				aria-current={chosen}
				title={`按${name}的名次排列`}
			>
				{name}
			</Link>
		),
		render: (_, row) => <Indicator data={data} row={row} clock={clock} cell={row.cells[clock]} />,
	};
}

/** Beside a rate there is room for a few words. */
const shortReasons: Record<string, string> = { too_few: '样本不足', not_ranked: '不排名' };

function Indicator({
	data,
	row,
	clock,
	cell,
}: {
	data: LeagueData;
	row: Standing;
	clock: string;
	cell: Cell | undefined;
}) {
	if (!cell || cell.due === 0) return <span className="rate none">—</span>;
	const note = cell.rank === null ? shortReasons[cell.unranked ?? ''] : `第${cell.rank}名`;
	return (
		<>
			<Rate
				data={data}
				clock={clock}
				department={row.department}
				name={`${row.department_name}${clock === 'total' ? '合计' : (clockWords(clock)?.name ?? '')}`}
				cell={cell}
				note={note}
			/>
			<IntervalHint words={intervalWords(cell.on_time, cell.due)} />
		</>
	);
}

function Rank({ cell }: { cell: Cell | undefined }) {
	if (cell?.rank != null) return <b>{cell.rank}</b>;
	return <small>{unrankedReasons[cell?.unranked ?? 'no_obligations']}</small>;
}

function Name({ data, row }: { data: LeagueData; row: Standing }) {
	return (
		<>
			<DepartmentName data={data} code={row.department} name={row.department_name} />
			{row.identified ? null : <small className="sub">未识别：代码尚未登记</small>}
			{row.valid_to === null ? null : <small className="sub">{longDay(row.valid_to)}止</small>}
			{row.cells.total?.unsettled ? (
				<small className="sub">
					{UNSETTLED}：{row.cells.total.unsettled}件
				</small>
			) : null}
			{row.cells.total?.due ? <CoverageMark body={row.reported} /> : null}
			{row.identified && !row.rankable ? <small className="sub">列示，不参加排名</small> : null}
		</>
	);
}
