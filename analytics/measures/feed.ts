import list from '../../sql/queries/feed_findings.sql?raw';
import sums from '../../sql/queries/feed_quality.sql?raw';
import { asked, defineMeasure } from './measure.ts';

const DEFINITION =
	'报送质量：按平台写入时间（北京时间的日）落在统计区间的事件统计。记录早于办理、平台时钟超前以相差5分钟以上计；记录迟于办理72小时以上（只写日期的，自当日24时起算）为补录；收到迟于记录24小时以上为迟报，接入以前写入的历史数据不计；有答复而本案没有收到、有提供而本案没有答复的，为缺环节；平台自报的办理用时与按其所报时间核算的不同（工作日不等，或者小时数相差1小时以上）的，为自报用时不符，工作日不计起算日和中止的日子。更正、撤回的事件不计。只供核查，不计分。';

/** One row per event of a platform × what is amiss with how it was sent (sql/duckdb/099_feed_findings.sql). */
export const feedFindings = defineMeasure({
	name: 'feed_findings',
	definition: DEFINITION,
	params: { ...asked, from: 'day', to: 'day', source_id: 'int?', kinds: 'texts?', limit: 'int', offset: 'int' },
	columns: {
		/** before_act | ahead | recorded_late | sent_late | no_receipt | no_reply | took_differs */
		kind: 'text',
		source_id: 'int',
		seq: 'int',
		event_id: 'text',
		type: 'text',
		case_id: 'text?',
		department: 'text',
		occurred_at: 'instant',
		day_only: 'flag',
		recorded_at: 'instant',
		received_at: 'instant',
		/** By how much the two times differ; null where it is not about times. */
		minutes: 'int?',
		/** The duration that the platform states, and the nearest one counted, in `wd` (working days) or `hours`; null: it is about something else. */
		stated: 'real?',
		counted: 'real?',
		unit: 'text?',
		/** Rows of the whole answer, the same on every row. */
		total: 'int',
	},
	sql: list,
});

/** The rows of `feed_findings` counted by platform and kind, of the events that it wrote. */
export const feedQuality = defineMeasure({
	name: 'feed_quality',
	definition: DEFINITION,
	params: { ...asked, from: 'day', to: 'day' },
	columns: {
		source_id: 'int',
		kind: 'text',
		found: 'int',
		/** Events that the platform wrote in the period. */
		events: 'int',
		share: 'real?',
		minutes_median: 'int?',
		minutes_most: 'int?',
	},
	sql: sums,
});
