import causes from '../../sql/queries/restatement_causes.sql?raw';
import figures from '../../sql/queries/restatement_figures.sql?raw';
import units from '../../sql/queries/restatements.sql?raw';
import { asked, defineMeasure } from './measure.ts';

const narrowed = {
	/** `known` is the later place in the ledger. */
	...asked,
	from: 'day',
	to: 'day',
	/** The earlier place in the ledger. */
	known_before: 'int',
	/** As in `indicators`. */
	indicators: 'texts?',
	departments: 'texts?',
	kinds: 'texts?',
	regions: 'texts?',
	catalogues: 'texts?',
} as const;

const DEFINITION =
	'同一统计区间、同一截至日，按账本两处所知分别计算，逐单位比较：新增、移出和变化的单位各列一行；各行“此后减此前”之和，等于两次数值分子、分母之差。一件由一个部门转归另一部门的，列为两行：原部门移出，现部门新增。';

/** One row per unit that counts otherwise than it did: 更正清单. */
export const restatements = defineMeasure({
	name: 'restatements',
	definition: DEFINITION,
	params: {
		...narrowed,
		/** appeared | vanished | changed; null: all. */
		changes: 'texts?',
		limit: 'int',
		offset: 'int',
	},
	columns: {
		indicator: 'text',
		department: 'text',
		department_name: 'text',
		counterparty: 'text?',
		counterparty_name: 'text?',
		case_id: 'text?',
		clock: 'text?',
		sharing: 'text?',
		round: 'int?',
		line: 'text?',
		catalogue: 'text?',
		catalogue_title: 'text?',
		service: 'text?',
		event_id: 'text?',
		/** appeared | vanished | changed */
		change: 'text',
		/** The day it counts by; null, like all figures of a side: it did (does) not count. */
		on_day_before: 'day?',
		on_day_after: 'day?',
		num_before: 'real?',
		num_after: 'real?',
		den_before: 'real?',
		den_after: 'real?',
		outcome_before: 'text?',
		outcome_after: 'text?',
		excused_before: 'flag?',
		excused_after: 'flag?',
		/** Rows of the whole answer, the same on every row. */
		total: 'int',
	},
	sql: units,
});

/** One row per indicator × department that has such a unit: its figure before and after, and how many units moved it. */
export const restatementFigures = defineMeasure({
	name: 'restatement_figures',
	definition: DEFINITION,
	params: narrowed,
	columns: {
		indicator: 'text',
		/** Null: all bodies together. */
		department: 'text?',
		department_name: 'text?',
		appeared: 'int',
		vanished: 'int',
		changed: 'int',
		units_before: 'int',
		units_after: 'int',
		num_before: 'real',
		num_after: 'real',
		den_before: 'real?',
		den_after: 'real?',
		/** As `value` and `adjudicated` of `indicators`. */
		value_before: 'real?',
		value_after: 'real?',
		adjudicated_before: 'real?',
		adjudicated_after: 'real?',
	},
	sql: figures,
});

/** What lies between the two places: events about the subjects asked about, and changes of the law and of organisations. */
export const restatementCauses = defineMeasure({
	name: 'restatement_causes',
	definition:
		'两处所知之间入账、与所问事项（案件、事件、目录、服务）有关的事件，以及其间的口径、日历、规则和机构变动。',
	params: {
		...asked,
		known_before: 'int',
		/** Case, event, catalogue or service codes. */
		subjects: 'texts?',
		limit: 'int',
		offset: 'int',
	},
	columns: {
		/** Which of the subjects it concerns; null: it is a change of the law or of organisations. */
		subject: 'text?',
		seq: 'int',
		type: 'text',
		case_id: 'text?',
		department: 'text',
		department_name: 'text',
		event_id: 'text',
		occurred_at: 'instant',
		day_only: 'flag',
		received_at: 'instant',
		corrects: 'text?',
		retracts: 'text?',
		/** The event as JSON. */
		body: 'text',
	},
	sql: causes,
});
