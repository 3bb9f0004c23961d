import type { Column } from './list-file.ts';
import { type Entry, zipped } from './zip.ts';

/** Lines of a sheet, its head among them; what Excel can hold of a cell. */
const MOST_LINES = 1_048_576;
const LONGEST = 32_767;
/** Rows made at once: others have their turn between. */
const STEP = 250;
const CUT = '……（超出单元格的上限，余下从略）';
const FULL = '超出一个工作表的行数，余下各行未列。请缩小范围，或者改用CSV。';

/** Styles of sheet.xml by their place in `styles`: nothing, the head, a text (`@`: never a formula, even when edited), numbers. */
const TEXT = 2;
const DECIMAL = 3;
const PERCENT = 4;
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/**
 * A workbook of one sheet (ISO/IEC 29500): head frozen and repeated on paper, one page wide, landscape. Every text is a
 * text cell, whatever it looks like, and none is a formula. Written while the rows are read.
 */
export function xlsxBytes<R>(
	columns: Column<R>[],
	parts: AsyncIterable<R[]>,
	name: string,
): AsyncGenerator<Uint8Array> {
	const title = escaped(name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31)) || '清单';
	return zipped([
		{ name: '[Content_Types].xml', text: [contentTypes] },
		{ name: '_rels/.rels', text: [relations(['officeDocument', 'xl/workbook.xml'])] },
		{ name: 'xl/workbook.xml', text: [workbook(title)] },
		{
			name: 'xl/_rels/workbook.xml.rels',
			text: [relations(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml'])],
		},
		{ name: 'xl/styles.xml', text: [styles] },
		{ name: 'xl/worksheets/sheet1.xml', text: sheet(columns, parts) },
	] satisfies Entry[]);
}

async function* sheet<R>(columns: Column<R>[], parts: AsyncIterable<R[]>): AsyncGenerator<string> {
	const letters = columns.map((_, at) => lettersOf(at));
	let line = 1;
	for await (const rows of begun(parts)) {
		if (line === 1) {
			yield beginning(columns, rows);
			yield rowOf(
				1,
				columns.map(({ head }, at) => textCell(`${letters[at]}1`, head, 1)),
			);
		}
		const fitting = rows.slice(0, MOST_LINES - 1 - line);
		for (let from = 0; from < fitting.length; from += STEP) {
			const lines = fitting.slice(from, from + STEP).map(row => {
				line++;
				return rowOf(
					line,
					columns.map((column, at) => cellOf(`${letters[at]}${line}`, column, column.cell(row))),
				);
			});
			yield lines.join('');
		}
		if (fitting.length === rows.length) continue;
		yield rowOf(line + 1, [textCell(`A${line + 1}`, FULL, TEXT)]);
		break;
	}
	yield `</sheetData><pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>`;
}

/** The parts, an empty one first where there is none: a list without rows has its head. */
async function* begun<R>(parts: AsyncIterable<R[]>): AsyncGenerator<R[]> {
	let none = true;
	for await (const part of parts) {
		none = false;
		yield part;
	}
	if (none) yield [];
}

function beginning<R>(columns: Column<R>[], rows: R[]): string {
	const widths = columns.map(
		(column, at) => `<col min="${at + 1}" max="${at + 1}" width="${widthOf(column, rows)}" customWidth="1"/>`,
	);
	return `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
}

/** Characters, wide ones counted twice, of the longest among head and first rows, within reason. */
function widthOf<R>({ head, cell }: Column<R>, rows: R[]): number {
	const longest = Math.max(wide(head), ...rows.slice(0, 200).map(row => wide(String(cell(row) ?? ''))));
	return Math.min(Math.max(longest + 2, 8), 50);
}

function wide(text: string): number {
	return text.length + (text.match(/[^\0-\xff]/g)?.length ?? 0);
}

function rowOf(line: number, cells: string[]): string {
	return `<row r="${line}">${cells.join('')}</row>`;
}

function cellOf<R>(at: string, { numeric }: Column<R>, value: string | number | null): string {
	if (value === null || value === '') return '';
	if (typeof value === 'number') return Number.isFinite(value) ? `<c r="${at}"><v>${value}</v></c>` : '';
	const spelt = numeric ? /^(-?\d+(?:\.\d+)?)(%?)$/.exec(value) : null;
	if (!spelt) return textCell(at, value, TEXT);
	const [style, number] = spelt[2] ? [PERCENT, `${spelt[1]}e-2`] : [DECIMAL, spelt[1]];
	return `<c r="${at}" s="${style}"><v>${Number(number)}</v></c>`;
}

function textCell(at: string, text: string, style: number): string {
	const whole = text.length > LONGEST ? text.slice(0, LONGEST - CUT.length) + CUT : text;
	return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(whole)}</t></is></c>`;
}

/** What XML cannot carry, or would change, and what reads like the escape itself: `_xHHHH_` for each of its UTF-16 units. */
const UNSAFE = /_(?=x[0-9A-Fa-f]{4}_)|[^\P{Cc}\t\n]|\p{Cs}|\p{Noncharacter_Code_Point}/gu;
const MARKUP: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escaped(text: string): string {
	const units = (found: string) =>
		Array.from({ length: found.length }, (_, at) => found.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0'));
	return text
		.replace(UNSAFE, found =>
			units(found)
				.map(unit => `_x${unit}_`)
				.join(''),
		)
		.replace(/[&<>]/g, found => MARKUP[found] ?? found);
}

/** 0 → A, 26 → AA. */
function lettersOf(at: number): string {
	const last = String.fromCharCode(65 + (at % 26));
	return at < 26 ? last : lettersOf(Math.floor(at / 26) - 1) + last;
}

function relations(...parts: [type: string, target: string][]): string {
	const all = parts.map(
		([type, target], n) => `<Relationship Id="rId${n + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
	);
	return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

function workbook(title: string): string {
	return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${title.replaceAll('"', '&quot;')}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${title}'!$1:$1</definedName></definedNames></workbook>`;
}

const contentTypes = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`;

const styles = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF4"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="2" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`;
