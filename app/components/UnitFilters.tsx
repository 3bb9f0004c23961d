import { Form, Link } from '@remix-run/react';
import { Button } from 'antd';
import { indicatorCodes, indicators } from '#analytics/law/indicators.ts';
import { linkTo } from '#app/asked.ts';
import type { UnitsData } from '#app/loaders/indicators.server.ts';
import { PickManyField } from './fields.tsx';
import { ScopeFields } from './ScopeFields.tsx';

/** What the list of units is narrowed to. */
export function UnitFilters({ data }: { data: UnitsData }) {
	const { filters, given } = data;
	return (
		<Form method="get" action="/units" className="filters" key={JSON.stringify(filters)}>
			{Object.entries(given).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			<PickManyField
				name="indicator"
				label="指标"
				values={filters.indicators ?? []}
				choices={indicatorCodes.map(value => ({ value, name: indicators[value].zh }))}
			/>
			<ScopeFields filters={filters} departments={data.departments} />
			<span className="filter-ways">
				<Button type="primary" htmlType="submit">
					筛选
				</Button>
				<Link to={linkTo(data, '/units', { indicator: filters.indicators })}>清除条件</Link>
			</span>
		</Form>
	);
}
