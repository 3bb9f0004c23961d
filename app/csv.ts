import type { Column } from './list-file.ts';

/** Spreadsheets would run a cell that begins like this as a formula; those of East Asia take the wide signs too. */
const FORMULA = /^'*[=+\-@＝＋－＠\t\r\n]/;
const MARK = '\uFEFF';

/**
 * One cell after RFC 4180; a text that a spreadsheet would take for a formula gets one apostrophe in front, whatever else stands
 * there: taking one away gives back the text to the letter. Numbers stay numbers.
 */
export function csvCell(value: string | number | null): string {
	if (value === null) return '';
	if (typeof value === 'number') return String(value);
	const safe = FORMULA.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line with its line end. */
export function csvLine(cells: (string | number | null)[]): string {
	return `${cells.map(csvCell).join(',')}\r\n`;
}

/** CSV in UTF-8 with byte order mark (Excel reads it without asking), part by part. */
export async function* csvText<R>(columns: Column<R>[], parts: AsyncIterable<R[]>): AsyncGenerator<Uint8Array> {
	yield Buffer.from(MARK + csvLine(columns.map(column => column.head)));
	for await (const rows of parts) {
		yield Buffer.from(rows.map(row => csvLine(columns.map(column => column.cell(row)))).join(''));
	}
}
