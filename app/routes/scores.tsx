import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import { ComparisonNote } from '#app/components/ComparisonNote.tsx';
import { Exports } from '#app/components/Exports.tsx';
import { Nothing, Page } from '#app/components/Page.tsx';
import { ScoreTable } from '#app/components/ScoreTable.tsx';
import { page } from '#app/loaders/page.server.ts';
import { readBoard, scoresData } from '#app/loaders/scores.server.ts';
import { longDay } from '#app/words/format.ts';
import { boardNames } from '#app/words/scores.ts';

export const meta: MetaFunction = () => [{ title: '部门评价·数督' }];

export const loader = page('figures', ({ viewer, asked, context, query }) =>
	scoresData(viewer, asked, context, readBoard(query.get('board'))),
);

export default function Scores() {
	const data = useLoaderData<typeof loader>();
	const { scheme } = data.scheme;
	return (
		<Page
			title="部门评价"
			lead="先按提供、需求两种角色分别评价，再合成综合评价；点击得分查看逐项计算。"
			data={data}
			aside={<Exports file={linkTo(data, '/scores.csv', { board: data.board })} />}
		>
			<nav className="tabs" aria-label="评价表">
				{Object.entries(boardNames).map(([board, name]) => (
					<Link
						key={board}
						to={linkTo(data, '/scores', { board })}
						aria-current={board === data.board ? 'page' : undefined}
					>
						{name}
					</Link>
				))}
			</nav>
			<p className="clock-note">
				按《{scheme.title}》（{scheme.document ?? '缺省方案'}，自{longDay(scheme.effective)}起施行）计分。
				<Link to={linkTo(data, '/schemes')}>查看方案、试算权重</Link>
				{data.board === 'composite' ? <Link to={linkTo(data, '/verdicts')}>典型案例与拒不改正</Link> : null}
			</p>
			<ComparisonNote bases={data.bases} />
			{data.scores.length === 0 ? <Nothing>尚无可评价的部门。</Nothing> : <ScoreTable data={data} />}
			<p className="definition">口径：{data.definition}</p>
		</Page>
	);
}
