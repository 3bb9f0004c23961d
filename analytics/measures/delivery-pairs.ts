import gaps from '../../sql/queries/delivery_gaps.sql?raw';
import pairs from '../../sql/queries/delivery_pairs.sql?raw';
import { asked, defineMeasure } from './measure.ts';

/** Working days that a demander has to accept or reject a delivery, where nobody says otherwise. */
export const CONFIRM_WITHIN = 5;

const definition =
	'提供与接收不符：已提供而需求部门超过所定工作日数既未验收也未提出异议；有验收而无提供；有使用记录而无提供。提供以计时的办结为准，更正、撤销的报送不计。';

/** Deliveries that one side reports and the other does not (第二十二条): the list. */
export const deliveryPairs = defineMeasure({
	name: 'delivery_pairs',
	definition,
	params: {
		...asked,
		/** unconfirmed | accepted_only | used_only; null: all */
		kinds: 'texts?',
		/** Providing departments. */
		departments: 'texts?',
		/** Working days that the demander has to accept or reject. */
		days: 'int',
		limit: 'int',
		offset: 'int',
	},
	columns: {
		kind: 'text',
		case_id: 'text',
		line: 'text',
		department: 'text?',
		department_name: 'text?',
		counterparty: 'text?',
		counterparty_name: 'text?',
		catalogue: 'text?',
		catalogue_title: 'text?',
		since_on: 'day',
		/** Working days since. */
		days: 'int',
		total: 'int',
	},
	sql: pairs,
});

/** The same by providing department: how many of each kind. */
export const deliveryGaps = defineMeasure({
	name: 'delivery_gaps',
	definition,
	params: { ...asked, days: 'int' },
	columns: {
		department: 'text?',
		department_name: 'text?',
		unconfirmed: 'int',
		accepted_only: 'int',
		used_only: 'int',
		total: 'int',
	},
	sql: gaps,
});
