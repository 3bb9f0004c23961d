import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { HttpConnect } from '#analytics/ledger/connect.ts';
import { parseJson } from '../../json.ts';
import { PlatformFault } from '../fault.ts';

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

/** Reads a cursor that a reader wrote itself. Throws PlatformFault where it is of another style. */
export function readCursor<T>(text: string, shape: z.ZodType<T>): T {
	const read = shape.safeParse(parseJson(text)?.value);
	if (read.success) return read.data;
	throw new PlatformFault(
		'bad_cursor',
		'该来源已保存的采集位置与现在的分页方式不符（分页方式改过）。请重置该来源的采集位置，从头采集；已入账的不会重复。',
	);
}

/** A short text that is the same for the same rows, in whatever order. */
export function markOf(items: unknown[]): string {
	const rows = items.map(item => JSON.stringify(item)).sort();
	return createHash('sha256').update(rows.join('\n')).digest('base64url').slice(0, 16);
}
