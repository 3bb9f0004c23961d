import {
	BOOLEAN,
	DOUBLE,
	type DuckDBConnection,
	type DuckDBType,
	type DuckDBValue,
	INTEGER,
	LIST,
	listValue,
	VARCHAR,
} from '@duckdb/node-api';
import type { Kind, Measure, Row } from '#analytics/measures/measure.ts';
import { aloneIfNeeded } from './alone.ts';
import { checkDay } from './days.ts';
import type { Store } from './store.ts';

/** Answers that are kept, and the longest that is: an export is asked once. */
const KEPT = 500;
const LONGEST = 2_000;

const types: Record<string, DuckDBType> = {
	text: VARCHAR,
	int: INTEGER,
	real: DOUBLE,
	flag: BOOLEAN,
	day: VARCHAR,
	instant: DOUBLE,
	texts: LIST(VARCHAR),
};

/** The DuckDB type that carries values of a kind. */
export function typeOf(kind: Kind): DuckDBType {
	const type = types[kind.replace('?', '')];
	if (type === undefined) throw new Error(`没有这种参数类型：${kind}`);
	return type;
}

/** Answers a measure on a connection of its own. */
type Use = <T>(work: (connection: DuckDBConnection) => Promise<T>) => Promise<T>;

/**
 * Answers measures. `version` says what the rows stand at: answers are kept by measure, arguments and version, and the same
 * question asked twice at once is computed once. What runs out of memory beside others is asked again alone (alone.ts).
 */
export function askerOf(use: Use, version: () => string): Store['ask'] {
	const kept = new Map<string, Promise<Answer>>();
	const asking = aloneIfNeeded(use);
	const answer = (measure: Measure, args: Record<string, unknown>): Promise<Answer> => {
		const values = valuesOf(measure, args);
		const key = JSON.stringify([version(), measure.name, values]);
		const known = kept.get(key);
		const answering = known ?? asking(connection => compute(connection, measure, values));
		kept.delete(key);
		kept.set(key, answering);
		if (known !== undefined) return known;
		answering.then(
			rows => rows.length <= LONGEST || kept.delete(key),
			() => kept.delete(key),
		);
		for (const oldest of kept.keys()) {
			if (kept.size <= KEPT) break;
			kept.delete(oldest);
		}
		return answering;
	};
	return async (measure, args) => (await answer(measure as Measure, args)) as Row<typeof measure>[];
}

/** Answers measures on one connection; nothing is kept. */
export function answering(connection: DuckDBConnection): Store['ask'] {
	return async (measure, args) =>
		(await compute(connection, measure as Measure, valuesOf(measure as Measure, args))) as Row<typeof measure>[];
}

type Answer = Record<string, unknown>[];

async function compute(
	connection: DuckDBConnection,
	{ sql, params }: Measure,
	values: Record<string, unknown>,
): Promise<Answer> {
	const kinds = Object.fromEntries(Object.entries(params).map(([name, kind]) => [name, typeOf(kind)]));
	return (await connection.runAndReadAll(sql, bound(values), kinds)).getRowObjectsJS();
}

/** DuckDB takes lists as values of its own. */
function bound(values: Record<string, unknown>): Record<string, DuckDBValue> {
	return Object.fromEntries(
		Object.entries(values).map(([name, value]) => [
			name,
			Array.isArray(value) ? listValue(value) : (value as DuckDBValue),
		]),
	);
}

/** The arguments of a measure by name, checked; in the order of its parameters, so that they make a key. */
function valuesOf(measure: Measure, args: Record<string, unknown>): Record<string, unknown> {
	const values: Record<string, unknown> = {};
	for (const [name, kind] of Object.entries(measure.params)) {
		const value = args[name] ?? null;
		if (value === null && !kind.endsWith('?')) {
			throw new TypeError(`查询“${measure.name}”缺少参数 ${name}：请给出它的值。`);
		}
		if (name === 'as_of') checkDay(String(value));
		values[name] = value;
	}
	return values;
}
