import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import { ComparisonNote } from '#app/components/ComparisonNote.tsx';
import { CoverageMark } from '#app/components/CoverageMark.tsx';
import { Page, Panel } from '#app/components/Page.tsx';
import { ScoreSheet } from '#app/components/ScoreSheet.tsx';
import { BoardSum, CompositeSum } from '#app/components/ScoreSum.tsx';
import signalsCss from '#app/components/signals.css?url';
import { page } from '#app/loaders/page.server.ts';
import { scoreData } from '#app/loaders/scores.server.ts';
import { longDay } from '#app/words/format.ts';
import { boardNames } from '#app/words/scores.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: signalsCss }];

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `${data?.department_name ?? '部门'}评分表·数督` },
];

export const loader = page('figures', ({ viewer, asked, context, params }) =>
	scoreData(viewer, asked, context, params.code ?? ''),
);

export default function ScorePage() {
	const data = useLoaderData<typeof loader>();
	const { scheme } = data.scheme;
	const composite = data.boards.find(({ board }) => board === 'composite');
	return (
		<Page
			title={`${data.department_name}评分表`}
			lead="每一步都可以用计算器重算：得分率＝（数值－零分值）÷（满分值－零分值），限于0至1；得分＝计分权重×得分率。"
			data={data}
			aside={<Link to={linkTo(data, `/departments/${data.department}`)}>部门档案</Link>}
		>
			<p className="clock-note">
				按《{scheme.title}》（{scheme.document ?? '缺省方案'}，自{longDay(scheme.effective)}起施行）计分；
				{scheme.basis === 'factual' ? '以事实数值计分。' : '经认定有正当理由的逾期已从分子、分母中剔除。'}
			</p>
			{composite === undefined ? null : (
				<p>
					<CoverageMark body={composite} />
				</p>
			)}
			{data.boards
				.filter(({ board }) => board !== 'composite')
				.map(board => (
					<Panel key={board.board} title={boardNames[board.board] ?? ''}>
						<ScoreSheet data={data} board={board.board} />
						<BoardSum data={data} board={board} />
					</Panel>
				))}
			{composite === undefined ? null : (
				<Panel title="综合评价">
					<CompositeSum data={data} composite={composite} />
				</Panel>
			)}
			<ComparisonNote bases={data.bases} />
			<p className="definition">口径：{data.definition}</p>
		</Page>
	);
}
