import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import { Exports } from '#app/components/Exports.tsx';
import { MoveCountsLine, MovesByDepartment, MovesTable } from '#app/components/MovesTable.tsx';
import { NoticeName } from '#app/components/NoticeName.tsx';
import { Nothing, Page, Panel } from '#app/components/Page.tsx';
import { Pager } from '#app/components/Pager.tsx';
import { whole } from '#app/filters.ts';
import { type LogEntryData, logEntryData } from '#app/loaders/calendar-log.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { longInstant } from '#app/words/format.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.line.title ?? '变动记录'}·数督` }];

export const loader = page('figures', ({ viewer, asked, context, params, query }) =>
	logEntryData(viewer, asked, context, {
		seq: params.seq ?? '',
		department: query.get('department') || null,
		page: whole(query, 'page', '页码', { least: 1, most: 1_000_000 }) ?? 1,
	}),
);

export default function LogEntry() {
	const data = useLoaderData<typeof loader>();
	const { line, moves, department } = data;
	const file = linkTo(data, `/calendars/log/${line.seq}/moves.csv`, { department });
	const narrowed = department === null ? null : moves.departments.find(({ code }) => code === department);
	return (
		<Page
			title={line.title}
			lead={
				<>
					{line.name}于{longInstant(line.at)}登记
					{line.document === null ? null : (
						<>
							，依据：
							<NoticeName title={line.document} address={line.address} />
						</>
					)}
				</>
			}
			data={data}
			always="登记时所改变的事项"
			aside={
				<span className="aside-ways">
					<Exports file={file} />
					<Link to={linkTo(data, '/calendars/log')}>变动记录</Link>
				</span>
			}
		>
			<Panel title="变动件数" note="一件有多行的计为一件：有一行提前即为提前，无提前而有推迟的为推迟。">
				<MoveCountsLine counts={moves.counts} />
				{moves.departments.length > 0 ? <MovesByDepartment data={data} rows={moves.departments} /> : null}
			</Panel>
			<MovedRuns data={data} narrowed={narrowed?.name ?? department} />
		</Page>
	);
}

function MovedRuns({ data, narrowed }: { data: LogEntryData; narrowed: string | null }) {
	const { moves, line } = data;
	return (
		<Panel title={narrowed === null ? '逐项清单' : `逐项清单：${narrowed}`} note="到期日提前的在前。">
			{narrowed === null ? null : (
				<p className="more">
					<Link to={linkTo(data, `/calendars/log/${line.seq}`)}>查看全部部门</Link>
				</p>
			)}
			{moves.rows.length === 0 ? (
				<Nothing>
					{moves.page === 1 ? '没有事项的到期日或者状态因此改变。' : '这一页没有内容，请返回首页查看。'}
				</Nothing>
			) : (
				<MovesTable data={data} rows={moves.rows} />
			)}
			<Pager page={moves.page} size={moves.size} total={moves.total} />
		</Panel>
	);
}
