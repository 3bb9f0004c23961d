import type { HttpConnect } from '#analytics/ledger/connect.ts';
import { ask, type Patience } from '../http.ts';
import { type Page, readPage } from '../page.ts';
import { questionOf } from './question.ts';

/** The page after a cursor that the platform itself named. */
export async function cursorPage(connect: HttpConnect, cursor: string | null, patience: Patience): Promise<Page> {
	const { json } = await ask(connect, questionOf(connect, 'after', cursor), patience);
	return readPage(json, connect, cursor);
}
