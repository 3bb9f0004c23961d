import sql from '../../sql/queries/rule_sets.sql?raw';
import { asked, defineMeasure } from './measure.ts';

/** One row per version of a set of rules for assessing quality. */
export const ruleSets = defineMeasure({
	name: 'rule_sets',
	definition:
		'质量评估规则集的各个版本；评估按其写明的规则集和版本计分，没有写版本的，以评估当日已施行的最近版本为准。',
	params: asked,
	columns: {
		/** 0: shipped. */
		seq: 'int',
		code: 'text',
		version: 'text',
		name: 'text',
		effective: 'day',
		/** Null only for the set as shipped. */
		document: 'text?',
		/** Weights of the dimensions, JSON. */
		weights: 'text',
		/** Rules with name, dimension, direction and weight, JSON. */
		rules: 'text',
		in_force: 'flag',
	},
	sql,
});
