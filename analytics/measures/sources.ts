import sql from '../../sql/queries/sources.sql?raw';
import { asked, defineMeasure } from './measure.ts';

/** One row per source that has sent an event: how much, how fresh, and whether its daily heartbeat came. */
export const sources = defineMeasure({
	name: 'sources',
	definition: '各报送平台的事件数、最近事件时间与最近一次对账日报。',
	params: { ...asked },
	columns: {
		source_id: 'int',
		events: 'int',
		last_occurred_at: 'instant',
		last_received_at: 'instant',
		last_heartbeat_on: 'day?',
		/** Working days from the last heartbeat to the day asked; null: never sent one. */
		silent_workdays: 'int?',
	},
	sql,
});
