import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { linkTo } from '#app/asked.ts';
import { Exports } from '#app/components/Exports.tsx';
import { Nothing, Page, Panel } from '#app/components/Page.tsx';
import { Pager } from '#app/components/Pager.tsx';
import { RestatedFigures } from '#app/components/RestatedFigures.tsx';
import { RestatedUnits } from '#app/components/RestatedUnits.tsx';
import { RestatementForm } from '#app/components/RestatementForm.tsx';
import { page } from '#app/loaders/page.server.ts';
import { type RestatementsData, readRestatements, restatementsData } from '#app/loaders/restatements.server.ts';
import { knownWords } from '#app/words/knowledge.ts';
import { lawCause } from '#app/words/restatements.ts';

export const meta: MetaFunction = () => [{ title: '更正清单·数督' }];

export const loader = page('figures', async ({ viewer, asked, context, query }) =>
	restatementsData(viewer, asked, context, await readRestatements(query, asked, context)),
);

export default function Restatements() {
	const data = useLoaderData<typeof loader>();
	const { before, today } = data;
	const was = knownWords({ known: before.seq, known_on: before.on, known_at: before.at, today });
	const now = data.given.known === undefined ? '按目前所知' : knownWords(data);
	return (
		<Page
			title="更正清单"
			lead="同一统计区间、同一截至日的数值，此前报出时与此后相比有哪些不同，逐单位列明。已经报出的数值不改，差别列在这里。"
			data={data}
			aside={<Exports file={fileOf(data)} />}
		>
			<RestatementForm data={data} />
			<p className="compared">
				<b>此前</b>：{was}；<b>此后</b>：{now}。
			</p>
			<Panel title="口径调整" note="两处所知之间入账的口径、工作日历、规则、评分方案和机构变动。">
				<Law data={data} />
			</Panel>
			<Panel title="数值之差" note="点击变动单位数，查看逐条清单。各行之和等于两次数值之差。">
				{data.figures.length === 0 ? <Nothing>两次数值没有差别。</Nothing> : <RestatedFigures data={data} />}
			</Panel>
			<div id="units">
				<Panel title="变动的单位">
					{data.total === 0 ? <Nothing>没有变动的单位。</Nothing> : <RestatedUnits data={data} />}
					<Pager page={data.page} size={data.size} total={data.total} />
				</Panel>
			</div>
			<p className="definition">口径：{data.definition}</p>
		</Page>
	);
}

function Law({ data }: { data: RestatementsData }) {
	if (data.law.length === 0) return <Nothing>其间没有口径、日历、规则或者机构变动。</Nothing>;
	const names = new Map(data.choices.map(({ code, name }) => [code, name]));
	return (
		<ul className="causes">
			{data.law.map(row => (
				<li key={row.seq}>{lawCause(row, code => names.get(code) ?? code)}</li>
			))}
		</ul>
	);
}

function fileOf(data: RestatementsData): string {
	return linkTo(data, '/restatements.csv', {
		before: data.before_given,
		indicator: data.indicators,
		department: data.departments,
		change: data.changes,
	});
}
