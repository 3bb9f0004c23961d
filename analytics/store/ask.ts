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
import type { Args, Kind, Measure, Row, Shape } from '#analytics/measures/measure.ts';
import { checkDay } from './law.ts';

/** Answers that are kept. Each is a page at most. */
const KEPT = 500;

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

/** Answers measures. */
export type Asker = {
	ask<P extends Shape, C extends Shape>(
		measure: Measure<P, C>,
		args: Args<Measure<P, C>>,
	): Promise<Row<Measure<P, C>>[]>;
	/** Waits for the answers under way. */
	settled(): Promise<void>;
};

/**
 * Answers on connections of their own, so that no question waits for another or for the projection. `version` says what the
 * rows stand at: answers are kept by measure, arguments and version, and the same question asked twice at once is computed once.
 */
export function askerOf(connect: () => Promise<DuckDBConnection>, version: () => string): Asker {
	const kept = new Map<string, Promise<Record<string, unknown>[]>>();
	const underWay = new Set<Promise<unknown>>();

	const compute = async (measure: Measure, values: Record<string, unknown>) => {
		const connection = await connect();
		try {
			const kinds = Object.entries(measure.params).map(([name, kind]) => [name, typeOf(kind)] as const);
			const answer = await connection.runAndReadAll(measure.sql, bound(values), Object.fromEntries(kinds));
			return answer.getRowObjectsJS() as Record<string, unknown>[];
		} finally {
			connection.closeSync();
		}
	};

	const answer = (measure: Measure, args: Record<string, unknown>) => {
		const values = valuesOf(measure, args);
		const key = JSON.stringify([version(), measure.name, values]);
		const known = kept.get(key);
		const answering = known ?? compute(measure, values);
		kept.delete(key);
		kept.set(key, answering);
		if (known !== undefined) return known;
		underWay.add(answering);
		answering.catch(() => kept.delete(key)).finally(() => underWay.delete(answering));
		for (const oldest of kept.keys()) {
			if (kept.size <= KEPT) break;
			kept.delete(oldest);
		}
		return answering;
	};

	return {
		async ask(measure, args) {
			return (await answer(measure as Measure, args)) as Row<typeof measure>[];
		},
		async settled() {
			await Promise.allSettled(underWay);
		},
	};
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
