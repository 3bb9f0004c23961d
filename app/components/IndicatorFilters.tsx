import { Form, Link } from '@remix-run/react';
import { Button } from 'antd';
import { linkTo } from '#app/asked.ts';
import type { IndicatorsData } from '#app/loaders/indicators.server.ts';
import { ScopeFields } from './ScopeFields.tsx';

type Props = {
	data: IndicatorsData;
	/** Address of the page. */
	path: string;
	/** What the address says besides. */
	kept?: Record<string, string>;
};

/** What a page of indicators is narrowed to. */
export function IndicatorFilters({ data, path, kept = {} }: Props) {
	return (
		<Form method="get" action={path} className="filters" key={JSON.stringify([data.filters, kept])}>
			{Object.entries({ ...data.given, ...kept }).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			<ScopeFields filters={data.filters} departments={data.departments} />
			<span className="filter-ways">
				<Button type="primary" htmlType="submit">
					筛选
				</Button>
				<Link to={linkTo(data, path, kept)}>清除条件</Link>
			</span>
		</Form>
	);
}
