import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import type { Instant } from '#analytics/law/day.ts';
import type { Ledger } from '#analytics/ledger/ledger.ts';
import type { Mappings } from '#analytics/ledger/mappings.ts';
import type { Source } from '#analytics/ledger/sources.ts';
import { accept } from './accept.ts';
import { recordsOf } from './connect/files/files.ts';
import { translationOf } from './platforms/index.ts';
import type { Translation } from './platforms/translation.ts';
import type { Placed, Row } from './row.ts';

/** Rows of one transaction. */
const BATCH = 1000;

/** `rows`: rows read from the file; the others count events (a row may say several). `rejected` includes ids used before for other content. */
export type Imported = { rows: number; accepted: number; duplicates: number; rejected: number };

/**
 * A file on disk, or a stream; its name tells its form. `mapping`: a name or the path of a mapping file; `sheet`: of a
 * workbook, absent: the first.
 */
export type ImportedFile = ({ path: string; name?: string } | { stream: AsyncIterable<Uint8Array>; name: string }) & {
	mapping: string;
	sheet?: string;
	source: Pick<Source, 'id' | 'code'>;
};

/** A file that cannot be imported. The message is for people, in Chinese. */
class WrongFile extends Error {}

/**
 * Reads a file through a mapping into the ledger, a thousand rows to a transaction. Ids come from the rows' own keys, so a
 * second run (after a crash, or of the same file) finds duplicates only, and a row whose content changed is reported as a
 * conflict. Throws WrongFile, NoTable, NoRecords and WrongMapping, each before or between transactions.
 */
export async function importFile(
	file: ImportedFile,
	{ ledger, mappings, now }: { ledger: Pick<Ledger, 'append'>; mappings?: Pick<Mappings, 'find'>; now(): Instant },
	onProgress: (soFar: Imported) => void = () => {},
): Promise<Imported> {
	const translation = await translationOf(file.mapping, mappings);
	const delivery = translation.begin(file.source);
	const soFar: Imported = { rows: 0, accepted: 0, duplicates: 0, rejected: 0 };
	const append = async (rows: Row[]) => {
		const { events, rejects } = accept(rows, file.source);
		const batch = { sourceId: file.source.id, receivedAt: now(), events, rejects, mapping: translation.mapping };
		const { accepted, duplicates, conflicts } = await ledger.append(batch);
		soFar.accepted += accepted;
		soFar.duplicates += duplicates;
		soFar.rejected += rejects.length + conflicts.length;
		onProgress({ ...soFar });
	};
	for await (const records of batches(await recordsIn(file, translation))) {
		soFar.rows += records.length;
		await append(records.flatMap(record => ('unreadable' in record ? [record] : delivery.row(record))));
	}
	for await (const rows of batches(delivery.end())) await append(rows);
	return soFar;
}

async function recordsIn(file: ImportedFile, { table }: Translation): Promise<AsyncIterable<Placed>> {
	const form = table && file.sheet !== undefined ? { ...table, sheet: file.sheet } : table;
	return 'path' in file
		? recordsOf(file.name ?? file.path, await open(file.path), form)
		: recordsOf(file.name, file.stream, form);
}

async function open(path: string): Promise<AsyncIterable<Uint8Array>> {
	try {
		await access(path, constants.R_OK);
	} catch (error) {
		throw new WrongFile(`打不开文件 ${path}，请核对路径和读取权限。`, { cause: error });
	}
	return createReadStream(path);
}

async function* batches<T>(rows: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T[]> {
	let batch: T[] = [];
	for await (const row of rows) {
		batch.push(row);
		if (batch.length < BATCH) continue;
		yield batch;
		batch = [];
	}
	if (batch.length > 0) yield batch;
}
