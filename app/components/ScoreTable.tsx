import { Link } from '@remix-run/react';
import { Table, type TableColumnsType } from 'antd';
import type { HTMLAttributes, ReactNode } from 'react';
import { linkTo } from '#app/asked.ts';
import type { Base } from '#app/loaders/comparison.server.ts';
import type { Score, ScoresData } from '#app/loaders/scores.server.ts';
import { count } from '#app/words/format.ts';
import { decimal } from '#app/words/indicators.ts';
import { factNames, gradeNames, onlyWords, rankStep, unrankedScores } from '#app/words/scores.ts';
import { departmentKinds } from '#app/words/zh.ts';
import { CoverageMark } from './CoverageMark.tsx';

/** One table of scores. A body never leaves it: without a rank it says why; a score opens its sheet. */
export function ScoreTable({ data }: { data: ScoresData }) {
	const columns = columnsOf(data);
	return (
		<Table
			className="grid cards"
			columns={columns}
			dataSource={data.scores}
			rowKey="department"
			pagination={false}
			size="middle"
			scroll={{ x: columns.reduce((sum, column) => sum + Number(column.width), 0) }}
		/>
	);
}

function columnsOf(data: ScoresData): TableColumnsType<Score> {
	const column = (name: string, width: number, cell: (row: Score) => ReactNode, className?: string) => ({
		key: name,
		title: name,
		width,
		render: (_: unknown, row: Score) => cell(row),
		className,
		onCell: () => ({ 'data-head': name }) as HTMLAttributes<HTMLElement>,
	});
	const composite = [
		column('扣分', 90, row => (row.deducted === 0 ? '—' : decimal(row.deducted, 2)), 'number'),
		column('加分', 90, row => (row.added === 0 ? '—' : decimal(row.added, 2)), 'number'),
		column('等次', 120, row => <Grade row={row} />),
	];
	return [
		column(
			'名次',
			150,
			row =>
				row.rank === null ? <small>{unrankedScores[row.unranked ?? 'no_obligations']}</small> : <b>{row.rank}</b>,
			'rank',
		),
		...(data.bases.previous === null ? [] : [column(stepHead(data.bases.previous), 150, row => <Step row={row} />)]),
		column('部门', 220, row => <Name data={data} row={row} />),
		column('得分', 120, row => <Points data={data} row={row} />, 'number'),
		...(data.board === 'composite' ? composite : []),
		column('参评权重', 130, row => `${decimal(row.weight_scored, 0)}/${decimal(row.weight, 0)}`, 'number'),
		column('说明', 240, row => <Notes row={row} />),
	];
}

/** The previous period, and whether the rules or the organisation changed since. */
function stepHead({ adjustments }: Base): string {
	return adjustments.length === 0 ? '较上期' : '较上期（口径调整）';
}

/** Places gained or lost in words; a body that had no rank says why. */
function Step({ row: { rank, before } }: { row: Score }) {
	if (rank === null) return '—';
	if (before === null) return <small>上期不在表中</small>;
	if (before.rank === null) return <small>上期{unrankedScores[before.unranked ?? 'no_obligations']}</small>;
	return (
		<>
			{rankStep(before.rank, rank)}
			<small className="sub">上期第{before.rank}名</small>
		</>
	);
}

function Name({ data, row }: { data: ScoresData; row: Score }) {
	return (
		<>
			<Link to={linkTo(data, `/scores/${row.department}`)}>{row.department_name}</Link>
			{row.level === 'department' ? null : <small className="sub">{departmentKinds[row.level]}</small>}
		</>
	);
}

function Points({ data, row }: { data: ScoresData; row: Score }) {
	if (row.score === null) return <span className="rate none">—</span>;
	return (
		<Link className="rate" to={linkTo(data, `/scores/${row.department}`)} aria-label={`${row.department_name}的评分表`}>
			<b>{decimal(row.score, 2)}</b>
		</Link>
	);
}

function Grade({ row }: { row: Score }) {
	if (row.grade === null) return '—';
	return (
		<>
			{gradeNames[row.grade]}
			{row.vetoes.length === 0 ? null : (
				<small className="sub">一票否决：{row.vetoes.map(each => factNames[each]).join('、')}</small>
			)}
		</>
	);
}

function Notes({ row }: { row: Score }) {
	return (
		<>
			{row.score === null ? null : <CoverageMark body={row} />}
			{row.only === null ? null : <small className="sub">{onlyWords(row.only)}</small>}
			{row.unreported === 0 ? null : <small className="sub">有{count(row.unreported)}项未报送</small>}
		</>
	);
}
