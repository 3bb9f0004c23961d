import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { indicators } from '#analytics/law/indicators.ts';
import { linkTo } from '#app/asked.ts';
import { ComparisonNote } from '#app/components/ComparisonNote.tsx';
import { Exports } from '#app/components/Exports.tsx';
import { IndicatorFilters } from '#app/components/IndicatorFilters.tsx';
import { IndicatorTable } from '#app/components/IndicatorTable.tsx';
import { courseOf, narrowedTo } from '#app/components/links.ts';
import { Page, Panel } from '#app/components/Page.tsx';
import { indicatorsData, readDimension, readIndicatorFilters } from '#app/loaders/indicators.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { attributionNames, dimensionNames } from '#app/words/indicators.ts';

export const meta: MetaFunction = () => [{ title: '指标总表·数督' }];

export const loader = page('figures', ({ viewer, asked, context, query }) =>
	indicatorsData(
		viewer,
		asked,
		context,
		readDimension(query.get('dimension')),
		readIndicatorFilters(query),
		query.get('compared') === 'yes',
	),
);

export default function Indicators() {
	const data = useLoaderData<typeof loader>();
	const { dimension, compared } = data;
	const kept = { dimension, ...(compared === null ? {} : { compared: 'yes' }) };
	return (
		<Page
			title="指标总表"
			lead="条例第三十八条第二款各方面的全部指标，逐部门列示；点击数字查看逐项清单。"
			data={data}
			aside={
				<>
					<Link
						to={linkTo(data, '/indicators', {
							...{ dimension, ...narrowedTo(data.filters) },
							compared: compared === null ? 'yes' : null,
						})}
					>
						{compared === null ? '与上期、上年同期比较' : '不作比较'}
					</Link>
					<Exports file={linkTo(data, '/indicators.csv', { dimension, ...narrowedTo(data.filters) })} />
				</>
			}
		>
			<nav className="tabs" aria-label="方面">
				{Object.entries(dimensionNames).map(([one, name]) => (
					<Link
						key={one}
						to={linkTo(data, '/indicators', { ...kept, dimension: one, ...narrowedTo(data.filters) })}
						aria-current={one === dimension ? 'page' : undefined}
					>
						{name}
					</Link>
				))}
			</nav>
			<IndicatorFilters data={data} path="/indicators" kept={kept} />
			{compared === null ? null : (
				<>
					<ComparisonNote bases={compared.bases} />
					<p className="note">标＊的，其间有口径调整，前后不完全可比。</p>
				</>
			)}
			<IndicatorTable data={data} />
			<Panel title="各指标口径">
				<dl className="definitions">
					{data.codes.map(code => (
						<div key={code}>
							<dt>
								{indicators[code].zh}
								<small className="sub">
									{attributionNames[indicators[code].attribution]}
									{indicators[code].statutory ? '，法定时限' : '，非法定'}
								</small>
							</dt>
							<dd>
								{indicators[code].definition}（依据：{indicators[code].article}）
								<Link to={courseOf(data, code, null)}>走势</Link>
							</dd>
						</div>
					))}
				</dl>
			</Panel>
			<p className="definition">口径：{data.definition}</p>
		</Page>
	);
}
