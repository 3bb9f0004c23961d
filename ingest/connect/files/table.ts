import type { Encoding } from './lines.ts';

/** How a table is written, the columns that it must have, and the name of its sheet (XLSX; absent: the first). */
export type TableForm = { encoding: Encoding; delimiter: string; required: string[]; sheet?: string };

/** A file that is no table at all. The message is for people, in Chinese. */
export class NoTable extends Error {}

/** The column names that a table's first line gives. Throws NoTable where a name stands twice or a required one is missing. */
export function columnsOf(cells: string[], required: string[]): string[] {
	const names = cells.map(cell => cell.trim());
	const twice = names.find((name, at) => name !== '' && names.indexOf(name) !== at);
	if (twice) throw new NoTable(`文件的表头中列名“${twice}”出现了两次，请改为不同的列名后重新导入。`);
	const missing = required.filter(name => !names.includes(name));
	if (missing.length === 0) return names;
	throw new NoTable(
		`文件中没有映射所需的列：${missing.join('、')}（表头为：${names.join('、')}）。请核对文件、编码（encoding）、分隔符（delimiter）和映射后重新导入。`,
	);
}

/** A record's cells under their column names; a cell that is not there is empty. */
export function recordUnder(columns: string[], cells: string[]): Record<string, string> {
	return Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? '']));
}
