import sql from '../../sql/queries/trend.sql?raw';
import { asked, defineMeasure, ruled } from './measure.ts';

/** One row per month × statutory clock in the span; months without obligations have rate null. */
export const trend = defineMeasure({
	name: 'trend',
	definition: '各月按时率：按有效到期日归入月份。',
	params: { ...asked, ...ruled, from: 'day', to: 'day', departments: 'texts?' },
	columns: { month: 'text', clock: 'text', due: 'int', on_time: 'int', rate: 'real?' },
	sql,
});
