import { Link } from '@remix-run/react';
import { type IndicatorCode, indicators } from '#analytics/law/indicators.ts';
import { linkTo } from '#app/asked.ts';
import type { RestatedFigure, RestatementsData } from '#app/loaders/restatements.server.ts';
import { count } from '#app/words/format.ts';
import { valueWords } from '#app/words/indicators.ts';
import { differenceWords } from '#app/words/points.ts';

/** Every figure that moved, before and after, and how many units moved it; each opens the list of them. */
export function RestatedFigures({ data }: { data: RestatementsData }) {
	return (
		<div className="scroll">
			<table className="plain-table wide">
				<thead>
					<tr>
						<th>指标</th>
						<th>部门</th>
						<th className="number">此前</th>
						<th className="number">此后</th>
						<th className="number">差</th>
						<th className="number">变动单位</th>
					</tr>
				</thead>
				<tbody>
					{data.figures.map(row => (
						<tr key={`${row.indicator} ${row.department}`}>
							<td>{indicators[row.indicator as IndicatorCode].zh}</td>
							<td>{row.department_name ?? '全部部门'}</td>
							<td className="number">
								<Value row={row} num={row.num_before} den={row.den_before} />
							</td>
							<td className="number">
								<Value row={row} num={row.num_after} den={row.den_after} />
							</td>
							<td className="number">{differenceOf(row)}</td>
							<td className="number">
								<Units data={data} row={row} />
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function Value({ row, num, den }: { row: RestatedFigure; num: number; den: number | null }) {
	const code = row.indicator as IndicatorCode;
	const parts = indicators[code].kind === 'count' ? null : `${count(num)}/${count(den ?? 0)}`;
	return (
		<>
			{valueWords(code, { num, den })}
			{parts === null ? null : <small className="sub">{parts}</small>}
		</>
	);
}

function Units({ data, row }: { data: RestatementsData; row: RestatedFigure }) {
	const { appeared, vanished, changed } = row;
	const parts = [
		appeared > 0 ? `新增${count(appeared)}` : null,
		vanished > 0 ? `移出${count(vanished)}` : null,
		changed > 0 ? `变化${count(changed)}` : null,
	];
	const to = linkTo(data, '/restatements', {
		before: data.before_given,
		indicator: row.indicator,
		department: row.department ?? data.departments,
	});
	return (
		<>
			<Link className="figure" to={`${to}#units`}>
				{count(appeared + vanished + changed)}
			</Link>
			<small className="sub">{parts.filter(Boolean).join('、')}</small>
		</>
	);
}

function differenceOf(row: RestatedFigure): string {
	const code = row.indicator as IndicatorCode;
	const words = differenceWords(code, row.value_before, row.value_after);
	if (words !== null) return words;
	if (row.value_after !== null) return '此前没有数值';
	return row.value_before === null ? '—' : '此后没有数值';
}
