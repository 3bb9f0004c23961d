import cases from '../../sql/queries/pattern_cases.sql?raw';
import sql from '../../sql/queries/patterns.sql?raw';
import { asked, defineMeasure } from './measure.ts';
import { REFILED_WITHIN } from './restarts.ts';

/** Patterns of evasion, in the order in which they are shown (sql/duckdb/181 and 182). */
export const patternCodes = [
	'repeated_notice',
	'last_day',
	'refiled',
	'backdated',
	'reclassified',
	'transfers',
	'withdrawn_late',
	'extended_unconditional',
	'undelivered',
	'dead_delivery',
	'unverified',
	'corrections_crowded',
] as const;

/** Thresholds where nobody says otherwise; interpretation.md (规避迹象) says why. */
export const THRESHOLDS = {
	/** Working days before the statutory due day within which a notice is a last-minute one. */
	near: 2,
	/** Replies in the period from which on a share on the last day tells something, and that share in per cent. */
	replies_least: 5,
	last_day_share: 80,
	/** Calendar days within which a new request may be the earlier one under a new number. */
	refiled_within: REFILED_WITHIN,
	/** Calendar days after the receipt within which another sharing type is suspicious. */
	reclassified_within: 30,
	/** Transfers of one line. */
	transfers_least: 2,
	/** Working days past the due day of a delivery that was agreed to. */
	undelivered_days: 20,
	/** Days with calls, all of them failed, within thirty calendar days after the delivery. */
	dead_days: 3,
	/** Correction requests of one demander to one provider in the last calendar days of a quarter. */
	corrections_least: 10,
	quarter_end_days: 10,
} as const;

const thresholds = {
	near: 'int',
	replies_least: 'int',
	last_day_share: 'int',
	refiled_within: 'int',
	reclassified_within: 'int',
	transfers_least: 'int',
	undelivered_days: 'int',
	dead_days: 'int',
	corrections_least: 'int',
	quarter_end_days: 'int',
} as const satisfies Record<keyof typeof THRESHOLDS, 'int'>;

const DEFINITION =
	'规避迹象：办理过程中可能规避时限或者考核的情形，按列明的条件逐件检出，按迹象发生之日归入统计区间，列在当日承担职责的机构名下。只供核查，不计分、不作为认定依据；办理可能合法合理，须由人核实。';

/** One row per pattern × body: how many cases show it. A person looks; nothing is scored by it. */
export const patterns = defineMeasure({
	name: 'patterns',
	definition: DEFINITION,
	params: { ...asked, from: 'day', to: 'day', ...thresholds, patterns: 'texts?', departments: 'texts?' },
	columns: {
		/** One of `patternCodes`. */
		pattern: 'text',
		department: 'text',
		department_name: 'text',
		cases: 'int',
		last_on: 'day',
	},
	sql,
});

/** One row per case in which a pattern shows: the list behind each count, the latest first; a page of it. */
export const patternCases = defineMeasure({
	name: 'pattern_cases',
	definition: DEFINITION,
	params: {
		...patterns.params,
		/** Case numbers that contain this text. */
		search: 'text?',
		limit: 'int',
		offset: 'int',
	},
	columns: {
		pattern: 'text',
		case_id: 'text',
		clock: 'text?',
		department: 'text',
		department_name: 'text',
		counterparty: 'text?',
		counterparty_name: 'text?',
		catalogue: 'text?',
		catalogue_title: 'text?',
		/** The day on which it shows. */
		on_day: 'day',
		/** The number that the pattern rests on: notices, days, transfers, per cent …; null: none. */
		figure: 'real?',
		total: 'int',
	},
	sql: cases,
});
