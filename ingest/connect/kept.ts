import type { z } from 'zod';
import { parseJson } from '../json.ts';
import { PlatformFault } from './fault.ts';

/** Reads a cursor that a reader wrote itself. Throws PlatformFault where it is of another style. */
export function readCursor<T>(text: string, shape: z.ZodType<T>): T {
	const read = shape.safeParse(parseJson(text)?.value);
	if (read.success) return read.data;
	throw new PlatformFault(
		'bad_cursor',
		'该来源已保存的采集位置与现在的分页方式不符（分页方式改过）。请重置该来源的采集位置，从头采集；已入账的不会重复。',
	);
}
