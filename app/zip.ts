import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** One file of an archive; its content is read once, as it is written. */
export type Entry = { name: string; text: AsyncIterable<string> | Iterable<string> };

/** Past 1980 and never the machine's clock: the same content is the same archive. */
const DATE = 0x21;
/** Sizes and checksum follow the content, since they are not known before; names are UTF-8. */
const FLAGS = 0x808;
const DEFLATED = 8;
const VERSION = 20;

type Written = { name: Uint8Array; crc: number; packed: number; size: number; at: number };

/** A ZIP archive, written while its files are read; files and archive must stay below 4 GiB. */
export async function* zipped(entries: AsyncIterable<Entry> | Iterable<Entry>): AsyncGenerator<Uint8Array> {
	const written: Written[] = [];
	let at = 0;
	for await (const { name, text } of entries) {
		const entry: Written = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, at };
		const head = block([4, 0x04034b50], [2, VERSION], ...told(entry), [2, entry.name.length], [2, 0]);
		yield head;
		yield entry.name;
		for await (const part of packed(text, entry)) yield part;
		yield block([4, 0x08074b50], [4, entry.crc], [4, entry.packed], [4, entry.size]);
		at += head.length + entry.name.length + entry.packed + 16;
		written.push(entry);
	}
	yield* directory(written, at);
}

/** A reader that fails breaks the archive off, so that half a file is never taken for a whole one. */
async function* packed(text: Entry['text'], entry: Written): AsyncGenerator<Uint8Array> {
	const deflate = createDeflateRaw();
	pipeline(Readable.from(counted(text, entry)), deflate, () => {});
	for await (const part of deflate as AsyncIterable<Buffer>) {
		entry.packed += part.length;
		yield part;
	}
}

async function* counted(text: Entry['text'], entry: Written): AsyncGenerator<Buffer> {
	for await (const part of text) {
		const bytes = Buffer.from(part);
		entry.crc = crc32(bytes, entry.crc);
		entry.size += bytes.length;
		yield bytes;
	}
}

function* directory(written: Written[], at: number): Generator<Uint8Array> {
	let size = 0;
	for (const entry of written) {
		const none = [2, 0] as const;
		const head = block(
			...([[4, 0x02014b50], [2, VERSION], [2, VERSION], ...told(entry), [2, entry.name.length]] as const),
			...([none, none, none, none, [4, 0], [4, entry.at]] as const),
		);
		size += head.length + entry.name.length;
		yield head;
		yield entry.name;
	}
	const count = [2, written.length] as const;
	yield block([4, 0x06054b50], [2, 0], [2, 0], count, count, [4, size], [4, at], [2, 0]);
}

/** What both heads of a file say. */
function told({ crc, packed, size }: Written) {
	return [
		[2, FLAGS],
		[2, DEFLATED],
		[2, 0],
		[2, DATE],
		[4, crc],
		[4, packed],
		[4, size],
	] as const;
}

/** Numbers with their lengths in bytes. */
function block(...numbers: (readonly [bytes: 2 | 4, value: number])[]): Uint8Array {
	const bytes = Buffer.alloc(numbers.reduce((sum, [length]) => sum + length, 0));
	let at = 0;
	for (const [length, value] of numbers) at = bytes.writeUIntLE(value, at, length);
	return bytes;
}
