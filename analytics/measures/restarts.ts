import sql from '../../sql/queries/restarts.sql?raw';
import { asked, defineMeasure } from './measure.ts';

/** Calendar days after which a new request is no longer suspected, where nobody says otherwise. */
export const REFILED_WITHIN = 30;

/** One row per request that may be an earlier one under a new number: a person looks; nothing is merged or scored by it. */
export const restarts = defineMeasure({
	name: 'restarts',
	definition:
		'疑似换号重报：同一需求部门就同一目录向同一提供部门，在前一申请撤回、补正逾期中止、以材料不全拒绝或者告知补正之后若干个自然日内，以新编号再次提出的申请；有几个前案的，列最近的一个。只供核查，不合并、不计分。推后为后案到期日晚于前案到期日的工作日数。',
	params: {
		...asked,
		/** Calendar days after which a new request is no longer suspected. */
		refiled_within: 'int',
		departments: 'texts?',
		/** Only what concerns this case, earlier or later. */
		case_id: 'text?',
		limit: 'int',
		offset: 'int',
	},
	columns: {
		earlier_case: 'text',
		later_case: 'text',
		department: 'text',
		department_name: 'text',
		counterparty: 'text',
		counterparty_name: 'text',
		catalogue: 'text',
		catalogue_title: 'text?',
		/** withdrawn | lapsed | refused_for_materials | notice */
		how: 'text',
		how_on: 'day',
		earlier_due_on: 'day?',
		received_on: 'day',
		later_due_on: 'day?',
		/** The case asked about is the later one; null: none was. */
		is_later: 'flag?',
		/** Calendar days from `how_on` to the later receipt. */
		apart: 'int',
		/** Working days by which the due day moved; null where one of the two has none. */
		gained: 'int?',
		total: 'int',
	},
	sql,
});
