import type { Range } from '#analytics/ledger/back-fills.ts';
import type { HttpConnect, HttpPaging } from '#analytics/ledger/connect.ts';
import type { Connector } from '../connector.ts';
import type { Page } from '../page.ts';
import { boundsInNumbers, boundsInTime, refuseBound } from '../range.ts';
import { stampOf } from '../stamp.ts';
import { cursorPage } from './cursor.ts';
import { linkedPage } from './link.ts';
import { numberedPage } from './numbered.ts';
import { sincePage, timesOf } from './since.ts';

/**
 * An interface read within a range, as far as its style of paging can: times both ways, numbers of pages or rows both ways,
 * a platform's own cursor where to begin, links from the first page to the last. Throws WrongRange.
 */
export function rangedHttp(connect: HttpConnect, range: Range): Connector {
	const { paging = { style: 'cursor' } } = connect;
	switch (paging.style) {
		case 'cursor':
			refuseBound(range.ends, '止', '按平台给出的游标读取');
			return {
				page: (cursor, patience = {}) => cursorPage(connect, cursor ?? range.begins, patience).then(told(range)),
			};
		case 'link':
			for (const of of ['起', '止'] as const) {
				refuseBound(of === '起' ? range.begins : range.ends, of, '按平台给出的链接读取');
			}
			return { page: (cursor, patience = {}) => linkedPage(connect, 'first', cursor, patience) };
		case 'page':
		case 'offset':
			return numberedWithin(connect, paging.style, range);
		case 'since':
			return sinceWithin(connect, paging, range);
	}
}

/** A total is of the whole list: it says nothing of a part. */
function told({ begins, ends }: Range): (page: Page) => Page {
	return ({ total, ...page }) => (begins === null && ends === null && total !== undefined ? { ...page, total } : page);
}

function numberedWithin(connect: HttpConnect, style: 'page' | 'offset', range: Range): Connector {
	const first = style === 'page' ? 1n : 0n;
	const { from, last } = boundsInNumbers(range);
	const begin = from === null || from < first ? first : from;
	return {
		async page(cursor, patience = {}) {
			const start = JSON.stringify({ at: Number(begin) });
			const page = told(range)(await numberedPage(connect, { style, from: 'first' }, cursor ?? start, patience));
			if (last === null || !page.more || page.next === null) return page;
			const { at } = JSON.parse(page.next) as { at: number };
			return { ...page, more: at <= last, reached: share(at, Number(begin), Number(last) + 1) };
		},
	};
}

/** Rows outside the range, which its last page may bring, are left out. */
function sinceWithin(connect: HttpConnect, paging: Extract<HttpPaging, { style: 'since' }>, range: Range): Connector {
	const zone = paging.zone ?? 'Asia/Shanghai';
	const { from, until } = boundsInTime(range, zone);
	const stamp = stampOf(paging.stamp ?? 'iso', zone);
	return {
		async page(cursor, patience = {}) {
			const start = from === null ? null : JSON.stringify({ at: from });
			const page = await sincePage(connect, paging, cursor ?? start, patience);
			if (until === null) return page;
			const { total: _, ...rest } = page;
			const times = timesOf(page.items, paging, stamp);
			const last = Math.max(from ?? Number.NEGATIVE_INFINITY, ...times.filter(time => time !== null));
			return {
				...rest,
				items: page.items.filter((_item, n) => (times[n] ?? 0) < until),
				more: page.more && last < until,
				...(from === null ? {} : { reached: share(last, from, until) }),
			};
		},
	};
}

/** Thousandths of a way that lie behind. */
function share(at: number, from: number, to: number): number {
	return Math.max(0, Math.min(1000, Math.floor((1000 * (at - from)) / (to - from))));
}
