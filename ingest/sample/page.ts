import type { Instant } from '#analytics/law/day.ts';
import type { Row, SampleEvent } from './casefile.ts';

/** What a platform answers to GET /events. */
export type Page = { events: SampleEvent[]; next: string; more: boolean };

/**
 * The rows after a cursor that were written before `now`, at least `limit` of them where there are as many.
 * A page ends with every row of its last instant, so that no row is lost or served twice between two pages.
 * @param rows in the order of `at`
 * @param after '' from the beginning, else the `next` of the page before. Throws RangeError on any other text
 */
export function pageOf(rows: readonly Row[], after: string, limit: number, now: Instant): Page {
	const seen = after === '' ? Number.NEGATIVE_INFINITY : readCursor(after);
	const start = firstAfter(rows, seen);
	const visible = Math.max(start, firstAfter(rows, now - 1));
	let end = Math.min(start + limit, visible);
	while (end > start && end < visible && rows[end]?.at === rows[end - 1]?.at) end++;
	const last = rows[end - 1];
	return {
		events: rows.slice(start, end).map(row => row.event),
		next: end > start && last ? writeCursor(last.at) : after,
		more: end < visible,
	};
}

/** Index of the first row later than an instant. */
function firstAfter(rows: readonly Row[], at: Instant): number {
	let low = 0;
	let high = rows.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((rows[middle]?.at ?? Number.POSITIVE_INFINITY) > at) high = middle;
		else low = middle + 1;
	}
	return low;
}

function writeCursor(at: Instant): string {
	return `c${at.toString(36)}`;
}

function readCursor(text: string): Instant {
	const at = /^c[0-9a-z]{1,10}$/.test(text) ? Number.parseInt(text.slice(1), 36) : Number.NaN;
	if (!Number.isSafeInteger(at)) throw new RangeError(`游标无效：${text}。请使用上一页返回的 next，或留空从头读取`);
	return at;
}
