import { qualityDimensionNames } from '#analytics/law/rule-sets.ts';

/** Outcomes of a check: a sign and a word, never colour alone. */
export const checkOutcomes: Record<string, { sign: string; name: string }> = {
	passed: { sign: '✓', name: '通过' },
	failed: { sign: '✕', name: '未通过' },
	errored: { sign: '!', name: '出错' },
	skipped: { sign: '–', name: '跳过' },
	unreadable: { sign: '?', name: '检查数读不懂，不计分' },
	no_dimension: { sign: '?', name: '维度不明，不计分' },
	no_rule_set: { sign: '?', name: '未登记的规则集，不计分' },
};

/** Why an assessment has no score. */
export const unscored: Record<string, string> = {
	no_rule_set: '未登记的规则集，不计分',
	errored: '检查全部出错或者跳过',
	skipped: '检查全部跳过',
	unreadable: '没有可读的检查',
};

/** A dimension of quality in words; null: 维度不明. */
export function dimensionWords(dimension: string | null): string {
	return Object.entries(qualityDimensionNames).find(([code]) => code === dimension)?.[1] ?? '维度不明';
}

/** A rule by its name; one of which only the code is known says so. */
export function ruleWords({ rule, rule_name: name }: { rule: string | null; rule_name: string | null }): string {
	if (name === null || name === '') return '未写明规则';
	return name === rule ? `规则${name}` : name;
}

/** True for a dimension of quality. */
export function isQualityDimension(dimension: string): boolean {
	return Object.hasOwn(qualityDimensionNames, dimension);
}
