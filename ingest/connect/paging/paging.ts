import type { HttpConnect } from '#analytics/ledger/connect.ts';
import type { Patience } from '../http.ts';
import type { Page } from '../page.ts';
import { cursorPage } from './cursor.ts';
import { linkedPage } from './link.ts';
import { numberedPage } from './numbered.ts';
import { sincePage } from './since.ts';

/** Fetches the page after `cursor` (null: from the beginning) in the platform's style of paging. Throws PlatformFault. */
export function fetchPage(connect: HttpConnect, cursor: string | null, patience: Patience = {}): Promise<Page> {
	const { paging = { style: 'cursor' } } = connect;
	switch (paging.style) {
		case 'cursor':
			return cursorPage(connect, cursor, patience);
		case 'page':
		case 'offset':
			return numberedPage(connect, { ...paging, style: paging.style }, cursor, patience);
		case 'link':
			return linkedPage(connect, paging.from ?? 'last', cursor, patience);
		case 'since':
			return sincePage(connect, paging, cursor, patience);
	}
}
