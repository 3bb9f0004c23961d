import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { Alert } from 'antd';
import { Page, Panel } from '#app/components/Page.tsx';
import sourcesCss from '#app/components/sources.css?url';
import { type MappingLine, mappingsData } from '#app/loaders/mappings.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { longInstant } from '#app/words/format.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: sourcesCss }];

export const meta: MetaFunction = () => [{ title: '转换规则·数督' }];

export const loader = page('sources', ({ viewer, context, query }) =>
	mappingsData(viewer, context, query.get('saved')),
);

export default function Mappings() {
	const { mappings, tended, saved } = useLoaderData<typeof loader>();
	const kept = mappings.find(one => one.name === saved);
	return (
		<Page
			title="转换规则"
			lead="把平台的表格或者字段译成本系统的事件。每次保存是一个新版本，以前的不变；每个事件都记下所用的版本。"
			data={null}
			aside={
				<>
					{tended ? <Link to="/mappings/edit">新建转换规则</Link> : null}
					<Link to="/sources">数据来源</Link>
				</>
			}
		>
			{kept ? (
				<Alert
					type="success"
					showIcon
					role="status"
					title={
						<>
							“{kept.describes}”已保存为第{kept.versions[0]?.version}版。
							{tended ? <Link to={`/sources/new?mapping=${kept.name}`}>用它登记数据来源</Link> : null}
						</>
					}
				/>
			) : null}
			{mappings.map(mapping => (
				<Panel key={mapping.name} title={mapping.describes}>
					<Mapping mapping={mapping} tended={tended} />
				</Panel>
			))}
		</Page>
	);
}

function Mapping({ mapping: { name, versions, sources }, tended }: { mapping: MappingLine; tended: boolean }) {
	return (
		<>
			<p className="note">
				代码：{name}
				{sources.length > 0 ? (
					<>
						；用于
						{sources.map(source => (
							<Link key={source.code} to={`/sources/${source.code}`} className="used">
								{source.name}
								{source.mapping.includes('@') ? `（固定第${source.mapping.split('@')[1]}版）` : ''}
							</Link>
						))}
					</>
				) : null}
			</p>
			<ul className="source-acts">
				{versions.map(({ version, author, createdAt }) => (
					<li key={version}>
						第{version}版　{author === null ? '随系统提供' : `${longInstant(createdAt)}　${author}保存`}
						{tended ? (
							<Link className="used" to={`/mappings/edit?from=${name}@${version}`}>
								以此为底修改
							</Link>
						) : null}
					</li>
				))}
			</ul>
		</>
	);
}
