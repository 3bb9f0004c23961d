import sql from '../../sql/queries/knowledge.sql?raw';
import { asked, defineMeasure } from './measure.ts';

/** Which place of the ledger was reached by the end of a day: what “as known then” means. */
export const knowledge = defineMeasure({
	name: 'knowledge',
	definition: '截至日24时账本收到的最后一条事件：“按当日所知”即只计入到这一条为止的事件。',
	params: asked,
	columns: {
		/** 0: nothing had been received. */
		seq: 'int',
		received_at: 'instant?',
	},
	sql,
});
