import type { Column, Scan, Scanned } from './table.ts';

/** How a database writes what a scan asks. */
export type Dialect = {
	quoted(name: string): string;
	/** The value told as the nth, counted from 1, as one of the column's type. */
	told(nth: number, column: Column): string;
	/** A column's value as a text. */
	cell(column: Column): string;
	/** A column's value as the text that `told` takes again. */
	place(column: Column): string;
	/** Whether an index answers `(a, b) > (x, y)`. */
	tuples: boolean;
};

/** A question in SQL with the values told to it. */
export type Question = { text: string; values: string[] };

/** The rows of a scan, in its order: the columns as c0, c1 …, the place as p0, p1. */
export function rowsAsked(table: string, scan: Scan, dialect: Dialect): Question {
	const place = placeOf(scan);
	const { text, values } = conditionOf(scan, dialect);
	const names = place.map(column => dialect.quoted(column.name)).join(', ');
	const cells = scan.columns.map((column, n) => `${dialect.cell(column)} as c${n}`);
	const places = place.map((column, n) => `${dialect.place(column)} as p${n}`);
	return {
		text: `select ${[...cells, ...places].join(', ')} from ${table} where ${text} order by ${names} limit ${scan.limit}`,
		values,
	};
}

/** How many rows a scan would bring without its limit, as `count`. */
export function countAsked(table: string, scan: Scan, dialect: Dialect): Question {
	const { text, values } = conditionOf(scan, dialect);
	return { text: `select count(*) as count from ${table} where ${text}`, values };
}

/** A row of `rowsAsked`. */
export function scanned(row: Record<string, string | null>, { columns, key }: Scan): Scanned {
	return { cells: columns.map((_, n) => row[`c${n}`] ?? null), at: row.p0 ?? '', key: key ? (row.p1 ?? null) : null };
}

function placeOf({ order, key }: Scan): Column[] {
	return [order, ...(key ? [key] : [])];
}

function conditionOf(scan: Scan, { quoted, told, tuples }: Dialect): Question {
	const { order, key, after, from, until } = scan;
	const values: string[] = [];
	const tell = (value: string, column: Column) => told(values.push(value), column);
	const at = quoted(order.name);
	const conditions = placeOf(scan).map(column => `${quoted(column.name)} is not null`);
	if (after && key === null) conditions.push(`${at} > ${tell(after.at, order)}`);
	if (after && key) {
		const [number, last] = [quoted(key.name), after.key ?? ''];
		conditions.push(
			tuples
				? `(${at}, ${number}) > (${tell(after.at, order)}, ${tell(last, key)})`
				: `${at} >= ${tell(after.at, order)} and (${at} > ${tell(after.at, order)} or ${number} > ${tell(last, key)})`,
		);
	}
	if (from) {
		const earlier = from.back > 0 ? ` - interval '${from.back}' second` : '';
		conditions.push(`${at} >= ${tell(from.at, order)}${earlier}`);
	}
	if (until !== null) conditions.push(`${at} < ${tell(until, order)}`);
	return { text: conditions.join(' and '), values };
}
