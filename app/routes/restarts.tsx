import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { Button } from 'antd';
import { linkTo } from '#app/asked.ts';
import { Exports } from '#app/components/Exports.tsx';
import evidenceCss from '#app/components/evidence.css?url';
import { PickManyField } from '#app/components/fields.tsx';
import { Nothing, Page } from '#app/components/Page.tsx';
import { Pager } from '#app/components/Pager.tsx';
import { RestartTable } from '#app/components/RestartTable.tsx';
import { page } from '#app/loaders/page.server.ts';
import { type RestartsData, readRestarts, restartsData } from '#app/loaders/restarts.server.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: evidenceCss }];

export const meta: MetaFunction = () => [{ title: '疑似换号重报·数督' }];

export const loader = page('restarts', ({ viewer, asked, context, query }) =>
	restartsData(viewer, asked, context, readRestarts(query)),
);

export default function Restarts() {
	const data = useLoaderData<typeof loader>();
	const file = linkTo(data, '/restarts.csv', { days: data.days, department: data.departments });
	return (
		<Page
			title="疑似换号重报"
			lead="同一需求部门就同一目录向同一提供部门，在前案撤回、补正逾期、以材料不全拒绝或者告知补正之后不久，又以新编号提出的申请。只供核查。"
			data={data}
			stock
			aside={<Exports file={file} />}
		>
			<Narrow data={data} />
			{data.total === 0 ? <Nothing>没有疑似换号重报的申请。</Nothing> : <RestartTable data={data} />}
			<Pager page={data.page} size={data.size} total={data.total} />
			<p className="definition">口径：{data.definition}</p>
		</Page>
	);
}

function Narrow({ data }: { data: RestartsData }) {
	return (
		<Form method="get" className="filters" key={JSON.stringify([data.days, data.departments])}>
			{Object.entries(data.given).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			<label className="field">
				<span className="field-name">相隔不超过（自然日）</span>
				<input name="days" type="number" min={0} max={366} required defaultValue={data.days} className="native" />
			</label>
			<PickManyField
				name="department"
				label="提供部门"
				values={data.departments ?? []}
				choices={data.choices.map(({ code, name }) => ({ value: code, name }))}
			/>
			<span className="filter-ways">
				<Button type="primary" htmlType="submit">
					筛选
				</Button>
				<Link to={linkTo(data, '/restarts')}>清除条件</Link>
			</span>
		</Form>
	);
}
