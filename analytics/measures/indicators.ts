import months from '../../sql/queries/indicator_months.sql?raw';
import units from '../../sql/queries/indicator_units.sql?raw';
import sql from '../../sql/queries/indicators.sql?raw';
import latest from '../../sql/queries/latest_units.sql?raw';
import { reported } from './coverage.ts';
import { asked, defineMeasure } from './measure.ts';

const narrowed = {
	...asked,
	from: 'day',
	to: 'day',
	/** Codes of analytics/law/indicators.ts; null: all. */
	indicators: 'texts?',
	departments: 'texts?',
	/** department | district | vertical | other_organ | authority: the level of the body. */
	kinds: 'texts?',
	/** Division codes of the body. */
	regions: 'texts?',
	/** Catalogue items. */
	catalogues: 'texts?',
} as const;

const DEFINITION =
	'各指标按其口径逐单位汇总：分子之和÷分母之和；分母为零的没有数值，并注明原因（没有应办事项、未报送、不可计量）。认定为有正当理由的逾期，从认定后数值的分子、分母中一并剔除；事实数值不变。';

/** What an indicator comes to. */
const figure = {
	/** Units in the population, of them those that nobody reported on. */
	units: 'int',
	unreported: 'int',
	/** Units whose lateness was found justified (正当理由). */
	excused: 'int',
	num: 'real',
	den: 'real?',
	/** Factual: nothing forgiven. A share is 0–1; null: see `reason`. */
	value: 'real?',
	adjudicated_num: 'real',
	adjudicated_den: 'real?',
	/** Without justified lateness. */
	adjudicated: 'real?',
	/** no_obligations | not_reported | not_measurable; null: there is a value. */
	reason: 'text?',
	/** Fewer units than a ranking needs. */
	too_few: 'flag',
} as const;

/** One row per body × indicator of its role, and one per indicator for all bodies together (department null). */
export const indicatorFigures = defineMeasure({
	name: 'indicators',
	definition: DEFINITION,
	params: narrowed,
	columns: {
		/** Null: all bodies together. */
		department: 'text?',
		department_name: 'text?',
		/** department | district | vertical | other_organ | authority */
		level: 'text?',
		region: 'text?',
		identified: 'flag',
		/** ranked | listed */
		treated: 'text',
		indicator: 'text',
		/** timeliness | quality | application | safeguards | authority */
		dimension: 'text',
		/** provider | demander | authority */
		role: 'text',
		...figure,
		...reported,
	},
	sql,
});

/** One row per unit: the list behind each figure of `indicators`, the latest first; a page of it. */
export const indicatorUnits = defineMeasure({
	name: 'indicator_units',
	definition: DEFINITION,
	params: { ...narrowed, outcomes: 'texts?', limit: 'int', offset: 'int' },
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
		/** The source that tells the fact; null: a 件. */
		source_id: 'int?',
		event_id: 'text?',
		/** The day it counts by. */
		on_day: 'day',
		num: 'real',
		den: 'real?',
		outcome: 'text?',
		excused: 'flag',
		/** Rows of the whole answer, and their sums; the same on every row. */
		total: 'int',
		total_num: 'real',
		total_den: 'real?',
		...reported,
	},
	sql: units,
});

/** One row per unit among the latest of each indicator × outcome: what a page shows of several lists at once. */
export const latestUnits = defineMeasure({
	name: 'latest_units',
	definition: DEFINITION,
	params: { ...narrowed, each: 'int' },
	columns: {
		indicator: 'text',
		outcome: 'text?',
		/** Units of the indicator with this outcome. */
		total: 'int',
		department: 'text',
		department_name: 'text',
		case_id: 'text?',
		clock: 'text?',
		line: 'text?',
		catalogue: 'text?',
		catalogue_title: 'text?',
		service: 'text?',
		/** The source that tells the fact; null: a 件. */
		source_id: 'int?',
		/** The day it counts by. */
		on_day: 'day',
	},
	sql: latest,
});

/**
 * One row per whole month that a span touches, with what an indicator comes to, of the bodies asked about taken together: what
 * `indicators` says of each month, in one question.
 */
export const indicatorMonths = defineMeasure({
	name: 'indicator_months',
	definition:
		'一项指标逐月的数值：各项归入其归期之日所在的月，分子之和÷分母之和；时点指标为月末日24时的数，截至日所在月为截至日的数。',
	params: {
		...asked,
		from: 'day',
		to: 'day',
		indicator: 'text',
		departments: 'texts?',
		/**
		 * by_day: its units belong to one day each, and one policy holds for the span · by_month: each month by itself ·
		 * at_month_end: a stock. What does not fit the indicator has no rows.
		 */
		counted: 'text',
	},
	columns: {
		month: 'text',
		indicator: 'text',
		/** The day that a stock is counted on. */
		counted_on: 'day?',
		...figure,
	},
	sql: months,
});
