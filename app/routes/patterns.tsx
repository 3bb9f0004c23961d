import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { Button } from 'antd';
import { patternCodes } from '#analytics/measures/patterns.ts';
import { linkTo } from '#app/asked.ts';
import { Exports } from '#app/components/Exports.tsx';
import { PickManyField } from '#app/components/fields.tsx';
import { Nothing, Page, Panel } from '#app/components/Page.tsx';
import { Pager } from '#app/components/Pager.tsx';
import { PatternCounts, PatternTable } from '#app/components/PatternTable.tsx';
import { page } from '#app/loaders/page.server.ts';
import { type PatternsData, patternsData, readPatterns } from '#app/loaders/patterns.server.ts';
import { patternWords } from '#app/words/patterns.ts';

export const meta: MetaFunction = () => [{ title: '规避迹象·数督' }];

export const loader = page('patterns', ({ viewer, asked, context, query }) =>
	patternsData(viewer, asked, context, readPatterns(query)),
);

export default function Patterns() {
	const data = useLoaderData<typeof loader>();
	const narrowed = { pattern: data.patterns, department: data.departments, search: data.search };
	return (
		<Page
			title="规避迹象"
			lead="可能规避时限或者考核的办理情形，只供核查，不计分；办理可能合法合理，须由人核实。"
			data={data}
			aside={<Exports file={linkTo(data, '/patterns.csv', narrowed)} />}
		>
			<Panel title="按情形" note="点击件数查看事项。">
				<PatternCounts data={data} />
			</Panel>
			<Panel title="事项" note="迹象发生日近的在前。">
				<Narrow data={data} />
				{data.cases.length === 0 ? <Nothing>没有符合条件的事项。</Nothing> : <PatternTable data={data} />}
				<Pager page={data.page} size={data.size} total={data.total} />
			</Panel>
			<p className="definition">口径：{data.definition}</p>
		</Page>
	);
}

function Narrow({ data }: { data: PatternsData }) {
	return (
		<Form method="get" className="filters" key={JSON.stringify([data.patterns, data.departments, data.search])}>
			{Object.entries(data.given).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			<PickManyField
				name="pattern"
				label="情形"
				values={data.patterns ?? []}
				choices={patternCodes.map(value => ({ value, name: patternWords[value].name }))}
			/>
			<PickManyField
				name="department"
				label="部门"
				values={data.departments ?? []}
				choices={data.choices.map(({ code, name }) => ({ value: code, name }))}
			/>
			<label className="field">
				<span className="field-name">事项编号</span>
				<input name="search" defaultValue={data.search ?? ''} className="native" />
			</label>
			<span className="filter-ways">
				<Button type="primary" htmlType="submit">
					筛选
				</Button>
				<Link to={linkTo(data, '/patterns')}>清除条件</Link>
			</span>
		</Form>
	);
}
