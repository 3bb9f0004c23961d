import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { Alert, Button } from 'antd';
import { linkTo } from '#app/asked.ts';
import { may } from '#app/auth/rights.ts';
import { Exports } from '#app/components/Exports.tsx';
import { FlaggedSources } from '#app/components/FlaggedSources.tsx';
import { Nothing, Page, Panel } from '#app/components/Page.tsx';
import { Pager } from '#app/components/Pager.tsx';
import { RejectDeeds } from '#app/components/RejectDeeds.tsx';
import { RejectGroups } from '#app/components/RejectGroups.tsx';
import { RejectList } from '#app/components/RejectList.tsx';
import rejectsCss from '#app/components/rejects.css?url';
import { useKeptAnswer } from '#app/components/useKeptAnswer.ts';
import { deed } from '#app/loaders/deed.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { type RejectsData, readRejects, rejectsData } from '#app/loaders/rejects.server.ts';
import { settleRejects } from '#app/loaders/settle-form.server.ts';
import { count } from '#app/words/format.ts';
import { rejectReason, rejectStates } from '#app/words/rejects.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: rejectsCss }];

export const meta: MetaFunction = () => [{ title: '拒收数据·数督' }];

/** The page shows what is open first; `state=all` shows everything. */
export const loader = page('rejects', async ({ viewer, asked, context, query }) => {
	const given = new URLSearchParams(query);
	if (!given.has('state')) given.set('state', 'open');
	if (given.get('state') === 'all') given.delete('state');
	return {
		...(await rejectsData(asked, context, readRejects(given))),
		maySettle: may(viewer.account.role, 'settle'),
		maySet: may(viewer.account.role, 'import'),
	};
});

export const action = deed('settle', settleRejects);

export default function Rejects() {
	const data = useLoaderData<typeof loader>();
	const answer = useKeptAnswer<typeof action>();
	return (
		<Page
			title="拒收数据"
			lead="未能成为事件的报送内容，原文与原因均保留，不删除。拒收一条不影响同批其他数据；更正转换规则后可以重放，平台更正后可以重新报送。"
			data={data}
			always="接入以来累计，不随截至日变化"
			aside={
				<>
					<Link to={linkTo(data, '/doubts')}>数据存疑</Link>
					<Exports file={linkTo(data, '/rejects.csv', { source: data.source, code: data.code, state: data.state })} />
				</>
			}
		>
			{answer ? (
				<Alert
					type={answer.done ? 'success' : 'error'}
					showIcon
					title={answer.message}
					role="alert"
					className="refused"
				/>
			) : null}
			<FlaggedSources flagged={data.flagged} flagFrom={data.flag_from} />
			{data.counts.length === 0 ? <Nothing>没有拒收数据。</Nothing> : <Both data={data} maySettle={data.maySettle} />}
			{data.maySet ? <FlagForm from={data.flag_from} /> : null}
		</Page>
	);
}

function Both({ data, maySettle }: { data: RejectsData; maySettle: boolean }) {
	const open = data.counts.reduce((sum, group) => sum + group.open, 0);
	return (
		<>
			<Panel title="按来源和原因" note="重放按来源现行的转换规则重新读取；已在账内的事件不会重复入账。">
				{maySettle && open > 0 ? (
					<div className="reject-all">
						<span>全部未处理的{count(open)}条：</span>
						<RejectDeeds what="全部未处理的拒收" />
					</div>
				) : null}
				<RejectGroups data={data} maySettle={maySettle} />
			</Panel>
			<Panel title={`明细：${heading(data)}`} note="最近接收的在前。">
				<States data={data} />
				<RejectList rows={data.rejects} maySettle={maySettle} />
				<Pager page={data.page} size={data.size} total={data.total} />
			</Panel>
		</>
	);
}

function heading({ counts, source, code }: RejectsData): string {
	const name = counts.find(group => group.source === source)?.source_name ?? '全部来源';
	return code ? `${name}，${rejectReason(code)}` : name;
}

function States({ data }: { data: RejectsData }) {
	const { source, code } = data;
	const chosen = data.counts.filter(
		group => (source === null || group.source === source) && (code === null || group.code === code),
	);
	const states = [...(['open', 'replayed', 'dismissed'] as const), null];
	return (
		<nav className="tabs" aria-label="处理情况">
			{states.map(state => (
				<Link
					key={state}
					to={linkTo(data, '/rejects', { source, code, state: state ?? 'all' })}
					aria-current={data.state === state ? 'page' : undefined}
				>
					{state === null ? '全部' : rejectStates[state].name}
					<small>{count(chosen.reduce((sum, group) => sum + group[state ?? 'count'], 0))}</small>
				</Link>
			))}
			{source || code ? <Link to={linkTo(data, '/rejects')}>查看全部来源</Link> : null}
		</nav>
	);
}

function FlagForm({ from }: { from: number }) {
	return (
		<Form method="post" className="filters" key={from} preventScrollReset>
			<label className="field">
				<span className="field-name">提示线：最近1000行中未处理拒收占（%）</span>
				<input name="percent" className="native" defaultValue={Math.round(from * 1000) / 10} inputMode="decimal" />
			</label>
			<span className="filter-ways">
				<Button htmlType="submit" name="intent" value="flag">
					保存
				</Button>
			</span>
		</Form>
	);
}
