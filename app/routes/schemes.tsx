import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Alert } from 'antd';
import { Page, Panel } from '#app/components/Page.tsx';
import policiesCss from '#app/components/policies.css?url';
import { SchemeAdopt } from '#app/components/SchemeAdopt.tsx';
import { SchemeEffects } from '#app/components/SchemeEffects.tsx';
import { SchemeForm } from '#app/components/SchemeForm.tsx';
import { SchemeRules, SchemeVersions } from '#app/components/SchemeRules.tsx';
import { deed } from '#app/loaders/deed.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { schemesData } from '#app/loaders/schemes.server.ts';
import { readBoard } from '#app/loaders/scores.server.ts';
import { adoptScheme } from '#app/schemes/adopt.server.ts';
import { longDay } from '#app/words/format.ts';
import { boardNames } from '#app/words/scores.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: policiesCss }];

export const meta: MetaFunction = () => [{ title: '评分方案·数督' }];

export const loader = page('figures', ({ viewer, asked, context, query }) =>
	schemesData(viewer, asked, context, query, readBoard(query.get('board'))),
);

export const action = deed('enact', adoptScheme);

export default function Schemes() {
	const data = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const { scheme } = data.inForce;
	return (
		<Page
			title="评分方案"
			lead="权重、满分值与零分值、扣分加分、等次。一个期间按其首日施行的方案计分；试算不影响任何已公布的名次。"
			data={data}
		>
			<p className="clock-note">
				{data.period.label}按《{scheme.title}》（{scheme.document ?? '缺省方案'}，自{longDay(scheme.effective)}
				起施行）计分。
			</p>
			<Panel title="指标与权重" note="改动任何一格后点“试算”，查看得分和名次会怎样变化。">
				{data.trial.problems.length === 0 ? null : (
					<Alert type="error" showIcon role="alert" title="不能试算" description={data.trial.problems.join('；')} />
				)}
				<SchemeForm data={data} />
			</Panel>
			{data.effects === null ? null : (
				<Panel
					title={`试算结果：${boardNames[data.board]}`}
					note="现行：统计区间首日施行的方案；试算：上表所列的方案。"
				>
					<SchemeEffects data={data} effects={data.effects} />
				</Panel>
			)}
			{data.mayAdopt && data.trial.problems.length === 0 ? (
				<Panel title="登记新版本" note="以上表所列的权重登记为新版本。">
					<SchemeAdopt data={data} answer={answer} />
				</Panel>
			) : null}
			<Panel title="扣分、加分、等次与排名">
				<SchemeRules scheme={data.latest.scheme} />
			</Panel>
			<Panel title="方案沿革">
				<SchemeVersions versions={data.versions} />
			</Panel>
			<p className="definition">口径：{data.definition}</p>
		</Page>
	);
}
