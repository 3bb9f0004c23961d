import { Link } from '@remix-run/react';
import { qualityDimensions } from '#analytics/law/rule-sets.ts';
import { linkTo } from '#app/asked.ts';
import { Chart } from '#app/charts/Chart.tsx';
import { type DimensionRow, heightOf, qualityByDimension, worstFirst } from '#app/charts/qualityByDimension.ts';
import type { QualityData } from '#app/loaders/quality.server.ts';
import { decimal } from '#app/words/indicators.ts';
import { dimensionWords } from '#app/words/quality.ts';
import { Nothing } from './Page.tsx';

/** Bodies × dimensions as a picture and as a table, every cell opening its checks. */
export function QualityHeat({ data, svg }: { data: QualityData; svg: string }) {
	if (data.dimensions.length === 0) return <Nothing>本期没有报送质量评估。</Nothing>;
	return (
		<Chart
			label="各部门六个维度的数据质量得分"
			option={qualityByDimension(data.dimensions, row => checksOf(data, row))}
			svg={svg}
			height={heightOf(data.dimensions)}
		>
			<table className="plain-table named">
				<thead>
					<tr>
						<th>部门</th>
						{qualityDimensions.map(dimension => (
							<th key={dimension} className="number">
								{dimensionWords(dimension)}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{worstFirst(data.dimensions).map(code => (
						<Body key={code} data={data} rows={data.dimensions.filter(row => row.department === code)} />
					))}
				</tbody>
			</table>
		</Chart>
	);
}

function Body({ data, rows }: { data: QualityData; rows: DimensionRow[] }) {
	return (
		<tr>
			<td>{rows[0]?.department_name}</td>
			{qualityDimensions.map(dimension => {
				const row = rows.find(one => one.dimension === dimension);
				return (
					<td key={dimension} className="number">
						{row ? <Link to={checksOf(data, row)}>{row.score === null ? '—' : decimal(row.score, 1)}</Link> : '—'}
					</td>
				);
			})}
		</tr>
	);
}

/** The checks behind a cell. */
export function checksOf(data: Pick<QualityData, 'given'>, { department, dimension }: DimensionRow): string {
	return linkTo(data, '/quality/checks', { department, dimension });
}
