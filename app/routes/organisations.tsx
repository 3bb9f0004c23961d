import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import { ChangeTable } from '#app/components/ChangeTable.tsx';
import { Exports } from '#app/components/Exports.tsx';
import organisationsCss from '#app/components/organisations.css?url';
import { Nothing, Page, Panel } from '#app/components/Page.tsx';
import { CeasedBodies, RegisterTree } from '#app/components/RegisterTree.tsx';
import { UnidentifiedTable } from '#app/components/UnidentifiedTable.tsx';
import { type OrganisationsData, organisationsData } from '#app/loaders/organisations.server.ts';
import { page } from '#app/loaders/page.server.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: organisationsCss }];

export const meta: MetaFunction = () => [{ title: '机构沿革·数督' }];

export const loader = page('figures', ({ viewer, asked, context }) => organisationsData(viewer, asked, context));

export default function Organisations() {
	const data = useLoaderData<typeof loader>();
	const changes = data.changes.filter(({ kind, superseded }) => kind !== 'establish' || superseded !== null);
	const founded = data.changes.filter(({ kind, superseded }) => kind === 'establish' && superseded === null);
	return (
		<Page
			title="机构沿革"
			lead="机构登记与历次变更。变更之前到期的归原机构，变更之日起到期的归承接机构，未办结的由承接机构办理。"
			data={data}
			stock
			aside={<Aside data={data} />}
		>
			<Panel title="未识别的代码" note="报送数据中出现而没有登记的机构代码：照常计时、列示，登记之后归入所属机构。">
				{data.unidentified.length === 0 ? <Nothing>没有未识别的代码。</Nothing> : <UnidentifiedTable data={data} />}
			</Panel>
			<Panel title="变更记录" note="点击内容，查看所涉事项。">
				{changes.length === 0 ? (
					<Nothing>除设立之外，没有登记机构变更。</Nothing>
				) : (
					<ChangeTable data={data} rows={changes} label="变更记录" />
				)}
				{founded.length === 0 ? null : (
					<details className="founded">
						<summary>设立登记（{founded.length}项）</summary>
						<ChangeTable data={data} rows={founded} label="设立登记" />
					</details>
				)}
			</Panel>
			<Panel title="机构登记" note="按行政区划列示；下属单位列在所属机构之下，其事项归入所属机构。">
				{data.regions.length === 0 ? <Nothing>尚未登记机构。</Nothing> : <RegisterTree data={data} />}
			</Panel>
			{data.ceased.length === 0 ? null : (
				<Panel title="已撤并的机构">
					<CeasedBodies data={data} />
				</Panel>
			)}
			<p className="definition">口径：{data.definition}</p>
		</Page>
	);
}

function Aside({ data }: { data: OrganisationsData }) {
	return (
		<>
			{data.mayEnact ? <Link to="/organisations/new">登记机构变更</Link> : null}
			<Exports file={linkTo(data, '/organisations.csv')} />
		</>
	);
}
