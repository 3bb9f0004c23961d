import type { Range } from '#analytics/ledger/back-fills.ts';
import { boundsInNumbers, boundsInTime } from '../range.ts';
import type { Column, Scan } from './table.ts';

/** Types of a time. */
export const TIME = /^(date|datetime|timestamp)/;
/** Types whose values can number the rows one by one. */
export const SEQUENCE = /^(smallint|integer|bigint|numeric|decimal|signed|unsigned)/;

/** The scan within a range of its order; times are read in the zone (IANA name). Throws WrongRange. */
export function within(scan: Scan, range: Range, zone: string): Scan {
	const { from, until } = SEQUENCE.test(scan.order.type) ? numbers(range) : times(range, scan.order, zone);
	const begins = scan.after === null && from !== null ? { at: from, back: 0 } : null;
	return { ...scan, from: begins, until };
}

function numbers(range: Range): { from: string | null; until: string | null } {
	const { from, last } = boundsInNumbers(range);
	return { from: from === null ? null : String(from), until: last === null ? null : String(last + 1n) };
}

/** Times that are stored in UTC are told in UTC, all others as the zone's clocks show them. */
function times(range: Range, { form }: Column, zone: string): { from: string | null; until: string | null } {
	const { from, until, ahead } = boundsInTime(range, zone);
	const told = (at: number | null) =>
		at === null
			? null
			: new Date(form === 'instant' ? at : at + ahead(at)).toISOString().slice(0, 19).replace('T', ' ');
	return { from: told(from), until: told(until) };
}
