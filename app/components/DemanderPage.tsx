import { type IndicatorCode, indicators } from '#analytics/law/indicators.ts';
import { linkTo } from '#app/asked.ts';
import type { DemanderData } from '#app/loaders/demander.server.ts';
import { DemanderLists } from './DemanderLists.tsx';
import { type DemanderColumn, DemanderTable } from './DemanderTable.tsx';
import { Exports } from './Exports.tsx';
import { IndicatorFilters } from './IndicatorFilters.tsx';
import { IndicatorValue } from './IndicatorValue.tsx';
import { narrowedTo } from './links.ts';
import { Page, Panel } from './Page.tsx';

type Props = {
	data: DemanderData;
	title: string;
	lead: string;
	/** The address of the page. */
	path: string;
	/** Indicators at a glance, all bodies together. */
	sums: IndicatorCode[];
	/** The table is ordered by this one, the lowest first. */
	by: IndicatorCode;
	columns: DemanderColumn[];
};

/** What demanders do with shared data: at a glance, body by body, and what is amiss; every figure opens its rows. */
export function DemanderPage({ data, title, lead, path, sums, by, columns }: Props) {
	const [all] = data.lines.filter(({ department }) => department === null);
	const file = linkTo(data, '/indicators.csv', { dimension: data.dimension, ...narrowedTo(data.filters) });
	return (
		<Page title={title} lead={lead} data={data} aside={<Exports file={file} />}>
			<IndicatorFilters data={data} path={path} />
			{all === undefined ? null : (
				<section className="headline sums" aria-label="全部部门">
					{sums.map(code => (
						<p key={code}>
							<span title={indicators[code].definition}>{indicators[code].zh}</span>
							<IndicatorValue data={data} line={all} code={code} />
						</p>
					))}
				</section>
			)}
			<Panel title="逐部门" note={`按${indicators[by].zh}从低到高；没有数值的列在最后并注明原因。`}>
				<DemanderTable data={data} by={by} columns={columns} />
			</Panel>
			<DemanderLists data={data} />
			<Panel title="各指标口径">
				<dl className="definitions">
					{data.codes.map(code => (
						<div key={code}>
							<dt>{indicators[code].zh}</dt>
							<dd>
								{indicators[code].definition}（依据：{indicators[code].article}）
							</dd>
						</div>
					))}
				</dl>
			</Panel>
			<p className="definition">口径：{data.definition}</p>
		</Page>
	);
}
