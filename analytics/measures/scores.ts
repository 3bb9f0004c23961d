import schemesSql from '../../sql/queries/schemes.sql?raw';
import facts from '../../sql/queries/score_facts.sql?raw';
import lines from '../../sql/queries/score_lines.sql?raw';
import sql from '../../sql/queries/scores.sql?raw';
import { reported } from './coverage.ts';
import { asked, defineMeasure } from './measure.ts';

const DEFINITION =
	'得分按本期首日施行的评分方案计算：各指标在零分值与满分值之间按直线折算，乘以权重；样本不足或者没有应办事项的指标不计分，其权重由同一维度的其他指标按比例承担，整个维度都没有的，在其余维度之间折算。提供、需求两张角色表分别以100分计；综合得分按两表权重合成，再按方案扣分、加分，等次以四舍五入到两位小数的综合得分确定。名次按未取整的得分排列，同分同名次。';

const scored = {
	...asked,
	from: 'day',
	to: 'day',
	/** A scheme as JSON, for trials; null: the version in force on the first day of the period. */
	scheme: 'text?',
} as const;

/** One row per body × table (provider, demander, composite): score, rank, and the reason where there is none. */
export const scores = defineMeasure({
	name: 'scores',
	definition: DEFINITION,
	params: scored,
	columns: {
		department: 'text',
		department_name: 'text',
		/** department | district | vertical | other_organ */
		level: 'text',
		region: 'text?',
		/** ranked | listed */
		treated: 'text',
		/** provider | demander | composite */
		board: 'text',
		/** Before deductions and additions. */
		base: 'real?',
		/** Not positive, within its cap. */
		deducted: 'real',
		added: 'real',
		/** 0 to 100, unrounded to nine decimals; null where nothing is scored. */
		score: 'real?',
		rank: 'int?',
		/** not_ranked | no_obligations | not_reported | too_few | too_little; null: ranked. */
		unranked: 'text?',
		weight: 'real',
		weight_scored: 'real',
		/** Units that nobody reported on. */
		unreported: 'int',
		/** third_party | serious_incident | order_refused */
		vetoes: 'texts',
		/** excellent | good | fair | poor, of the composite. */
		grade: 'text?',
		...reported,
	},
	sql,
});

/** One row per body × indicator of the scheme: each step of its score. */
export const scoreLines = defineMeasure({
	name: 'score_lines',
	definition: DEFINITION,
	params: { ...scored, departments: 'texts?' },
	columns: {
		department: 'text',
		department_name: 'text',
		board: 'text',
		dimension: 'text',
		indicator: 'text',
		kind: 'text',
		units: 'int',
		unreported: 'int',
		excused: 'int',
		num: 'real?',
		den: 'real?',
		value: 'real?',
		/** Why it is not scored: no_obligations | not_reported | not_measurable | too_few. */
		reason: 'text?',
		full_at: 'real',
		zero_at: 'real',
		/** 0 to 1. */
		points: 'real?',
		/** Of the scheme, and with what unscored indicators of the dimension leave to it. */
		weight: 'real',
		used: 'real?',
		/** used × points. */
		brings: 'real?',
		dimension_weight: 'real',
		dimension_scored: 'real?',
	},
	sql: lines,
});

/** One row per fact behind the deductions, additions and vetoes of a composite score. */
export const scoreFacts = defineMeasure({
	name: 'score_facts',
	definition: DEFINITION,
	params: { ...scored, departments: 'texts?' },
	columns: {
		department: 'text',
		/** Adjustment or veto, see analytics/law/scheme.ts. */
		fact: 'text',
		each: 'real?',
		cap: 'real?',
		/** Of a veto: the grade it holds down to. */
		grade: 'text?',
		case_id: 'text?',
		clock: 'text?',
		event_id: 'text?',
		/** Number of the document that decided on it, where it is a decision of its own. */
		document: 'text?',
		on_day: 'day',
		/** What all facts of the kind bring together, within the cap. */
		brings: 'real?',
	},
	sql: facts,
});

/** One row per version of the scoring scheme. */
export const schemes = defineMeasure({
	name: 'schemes',
	definition: '评分方案的各个版本；一个期间按其首日施行的版本计分。',
	params: asked,
	columns: {
		/** 0: the scheme shipped as default. */
		seq: 'int',
		effective: 'day',
		/** As analytics/law/scheme.ts says, JSON. */
		scheme: 'text',
		in_force: 'flag',
	},
	sql: schemesSql,
});
