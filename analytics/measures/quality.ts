import checks from '../../sql/queries/quality_checks.sql?raw';
import dimensions from '../../sql/queries/quality_dimensions.sql?raw';
import items from '../../sql/queries/quality_items.sql?raw';
import rules from '../../sql/queries/quality_rules.sql?raw';
import { asked, defineMeasure } from './measure.ts';

const spanned = { ...asked, from: 'day', to: 'day', departments: 'texts?' } as const;
const outcomes = { checks: 'int', passed: 'int', failed: 'int', errored: 'int', skipped: 'int' } as const;
const item = {
	department: 'text',
	department_name: 'text',
	catalogue: 'text',
	catalogue_title: 'text?',
	told_on: 'day',
	rule_set: 'text?',
	rule_set_version: 'text?',
} as const;

/** One row per body × dimension that the assessments of its items checked. */
export const qualityDimensions = defineMeasure({
	name: 'quality_dimensions',
	definition:
		'各目录项取本期最近一次有得分的质量评估；维度得分为其中各规则合格比例的加权平均（越低越好的指标已换算），部门得分为各目录项的平均，百分制。出错和跳过的检查不好也不坏，不进分子、分母，另行列出。',
	params: spanned,
	columns: {
		department: 'text',
		department_name: 'text',
		/** conformity | completeness | accuracy | consistency | timeliness | accessibility; null: not known */
		dimension: 'text?',
		/** Items with a score in the dimension. */
		items: 'int',
		/** 0–100; null: no check counts. */
		score: 'real?',
		...outcomes,
	},
	sql: dimensions,
});

/** One row per rule: its checks by outcome, the most failing first. */
export const qualityRules = defineMeasure({
	name: 'quality_rules',
	definition: '各目录项最近一次质量评估中，每条规则的检查按结果分列：通过、未通过、出错、跳过，以及不计分的。',
	params: spanned,
	columns: {
		rule_set: 'text?',
		rule: 'text?',
		rule_name: 'text?',
		dimension: 'text?',
		...outcomes,
		/** Checks that count for nothing: an unregistered rule set, no dimension, no readable figures. */
		unread: 'int',
	},
	sql: rules,
});

/** One row per check, the worst first; a page of them. */
export const qualityChecks = defineMeasure({
	name: 'quality_checks',
	definition:
		'各目录项最近一次质量评估中的逐条检查：A为合格数（越低越好的指标为问题数），B为检查数，合格比例已按方向换算。',
	params: {
		...spanned,
		dimensions: 'texts?',
		/** passed | failed | errored | skipped | unreadable | no_dimension | no_rule_set */
		outcomes: 'texts?',
		/** Codes of rules. */
		rules: 'texts?',
		catalogues: 'texts?',
		limit: 'int',
		offset: 'int',
	},
	columns: {
		...item,
		rule: 'text?',
		rule_name: 'text?',
		dimension: 'text?',
		/** higher | lower: is better */
		direction: 'text',
		passing: 'real?',
		checked: 'real?',
		/** 0–1, converted by direction; null: counts for nothing. */
		share: 'real?',
		state: 'text',
		total: 'int',
	},
	sql: checks,
});

/** One row per assessed item, the lowest score first; a page of them. */
export const qualityItems = defineMeasure({
	name: 'quality_items',
	definition: '本期评估过的目录项，取最近一次有得分的评估，按得分从低到高；没有得分的列在最后并注明原因。',
	params: { ...spanned, limit: 'int', offset: 'int' },
	columns: {
		...item,
		/** 0–100; null: see `state`. */
		score: 'real?',
		/** scored | no_rule_set | errored | skipped | unreadable */
		state: 'text',
		...outcomes,
		total: 'int',
	},
	sql: items,
});
