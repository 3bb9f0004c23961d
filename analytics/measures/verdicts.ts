import ordersSql from '../../sql/queries/orders.sql?raw';
import sql from '../../sql/queries/verdicts.sql?raw';
import { asked, defineMeasure } from './measure.ts';

/** What the authority decided that a scheme counts by itself: model cases and orders refused, the latest first. */
export const verdicts = defineMeasure({
	name: 'verdicts',
	definition:
		'典型案例以上级机关的文件为准，由主管部门登记，一份文件计一件，按登记之日归期；拒不改正须有责令改正在先、期限已满，由主管部门认定，按认定之日归期，同一责令先后认定的以最后一次为准。更正、撤回的保留并标明。',
	params: asked,
	columns: {
		seq: 'int',
		event_id: 'text',
		/** model_case | order_refused */
		fact: 'text',
		department: 'text',
		department_name: 'text',
		/** The day it counts by. */
		told_on: 'day',
		told_at: 'instant',
		/** Account that registered it. */
		officer: 'text?',
		document: 'text?',
		/** The order, by its number or its event; of a model case the document. */
		about: 'text',
		/** False: it was decided that the order was not refused. */
		refused: 'flag',
		title: 'text?',
		recognised_by: 'text?',
		/** Date of the document by which a model case was recognised. */
		issued_on: 'day?',
		reason: 'text?',
		order_document: 'text?',
		ordered_on: 'day?',
		deadline_on: 'day?',
		/** Id of the registration that it replaces, and why. */
		corrects: 'text?',
		correction_reason: 'text?',
		/** counts | replaced | denied | without_order | corrected | retracted */
		standing: 'text',
		retracted_at: 'instant?',
		retracted_by: 'text?',
		retraction_reason: 'text?',
		/** The last place in the ledger at which anything of the kind was told, the same on every row. */
		latest: 'int',
	},
	sql,
});

/** Orders to put something right, the latest deadline first: what can be refused, once its deadline is over. */
export const orders = defineMeasure({
	name: 'orders',
	definition: '截至所选日作出的责令改正，及其期限是否届满、是否核查通过；撤回的不列。',
	params: asked,
	columns: {
		event_id: 'text',
		department: 'text',
		department_name: 'text',
		document: 'text?',
		case_id: 'text?',
		ordered_on: 'day',
		deadline_on: 'day?',
		/** Its deadline is over. */
		over: 'flag',
		/** Calendar days past the deadline; null: within it, or none was set. */
		overrun: 'int?',
		/** What was to be put right was verified. */
		passed: 'flag',
	},
	sql: ordersSql,
});
