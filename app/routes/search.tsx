import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { Button } from 'antd';
import { Nothing, Page, Panel } from '#app/components/Page.tsx';
import { page } from '#app/loaders/page.server.ts';
import { searchData } from '#app/loaders/search.server.ts';

export const meta: MetaFunction = () => [{ title: '查找·数督' }];

export const loader = page('figures', ({ viewer, asked, context, query }) =>
	searchData(viewer, asked, context, query.get('q') ?? ''),
);

/** The search as a page of its own: the same answer, with an address, and without scripts. */
export default function SearchPage() {
	const { text, groups } = useLoaderData<typeof loader>();
	return (
		<Page title="查找" lead="按名称、拼音首字母或者编号，查找页面、部门、事项和目录项。" data={null}>
			<Form method="get" className="filters">
				<label className="field wide">
					<span className="field-name">查找</span>
					<input name="q" defaultValue={text ?? ''} className="native" placeholder="例如 ylbz" />
				</label>
				<Button type="primary" htmlType="submit">
					查找
				</Button>
			</Form>
			{text !== null && groups.length === 0 ? <Nothing>没有找到，请换用名称、拼音首字母或者编号。</Nothing> : null}
			{groups.map(({ kind, found }) => (
				<Panel key={kind} title={kind}>
					<ul className="found-list">
						{found.map(({ name, note, to }) => (
							<li key={to}>
								<Link to={to}>{name}</Link>
								<small>{note}</small>
							</li>
						))}
					</ul>
				</Panel>
			))}
		</Page>
	);
}
