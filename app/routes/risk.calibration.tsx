import type { MetaFunction } from '@remix-run/node';
import { Link, type ShouldRevalidateFunction, useLoaderData } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import { Chart } from '#app/charts/Chart.tsx';
import { paint } from '#app/charts/paint.server.ts';
import { toldAndHappened } from '#app/charts/toldAndHappened.ts';
import { DecileTable, ScoreTable } from '#app/components/CalibrationTables.tsx';
import { Exports } from '#app/components/Exports.tsx';
import { Nothing, Page, Panel } from '#app/components/Page.tsx';
import { calibrationData } from '#app/loaders/calibration.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { longDay } from '#app/words/format.ts';
import { verdictWords } from '#app/words/risk.ts';

export const meta: MetaFunction = () => [{ title: '估计准不准·数督' }];

/** A year looked back on is computed when it is asked for, not at every event. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl }) => currentUrl.href !== nextUrl.href;

const WIDTH = 900;
const HEIGHT = 320;

export const loader = page('figures', async ({ viewer, asked, context }) => {
	const data = await calibrationData(viewer, asked, context);
	return { ...data, svg: paint(toldAndHappened(data.whole?.deciles ?? []), WIDTH, HEIGHT) };
});

export default function CalibrationPage() {
	const data = useLoaderData<typeof loader>();
	const [first = null, last = null] = [data.days.at(0), data.days.at(-1)];
	return (
		<Page
			title="估计准不准"
			lead={`${longDay(first)}至${longDay(last)}，每月最后一日在办的事项：当日只用已发生的情况估计逾期可能性，与此后的结果对照。`}
			data={data}
			stock="近十二个月末在办事项"
			aside={
				<>
					<Link to={linkTo(data, '/risk')}>临期风险</Link>
					<Exports file={linkTo(data, '/risk/calibration.csv')} />
				</>
			}
		>
			{data.whole === null ? (
				<Nothing>这十二个月末没有可对照的估计。</Nothing>
			) : (
				<>
					<p className="note" role="status">
						<strong>{verdictWords(data.whole)}</strong>
					</p>
					<Panel
						title="估计与实际"
						note="估计准的，虚线上的点落在柱顶附近。同一件在两个月末都在办的，各算一次。打开时计算，不随新事件刷新。"
					>
						<Chart
							label="逾期可能性的估计与实际逾期率，按估计的十分位"
							option={toldAndHappened(data.whole.deciles)}
							svg={data.svg}
							height={HEIGHT}
						>
							<DecileTable data={data} />
						</Chart>
					</Panel>
					<Panel
						title="各时限的分数"
						note="布赖尔分数为估计与结果（逾期为1，未逾期为0）之差的平方的平均，越低越准；基准率为事后才知道的实际逾期率。两者之差不超过两倍标准误的，视为无可靠差别。"
					>
						<ScoreTable data={data} />
					</Panel>
				</>
			)}
			<p className="definition">口径：{data.definition}按截至当日已发生、目前已知的事件估计；不进入任何得分。</p>
		</Page>
	);
}
