import { Link } from '@remix-run/react';
import { type IndicatorCode, indicators } from '#analytics/law/indicators.ts';
import { linkTo } from '#app/asked.ts';
import type { IndicatorFigure } from '#app/loaders/indicators.server.ts';
import { count } from '#app/words/format.ts';
import { attributionNames, noneReasons, valueWords } from '#app/words/indicators.ts';
import { courseOf, type Ground, unitRows } from './links.ts';

/** The authority's own indicators, each opening its list: it is answerable itself (第四十一条). */
export function OwnFigures({ data, figures }: { data: Ground; figures: IndicatorFigure[] }) {
	return (
		<div className="scroll">
			<table className="plain-table wide">
				<thead>
					<tr>
						<th>指标</th>
						<th className="number">数值</th>
						<th className="number">分子/分母</th>
						<th>口径</th>
					</tr>
				</thead>
				<tbody>
					{figures.map(figure => {
						const code = figure.indicator as IndicatorCode;
						const { zh, article, attribution, statutory, definition } = indicators[code];
						return (
							<tr key={code}>
								<td>
									{zh}
									<small className="sub">
										{attributionNames[attribution]}，{statutory ? '法定时限' : '非法定'}（{article}）
									</small>
									<small className="sub">
										<Link to={courseOf(data, code, null)} aria-label={`${zh}的走势`}>
											走势
										</Link>
									</small>
								</td>
								<td className="number">
									<Value data={data} code={code} figure={figure} />
								</td>
								<td className="number">{figure.den === null ? '—' : `${count(figure.num)}/${count(figure.den)}`}</td>
								<td>
									<small>{definition}</small>
								</td>
							</tr>
						);
					})}
				</tbody>
			</table>
		</div>
	);
}

function Value({ data, code, figure }: { data: Ground; code: IndicatorCode; figure: IndicatorFigure }) {
	const words =
		figure.reason === null
			? `${valueWords(code, figure)}${code === 'G6' ? '件' : ''}`
			: (noneReasons[figure.reason] ?? '—');
	if (figure.units === 0) return <span className="rate none">{words}</span>;
	const list = code === 'G7' ? linkTo(data, '/coverage', { owed: 'true' }) : unitRows(data, code, null);
	return (
		<Link className="figure" to={list} aria-label={`${indicators[code].zh}${words}，查看清单`}>
			{words}
		</Link>
	);
}
