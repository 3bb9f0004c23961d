import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type DuckDBConnection, DuckDBInstance, type DuckDBResult, type DuckDBValue } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { measures } from '#analytics/measures/index.ts';
import type { Kind, Measure } from '#analytics/measures/measure.ts';
import { typeOf } from '#analytics/store/ask.ts';
import { schema } from '#analytics/store/schema.ts';

const root = resolve(import.meta.dirname, '..');
const registry: Record<string, Measure> = measures;
const modules = import.meta.glob<Record<string, unknown>>('../analytics/measures/*.ts', { eager: true });
const defined = Object.values(modules).flatMap(module => Object.values(module).filter(isMeasure));

describe('every question is one SQL file with one owner', () => {
	let instance: DuckDBInstance;
	let connection: DuckDBConnection;

	beforeAll(async () => {
		instance = await DuckDBInstance.create(':memory:', { autoload_known_extensions: 'false' });
		connection = await instance.connect();
		for (const [, sql] of schema) await connection.run(sql);
	});
	afterAll(() => {
		connection.closeSync();
		instance.closeSync();
	});

	test('every file in sql/duckdb is loaded, in the order of its number', () => {
		const names = schema.map(([file]) => file.slice(file.lastIndexOf('/') + 1));
		expect(names).toEqual(sqlFiles('sql/duckdb').sort());
		expect(names.every(name => /^\d{3}_[a-z_]+\.sql$/.test(name))).toBe(true);
	});

	test('every file in sql/queries belongs to exactly one measure, of the same name', () => {
		const owned = Object.fromEntries(
			sqlFiles('sql/queries').map(file => [
				file,
				defined.filter(each => each.sql === text('sql/queries', file)).map(each => each.name),
			]),
		);
		expect(owned).toEqual(Object.fromEntries(sqlFiles('sql/queries').map(file => [file, [file.replace('.sql', '')]])));
	});

	test('every measure is in the register, under its name', () => {
		expect(defined.length).toBeGreaterThan(10);
		expect(new Set(Object.values(registry))).toEqual(new Set(defined));
		expect(Object.entries(registry).filter(([name, measure]) => name !== measure.name)).toEqual([]);
	});

	test.each(Object.values(registry).map(measure => [measure.name, measure] as const))(
		'%s: parameters and columns are the declared ones, by name and type',
		async (_, measure) => expect(await faults(connection, measure)).toEqual([]),
	);

	test('a renamed column, a changed type and a forgotten parameter are noticed', async () => {
		const spoilt = (from: string | RegExp, to: string) =>
			faults(connection, { ...registry.overview, sql: registry.overview?.sql.replace(from, to) } as Measure);
		expect(await spoilt('as departments_overdue,\nfrom', 'as departments_late,\nfrom')).toEqual([
			'column departments_overdue is missing',
			'column departments_late is not declared',
		]);
		expect(await spoilt('coalesce(due, 0)::int as due', 'coalesce(due, 0) as due')).toEqual([
			'column due is BIGINT, declared INTEGER',
		]);
		expect(await spoilt(/\$from::date/g, "date '2026-01-01'")).toEqual(['parameter from is not used']);
	});

	test.each(Object.values(registry).map(measure => [measure.name, measure] as const))(
		'%s: the header names grain and parameters; no file is longer than a screen',
		(_, measure) => {
			const lines = measure.sql.split('\n');
			const header = lines.filter(line => line.startsWith('-- '));
			expect(header[0]).toMatch(/^-- One row per /);
			expect(header.at(-1)).toBe(`-- params: ${Object.keys(measure.params).join(', ')}`);
			expect(lines.length).toBeLessThanOrEqual(61);
			expect(measure.sql.toLowerCase()).not.toMatch(/current_date|now\(\)|today\(\)|timestamptz|time zone/);
		},
	);
});

/** What about a measure's SQL does not fit its declaration. */
async function faults(connection: DuckDBConnection, measure: Measure): Promise<string[]> {
	const prepared = await connection.prepare(measure.sql);
	const used = new Set(range(prepared.parameterCount).map(i => prepared.parameterName(i + 1)));
	const declared = Object.keys(measure.params);
	return [
		...['as_of', 'known', 'visible']
			.filter(name => !declared.includes(name))
			.map(name => `parameter ${name} is not declared`),
		...declared.filter(name => !used.has(name)).map(name => `parameter ${name} is not used`),
		...[...used].filter(name => !declared.includes(name)).map(name => `parameter ${name} is not declared`),
		...columnFaults(await asked(connection, measure, used), measure),
	];
}

/** Its answer over an empty read model: some of what a question reads depends on its arguments. */
function asked(connection: DuckDBConnection, { sql, params }: Measure, used: Set<string>): Promise<DuckDBResult> {
	const kinds = [...used].map(name => [name, params[name] ?? 'text?'] as const);
	return connection.run(
		sql,
		Object.fromEntries(kinds.map(([name, kind]) => [name, kind.endsWith('?') ? null : plainly[kind as Plain]])),
		Object.fromEntries(kinds.map(([name, kind]) => [name, typeOf(kind)])),
	);
}

type Plain = Exclude<Kind, `${string}?` | 'texts'>;
const plainly: Record<Plain, DuckDBValue> = { text: '', int: 1, real: 1, flag: true, day: '2026-01-01', instant: 0 };

function columnFaults(answer: DuckDBResult, { columns }: Measure): string[] {
	const found = new Map(range(answer.columnCount).map(i => [answer.columnName(i), String(answer.columnType(i))]));
	const declared = Object.entries(columns).flatMap(([name, kind]) => {
		const type = found.get(name);
		if (type === undefined) return [`column ${name} is missing`];
		return type === String(typeOf(kind)) ? [] : [`column ${name} is ${type}, declared ${typeOf(kind)}`];
	});
	return [
		...declared,
		...[...found.keys()].filter(name => !(name in columns)).map(name => `column ${name} is not declared`),
	];
}

function isMeasure(value: unknown): value is Measure {
	return typeof value === 'object' && value !== null && 'sql' in value && 'params' in value && 'columns' in value;
}

function sqlFiles(folder: string): string[] {
	return readdirSync(join(root, folder)).filter(name => name.endsWith('.sql'));
}

function text(folder: string, file: string): string {
	return readFileSync(join(root, folder, file), 'utf8');
}

function range(n: number): number[] {
	return Array.from({ length: n }, (_, i) => i);
}
