import type { Placed } from '../../row.ts';
import { readCsv } from './csv.ts';
import { readParquet } from './parquet.ts';
import { readDocument, readLines } from './records.ts';
import { NoTable, type TableForm } from './table.ts';
import { readXlsx } from './xlsx.ts';

/**
 * The records of a file, whatever its form, which its name's ending tells: .ndjson and .jsonl (a record a line), .json,
 * .parquet, .xlsx, .tsv (tabs), and a table in the form's own delimiter for any other ending. `form` null: the platform's files
 * hold records, not tables. Throws NoTable and NoRecords, whose messages are for people; a single record that
 * cannot be read is named and stands in nobody's way.
 */
export function recordsOf(
	name: string,
	bytes: AsyncIterable<Uint8Array>,
	form: TableForm | null,
): AsyncIterable<Placed> {
	const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
	const encoding = form?.encoding ?? 'utf-8';
	if (ending === 'ndjson' || ending === 'jsonl') return readLines(bytes, encoding);
	if (ending === 'parquet') return readParquet(bytes, form?.required ?? []);
	if (ending === 'json' || (form === null && !TABLES.includes(ending))) return readDocument(bytes, encoding);
	return tableIn(ending, bytes, form);
}

function tableIn(ending: string, bytes: AsyncIterable<Uint8Array>, form: TableForm | null): AsyncIterable<Placed> {
	if (form === null) throw new NoTable(NO_FORM);
	if (ending === 'xls') throw new NoTable('旧的 .xls 格式不能读取，请在表格软件中另存为 .xlsx 或 CSV 后重新导入。');
	if (ending === 'xlsx') return readXlsx(bytes, form);
	return readCsv(bytes, ending === 'tsv' || ending === 'tab' ? { ...form, delimiter: '\t' } : form);
}

const TABLES = ['csv', 'tsv', 'tab', 'xlsx', 'xls'];

const NO_FORM =
	'所选的转换规则读取 JSON、NDJSON 或 Parquet 记录，不读取表格。请改选按列读取的转换规则，或者换用相应格式的文件。';
