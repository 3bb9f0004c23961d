import sql from '../../sql/queries/enactments.sql?raw';
import { asked, defineMeasure } from './measure.ts';

/** What was put into force: policy versions, years of the calendar and overlays, the latest first. */
export const enactments = defineMeasure({
	name: 'enactments',
	definition: '主管部门登记的口径版本与工作日历，自登记之时起对此后的计算有效。',
	params: asked,
	columns: {
		/** Place in the ledger; what it moved is the measure `moves`. */
		seq: 'int',
		/** policy.adopted | calendar.adopted */
		type: 'text',
		enacted_at: 'instant',
		/** Account that did it. */
		officer: 'text?',
		/** The event as JSON ({type, subject, data}). */
		body: 'text',
	},
	sql,
});
