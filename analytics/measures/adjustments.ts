import sql from '../../sql/queries/adjustments.sql?raw';
import { asked, defineMeasure } from './measure.ts';

/** 口径调整: what lies between two spans that are compared, so that the difference is not of conduct alone. */
export const adjustments = defineMeasure({
	name: 'adjustments',
	definition:
		'区间首日之后、末日以前生效的口径、评分方案、质量评估规则、工作日历和机构变动。环比、同比的基期首日至本期末日之间有变动的，标明口径调整。',
	params: { ...asked, from: 'day', to: 'day' },
	columns: {
		seq: 'int',
		type: 'text',
		effective_on: 'day',
		/** Bodies that a change of organisation concerns; null: it concerns every body. */
		codes: 'texts?',
		/** The event as JSON. */
		body: 'text',
	},
	sql,
});
