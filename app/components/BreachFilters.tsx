import { Form, Link } from '@remix-run/react';
import { Button } from 'antd';
import { linkTo } from '#app/asked.ts';
import type { BreachesData } from '#app/loaders/breaches.server.ts';
import { answers } from '#app/words/breaches.ts';
import { itemArticles, itemNames } from '#app/words/items.ts';
import { PickManyField } from './fields.tsx';

/** What the list of leads is narrowed to. */
export function BreachFilters({ data }: { data: BreachesData }) {
	const { filters, given } = data;
	return (
		<Form method="get" action="/breaches" className="filters" key={JSON.stringify(filters)}>
			{Object.entries(given).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			<PickManyField
				name="item"
				label="条款"
				values={filters.items ?? []}
				choices={Object.entries(itemArticles).map(([value, article]) => ({
					value,
					name: `${article} ${itemNames[value]}`,
				}))}
			/>
			<PickManyField
				name="department"
				label="部门"
				values={filters.departments ?? []}
				choices={data.departments.map(({ code, name }) => ({ value: code, name }))}
			/>
			<PickManyField
				name="decided"
				label="认定"
				values={filters.decided ?? []}
				choices={Object.entries(answers).map(([value, name]) => ({ value, name }))}
			/>
			<label className="field">
				<span className="field-name">事项编号</span>
				<input name="search" defaultValue={filters.search ?? ''} className="native" placeholder="编号中的文字" />
			</label>
			<span className="filter-ways">
				<Button type="primary" htmlType="submit">
					筛选
				</Button>
				<Link to={linkTo(data, '/breaches')}>清除条件</Link>
			</span>
		</Form>
	);
}
