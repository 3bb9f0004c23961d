import items from '../../sql/queries/breach_items.sql?raw';
import sql from '../../sql/queries/breaches.sql?raw';
import { asked, defineMeasure } from './measure.ts';

const DEFINITION =
	'问题线索由系统按条例第三十九条、第四十条、第四十一条各项列出：一件（或者一项事实）在一项之下列一条，是否构成违反由人认定。未按时答复或者提供的，还须无正当理由。非法定时限的逾期只在条例有对应情形时列出，并注明非法定时限。';

/** One row per 件 or fact × item of Articles 39 to 41 that it may fall under, the latest first; a page of them. */
export const breaches = defineMeasure({
	name: 'breaches',
	definition: DEFINITION,
	params: {
		...asked,
		/** `39.4` … `41.3`; null: all. */
		items: 'texts?',
		departments: 'texts?',
		/** pending confirmed dismissed; null: all. */
		decided: 'texts?',
		/** Case numbers that contain this text. */
		search: 'text?',
		/** One case alone; null: all. */
		case_id: 'text?',
		limit: 'int',
		offset: 'int',
	},
	columns: {
		item: 'text',
		/** The body that would have broken the item. */
		department: 'text',
		department_name: 'text',
		/** The body that must put it right now. */
		held_by: 'text',
		held_by_name: 'text',
		/** Who may order it to: here | district | superior | vertical | other_organ. */
		jurisdiction: 'text',
		counterparty: 'text?',
		counterparty_name: 'text?',
		/** Null: a fact of no case. */
		case_id: 'text?',
		catalogue: 'text?',
		catalogue_title: 'text?',
		/** Clock of the 件; null: a fact. */
		clock: 'text?',
		/** False: the 件 runs under a local clock (非法定时限); null: a fact. */
		statutory: 'flag?',
		sharing: 'text?',
		round: 'int?',
		/** Where lines are counted: the line. */
		line: 'text?',
		/** Late under its clock. */
		late: 'flag',
		status: 'text?',
		due_on: 'day?',
		ended_on: 'day?',
		days_late: 'int?',
		hours_late: 'int?',
		/** The last day the matter's platform was heard of. */
		heard_on: 'day?',
		/** Overdue, and not known to be: nothing was heard of its platform after the due day. */
		unheard: 'flag',
		/** Codes of what was irregular, see cases/defects.ts. */
		defects: 'texts',
		/** Elements of a catalogue item that are empty. */
		missing: 'texts',
		/** What somebody recorded; null where the machine found it. */
		facts: 'text?',
		/** The event that is the fact. */
		event_id: 'text?',
		/** The day since which it stands. */
		since: 'day',
		/** confirmed | dismissed; null: nobody has decided (待认定). */
		decision: 'text?',
		decided_on: 'day?',
		/** Rows of the whole answer, the same on every row. */
		total: 'int',
	},
	sql,
});

/** One row per item of Articles 39 to 41, in their order, with the lengths of the lists behind it. */
export const breachItems = defineMeasure({
	name: 'breach_items',
	definition: DEFINITION,
	params: { ...asked, departments: 'texts?' },
	columns: {
		item: 'text',
		article: 'text',
		says: 'text',
		/** provider | demander | authority */
		liable: 'text',
		/** Only without justification (第三十九条第四项). */
		excusable: 'flag',
		total: 'int',
		pending: 'int',
		confirmed: 'int',
		dismissed: 'int',
	},
	sql: items,
});
