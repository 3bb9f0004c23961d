import type { Instant } from '#analytics/law/day.ts';
import type { Ledger } from '#analytics/ledger/ledger.ts';
import type { Source } from '#analytics/ledger/sources.ts';
import { type Accepted, accept } from './accept.ts';
import { decodeUtf8, parseJson } from './json.ts';
import { type Row, unread } from './row.ts';
import { rowOf } from './storable.ts';

/** Bytes of the largest body that is taken. */
const MOST = 16 * 1024 * 1024;

const JSON_TYPES = new Set(['application/cloudevents+json', 'application/cloudevents-batch+json', 'application/json']);
const LINES_TYPE = 'application/x-ndjson';

/** A body as it came over the wire, and whose token it came with. */
export type Posted = { body: Buffer | string; contentType: string; source: Pick<Source, 'id' | 'code'> };

/** `index`: position in the posted batch, from 0; in NDJSON blank lines are not counted. */
type Rejected = { index: number; id: string | null; code: string; message: string };

/** Contract (README "报送接口"): what became of a batch. `seq` is the ledger's head after it. */
type PushAnswer = { accepted: number; duplicates: number; rejected: Rejected[]; seq: number };

/** A refusal of the whole body: nothing was changed. */
type PushRefusal = { code: string; message: string };

export type PushResult = { status: 200; body: PushAnswer } | { status: 400 | 413 | 415; body: PushRefusal };

/**
 * Takes a pushed body into the ledger and answers after its commit. A bad event never blocks its neighbours; a body that
 * cannot be parsed at all is refused and changes nothing.
 */
export async function push(posted: Posted, { ledger, now }: { ledger: Ledger; now(): Instant }): Promise<PushResult> {
	const rows = rowsOf(posted);
	if ('status' in rows) return rows;
	if (rows.length === 0)
		return answer(accept([], posted.source), {
			accepted: 0,
			duplicates: 0,
			conflicts: [],
			seq: (await ledger.head()).seq,
		});
	const accepted = accept(rows, posted.source);
	const { events, rejects } = accepted;
	const appended = await ledger.append({
		sourceId: posted.source.id,
		receivedAt: now(),
		events,
		rejects,
		mapping: null,
	});
	return answer(accepted, appended);
}

type Refused = Extract<PushResult, { body: PushRefusal }>;

function rowsOf({ body, contentType }: Posted): Row[] | Refused {
	const type = mediaType(contentType);
	if (!type) return refuse(415, 'unsupported_media_type', UNSUPPORTED);
	if (Buffer.byteLength(body) > MOST) return refuse(413, 'too_large', '报文超过 16 MiB，请分批报送。');
	const text = typeof body === 'string' ? body.replace(/^\uFEFF/, '') : decodeUtf8(body);
	if (text === null) return refuse(400, 'not_utf8', '报文不是 UTF-8 编码，请改用 UTF-8 后重报。');
	return type === LINES_TYPE ? rowsOfLines(text) : rowsOfJson(text);
}

const UNSUPPORTED =
	'不支持的 Content-Type。请使用 application/cloudevents+json、application/cloudevents-batch+json 或 application/x-ndjson（UTF-8）。';

/** The media type that is taken, without parameters; null for any other, and for a character set that is not UTF-8. */
function mediaType(contentType: string): string | null {
	const [type = '', ...parameters] = contentType.split(';').map(part => part.trim().toLowerCase());
	const charset = parameters
		.find(each => each.startsWith('charset='))
		?.slice('charset='.length)
		.replaceAll('"', '');
	if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8') return null;
	return JSON_TYPES.has(type) || type === LINES_TYPE ? type : null;
}

function rowsOfJson(text: string): Row[] | Refused {
	const parsed = parseJson(text);
	if (!parsed) return refuse(400, 'not_json', '报文不是有效的 JSON，整批未接收。请检查括号、引号是否完整后重报。');
	if (!Array.isArray(parsed.value)) return [{ raw: text, value: parsed.value }];
	return parsed.value.map(rowOf);
}

function rowsOfLines(text: string): Row[] | Refused {
	const lines = text.split(/\r?\n/).filter(line => line.trim() !== '');
	const rows = lines.map(line => rowOfLine(line));
	if (lines.length > 0 && rows.every(row => 'unreadable' in row)) {
		return refuse(400, 'not_json', '报文没有一行是有效的 JSON，整批未接收。NDJSON 应每行一个事件。');
	}
	return rows;
}

function rowOfLine(line: string): Row {
	const parsed = parseJson(line);
	if (parsed) return { raw: line, value: parsed.value };
	return unread(line, 'not_json', '该行不是有效的 JSON。NDJSON 应每行一个完整的事件，请更正后重报该行。');
}

function refuse(status: Refused['status'], code: string, message: string): Refused {
	return { status, body: { code, message } };
}

const CONFLICT = '该编号（id）已登记过内容不同的事件。如需更正，请以新编号报送并用 corrects 指明原事件编号。';

function answer(accepted: Accepted, appended: Awaited<ReturnType<Ledger['append']>>): PushResult {
	const rejected: Rejected[] = accepted.rejects.map(({ eventId: id, code, message }, at) => ({
		index: accepted.rejectRows[at] as number,
		id,
		code,
		message,
	}));
	for (const { index, id } of appended.conflicts) {
		rejected.push({ index: accepted.eventRows[index] as number, id, code: 'id_conflict', message: CONFLICT });
	}
	rejected.sort((a, b) => a.index - b.index);
	return {
		status: 200,
		body: { accepted: appended.accepted, duplicates: appended.duplicates, rejected, seq: appended.seq },
	};
}
