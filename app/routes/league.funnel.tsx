import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import { Chart } from '#app/charts/Chart.tsx';
import { funnelOfDepartments } from '#app/charts/funnelOfDepartments.ts';
import { paint } from '#app/charts/paint.server.ts';
import { FunnelTable } from '#app/components/FunnelTable.tsx';
import { Nothing, Page, Panel } from '#app/components/Page.tsx';
import { type FunnelData, funnelData } from '#app/loaders/funnel.server.ts';
import { leagueClock } from '#app/loaders/league.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { count, percent } from '#app/words/format.ts';
import { clockWords, departmentClocks } from '#app/words/zh.ts';

export const meta: MetaFunction = () => [{ title: '漏斗图·数督' }];

const WIDTH = 900;
const HEIGHT = 420;

export const loader = page('figures', async ({ viewer, asked, context, query }) => {
	const data = await funnelData(viewer, asked, context, leagueClock(query.get('by')));
	return { ...data, svg: data.dots.length > 0 ? paint(optionOf(data), WIDTH, HEIGHT) : '' };
});

export default function Funnel() {
	const data = useLoaderData<typeof loader>();
	const by = data.by === 'total' ? null : data.by;
	return (
		<Page
			title="漏斗图"
			lead="件数少的部门按时率起伏大：界限之内的差别可能只是偶然，界限之外的才值得追问。只是排名的阅读提示，不改变名次。"
			data={data}
			aside={<Link to={linkTo(data, '/league', { by })}>部门排名</Link>}
		>
			<nav className="tabs" aria-label="时限">
				{['total', ...departmentClocks].map(one => (
					<Link
						key={one}
						to={linkTo(data, '/league/funnel', { by: one === 'total' ? null : one })}
						aria-current={one === data.by ? 'page' : undefined}
					>
						{one === 'total' ? '合计' : clockWords(one)?.name}
					</Link>
				))}
			</nav>
			{data.dots.length === 0 ? (
				<Nothing>本期没有到期事项。</Nothing>
			) : (
				<Panel title={by === null ? '五项时限合计' : (clockWords(by)?.name ?? '')} note={summaryOf(data)}>
					<Chart
						label="各部门到期件数与按时率，及偶然波动的界限"
						option={optionOf(data)}
						svg={data.svg}
						height={HEIGHT}
					>
						<FunnelTable data={data} />
					</Chart>
				</Panel>
			)}
			<p className="definition">
				口径：{data.definition}
				界限以总体按时率为中心，按二项分布计算：假如各部门与总体没有差别，超出95%界限的每边不到2.5%，超出99.8%界限的每边不到0.1%。
			</p>
		</Page>
	);
}

function optionOf(data: FunnelData) {
	return funnelOfDepartments(data, dot => linkTo(data, `/departments/${encodeURIComponent(dot.department)}`));
}

function summaryOf({ dots, due, on_time }: FunnelData): string {
	const outside = (side: 'above' | 'below') =>
		dots.filter(({ place }) => place.where === 'alarm' && place.side === side).map(dot => dot.department_name);
	const [low, high] = [outside('below'), outside('above')];
	const named = (names: string[]) => (names.length === 0 ? '没有' : names.join('、'));
	return `总体按时率${percent(on_time, due)}（到期${count(due)}件，${count(dots.length)}个部门）。低于99.8%界限的：${named(low)}；高于99.8%界限的：${named(high)}。`;
}
