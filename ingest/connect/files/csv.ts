import { CsvError, parse } from 'csv-parse/sync';
import { type Placed, unread } from '../../row.ts';
import { type Line, linesOf } from './lines.ts';
import { columnsOf, NoTable, recordUnder, type TableForm } from './table.ts';

/** Lines that one quoted field may run over; a quote still open after them was never meant as one. */
const LONGEST_RECORD = 500;

/**
 * Streams a table: each record an object of texts under the names of its first line, blank lines left out. A malformed record is named and the
 * next line is read afresh: a quote that is never closed costs its own line, not the rest of the file. Throws NoTable.
 */
export async function* readCsv(bytes: AsyncIterable<Uint8Array>, form: TableForm): AsyncGenerator<Placed> {
	let header: string[] | null = null;
	for await (const record of cellsByRecord(bytes, form.delimiter, form.encoding, () => header?.length ?? null)) {
		if (header) yield named(header, record);
		else header = headerOf(record, form.required);
	}
}

type Cells = { line: number; raw: string } & ({ cells: string[] } | { code: string; message: string });

function headerOf(record: Cells, required: string[]): string[] {
	if ('cells' in record) return columnsOf(record.cells, required);
	throw new NoTable(`文件的表头无法读取：${record.message}`);
}

function named(header: string[], { line, raw, ...record }: Cells): Placed {
	const where = `第 ${line} 行`;
	if (!('cells' in record)) return { where, ...unread(raw, record.code, record.message) };
	return { where, raw, value: recordUnder(header, record.cells) };
}

async function* cellsByRecord(
	bytes: AsyncIterable<Uint8Array>,
	delimiter: string,
	encoding: TableForm['encoding'],
	width: () => number | null,
): AsyncGenerator<Cells> {
	const held: Line[] = [];
	for await (const line of linesOf(bytes, encoding)) {
		held.push(line);
		yield* drain(held, delimiter, width, false);
	}
	yield* drain(held, delimiter, width, true);
}

/** Takes every record off the front of the held lines that can be decided; at the end of the file all can. */
function* drain(held: Line[], delimiter: string, width: () => number | null, final: boolean): Generator<Cells> {
	while (held.length > 0) {
		const lines = balanced(held);
		if (lines === null && !final && held.length < LONGEST_RECORD) return;
		const { record, taken } = front(held, lines, delimiter, width());
		held.splice(0, taken);
		if (record.raw.trim() !== '') yield record;
	}
}

/** The first record of the held lines. Several lines that make no record are not one: only the first is to blame. */
function front(held: Line[], lines: number | null, delimiter: string, width: number | null) {
	const record = lines === null ? null : cellsOf(held.slice(0, lines), delimiter, width);
	const whole = record !== null && (lines === 1 || 'cells' in record);
	return whole ? { record, taken: lines ?? 1 } : { record: unclosed(held[0] as Line), taken: 1 };
}

/** The number of lines until every quote has its partner (inside a field a quote is doubled); null: not yet. */
function balanced(held: Line[]): number | null {
	let quotes = 0;
	for (const [at, line] of held.entries()) {
		quotes += line.text.split('"').length - 1;
		if (quotes % 2 === 0) return at + 1;
	}
	return null;
}

function unclosed({ number: line, text: raw }: Line): Cells {
	return { line, raw, code: 'bad_quote', message: `第 ${line} 行的引号没有配对，无法分列。请更正该行后重新导入。` };
}

function cellsOf(lines: Line[], delimiter: string, width: number | null): Cells {
	const line = lines[0]?.number ?? 0;
	const raw = lines.map((each, at) => each.text + (at < lines.length - 1 ? each.end : '')).join('');
	if (raw.includes('\uFFFD'))
		return {
			line,
			raw,
			code: 'bad_encoding',
			message: `第 ${line} 行含有无法解码的字节，请核对文件编码（映射的 encoding）后重新导入。`,
		};
	const cells = split(raw, delimiter);
	if (cells === null) return unclosed({ number: line, text: raw, end: '' });
	if (width !== null && cells.length !== width) {
		return {
			line,
			raw,
			code: 'wrong_columns',
			message: `第 ${line} 行有 ${cells.length} 列，表头有 ${width} 列。请更正该行后重新导入。`,
		};
	}
	return { line, raw, cells };
}

function split(raw: string, delimiter: string): string[] | null {
	try {
		// A record may hold line ends of every kind inside quotes; none of them ends it.
		const [cells] = parse(raw, { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true });
		return cells ?? [''];
	} catch (error) {
		if (error instanceof CsvError) return null;
		throw error;
	}
}
