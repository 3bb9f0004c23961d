import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page, Panel } from '#app/components/Page.tsx';
import policiesCss from '#app/components/policies.css?url';
import { RuleSetForm } from '#app/components/RuleSetForm.tsx';
import { RuleSetVersions } from '#app/components/RuleSetVersions.tsx';
import { useKeptAnswer } from '#app/components/useKeptAnswer.ts';
import { deed } from '#app/loaders/deed.server.ts';
import { page } from '#app/loaders/page.server.ts';
import { ruleSetsData } from '#app/loaders/rulesets.server.ts';
import { adoptRuleSet } from '#app/rulesets/adopt.server.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: policiesCss }];

export const meta: MetaFunction = () => [{ title: '质量规则集·数督' }];

export const loader = page('figures', ({ viewer, asked, context, query }) =>
	ruleSetsData(viewer, asked, context, query),
);

export const action = deed('enact', adoptRuleSet);

export default function RuleSets() {
	const data = useLoaderData<typeof loader>();
	const answer = useKeptAnswer<typeof action>();
	return (
		<Page
			title="质量规则集"
			lead="质量评估所依据的规则、维度、方向和权重，一个版本由文号登记；缺省为国家标准。登记之前先看会动哪些得分。"
			data={data}
		>
			<Panel title="已登记的版本">
				<RuleSetVersions data={data} />
			</Panel>
			{data.mayAdopt ? (
				<Panel title="登记新版本" note="先预览会动哪些目录项的得分，再确认登记；预览不改变任何得分。">
					<RuleSetForm data={data} answer={answer} />
				</Panel>
			) : null}
			<p className="definition">口径：{data.definition}</p>
		</Page>
	);
}
