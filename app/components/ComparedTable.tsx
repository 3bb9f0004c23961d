import { Link } from '@remix-run/react';
import { type IndicatorCode, indicators } from '#analytics/law/indicators.ts';
import type { Base } from '#app/loaders/comparison.server.ts';
import type { DepartmentData } from '#app/loaders/departments.server.ts';
import { valueWords } from '#app/words/indicators.ts';
import { differenceWords } from '#app/words/points.ts';
import { courseOf } from './links.ts';

/** A department's statutory rates beside those of the previous period and of the same period last year. */
export function ComparedTable({ data }: { data: DepartmentData }) {
	const { previous, year_before: before } = data.bases;
	const rows = data.compared.filter(row => row.department !== null);
	return (
		<div className="scroll">
			<table className="plain-table">
				<thead>
					<tr>
						<th>指标</th>
						<th className="number">本期</th>
						<th className="number">环比{markOf(previous)}</th>
						<th className="number">同比{markOf(before)}</th>
					</tr>
				</thead>
				<tbody>
					{rows.map(row => (
						<tr key={row.indicator}>
							<td>
								{indicators[row.indicator as IndicatorCode].zh}
								<small className="sub">
									<Link to={courseOf(data, row.indicator, data.department.code)}>走势</Link>
								</small>
							</td>
							<td className="number">{valueWords(row.indicator as IndicatorCode, row)}</td>
							<td className="number">{differenceOf(row.indicator, row.previous, row.value, previous)}</td>
							<td className="number">{differenceOf(row.indicator, row.year_before, row.value, before)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function markOf(base: Base | null): string {
	return base !== null && base.adjustments.length > 0 ? '（口径调整）' : '';
}

function differenceOf(indicator: string, before: number | null, now: number | null, base: Base | null): string {
	if (base === null || now === null) return '—';
	return differenceWords(indicator as IndicatorCode, before, now) ?? '基期没有数值';
}
