import connectTo from 'postgres';
import type { TableConnect } from '#analytics/ledger/connect.ts';
import { databaseFault } from './database-fault.ts';
import { countAsked, type Dialect, rowsAsked, scanned } from './question.ts';
import type { Column, ColumnForm, TableReader } from './table.ts';

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
			const { text, values } = rowsAsked(table, scan, dialect);
			for await (const rows of sql.unsafe(text, values).cursor(STEP)) for (const row of rows) yield scanned(row, scan);
		},
		async count(scan) {
			const { text, values } = countAsked(table, scan, dialect);
			const [row] = await sql.unsafe(text, values);
			return Number(row?.count);
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

const dialect: Dialect = {
	quoted,
	told: (nth, { type }) => `cast($${nth}::text as ${type})`,
	cell: cellOf,
	place: ({ name }) => `${quoted(name)}::text`,
	tuples: true,
};

function cellOf({ name, form }: Column): string {
	if (form === 'wall') return `to_char(${quoted(name)}, 'YYYY-MM-DD"T"HH24:MI:SS.MS')`;
	if (form === 'instant') return `to_char(${quoted(name)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS')`;
	return `${quoted(name)}::text`;
}

function quoted(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}
