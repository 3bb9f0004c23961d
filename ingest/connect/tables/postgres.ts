import connectTo from 'postgres';
import type { TableConnect } from '#analytics/ledger/connect.ts';
import { databaseFault } from './database-fault.ts';
import type { Column, ColumnForm, Scan, Scanned, TableReader } from './table.ts';

/** Rows that the server sends at once. */
const STEP = 100;
const STATEMENT_MS = 25_000;

const meanings = { unauthorised: /^(28...|3D000)$/, wrong_table: /^(42...|3F000)$/, timeout: /^57014$/ };

/** A table of PostgreSQL, or of what speaks its protocol (Kingbase, openGauss): one read-only connection, opened when first asked. */
export function openPostgresTable(connect: TableConnect): TableReader {
	const { host, port = 5432, database, user, password } = connect;
	const sql = connectTo({
		...{ host, port, database, user, max: 1, connect_timeout: 10, prepare: false, fetch_types: false },
		...(password === undefined ? {} : { password }),
		onnotice: () => {},
		connection: {
			application_name: 'shudu',
			statement_timeout: STATEMENT_MS,
			default_transaction_read_only: true,
			DateStyle: 'ISO',
			TimeZone: 'UTC',
		},
	});
	const table = connect.table.split('.').map(quoted).join('.');
	return {
		async columns() {
			const rows = await sql`
				select attname as name, format_type(atttypid, atttypmod) as type
				from pg_catalog.pg_attribute
				where attrelid = to_regclass(${table}) and attnum > 0 and not attisdropped
				order by attnum`;
			return rows.map(({ name, type }) => ({ name, type, form: formOf(type) }));
		},
		async *scan(scan) {
			const { text, values } = questionOf(table, scan);
			for await (const rows of sql.unsafe(text, values).cursor(STEP)) for (const row of rows) yield scanned(row, scan);
		},
		fault: error => databaseFault(error, `${host}:${port}/${database}`, meanings),
		ended: () => void sql.end({ timeout: 0 }),
		close: () => sql.end({ timeout: 1 }),
	};
}

function formOf(type: string): ColumnForm {
	if (/^timestamp.*without time zone$/.test(type)) return 'wall';
	if (/^timestamp.*with time zone$/.test(type)) return 'instant';
	return /^jsonb?$/.test(type) ? 'json' : 'text';
}

function questionOf(
	table: string,
	{ columns, order, key, after, back, limit }: Scan,
): { text: string; values: (string | number)[] } {
	const place = [order, ...(key ? [key] : [])];
	const names = place.map(column => quoted(column.name)).join(', ');
	const known = place.map(column => `${quoted(column.name)} is not null`);
	const values = after ? [after.at, ...(back === null ? (key ? [after.key ?? ''] : []) : [back])] : [];
	const told = place.map(({ type }, n) => `cast($${n + 1}::text as ${type})`).join(', ');
	const later =
		back === null
			? `(${names}) > (${told})`
			: `${quoted(order.name)} >= cast($1::text as ${order.type}) - $2::int * interval '1 second'`;
	const cells = columns.map((column, n) => `${cellOf(column)} as c${n}`);
	const at = place.map((column, n) => `${quoted(column.name)}::text as p${n}`);
	return {
		text: `select ${[...cells, ...at].join(', ')} from ${table} where ${[...known, ...(after ? [later] : [])].join(' and ')} order by ${names} limit ${limit}`,
		values,
	};
}

function cellOf({ name, form }: Column): string {
	if (form === 'wall') return `to_char(${quoted(name)}, 'YYYY-MM-DD"T"HH24:MI:SS.MS')`;
	if (form === 'instant') return `to_char(${quoted(name)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS')`;
	return `${quoted(name)}::text`;
}

function scanned(row: Record<string, string | null>, { columns, key }: Scan): Scanned {
	return { cells: columns.map((_, n) => row[`c${n}`] ?? null), at: row.p0 ?? '', key: key ? (row.p1 ?? null) : null };
}

function quoted(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}
