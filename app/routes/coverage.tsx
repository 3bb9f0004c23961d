import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { Button } from 'antd';
import { linkTo } from '#app/asked.ts';
import { may } from '#app/auth/rights.ts';
import { Exports } from '#app/components/Exports.tsx';
import { FlaggedSources } from '#app/components/FlaggedSources.tsx';
import { PickField, PickManyField } from '#app/components/fields.tsx';
import { Nothing, Page } from '#app/components/Page.tsx';
import { Pager } from '#app/components/Pager.tsx';
import { flaggedSources } from '#app/loaders/flagged.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { type PlatformDaysData, platformDaysData, readPlatformDays } from '#app/loaders/platform-days.server.ts';
import { dayStates, differenceWords } from '#app/words/coverage.ts';
import { count, longDay } from '#app/words/format.ts';

export const meta: MetaFunction = () => [{ title: '报送对账·数督' }];

export const loader = page('figures', async ({ viewer, asked, context, query }) => ({
	...(await platformDaysData(viewer, asked, context, readPlatformDays(query))),
	...(may(viewer.account.role, 'rejects')
		? await flaggedSources(context, await context.sources.list())
		: { flagged: [], flag_from: 1 }),
}));

export default function PlatformDays() {
	const data = useLoaderData<typeof loader>();
	const file = linkTo(data, '/coverage.csv', {
		source: data.source,
		state: data.states,
		owed: data.owed ? 'true' : null,
	});
	return (
		<Page
			title="报送对账"
			lead="各平台逐日报送的对账日报，与当日收到的数据核对。缺数和未报的日子，相关部门的数据可能不完整。"
			data={data}
			aside={<Exports file={file} />}
		>
			<FlaggedSources flagged={data.flagged} flagFrom={data.flag_from} />
			<Narrow data={data} />
			{data.days.length === 0 ? <Nothing>没有符合条件的平台日。</Nothing> : <Days data={data} />}
			<Pager page={data.page} size={data.size} total={data.total} />
			<p className="definition">口径：{data.definition}</p>
		</Page>
	);
}

function Narrow({ data }: { data: PlatformDaysData }) {
	return (
		<Form method="get" className="filters" key={JSON.stringify([data.source, data.states, data.owed])}>
			{Object.entries(data.given).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			<PickField
				name="source"
				label="平台"
				wide
				value={data.source ?? ''}
				choices={[{ value: '', name: '全部平台' }, ...data.platforms.map(({ code, name }) => ({ value: code, name }))]}
			/>
			<PickManyField
				name="state"
				label="对账结果"
				values={data.states ?? []}
				choices={Object.entries(dayStates).map(([value, { name }]) => ({ value, name }))}
			/>
			<label className="field check">
				<span className="field-name">范围</span>
				<span>
					<input type="checkbox" name="owed" value="true" defaultChecked={data.owed} /> 只列应报日
				</span>
			</label>
			<span className="filter-ways">
				<Button type="primary" htmlType="submit">
					筛选
				</Button>
				<Link to={linkTo(data, '/coverage')}>清除条件</Link>
			</span>
		</Form>
	);
}

function Days({ data }: { data: PlatformDaysData }) {
	return (
		<div className="scroll">
			<table className="plain-table wide">
				<thead>
					<tr>
						<th>日期</th>
						<th>平台</th>
						<th>对账结果</th>
						<th className="number">日报所列</th>
						<th className="number">已收到</th>
						<th className="number">缺少</th>
						<th>差异</th>
					</tr>
				</thead>
				<tbody>
					{data.days.map(row => (
						<tr key={`${row.source} ${row.day}`}>
							<td>
								{longDay(row.day)}
								{row.expected ? null : <small className="sub">非应报日</small>}
							</td>
							<td>
								<Link to={linkTo(data, `/coverage/${row.source}`, { day: row.day })}>{row.source_name}</Link>
							</td>
							<td>
								<State state={row.state} />
							</td>
							<td className="number">{row.told === null ? '—' : count(row.told)}</td>
							<td className="number">{row.got === null ? '—' : count(row.got)}</td>
							<td className="number">{row.lacking === null ? '—' : count(row.lacking)}</td>
							<td>
								{row.differences.map(each => (
									<small className="sub" key={each}>
										{differenceWords(each)}
									</small>
								))}
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function State({ state }: { state: string }) {
	const words = dayStates[state as keyof typeof dayStates];
	return (
		<span className="status" data-status={words.colour} title={words.meaning}>
			<span aria-hidden="true">{words.sign}</span>
			{words.name}
		</span>
	);
}
