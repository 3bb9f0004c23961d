import { Link } from '@remix-run/react';
import { qualityDimensionNames, qualityDimensions } from '#analytics/law/rule-sets.ts';
import { linkTo } from '#app/asked.ts';
import type { RuleSetsData, StandingRuleSet } from '#app/loaders/rulesets.server.ts';
import { count, longDay } from '#app/words/format.ts';

/** Every version, by set, the latest first; its rules unfold. */
export function RuleSetVersions({ data }: { data: RuleSetsData }) {
	return (
		<>
			{data.versions.map(version => (
				<details key={`${version.seq} ${version.ruleSet.code} ${version.ruleSet.version}`}>
					<summary>
						{version.ruleSet.code} 第{version.ruleSet.version}版《{version.ruleSet.name}》，自
						{longDay(version.ruleSet.effective)}起施行，{version.ruleSet.document ?? '随系统提供'}，
						{count(version.ruleSet.rules.length)}条规则{version.in_force ? '（截至日施行）' : ''}
					</summary>
					<Rules version={version} />
					{data.mayAdopt ? (
						<p className="more">
							<Link to={linkTo(data, '/rulesets', { code: version.ruleSet.code, version: version.ruleSet.version })}>
								以此版本起草新版本
							</Link>
						</p>
					) : null}
				</details>
			))}
		</>
	);
}

function Rules({ version: { ruleSet } }: { version: StandingRuleSet }) {
	return (
		<dl className="definitions">
			{qualityDimensions.map(dimension => (
				<div key={dimension}>
					<dt>
						{qualityDimensionNames[dimension]}
						<small className="sub">权重{ruleSet.weights[dimension]}</small>
					</dt>
					<dd>
						{ruleSet.rules
							.filter(rule => rule.dimension === dimension)
							.map(
								({ code, name, direction, weight }) =>
									`${name}（${code}${direction === 'lower' ? '，越低越好' : ''}，权重${weight}）`,
							)
							.join('；') || '没有规则'}
					</dd>
				</div>
			))}
		</dl>
	);
}
