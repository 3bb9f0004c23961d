import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Who may import whom (README "分层"). Types may be imported from the layers named after `types:`. */
const directions: Record<string, { code: string[]; types?: string[] }> = {
	'analytics/law': { code: [] },
	// Pure arithmetic on figures that are already counted: it knows nothing of the subject.
	'analytics/statistics': { code: [] },
	'analytics/cases': { code: ['analytics/law'] },
	'analytics/ledger': { code: ['analytics/cases', 'analytics/law'] },
	// A measure is data (question, shapes, SQL text); the store answers it and so knows its form.
	'analytics/store': { code: ['analytics/ledger', 'analytics/cases', 'analytics/law'], types: ['analytics/measures'] },
	'analytics/measures': { code: ['analytics/store', 'analytics/ledger', 'analytics/cases', 'analytics/law'] },
	// What is measured, not what is served: it may look into every part of the engine.
	'analytics/bench': {
		code: ['analytics/measures', 'analytics/store', 'analytics/ledger', 'analytics/cases', 'analytics/law'],
	},
	ingest: { code: ['analytics/ledger', 'analytics/cases', 'analytics/law'] },
	app: {
		code: [
			'analytics/bench',
			'analytics/measures',
			'analytics/statistics',
			'analytics/ledger',
			'analytics/cases',
			'analytics/law',
		],
		types: ['analytics/store'],
	},
	test: {
		code: [
			'analytics/law',
			'analytics/statistics',
			'analytics/cases',
			'analytics/ledger',
			'analytics/store',
			'analytics/measures',
			'analytics/bench',
			'ingest',
			'app',
		],
	},
};

/** The one file that wires everything. */
const WIRING = 'app/server.ts';

const outside: Record<string, RegExp> = {
	'analytics/law': /^(?!)/,
	'analytics/statistics': /^(?!)/,
	'analytics/cases': /^zod$/,
};

type Import = { file: string; target: string; typesOnly: boolean };

describe('分层：谁可以引用谁', () => {
	const imports = files().flatMap(importsOf);

	test('引用方向只朝一个方向', () => {
		const wrong = imports.filter(each => !allowed(each)).map(each => `${each.file} → ${each.target}`);
		expect(wrong).toEqual([]);
	});

	test('法规层与统计层不引用任何外部包，案件层只引用 zod', () => {
		const wrong = files().flatMap(file => {
			const pattern = outside[layerOf(file) ?? ''];
			return pattern
				? packagesOf(file)
						.filter(name => !pattern.test(name))
						.map(name => `${file} → ${name}`)
				: [];
		});
		expect(wrong).toEqual([]);
	});

	test('纯核心没有时钟、数据库与网络', () => {
		const impure = files()
			.filter(file => /^analytics\/(law|statistics|cases)\//.test(file))
			.filter(file =>
				/Date\.now|new Date\(\)|process\.|fetch\(|setTimeout|Math\.random/.test(readFileSync(join(root, file), 'utf8')),
			);
		expect(impure).toEqual([]);
	});

	test('读到了真实的文件', () => {
		expect(files().length).toBeGreaterThan(50);
		expect(imports.length).toBeGreaterThan(100);
	});
});

function allowed({ file, target, typesOnly }: Import): boolean {
	const from = layerOf(file);
	const to = layerOf(target);
	if (!from || !to || from === to || file === WIRING) return true;
	if (target === WIRING) return from === 'app' || from === 'test';
	const rule = directions[from];
	return rule?.code.includes(to) || (typesOnly && rule?.types?.includes(to)) || false;
}

function layerOf(file: string): string | null {
	return Object.keys(directions).find(layer => file.startsWith(`${layer}/`)) ?? null;
}

function files(): string[] {
	return ['analytics', 'ingest', 'app', 'test'].flatMap(folder =>
		readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
			.filter(name => /\.tsx?$/.test(name))
			.map(name => join(folder, name)),
	);
}

const IMPORT =
	/^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

function specifiers(file: string): { name: string; typesOnly: boolean }[] {
	const text = readFileSync(join(root, file), 'utf8');
	return [...text.matchAll(IMPORT)].map(match => ({
		name: match[2] ?? match[3] ?? '',
		typesOnly: match[1] !== undefined,
	}));
}

function importsOf(file: string): Import[] {
	return specifiers(file)
		.filter(({ name }) => name.startsWith('.') || name.startsWith('#'))
		.map(({ name, typesOnly }) => ({
			file,
			typesOnly,
			target: name.startsWith('#') ? name.slice(1) : relative(root, resolve(root, dirname(file), name)),
		}));
}

function packagesOf(file: string): string[] {
	return specifiers(file)
		.map(({ name }) => name)
		.filter(name => !name.startsWith('.') && !name.startsWith('#'));
}
