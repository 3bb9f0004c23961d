import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import { Nothing, Page } from '#app/components/Page.tsx';
import { Pager } from '#app/components/Pager.tsx';
import { whole } from '#app/filters.ts';
import { type LogData, logData } from '#app/loaders/calendar-log.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { count, longInstant } from '#app/words/format.ts';
import { moveKinds } from '#app/words/moves.ts';

export const meta: MetaFunction = () => [{ title: '变动记录·数督' }];

export const loader = page('figures', ({ viewer, asked, context, query }) =>
	logData(viewer, asked, context, whole(query, 'page', '页码', { least: 1, most: 1_000_000 }) ?? 1),
);

export default function Log() {
	const data = useLoaderData<typeof loader>();
	return (
		<Page
			title="变动记录"
			lead="工作日历与口径的历次登记：何时、由谁、依据什么文件，改变了哪些事项。登记只增不改。"
			data={data}
			always="历次登记"
			aside={<Link to={linkTo(data, '/calendars')}>工作日历</Link>}
		>
			{data.lines.length === 0 ? (
				<Nothing>
					{data.total === 0 ? '尚未登记过口径或者工作日历，现行的为系统自带。' : '这一页没有内容，请返回首页查看。'}
				</Nothing>
			) : (
				<LogTable data={data} />
			)}
			<Pager page={data.page} size={data.size} total={data.total} />
		</Page>
	);
}

const ways = ['earlier', 'later', 'confirmed', 'other'] as const;

function LogTable({ data }: { data: LogData }) {
	return (
		<div className="scroll">
			<table className="plain-table wide">
				<thead>
					<tr>
						<th>登记时间</th>
						<th>登记内容</th>
						<th>依据</th>
						<th>登记人</th>
						{ways.map(way => (
							<th key={way} className="number">
								{moveKinds[way]?.name}（件）
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{data.lines.map(line => (
						<tr key={line.seq}>
							<td className="day">{longInstant(line.at)}</td>
							<td>
								<Link to={linkTo(data, `/calendars/log/${line.seq}`)}>{line.title}</Link>
							</td>
							<td>{line.document ?? '—'}</td>
							<td>{line.name}</td>
							{ways.map(way => (
								<td key={way} className="number">
									{count(line.counts[way])}
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
