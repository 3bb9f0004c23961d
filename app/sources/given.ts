import type { Connect, Source, SourceConfig } from '#analytics/ledger/sources.ts';
import type { Problem } from '#app/policies/fields.ts';
import { askedOf, type Entry, type Kind, kinds, toKind } from './kinds.ts';

/** A source as a form tells it, every value as it was written, by its place in the configuration. Secrets are never in it. */
export type Given = { kind: Kind; again: boolean; values: Record<string, string> };

/** What every kind asks. */
export const identity: readonly Entry[] = [
	{ name: 'name', label: '名称', control: 'text', required: true, placeholder: '如：市人力社保局共享平台' },
	{
		name: 'code',
		label: '代码',
		control: 'text',
		required: true,
		placeholder: '如：330100-hrss',
		note: '字母、数字、“-”“_”“.”；登记后不能更改，事件以它标明来源。',
	},
	{ name: 'region', label: '行政区划代码', control: 'text', placeholder: '如：330100', note: '可不填。' },
];

/** Reads a submitted form. Secrets are apart, so that nothing shows them again. */
export function readGiven(form: FormData): { given: Given; secrets: Record<string, string> } {
	const text = (name: string) => {
		const value = form.get(name);
		return typeof value === 'string' ? value.trim() : '';
	};
	const kind = toKind(text('kind')) ?? 'http';
	const told = (entries: readonly Entry[]) =>
		Object.fromEntries(entries.map(({ name }) => [name, text(name)] as const).filter(([, value]) => value !== ''));
	const choices = told(kinds[kind].entries.filter(entry => entry.control === 'choice'));
	const asked = [...identity, ...askedOf(kind, choices)];
	return {
		given: {
			kind,
			again: form.get('again') === 'yes',
			values: { ...told(asked.filter(entry => entry.control !== 'secret')), mapping: text('mapping') },
		},
		secrets: told(asked.filter(entry => entry.control === 'secret')),
	};
}

/** An untouched form of a kind, for rows that a mapping translates. */
export function emptyGiven(kind: Kind, mapping: string): Given {
	return { kind, again: false, values: { mapping } };
}

/** The form of a source as it stands. */
export function givenOf({ code, name, region, mapping, connect }: Source): Given {
	const values = flat({ code, name, region, mapping, connect });
	return { kind: connect.kind, again: false, values };
}

function flat(value: object, under = ''): Record<string, string> {
	return Object.fromEntries(
		Object.entries(value).flatMap(([name, inner]): [string, string][] => {
			if (inner === undefined) return [];
			if (Array.isArray(inner)) return [[under + name, inner.join('\n')]];
			if (inner !== null && typeof inner === 'object') return Object.entries(flat(inner, `${under}${name}.`));
			return [[under + name, String(inner)]];
		}),
	);
}

/** The configuration that a form says, and what is missing in it; the rest is checked where it is written. */
export function configOf(
	{ kind, values }: Given,
	secrets: Record<string, string>,
): { config: SourceConfig; problems: Problem[] } {
	const asked = [...identity, ...askedOf(kind, values)];
	const missing = asked.filter(entry => entry.required && !values[entry.name] && !secrets[entry.name]);
	const problems = missing.map(({ name, label }) => ({ name, message: `请填写${label}。` }));
	const config: Record<string, unknown> = { connect: { kind } };
	for (const entry of asked) {
		const value = values[entry.name] ?? secrets[entry.name];
		if (value !== undefined) put(config, entry.name.split('.'), readAs(entry, value));
	}
	if (values.mapping) config.mapping = values.mapping;
	return { config: config as SourceConfig, problems };
}

function readAs({ control }: Entry, value: string): unknown {
	if (control === 'lines')
		return value
			.split('\n')
			.map(line => line.trim())
			.filter(line => line !== '');
	if (control !== 'number') return value;
	return /^\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

function put(into: Record<string, unknown>, [name = '', ...rest]: string[], value: unknown): void {
	if (rest.length === 0) {
		into[name] = value;
		return;
	}
	const inner = (into[name] ?? {}) as Record<string, unknown>;
	into[name] = inner;
	put(inner, rest, value);
}

/** Where a source is read from, in one line, without secrets; null for one that is not read. */
export function placeOf(connect: Connect): string | null {
	if (connect.kind === 'http') return connect.url;
	return 'host' in connect
		? `${connect.host}:${connect.port ?? (connect.kind === 'mysql' ? 3306 : 5432)}/${connect.database} ${connect.table}`
		: null;
}
