import type { Day } from '../day.ts';
import { dayOfParts, type Told } from './told.ts';

const heads = {
	date: ['date', '日期'],
	type: ['type', 'kind', 'isoffday', '类型', '性质', '休或班'],
	name: ['name', 'holiday', 'festival', '名称', '节日', '节日名称', '假期'],
};
const OFF = ['off', 'holiday', 'rest', 'true', '休', '放假', '休息', '假日', '节假日'];
const WORK = ['work', 'workday', 'working day', 'false', '班', '上班', '补班', '调休上班', '工作日'];

/** Reads a table of days: columns date, type, name (or 日期, 类型, 名称) in any order; other columns are left alone. */
export function readCsv(text: string): Told {
	const told: Told = { days: [], problems: [], title: null, address: null };
	const [head = [], ...rows] = rowsOf(text);
	const at = (names: string[]) => head.findIndex(cell => names.includes(cell.trim().toLowerCase()));
	const [date, type, name] = [at(heads.date), at(heads.type), at(heads.name)];
	if (date < 0 || type < 0 || name < 0) {
		told.problems.push(`表头应有 date、type、name（或 日期、类型、名称），现为：${head.join('、')}`);
		return told;
	}
	rows.forEach((row, index) => {
		const cell = (column: number) => (row[column] ?? '').trim();
		const on = readDate(cell(date));
		const off = readType(cell(type));
		if (on !== null && off !== null && cell(name) !== '') told.days.push({ on, name: cell(name), off });
		else told.problems.push(`第${index + 2}行未读懂：${row.join(',')}（日期如 2026-01-01，类型为 休 或 班，名称不空）`);
	});
	return told;
}

/** True where the first line is a head that `readCsv` knows. */
export function looksLikeCsv(text: string): boolean {
	const [head = []] = rowsOf(text.slice(0, 500));
	return head.length > 1 && head.some(cell => heads.date.includes(cell.trim().toLowerCase()));
}

function readType(text: string): boolean | null {
	const word = text.toLowerCase();
	return OFF.includes(word) ? true : WORK.includes(word) ? false : null;
}

/** Year first; anything else could be read in two ways. */
function readDate(text: string): Day | null {
	const parts = /^(\d{4})(?:-(\d{1,2})-|\/(\d{1,2})\/|年(\d{1,2})月|(\d{2}))(\d{1,2})日?$/.exec(text);
	if (parts === null) return null;
	const [, year, dashed, slashed, chinese, plain, day] = parts;
	return dayOfParts(Number(year), Number(dashed ?? slashed ?? chinese ?? plain), Number(day));
}

/** Rows of cells (RFC 4180); empty lines are left out. */
function rowsOf(text: string): string[][] {
	const rows: string[][] = [[]];
	for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/g)) {
		rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
		if (end === '') break;
		if (end !== ',') rows.push([]);
	}
	return rows.filter(row => row.some(cell => cell.trim() !== ''));
}
