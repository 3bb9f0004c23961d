import { parseJson } from '../../json.ts';
import { type Placed, type Row, unread } from '../../row.ts';
import { rowOf } from '../../storable.ts';
import { decoded, type Encoding, linesOf } from './lines.ts';
import { bounded } from './spool.ts';

/** A file that holds no records at all. The message is for people, in Chinese. */
class NoRecords extends Error {}

/** Bytes of the largest JSON document, which is read in one piece; NDJSON has no such bound. */
const MOST = 64 * 1024 * 1024;

/** Streams NDJSON, one record a line, blank lines left out. A line that is no JSON is named, and the next is read. */
export async function* readLines(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<Placed> {
	for await (const { number, text: raw } of linesOf(bytes, encoding)) {
		if (raw.trim() !== '') yield { where: `第 ${number} 行`, ...rowOfLine(raw, number) };
	}
}

function rowOfLine(raw: string, number: number): Row {
	const parsed = raw.includes('\uFFFD') ? null : parseJson(raw);
	return parsed
		? { raw, value: parsed.value }
		: unread(raw, 'not_json', `第 ${number} 行不是有效的 JSON，或者含有无法解码的字节。请更正该行后重新导入。`);
}

/** Reads one JSON document: an array of records, or an object that holds one under `records` or `events`. Throws NoRecords. */
export async function* readDocument(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<Placed> {
	const parsed = parseJson(await textOf(bytes, encoding));
	if (!parsed)
		throw new NoRecords(
			'文件不是有效的 JSON，请检查括号、引号是否完整；每行一条的文件请以 .jsonl 或 .ndjson 为扩展名。',
		);
	const list = listIn(parsed.value);
	if (!list) throw new NoRecords('文件中没有记录列表：应为 JSON 数组，或含有 records 或 events 数组的对象。');
	for (const [at, value] of list.entries()) yield { where: `第 ${at + 1} 条`, ...rowOf(value) };
}

function listIn(value: unknown): unknown[] | null {
	if (Array.isArray(value)) return value;
	if (value === null || typeof value !== 'object') return null;
	const inner = 'records' in value ? value.records : 'events' in value ? value.events : null;
	return Array.isArray(inner) ? inner : null;
}

async function textOf(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): Promise<string> {
	let text = '';
	try {
		for await (const part of decoded(bounded(bytes, MOST, tooLarge), encoding, { fatal: true })) text += part;
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		throw new NoRecords('文件中有无法解码的字节，请核对编码（UTF-8、GB18030 或 Big5）后重新导入。', { cause: error });
	}
	return text;
}

function tooLarge(): Error {
	return new NoRecords('JSON 文件超过 64 MiB，请改为每行一条的 .ndjson 文件后导入。');
}
