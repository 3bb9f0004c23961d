import { open } from 'node:fs/promises';
import { readSheet } from 'read-excel-file/node';
import type { Placed } from '../../row.ts';
import { spooled } from './spool.ts';
import { columnsOf, NoTable, recordUnder, type TableForm } from './table.ts';

/** Bytes of the largest workbook, packed and unpacked: a sheet is read in one piece. */
const MOST = 32 * 1024 * 1024;
const MOST_UNPACKED = 512 * 1024 * 1024;

/**
 * Reads one sheet of a workbook: the named one, or the first. Every cell is text: numbers as they are stored, dates and times as
 * the sheet shows them (its own wall clock: `2026-03-01`, or `2026-03-01 09:30:00` where an hour is given), a formula as
 * the value that was last saved with it; nothing is computed. Rows without any content are left out. Throws NoTable.
 */
export async function* readXlsx(bytes: AsyncIterable<Uint8Array>, form: TableForm): AsyncGenerator<Placed> {
	const file = await spooled(bytes, MOST, tooLarge);
	try {
		await refuseBomb(file.path);
		const rows = (await sheetOf(file.path, form.sheet)).map(cells => cells.map(textOf));
		const head = rows.findIndex(isFilled);
		if (head < 0) return;
		const columns = columnsOf(rows[head] ?? [], form.required);
		for (const [at, cells] of rows.entries()) {
			if (at <= head || !isFilled(cells)) continue;
			const value = recordUnder(columns, cells);
			yield { where: `第 ${at + 1} 行`, raw: JSON.stringify(value), value };
		}
	} finally {
		await file.remove();
	}
}

function tooLarge(): Error {
	return new NoTable('XLSX 文件超过 32 MiB，请另存为 CSV 后导入，或者分成几个文件。');
}

async function sheetOf(path: string, sheet: string | undefined): Promise<unknown[][]> {
	try {
		return await readSheet(path, sheet ?? 1, { trim: false, parseNumber: text => text });
	} catch (error) {
		const missing = error instanceof Error && error.name === 'SheetNotFoundError';
		throw new NoTable(
			missing
				? `工作簿中没有名为“${sheet}”的工作表。请核对工作表名称后重新导入。`
				: '文件不是可以读取的 XLSX 工作簿（可能已损坏、已加密，或者是旧的 .xls 格式）。请另存为 .xlsx 后重新导入。',
			{ cause: error },
		);
	}
}

function textOf(cell: unknown): string {
	if (cell === null || cell === undefined) return '';
	if (!(cell instanceof Date)) return String(cell);
	// Workbooks keep wall-clock times without a zone; the reader hands them over as if they were UTC.
	const [day = '', time = ''] = new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString().split('T');
	return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`;
}

function isFilled(cells: string[]): boolean {
	return cells.some(cell => cell.trim() !== '');
}

/** Adds up what the packed parts say they unpack to, from the archive's directory at its end. Throws NoTable. */
async function refuseBomb(path: string): Promise<void> {
	const file = await open(path);
	try {
		const bytes = await file.readFile();
		let unpacked = 0;
		for (let at = bytes.indexOf(ENTRY); at >= 0 && at + 46 <= bytes.length; at = bytes.indexOf(ENTRY, at + 46)) {
			unpacked += bytes.readUInt32LE(at + 24);
		}
		if (unpacked > MOST_UNPACKED) throw new NoTable('XLSX 文件解压后超过 512 MiB，未读取。请另存为 CSV 后导入。');
	} finally {
		await file.close();
	}
}

/** Signature of an entry in a ZIP archive's directory. */
const ENTRY = Buffer.from('504b0102', 'hex');
