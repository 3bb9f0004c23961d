import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { BackFills } from '#app/components/BackFills.tsx';
import { Page, Panel } from '#app/components/Page.tsx';
import { RunTable, SourceActList, SourceState, SourceWays } from '#app/components/SourceState.tsx';
import sourcesCss from '#app/components/sources.css?url';
import { useAskAgain } from '#app/components/useAskAgain.ts';
import { useKeptAnswer } from '#app/components/useKeptAnswer.ts';
import { deed } from '#app/loaders/deed.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { sourceData } from '#app/loaders/source.server.ts';
import { answerAct } from '#app/sources/act.server.ts';
import { count } from '#app/words/format.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: sourcesCss }];

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.name ?? '数据来源'}·数督` }];

export const loader = page('sources', ({ viewer, context, params }) => sourceData(viewer, context, params.code ?? ''));

export const action = deed('tend', answerAct);

export default function SourcePage() {
	const data = useLoaderData<typeof loader>();
	const answer = useKeptAnswer<typeof action>();
	useAskAgain(data.back_fills.some(line => line.state === 'running'));
	return (
		<Page
			title={data.name}
			lead="接入方式、采集进度和记录。均为当前情况。"
			data={null}
			aside={
				<>
					<Link to="/sources">数据来源</Link>
					{data.tended ? <Link to={`/sources/${data.code}/edit`}>修改</Link> : null}
				</>
			}
		>
			<Panel title="现状">
				<SourceState data={data} />
				<p className="more several">
					<Link to={`/coverage/${data.code}`}>报送日历</Link>
					<Link to={`/rejects?source=${data.code}`}>拒收{count(data.rejects)}条</Link>
				</p>
				{data.tended ? <SourceWays data={data} answer={answer} /> : null}
			</Panel>
			{data.pull ? (
				<div id="back-fill">
					<Panel title="补采历史数据" note="把过去一段重新读一遍，补上没有采到的。">
						<BackFills data={data} />
					</Panel>
				</div>
			) : null}
			<Panel title="采集记录" note="最近的在前；连续多次没有新数据的合为一行。">
				<RunTable data={data} />
			</Panel>
			<Panel title="操作记录" note="何人何时做了什么；密钥不记录。">
				<SourceActList data={data} />
			</Panel>
		</Page>
	);
}
