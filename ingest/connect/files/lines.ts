/** One physical line of a file, without and with its own line end (LF, CRLF or CR). `number` counts from 1. */
export type Line = { number: number; text: string; end: string };

export type Encoding = 'utf-8' | 'gb18030' | 'big5' | 'auto';

/** Bytes that `auto` looks at. */
const PROBE = 64 * 1024;

const MARKS = [
	{ bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
	{ bytes: [0xff, 0xfe], encoding: 'utf-16le' },
	{ bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/**
 * Decodes a file as it streams in and cuts it into lines. A byte order mark (UTF-8, UTF-16) wins over the declared encoding and
 * is dropped. `auto`: UTF-8 where the first 64 KiB are UTF-8, else GB18030. Bytes that cannot be decoded become U+FFFD, so
 * that one stray byte spoils its own line and no other.
 */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<Line> {
	let rest = '';
	let number = 0;
	for await (const text of decoded(bytes, encoding)) {
		const { lines, open } = cut(rest + text);
		rest = open;
		for (const line of lines) yield { ...line, number: ++number };
	}
	// What is left has no line end, or ends in a CR after which no LF came.
	if (rest.endsWith('\r')) yield { number: ++number, text: rest.slice(0, -1), end: '\r' };
	else if (rest !== '') yield { number: ++number, text: rest, end: '' };
}

function cut(text: string): { lines: { text: string; end: string }[]; open: string } {
	const lines = [];
	let from = 0;
	for (const match of text.matchAll(/\r\n|\n|\r(?!$)/g)) {
		lines.push({ text: text.slice(from, match.index), end: match[0] });
		from = match.index + match[0].length;
	}
	return { lines, open: text.slice(from) };
}

/**
 * The text of a file, part by part; see linesOf for what decides its encoding. `fatal`: throws a TypeError on bytes that cannot be
 * decoded.
 */
export async function* decoded(
	bytes: AsyncIterable<Uint8Array>,
	encoding: Encoding,
	{ fatal = false } = {},
): AsyncGenerator<string> {
	const source = bytes[Symbol.asyncIterator]();
	try {
		const start = await probe(source);
		const decoder = new TextDecoder(encodingOf(start, encoding), { fatal });
		yield decoder.decode(start, { stream: true });
		for (let next = await source.next(); !next.done; next = await source.next()) {
			yield decoder.decode(next.value, { stream: true });
		}
		yield decoder.decode();
	} finally {
		await source.return?.();
	}
}

async function probe(source: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	for (let size = 0; size < PROBE; ) {
		const next = await source.next();
		if (next.done) break;
		chunks.push(next.value);
		size += next.value.byteLength;
	}
	return Buffer.concat(chunks);
}

function encodingOf(start: Uint8Array, declared: Encoding): string {
	const marked = MARKS.find(({ bytes }) => bytes.every((byte, at) => start[at] === byte));
	if (marked) return marked.encoding;
	if (declared !== 'auto') return declared;
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true });
		return 'utf-8';
	} catch {
		return 'gb18030';
	}
}
