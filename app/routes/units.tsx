import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { indicators } from '#analytics/law/indicators.ts';
import { linkTo } from '#app/asked.ts';
import { Exports } from '#app/components/Exports.tsx';
import { Nothing, Page, Panel } from '#app/components/Page.tsx';
import { Pager } from '#app/components/Pager.tsx';
import { UnitFilters } from '#app/components/UnitFilters.tsx';
import { UnitTable } from '#app/components/UnitTable.tsx';
import { readUnitFilters, unitsData } from '#app/loaders/indicators.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { count } from '#app/words/format.ts';
import { decimal, valueWords } from '#app/words/indicators.ts';

export const meta: MetaFunction = () => [{ title: '指标清单·数督' }];

export const loader = page('figures', async ({ viewer, asked, context, query }) => {
	const filters = readUnitFilters(query);
	const data = await unitsData(viewer, asked, context, filters);
	const {
		indicators: indicator,
		departments: department,
		kinds: kind,
		regions: region,
		catalogues: catalogue,
	} = filters;
	const narrowed = { indicator, department, kind, region, catalogue, outcome: filters.outcomes };
	return { ...data, file: linkTo(asked, '/units.csv', narrowed) };
});

export default function Units() {
	const data = useLoaderData<typeof loader>();
	const [code, more] = data.filters.indicators ?? [];
	const one = code !== undefined && more === undefined ? code : null;
	const words = (value: number) => (Number.isInteger(value) ? count(value) : decimal(value, 2));
	return (
		<Page
			title={one === null ? '指标清单' : `${indicators[one].zh}：逐项清单`}
			lead="指标数值就是下列各项的分子之和÷分母之和；事项可点开查看计时说明。"
			data={data}
			aside={<Exports file={data.file} />}
		>
			<Panel title={one === null ? '清单' : `${indicators[one].zh}：${valueWords(one, data)}`}>
				<p className="note">
					共{count(data.total)}项
					{one === null
						? null
						: `，分子之和${words(data.num)}${data.den === null ? '' : `，分母之和${words(data.den)}`}`}
				</p>
				<UnitFilters data={data} />
				{data.total === 0 ? <Nothing>本期没有符合条件的事项。</Nothing> : <UnitTable data={data} />}
				<Pager page={data.filters.page} size={data.filters.size} total={data.total} />
			</Panel>
			<p className="definition">
				口径：{one === null ? data.definition : `${indicators[one].definition}（依据：${indicators[one].article}）`}
			</p>
		</Page>
	);
}
