import sql from '../../sql/queries/doubts.sql?raw';
import { asked, defineMeasure } from './measure.ts';

/** One row per doubt about a case (missing start, stop before start …): kept out of every rate, never out of sight. */
export const doubts = defineMeasure({
	name: 'doubts',
	definition: '数据存疑：事件之间互相矛盾或缺少起算事件的案件，不计入任何按时率，待核实。',
	params: { ...asked, limit: 'int', offset: 'int' },
	columns: { case_id: 'text', line: 'text', code: 'text', message: 'text', event_id: 'text?', total: 'int' },
	sql,
});
