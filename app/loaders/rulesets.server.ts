import type { RuleSet } from '#analytics/law/rule-sets.ts';
import type { Row } from '#analytics/measures/measure.ts';
import { ruleSets } from '#analytics/measures/rule-sets.ts';
import type { Asked } from '#app/asked.ts';
import { may } from '#app/auth/rights.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { Refusal } from '#app/refusal.ts';
import { type GivenRuleSet, givenOf } from '#app/rulesets/draft.ts';
import { type Framed, framed } from './frame.server.ts';

/** A version of a rule set; `seq` 0: shipped. */
export type StandingRuleSet = { seq: number; in_force: boolean; ruleSet: RuleSet };

export type RuleSetsData = Framed & {
	definition: string;
	versions: StandingRuleSet[];
	/** What a new version begins from: the one named in the address, or the first in force. */
	draft: GivenRuleSet;
	mayAdopt: boolean;
};

/** The `seq` of the latest registration of a rule set; 0: only those shipped. */
export async function latestRuleSet({ store, today }: Pick<House, 'store' | 'today'>): Promise<number> {
	const rows = await store.ask(ruleSets, { as_of: today(), known: store.position(), visible: null });
	return Math.max(0, ...rows.map(({ seq }) => seq));
}

/** Every version of every rule set, and the draft of a new one. Throws Refusal 404 for a version that nobody registered. */
export async function ruleSetsData(
	viewer: Viewer,
	asked: Asked,
	context: House,
	query: URLSearchParams,
): Promise<RuleSetsData> {
	const { as_of, known } = asked;
	const [frame, rows] = await Promise.all([
		framed(asked, context),
		context.store.ask(ruleSets, { as_of, known, visible: null }),
	]);
	const versions = rows.map(standing);
	const [code, version] = [query.get('code'), query.get('version')];
	const named = versions.find(({ ruleSet }) => ruleSet.code === code && ruleSet.version === version);
	if (code !== null && named === undefined) {
		throw new Refusal(404, 'no_rule_set', `没有登记过“${code}”的版本“${version ?? ''}”。请从页面列出的版本中选择。`);
	}
	const base = named ?? versions.find(({ in_force }) => in_force) ?? versions[0];
	if (base === undefined) throw new Error('没有任何规则集');
	return {
		...frame,
		definition: ruleSets.definition,
		versions,
		draft: givenOf(base.ruleSet),
		mayAdopt: may(viewer.account.role, 'enact'),
	};
}

function standing({ seq, in_force, weights, rules, ...said }: Row<typeof ruleSets>): StandingRuleSet {
	const ruleSet = { ...said, weights: JSON.parse(weights), rules: JSON.parse(rules) } as RuleSet;
	return { seq, in_force, ruleSet };
}
