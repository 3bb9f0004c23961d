import days from '../../sql/queries/coverage.sql?raw';
import bodies from '../../sql/queries/coverage_bodies.sql?raw';
import platforms from '../../sql/queries/coverage_platforms.sql?raw';
import gaps from '../../sql/queries/sequence_gaps.sql?raw';
import { asked, defineMeasure } from './measure.ts';

/** Share of complete days below which a figure is stamped 数据不完整: `complete_from()` of sql/duckdb/098_coverage_on.sql. */
export const COMPLETE_FROM = 0.95;

const DEFINITION =
	'各平台自首次报送对账日报之日起，每个工作日应报送一份；以日报所列各类事件数核对当日收到的数据：如数的为完整，收到少于所列的为缺数，未报送日报的为未报，日报未列件数或者平台从未报送日报的为无法核对。主管部门向平台核对的，以平台最近一次答复或者日报所列为准。完整率＝完整的平台日÷可以核对的平台日；低于95%的，其数据标注“数据不完整”。';

const spanned = { ...asked, from: 'day', to: 'day' } as const;

/** Platform-days by state. */
const counts = { complete: 'int', short: 'int', silent: 'int', unchecked: 'int' } as const;

/** What a measure says of the reporting behind each of its figures, by the body it counts for. */
export const reported = {
	/** Platforms behind the figure; 0: no platform tells of the body. */
	platforms: 'int',
	...counts,
	/** One of them is silent on the day asked. */
	quiet: 'flag',
	/** 数据不完整; null: nothing can be checked. */
	incomplete: 'flag?',
} as const;

/** One row per platform × day on which it owed or sent its heartbeat: what it counts against what arrived. */
export const coverage = defineMeasure({
	name: 'coverage',
	definition: DEFINITION,
	params: { ...spanned, source_id: 'int?', states: 'texts?', owed: 'flag?', limit: 'int', offset: 'int' },
	columns: {
		source_id: 'int',
		day: 'day',
		/** It owed a heartbeat: a working day that is over. */
		expected: 'flag',
		/** It sent one. */
		beat: 'flag',
		/** What it counts is what it answered when asked, not its heartbeat. */
		asked: 'flag',
		/** Events it counts for the day, and those we have; null: it counts nothing. */
		told: 'int?',
		got: 'int?',
		/** Of those counted, how many did not arrive. */
		lacking: 'int?',
		/** `type told got` for every type in which they differ. */
		differences: 'texts',
		/** complete | short | silent | unchecked */
		state: 'text',
		total: 'int',
	},
	sql: days,
});

/** One row per platform: its days of the period, and whether it is silent on the day asked. */
export const coveragePlatforms = defineMeasure({
	name: 'coverage_platforms',
	definition: DEFINITION,
	params: spanned,
	columns: {
		source_id: 'int',
		last_heartbeat_on: 'day?',
		/** The first working day after its last heartbeat that was over before the day asked; null: it is not silent, or never sent any. */
		silent_since: 'day?',
		/** Heartbeats owed, and of these received. */
		expected: 'int',
		received: 'int',
		...counts,
		/** Events counted by the platform that did not arrive. */
		lacking: 'int',
	},
	sql: platforms,
});

/** One row per body whose figures rest on a platform: how complete they are in the period. */
export const coverageBodies = defineMeasure({
	name: 'coverage_bodies',
	definition: DEFINITION,
	params: { ...spanned, departments: 'texts?' },
	columns: {
		department: 'text',
		department_name: 'text',
		/** Source numbers of the platforms behind its figures, and of those that are silent on the day asked. */
		sources: 'texts',
		silent_sources: 'texts',
		...counts,
		/** Complete days of those that can be checked (0–1); null: none can. */
		share: 'real?',
		/** 数据不完整; null: nothing can be checked. */
		incomplete: 'flag?',
	},
	sql: bodies,
});

/** One row per run of numbers that lacks between two that a platform gave to its events (`data.sequence`). */
export const sequenceGaps = defineMeasure({
	name: 'sequence_gaps',
	definition:
		'缺号：平台给所报事件逐条加一地编号的，按已收到的最小号至最大号逐号核对，没有收到的列为缺号；缺口前后两号的写入日期落在统计区间的列出。被拒收的也在缺号之列。',
	params: { ...spanned, source_id: 'int?', limit: 'int', offset: 'int' },
	columns: {
		source_id: 'int',
		/** The first and the last number that lacks, and how many that is. */
		first_no: 'real',
		last_no: 'real',
		lacking: 'real',
		/** Days on which the numbers before and after were written. */
		after_on: 'day',
		before_on: 'day',
		/** Rows of the whole answer, and numbers lacking in it. */
		total: 'int',
		lacking_total: 'real',
	},
	sql: gaps,
});
