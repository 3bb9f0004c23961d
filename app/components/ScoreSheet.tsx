import { Link } from '@remix-run/react';
import { Table, type TableColumnsType } from 'antd';
import type { HTMLAttributes, ReactNode } from 'react';
import { type IndicatorCode, indicators } from '#analytics/law/indicators.ts';
import type { ScoreData, ScoreLine } from '#app/loaders/scores.server.ts';
import { count } from '#app/words/format.ts';
import { decimal, dimensionNames, limitWords, valueWords } from '#app/words/indicators.ts';
import { unscoredReasons } from '#app/words/scores.ts';
import { unitIntervalWords } from '#app/words/signals.ts';
import { IntervalHint } from './IntervalHint.tsx';
import { unitRows } from './links.ts';

/** Every step of a role table for one body, so that it can be recomputed with a pocket calculator. */
export function ScoreSheet({ data, board }: { data: ScoreData; board: string }) {
	const columns = columnsOf(data);
	return (
		<Table
			className="grid cards"
			columns={columns}
			dataSource={data.lines.filter(line => line.board === board)}
			rowKey="indicator"
			pagination={false}
			size="middle"
			scroll={{ x: columns.reduce((sum, column) => sum + Number(column.width), 0) }}
		/>
	);
}

const codeOf = (line: ScoreLine) => line.indicator as IndicatorCode;

function columnsOf(data: ScoreData): TableColumnsType<ScoreLine> {
	const column = (name: string, width: number, cell: (line: ScoreLine) => ReactNode, className?: string) => ({
		key: name,
		title: name,
		width,
		render: (_: unknown, line: ScoreLine) => cell(line),
		className,
		onCell: () => ({ 'data-head': name }) as HTMLAttributes<HTMLElement>,
	});
	return [
		column('指标', 200, line => <What line={line} />),
		column('数值', 150, line => <Value data={data} line={line} />, 'number'),
		column('满分值', 90, line => limitWords(codeOf(line), line.full_at), 'number'),
		column('零分值', 90, line => limitWords(codeOf(line), line.zero_at), 'number'),
		column('得分率', 100, line => (line.points === null ? '—' : decimal(line.points, 4)), 'number'),
		column('方案权重', 90, line => decimal(line.weight, 2), 'number'),
		column('计分权重', 100, line => (line.used === null ? '—' : decimal(line.used, 4)), 'number'),
		column('得分', 100, line => (line.brings === null ? '—' : decimal(line.brings, 4)), 'number'),
	];
}

function What({ line }: { line: ScoreLine }) {
	return (
		<>
			{indicators[codeOf(line)].zh}
			<small className="sub">{dimensionNames[line.dimension]}</small>
		</>
	);
}

/** How sure a share of units is that each count once: minutes and calls are no sample. */
function Interval({ line: { kind, num, den, units } }: { line: ScoreLine }) {
	if (kind !== 'rate' || num === null || den === null || !Number.isInteger(num) || den > units) return null;
	const words = unitIntervalWords(num, den);
	return words === null ? null : <IntervalHint words={words} />;
}

function Value({ data, line }: { data: ScoreData; line: ScoreLine }) {
	const code = codeOf(line);
	const value = { num: line.num ?? 0, den: line.den };
	return (
		<>
			{line.units === 0 ? (
				'—'
			) : (
				<Link className="rate" to={unitRows(data, code, data.department)} aria-label={`${indicators[code].zh}的清单`}>
					<b>{valueWords(code, value)}</b>
					{line.den === null ? null : (
						<small className="sub">
							{Number.isInteger(line.num) ? count(line.num ?? 0) : decimal(line.num ?? 0, 2)}/{count(line.den)}
						</small>
					)}
				</Link>
			)}
			<Interval line={line} />
			{line.reason === null ? null : <small className="sub">{unscoredReasons[line.reason]}，不计分</small>}
			{line.excused > 0 ? <small className="sub">已剔除有正当理由的{count(line.excused)}件</small> : null}
		</>
	);
}
