import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import { paint } from '#app/charts/paint.server.ts';
import { heightOf, qualityByDimension } from '#app/charts/qualityByDimension.ts';
import { Exports } from '#app/components/Exports.tsx';
import { unitRows } from '#app/components/links.ts';
import { Page, Panel } from '#app/components/Page.tsx';
import { checksOf, QualityHeat } from '#app/components/QualityHeat.tsx';
import { CameBack, LowestItems, RefreshTable, RuleTable } from '#app/components/QualityPanels.tsx';
import qualityCss from '#app/components/quality.css?url';
import { page } from '#app/loaders/page.server.ts';
import { qualityData } from '#app/loaders/quality.server.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: qualityCss }];

export const meta: MetaFunction = () => [{ title: '数据质量·数督' }];

const WIDTH = 720;

export const loader = page('figures', async ({ viewer, asked, context }) => {
	const data = await qualityData(viewer, asked, context);
	const option = qualityByDimension(data.dimensions, row => checksOf(data, row));
	return { ...data, svg: paint(option, WIDTH, heightOf(data.dimensions)) };
});

export default function Quality() {
	const data = useLoaderData<typeof loader>();
	return (
		<Page
			title="数据质量"
			lead="各部门六个维度的得分、未通过的检查、更新是否按期、校核是否复发；点击任一格查看逐条检查。"
			data={data}
			aside={<Exports file={linkTo(data, '/quality.csv')} />}
		>
			<Panel title="部门与维度" note="颜色越深得分越低；空格为没有可计分的检查，不等于好，也不等于差。">
				<QualityHeat data={data} svg={data.svg} />
			</Panel>
			<div className="two">
				<Panel
					title="未通过最多的规则"
					note={
						<>
							出错、跳过的检查不计分；<Link to={linkTo(data, '/quality/checks')}>查看全部检查</Link>
						</>
					}
				>
					<RuleTable data={data} />
				</Panel>
				<Panel title="得分最低的目录项">
					<LowestItems data={data} />
				</Panel>
				<Panel
					title="更新及时率最低的部门"
					note={
						<>
							按目录载明的更新周期或者批次写明的应更新日；
							<Link to={linkTo(data, '/indicators', { dimension: 'quality' })}>查看全部部门</Link>
						</>
					}
				>
					<RefreshTable data={data} />
				</Panel>
				<Panel
					title="复发的校核"
					note={
						<>
							首次反馈之日起90日内不认可、复发或者同一字段再次成立；
							<Link to={unitRows(data, 'Q4', null)}>查看全部校核</Link>
						</>
					}
				>
					<CameBack data={data} />
				</Panel>
			</div>
			<p className="definition">口径：{data.definition}</p>
		</Page>
	);
}
