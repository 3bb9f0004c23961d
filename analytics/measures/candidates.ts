import sql from '../../sql/queries/case_candidates.sql?raw';
import { asked, defineMeasure } from './measure.ts';

/** Calendar days between two receipts of one application, at most, where nobody says otherwise. */
export const WITHIN = 3;

/** Pairs of cases that look like one application told by two platforms; nothing is merged without a person. */
export const caseCandidates = defineMeasure({
	name: 'case_candidates',
	definition:
		'疑似同一申请：不同平台报送，申请方、提供方、目录项相同，收到日期相隔不超过所定天数，没有共同的国家或者上级编号，且尚未认定。相似程度＝相同目录项占两案目录项的百分比，每相隔1日减10。是否同一申请由人认定，系统不自行并案。',
	params: {
		...asked,
		/** Calendar days between the receipts, at most. */
		within: 'int',
		limit: 'int',
		offset: 'int',
	},
	columns: {
		one_id: 'text',
		other_id: 'text',
		/** Sources of the platforms where the two were filed. */
		one_source: 'int',
		other_source: 'int',
		one_on: 'day',
		other_on: 'day',
		demander: 'text',
		providers: 'texts',
		items: 'texts',
		same_items: 'int',
		all_items: 'int',
		days_apart: 'int',
		/** 0 to 100. */
		score: 'int',
		total: 'int',
	},
	sql,
});
