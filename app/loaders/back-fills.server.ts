import type { Source } from '#analytics/ledger/sources.ts';
import type { House } from '#app/context.ts';
import { type BackFillLine, backFillLine } from '#app/sources/back-fill.ts';

/** Back-fills that are shown. */
const SHOWN = 5;

/** The latest back-fills of a source, the latest first. */
export async function backFillsOf(
	{ id }: Source,
	{ intake, now }: Pick<House, 'intake' | 'now'>,
): Promise<BackFillLine[]> {
	return (await intake.backFills.list(id, SHOWN)).map(backFill => backFillLine(backFill, now()));
}
