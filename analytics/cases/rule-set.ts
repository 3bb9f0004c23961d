import { z } from 'zod';
import { qualityDimensions } from '#analytics/law/rule-sets.ts';
import { day, text } from './fields.ts';

const weight = z.number().positive().max(1000);

/** One version of a set of rules for assessing quality, as an event carries it; a later one of the same code and version replaces it. */
export const ruleSetSchema = z.strictObject({
	code: text,
	version: text,
	name: text,
	effective: day,
	document: text,
	weights: z.strictObject(Object.fromEntries(qualityDimensions.map(dimension => [dimension, weight]))),
	rules: z
		.array(
			z.strictObject({
				code: text,
				name: text,
				dimension: z.enum(qualityDimensions),
				direction: z.enum(['higher', 'lower']),
				weight: weight.default(1),
			}),
		)
		.min(1)
		.refine(rules => new Set(rules.map(rule => rule.code)).size === rules.length, '规则代码不得重复'),
});
