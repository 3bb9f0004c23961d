import foretoldSql from '../../sql/queries/foretold.sql?raw';
import riskSql from '../../sql/queries/risk.sql?raw';
import { asked, defineMeasure, ruled } from './measure.ts';

/** One row per 件 under way: the probability that it becomes overdue, from the past of the same clock (sql/duckdb/100_risk_on.sql). */
export const risk = defineMeasure({
	name: 'risk',
	definition:
		'逾期可能性：在办事项已用净工作日（扣除中止的天数）而尚未办结的条件下，到期日24时仍未办结的估计概率。依据近24个月起算的同一时限事项，用乘积极限法（Kaplan-Meier）计算，未办结的按截至当时尚未办结计入，已撤回、已转办和中止计时的不计入；当日未过完的，按上一工作日终了计算。本部门已办结不足20件，或者其中用时比本件更长的不足5件的，改用各部门同一时限的历史；仍不足的不作估计。不考虑此后可能的延期。仅供安排工作，不进入任何得分。',
	params: {
		...asked,
		...ruled,
		/** Clock names; null: all statutory ones. */
		clocks: 'texts?',
		/** Bodies that must act on the day. */
		departments: 'texts?',
		/** own | all | none; null: all three. */
		bases: 'texts?',
		/** Only what has this probability at least (0–1). */
		least: 'real?',
		/** Only what belongs to this case. */
		case_id: 'text?',
		/** What comes first: probability (the highest; null says the same) | due_on (the earliest). */
		by: 'text?',
		limit: 'int',
		offset: 'int',
	},
	columns: {
		case_id: 'text',
		/** Who must act on the day. */
		department: 'text',
		department_name: 'text',
		counterparty: 'text?',
		counterparty_name: 'text?',
		clock: 'text',
		sharing: 'text?',
		round: 'int',
		line: 'text?',
		catalogue: 'text?',
		catalogue_title: 'text?',
		lines: 'int',
		started_on: 'day',
		due_on: 'day',
		provisional: 'flag',
		/** Working days still left, the day asked about not counted. */
		days_left: 'int',
		/** Net working days that are over, pauses taken out. */
		elapsed: 'int',
		/** Net working days from start to due day. */
		allowed: 'int',
		/** own: the body's own past · all: that of every body · none: too thin, no estimate. */
		basis: 'text',
		/** 件 of that past that have finished. */
		history: 'int?',
		/** 件 of that past that lasted longer than this one has so far: what the estimate rests on. */
		at_risk: 'int?',
		/** 0 to 1; null: no estimate. */
		probability: 'real?',
		/** Of the whole answer, the same on every row: how many, how many with an estimate, and the sum of the probabilities. */
		total: 'int',
		estimated: 'int',
		expected: 'real',
	},
	sql: riskSql,
});

/** What `risk` foretold on an earlier day beside what came of it, to be compared by analytics/statistics/calibration.ts. */
export const foretold = defineMeasure({
	name: 'foretold',
	definition:
		'逾期可能性的回测：以过去某日在办的事项为对象，只用截至该日已发生的情况作出估计，与此后是否逾期对照；至截至日尚未到期或者已撤回、已转办的不计入。',
	params: {
		...asked,
		...ruled,
		/** The earlier day; a day not before `as_of` has no rows. */
		told_on: 'day',
		clocks: 'texts?',
		departments: 'texts?',
	},
	columns: {
		case_id: 'text',
		department: 'text',
		clock: 'text',
		basis: 'text',
		probability: 'real',
		/** It became overdue, whether or not it was finished since. */
		overdue: 'flag',
	},
	sql: foretoldSql,
});
