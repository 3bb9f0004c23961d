/** One column of a file: its Chinese head and what stands under it. */
export type Column<R> = { head: string; cell: (row: R) => string | number | null };

/** Spreadsheets would run a cell that begins like this as a formula; those of East Asia take the wide signs too. */
const FORMULA = /^'*[=+\-@＝＋－＠\t\r\n]/;
const MARK = '\uFEFF';
const PART = 5000;

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

/**
 * A CSV download in UTF-8 with byte order mark (Excel reads it without asking), written while the rows are read:
 * `read(limit, offset)` is asked part by part until a part is not full or `most` rows are written. The first part is read
 * before anything is sent, so that a refusal is still an answer of its own.
 */
export async function csvFile<R>(
	name: string,
	columns: Column<R>[],
	read: (limit: number, offset: number) => Promise<R[]>,
	most = Number.POSITIVE_INFINITY,
): Promise<Response> {
	const text = new TextEncoder();
	let written = 0;
	let part: R[] | null = await read(Math.min(PART, most), 0);
	const body = new ReadableStream<Uint8Array>({
		start: stream => stream.enqueue(text.encode(MARK + csvLine(columns.map(column => column.head)))),
		async pull(stream) {
			const limit = Math.min(PART, most - written);
			const rows = part ?? (await read(limit, written));
			part = null;
			written += rows.length;
			if (rows.length > 0) {
				stream.enqueue(text.encode(rows.map(row => csvLine(columns.map(column => column.cell(row)))).join('')));
			}
			if (rows.length < limit || written >= most) stream.close();
		},
	});
	return new Response(body, { headers: headersOf(name) });
}

function headersOf(name: string): Record<string, string> {
	return {
		'Content-Type': 'text/csv; charset=utf-8',
		'Content-Disposition': `attachment; filename="shudu.csv"; filename*=UTF-8''${encodeURIComponent(name)}`,
		'Cache-Control': 'no-store',
	};
}
