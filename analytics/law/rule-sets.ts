import type { Day } from './day.ts';

/** Dimensions of data quality (GB/T 36344-2018), with their names. */
export const qualityDimensionNames = {
	conformity: '规范性',
	completeness: '完整性',
	accuracy: '准确性',
	consistency: '一致性',
	timeliness: '时效性',
	accessibility: '可访问性',
} as const;

export type QualityDimension = keyof typeof qualityDimensionNames;

/** All dimensions, in the order of the standard. */
export const qualityDimensions = Object.keys(qualityDimensionNames) as QualityDimension[];

/** One rule of a set. `direction`: whether the more of A among B is the better (higher) or the worse (lower). */
type QualityRule = {
	code: string;
	name: string;
	dimension: QualityDimension;
	direction: 'higher' | 'lower';
	weight: number;
};

/** One version of a set of rules by which data are assessed; assessments name the one they used. */
export type RuleSet = {
	code: string;
	version: string;
	name: string;
	effective: Day;
	document: string | null;
	/** Weights of the dimensions, of any sum: those not assessed are left out and the others stand for the whole. */
	weights: Record<QualityDimension, number>;
	rules: readonly QualityRule[];
};

/** Names of the standard's sub-indicators by dimension; those that count what is wrong are marked. */
const standard: Record<QualityDimension, readonly string[]> = {
	conformity: ['数据标准', '数据模型', '元数据', '业务规则', '权威参考数据', '安全规范'],
	completeness: ['数据元素完整性', '数据记录完整性'],
	accuracy: ['数据内容正确性', '数据格式合规性', '数据重复率', '数据唯一性', '脏数据出现率'],
	consistency: ['相同数据一致性', '关联数据一致性'],
	timeliness: ['基于时间段的正确性', '基于时间点的及时性', '时序性'],
	accessibility: ['可访问', '可用性'],
};
const wrongs = ['数据重复率', '脏数据出现率'];

/** The set as shipped: the standard gives no weights, so its dimensions weigh the same, and so do the rules of each. */
const national: RuleSet = {
	code: 'GB/T 36344-2018',
	version: '1',
	name: '信息技术 数据质量评价指标',
	effective: '2019-01-01' as Day,
	document: null,
	weights: { conformity: 1, completeness: 1, accuracy: 1, consistency: 1, timeliness: 1, accessibility: 1 },
	rules: qualityDimensions.flatMap((dimension, i) =>
		standard[dimension].map((name, j) => ({
			code: `0${i + 1}0${j + 1}`,
			name,
			dimension,
			direction: wrongs.includes(name) ? ('lower' as const) : ('higher' as const),
			weight: 1,
		})),
	),
};

/** The sets as shipped. */
export const ruleSets: readonly RuleSet[] = [national];
