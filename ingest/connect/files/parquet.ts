import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Placed } from '../../row.ts';
import { rowOf } from '../../storable.ts';
import { spooled } from './spool.ts';
import { columnsOf, NoTable } from './table.ts';

/** Bytes of the largest file. */
const MOST = 1024 * 1024 * 1024;

/** What reads the file may read nothing else and load nothing. */
const LOCKED = { autoinstall_known_extensions: 'false', autoload_known_extensions: 'false', memory_limit: '256MB' };

/**
 * Streams a Parquet file, one object a record. Instants come as RFC 3339 in UTC, dates and times without zone as
 * `2026-03-01` and `2026-03-01 09:30:00`, whole numbers beyond 2^53 as text. Throws NoTable.
 */
export async function* readParquet(bytes: AsyncIterable<Uint8Array>, required: string[]): AsyncGenerator<Placed> {
	const file = await spooled(bytes, MOST, () => new NoTable('Parquet 文件超过 1 GiB，请分成几个文件后导入。'));
	const instance = await DuckDBInstance.create(':memory:', LOCKED);
	const connection = await instance.connect();
	try {
		const from = `read_parquet('${file.path}')`;
		const columns = await columnsIn(connection, from);
		columnsOf(
			columns.map(column => column.name),
			required,
		);
		const records = await connection.stream(
			`select to_json(struct_pack(${columns.map(packed).join(', ')}))::varchar from ${from}`,
		);
		let number = 0;
		for await (const rows of records.yieldRows()) {
			for (const [raw] of rows) yield { where: `第 ${++number} 条`, ...rowOf(JSON.parse(String(raw))) };
		}
	} finally {
		connection.closeSync();
		instance.closeSync();
		await file.remove();
	}
}

type Column = { name: string; type: string };

async function columnsIn(connection: DuckDBConnection, from: string): Promise<Column[]> {
	try {
		const found = await connection.runAndReadAll(`describe select * from ${from}`);
		return found.getRows().map(([name, type]) => ({ name: String(name), type: String(type) }));
	} catch (error) {
		throw new NoTable('文件不是可以读取的 Parquet 文件，请核对后重新导入。', { cause: error });
	}
}

function packed({ name, type }: Column): string {
	const column = `"${name.replaceAll('"', '""')}"`;
	return `${column} := ${written(column, type)}`;
}

function written(column: string, type: string): string {
	if (type === 'TIMESTAMP WITH TIME ZONE') return `strftime(${column} at time zone 'UTC', '%Y-%m-%dT%H:%M:%S.%gZ')`;
	if (type.startsWith('TIMESTAMP')) return `strftime(${column}::timestamp, '%Y-%m-%d %H:%M:%S')`;
	if (type === 'DATE') return `strftime(${column}, '%Y-%m-%d')`;
	if (/^(U?BIGINT|U?HUGEINT)$/.test(type))
		return `if(abs(${column}::hugeint) <= 9007199254740991, to_json(${column}), to_json(${column}::varchar))`;
	return type.startsWith('DECIMAL') || type === 'BLOB' ? `${column}::varchar` : column;
}
