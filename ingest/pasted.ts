import { recordsOf } from './connect/files/files.ts';
import type { Placed } from './row.ts';

/** Pasted text that holds no rows. The message is for people, in Chinese. */
export class WrongPaste extends Error {}

/**
 * Reads pasted rows: JSON (a list, or an object with `records` or `events`), NDJSON, or a table with a header line, its
 * columns separated by tabs (as a spreadsheet copies them), commas or semicolons. Throws WrongPaste.
 */
export async function pastedRows(text: string): Promise<Placed[]> {
	if (text.trim() === '') throw new WrongPaste('没有可读的内容。请粘贴带表头的若干行，或 JSON。');
	try {
		const rows: Placed[] = [];
		for await (const row of reader(text)) rows.push(row);
		if (rows.length > 0) return rows;
	} catch (error) {
		throw new WrongPaste((error as Error).message, { cause: error });
	}
	throw new WrongPaste('只有表头，没有数据行。请把数据行一并粘贴。');
}

function reader(text: string): AsyncIterable<Placed> {
	const start = text.trimStart();
	const form = { encoding: 'utf-8' as const, delimiter: delimiterOf(start), required: [] };
	return recordsOf(`粘贴的内容.${formOf(start)}`, bytesOf(start), form);
}

function formOf(text: string): 'json' | 'ndjson' | 'csv' {
	if (text.startsWith('[')) return 'json';
	if (text.startsWith('{')) return manyObjects(text) ? 'ndjson' : 'json';
	return 'csv';
}

/** Whether the first line is an object of its own, so that each line holds one. */
function manyObjects(text: string): boolean {
	const [first = ''] = text.split(/\r\n|\n|\r/, 1);
	try {
		const value: unknown = JSON.parse(first);
		return value !== null && typeof value === 'object' && !('records' in value || 'events' in value);
	} catch {
		return false;
	}
}

function delimiterOf(text: string): string {
	const [header = ''] = text.split(/\r\n|\n|\r/, 1);
	const found = ['\t', ',', ';'].map(sign => ({ sign, times: header.split(sign).length }));
	return found.reduce((best, one) => (one.times > best.times ? one : best)).sign;
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
	yield Buffer.from(text);
}
