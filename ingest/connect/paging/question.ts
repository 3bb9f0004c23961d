import { createHash } from 'node:crypto';
import type { HttpConnect } from '#analytics/ledger/connect.ts';

const PAGE_SIZE = 500;

/** Rows of one page that a source asks for. */
export function sizeOf({ pageSize }: HttpConnect): number {
	return pageSize ?? PAGE_SIZE;
}

/** The address of one question: where to begin under the source's name for it (else `name`; null: at the beginning), and how many. */
export function questionOf(connect: HttpConnect, name: string, from: string | null, size = sizeOf(connect)): URL {
	const url = new URL(connect.url);
	if (from !== null) url.searchParams.set(connect.fields?.after ?? name, from);
	url.searchParams.set(connect.fields?.limit ?? 'limit', String(size));
	return url;
}

/** A short text that is the same for the same rows, in whatever order and however often each. */
export function markOf(items: unknown[]): string {
	return createHash('sha256').update(distinct(items).sort().join('\n')).digest('base64url').slice(0, 16);
}

/** The texts of different rows: a row that a platform repeats in a page is one. */
export function distinct(items: unknown[]): string[] {
	return [...new Set(items.map(item => JSON.stringify(item)))];
}
