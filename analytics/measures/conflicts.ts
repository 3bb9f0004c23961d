import sql from '../../sql/queries/conflicts.sql?raw';
import { asked, defineMeasure } from './measure.ts';

/** Acts that two platforms tell differently, or that the platform of record does not tell (domain trap 16). */
export const conflicts = defineMeasure({
	name: 'conflicts',
	definition:
		'平台所报不一致：同一申请由两个平台报送，同一行为的办理日期、结果等不同，或者基准平台没有报送。计时以基准平台为准，基准平台没有的以另一平台所报为准；同一日内钟点不同的不列。',
	params: {
		...asked,
		/** platforms_differ | not_by_record; null: both */
		codes: 'texts?',
		limit: 'int',
		offset: 'int',
	},
	columns: {
		case_id: 'text',
		line: 'text',
		code: 'text',
		message: 'text',
		event_id: 'text?',
		act: 'text',
		differ: 'texts',
		followed_source: 'int',
		followed_at: 'instant?',
		followed_day_only: 'flag',
		followed_says: 'text?',
		other_source: 'int',
		other_at: 'instant?',
		other_day_only: 'flag',
		other_says: 'text?',
		total: 'int',
	},
	sql,
});
