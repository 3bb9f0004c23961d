import { type Connection, createConnection } from 'mysql2';
import type { TableConnect } from '#analytics/ledger/connect.ts';
import { databaseFault } from './database-fault.ts';
import { countAsked, type Dialect, rowsAsked, scanned } from './question.ts';
import type { Column, ColumnForm, TableReader } from './table.ts';

const STATEMENT_MS = 25_000;

const meanings = {
	unauthorised: /^ER_(ACCESS_DENIED_ERROR|DBACCESS_DENIED_ERROR|BAD_DB_ERROR|HOST_NOT_PRIVILEGED)$/,
	wrong_table: /^ER_(NO_SUCH_TABLE|TABLEACCESS_DENIED_ERROR|COLUMNACCESS_DENIED_ERROR|BAD_FIELD_ERROR|VIEW_INVALID)$/,
	timeout: /^ER_(QUERY_TIMEOUT|STATEMENT_TIMEOUT)$/,
};

/** What a session is told first; the one limit of time is MySQL's, the other MariaDB's, and each is unknown to the other. */
const manners = [
	'set session transaction read only',
	"set session time_zone = '+00:00'",
	`set session max_execution_time = ${STATEMENT_MS}`,
	`set session max_statement_time = ${STATEMENT_MS / 1000}`,
];

const jsonChecks =
	"select constraint_name as name from information_schema.check_constraints where constraint_schema = ? and table_name = ? and check_clause like 'json_valid(%'";

/** A column as the database describes it. */
type Described = { name: string; type: string; full_type: string };

/** A table of MySQL, or of what speaks its protocol (MariaDB, OceanBase, TiDB): one read-only connection, opened when first asked. */
export function openMysqlTable(connect: TableConnect): TableReader {
	const { host, port = 3306, database, user, password } = connect;
	const [schema, name] = connect.table.includes('.') ? connect.table.split('.') : [database, connect.table];
	const table = `${quoted(schema ?? '')}.${quoted(name ?? '')}`;
	let open: Connection | null = null;
	const opened = async () => {
		if (open) return open;
		open = createConnection({
			...{ host, port, database, user, connectTimeout: 10_000, charset: 'utf8mb4', dateStrings: true },
			...(password === undefined ? {} : { password }),
		});
		// What goes wrong is said by the question under way.
		open.on('error', () => {});
		for (const manner of manners) await answer(open, manner).catch(passOver);
		return open;
	};
	const ended = () => {
		open?.destroy();
		open = null;
	};
	return {
		async columns() {
			const asked =
				'select column_name as name, data_type as type, column_type as full_type from information_schema.columns where table_schema = ? and table_name = ? order by ordinal_position';
			const place = [schema ?? '', name ?? ''];
			const rows = (await answer(await opened(), asked, place)) as Described[];
			// MariaDB keeps JSON as a text with a check under the column's name; MySQL has no such list by table.
			const checks = await answer(await opened(), jsonChecks, place).catch(() => []);
			const json = new Set((checks as { name: string }[]).map(check => check.name));
			return rows.map(row => columnOf(json.has(row.name) ? { ...row, type: 'json' } : row));
		},
		async *scan(scan) {
			const { text, values } = rowsAsked(table, scan, dialect);
			let whole = false;
			try {
				for await (const row of (await opened()).query(text, values).stream({ highWaterMark: 50 }))
					yield scanned(row, scan);
				whole = true;
			} finally {
				// What is left of a broken-off answer cannot be skipped but with its connection.
				if (!whole) ended();
			}
		},
		async count(scan) {
			const { text, values } = countAsked(table, scan, dialect);
			const [row] = (await answer(await opened(), text, values)) as { count: number }[];
			return Number(row?.count);
		},
		fault: error => databaseFault(error, `${host}:${port}/${database}`, meanings),
		ended,
		close: async () => ended(),
	};
}

function answer(open: Connection, text: string, values: string[] = []): Promise<unknown[]> {
	return new Promise((resolve, reject) => {
		open.query(text, values, (error, rows) => (error ? reject(error) : resolve(rows as unknown[])));
	});
}

/** Only a setting that this server does not know. */
function passOver(error: unknown): void {
	if (!(error instanceof Error && 'code' in error && error.code === 'ER_UNKNOWN_SYSTEM_VARIABLE')) throw error;
}

function columnOf({ name, type, full_type }: Described): Column {
	return { name, form: formOf(type), type: castOf(type, full_type.includes('unsigned')) };
}

function formOf(type: string): ColumnForm {
	if (type === 'datetime') return 'wall';
	if (type === 'timestamp') return 'instant';
	return type === 'json' ? 'json' : 'text';
}

/** What a place is cast to, so that no number is compared as a text or as a double; empty: a text. */
function castOf(type: string, unsigned: boolean): string {
	if (/int$/.test(type)) return unsigned ? 'unsigned' : 'signed';
	if (type === 'datetime' || type === 'timestamp') return 'datetime(6)';
	if (type === 'date') return 'date';
	return type === 'decimal' ? 'decimal(65,30)' : '';
}

const dialect: Dialect = {
	quoted,
	told: (_, { type }) => (type === '' ? '?' : `cast(? as ${type})`),
	cell: cellOf,
	place: cellOf,
	tuples: false,
};

function cellOf({ name, form, type }: Column): string {
	if (form === 'wall' || form === 'instant') return `date_format(${quoted(name)}, '%Y-%m-%dT%H:%i:%s.%f')`;
	return type === '' && form === 'text' ? `convert(${quoted(name)} using utf8mb4)` : `cast(${quoted(name)} as char)`;
}

function quoted(name: string): string {
	return `\`${name.replaceAll('`', '``')}\``;
}
