import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import { Exports } from '#app/components/Exports.tsx';
import { Nothing, Page } from '#app/components/Page.tsx';
import { TimelinessTable } from '#app/components/TimelinessTable.tsx';
import { page } from '#app/loaders/page.server.ts';
import { timelinessClock, timelinessData } from '#app/loaders/timeliness.server.ts';
import { longDay } from '#app/words/format.ts';
import { clockWords, dueClocks } from '#app/words/zh.ts';

export const meta: MetaFunction = () => [{ title: '办理情况·数督' }];

export const loader = page('figures', ({ viewer, asked, context, query }) =>
	timelinessData(viewer, asked, context, timelinessClock(query.get('clock'))),
);

export default function Timeliness() {
	const data = useLoaderData<typeof loader>();
	const words = clockWords(data.clock);
	return (
		<Page
			title="办理情况"
			lead="一项时限下各部门全部事项的现状，点击数字查看对应事项。"
			data={data}
			stock
			aside={<Exports file={linkTo(data, '/timeliness.csv', { clock: data.clock })} />}
		>
			<nav className="tabs" aria-label="时限">
				{dueClocks.map(clock => (
					<Link
						key={clock}
						to={linkTo(data, '/timeliness', { clock })}
						aria-current={clock === data.clock ? 'page' : undefined}
					>
						{clockWords(clock)?.name}
						{clockWords(clock)?.local ? <small>非法定时限</small> : null}
					</Link>
				))}
			</nav>
			<p className="clock-note">
				{words?.local
					? '非法定时限：条例未规定天数，期限由本地设定，不参加排名。'
					: `《政务数据共享条例》${words?.article}：${words?.limit}。`}
			</p>
			{data.rows.length === 0 ? (
				<Nothing>截至{longDay(data.as_of)}没有这项时限下的事项。</Nothing>
			) : (
				<TimelinessTable data={data} />
			)}
			<p className="definition">口径：{data.definition}</p>
		</Page>
	);
}
