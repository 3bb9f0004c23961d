import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** A stream written to a file of its own, for readers that must jump about in it; `digest`: sha-256 of its bytes. */
export type Spooled = { path: string; size: number; digest: string; remove(): Promise<void> };

/** Writes a stream to disk; `refuse` is called, and its error thrown, as soon as more than `most` bytes have come. */
export async function spooled(bytes: AsyncIterable<Uint8Array>, most: number, refuse: () => Error): Promise<Spooled> {
	const folder = await mkdtemp(join(tmpdir(), 'shudu-file-'));
	const path = join(folder, 'file');
	const remove = () => rm(folder, { recursive: true, force: true });
	try {
		const hash = createHash('sha256');
		const told = { size: 0 };
		await pipeline(measured(bounded(bytes, most, refuse), hash, told), createWriteStream(path));
		return { path, ...told, digest: hash.digest('hex'), remove };
	} catch (error) {
		await remove();
		throw error;
	}
}

async function* measured(
	bytes: AsyncIterable<Uint8Array>,
	hash: Hash,
	told: { size: number },
): AsyncGenerator<Uint8Array> {
	for await (const chunk of bytes) {
		hash.update(chunk);
		told.size += chunk.byteLength;
		yield chunk;
	}
}

/** The same bytes; throws what `refuse` makes as soon as more than `most` have come. */
export async function* bounded(
	bytes: AsyncIterable<Uint8Array>,
	most: number,
	refuse: () => Error,
): AsyncGenerator<Uint8Array> {
	let size = 0;
	for await (const chunk of bytes) {
		size += chunk.byteLength;
		if (size > most) throw refuse();
		yield chunk;
	}
}
