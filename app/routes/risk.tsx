import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { Button } from 'antd';
import { linkTo } from '#app/asked.ts';
import { Exports } from '#app/components/Exports.tsx';
import { PickField, PickManyField } from '#app/components/fields.tsx';
import { Nothing, Page } from '#app/components/Page.tsx';
import { Pager } from '#app/components/Pager.tsx';
import { RiskTable } from '#app/components/RiskTable.tsx';
import { page } from '#app/loaders/page.server.ts';
import { type RiskData, readRisk, riskData } from '#app/loaders/risk.server.ts';
import { count } from '#app/words/format.ts';
import { bases, riskOrders } from '#app/words/risk.ts';
import { clockWords, dueClocks } from '#app/words/zh.ts';

export const meta: MetaFunction = () => [{ title: '临期风险·数督' }];

export const loader = page('figures', ({ viewer, asked, context, query }) =>
	riskData(viewer, asked, context, readRisk(query)),
);

export default function RiskPage() {
	const data = useLoaderData<typeof loader>();
	const { clocks, departments, bases: grounds, by } = data.question;
	const narrowed = { clock: clocks, department: departments, basis: grounds, by: by === 'probability' ? null : by };
	return (
		<Page
			title="临期风险"
			lead="在办事项按逾期可能性排列，用于安排当天先督促哪些。该估计仅供安排工作，不进入任何得分。"
			data={data}
			stock
			aside={
				<>
					<Link to={linkTo(data, '/risk/calibration')}>估计准不准</Link>
					<Exports file={linkTo(data, '/risk.csv', narrowed)} />
				</>
			}
		>
			<Narrow data={data} />
			{data.total === 0 ? (
				<Nothing>没有符合条件的在办事项。</Nothing>
			) : (
				<>
					<p className="note">
						在办{count(data.total)}件，其中可作估计的{count(data.estimated)}件；按历史估计，约有
						{count(Math.round(data.expected))}件将逾期。
					</p>
					<RiskTable data={data} />
				</>
			)}
			<Pager page={data.question.page} size={data.question.size} total={data.total} />
			<p className="definition">口径：{data.definition}</p>
		</Page>
	);
}

function Narrow({ data }: { data: RiskData }) {
	const { clocks, departments, bases: grounds, by } = data.question;
	const choices = (words: Record<string, string>) => Object.entries(words).map(([value, name]) => ({ value, name }));
	return (
		<Form method="get" className="filters" key={JSON.stringify(data.question)}>
			{Object.entries(data.given).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			<PickManyField
				name="clock"
				label="时限"
				values={clocks ?? []}
				choices={dueClocks.map(clock => ({ value: clock, name: clockWords(clock)?.name ?? '' }))}
			/>
			<PickManyField
				name="department"
				label="责任部门"
				values={departments ?? []}
				choices={data.choices.map(({ code, name }) => ({ value: code, name }))}
			/>
			<PickManyField name="basis" label="依据" values={grounds ?? []} choices={choices(bases)} />
			<PickField name="by" label="排列" value={by} choices={choices(riskOrders)} />
			<span className="filter-ways">
				<Button type="primary" htmlType="submit">
					筛选
				</Button>
				<Link to={linkTo(data, '/risk')}>清除条件</Link>
			</span>
		</Form>
	);
}
