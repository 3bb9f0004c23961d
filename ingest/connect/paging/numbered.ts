import { z } from 'zod';
import type { HttpConnect } from '#analytics/ledger/connect.ts';
import { ask, type Patience } from '../http.ts';
import { readCursor } from '../kept.ts';
import { itemsOf, type Page, saysMore, totalOf } from '../page.ts';
import { distinct, markOf, questionOf } from './question.ts';

type Numbered = { style: 'page' | 'offset'; from?: 'last' | 'first' };

/** What to ask next, and the marks of the two pages before it. */
const place = z.strictObject({ at: z.int().min(0), before: z.string().optional(), earlier: z.string().optional() });
type Place = z.infer<typeof place>;

/**
 * A page by its number (from 1), or by the rows to pass over (from 0). The list ends where a page is empty, or is the one
 * before it again (some platforms answer any number beyond the end with their last page): a page that is shorter than asked
 * for ends nothing, since the platform may allow less. The next round begins at the last page, which may have filled up
 * since, or at the first where the list does not grow at its end.
 */
export async function numberedPage(
	connect: HttpConnect,
	{ style, from = 'last' }: Numbered,
	cursor: string | null,
	patience: Patience,
): Promise<Page> {
	const first = style === 'page' ? 1 : 0;
	const asked: Place = cursor === null ? { at: first } : readCursor(cursor, place);
	const { json } = await ask(connect, questionOf(connect, style, String(asked.at)), patience);
	const items = itemsOf(json, connect);
	const mark = markOf(items);
	const ended = items.length === 0 || mark === asked.before;
	const more = !ended && saysMore(json, connect) !== false;
	const after = { at: asked.at + (style === 'page' ? 1 : distinct(items).length), before: mark, earlier: asked.before };
	const resting = from === 'first' ? { at: first } : restingPlace(style, asked, after, ended);
	const next = JSON.stringify(more ? after : resting);
	return { items: ended ? [] : items, next, more, ...totalOf(json, connect) };
}

/** Where the next round begins at the end of a list that grows there. */
function restingPlace(style: Numbered['style'], asked: Place, after: Place, ended: boolean): Place {
	if (style === 'offset') return ended ? asked : after;
	return ended && asked.at > 1 ? { at: asked.at - 1, before: asked.earlier } : asked;
}
