import { readFile } from 'node:fs/promises';
import boston311 from '../mappings/boston311.json';
import boston311Dmy from '../mappings/boston311-dmy.json';
import { readMapping, WrongMapping } from '../mappings/mapping.ts';
import requestLedger from '../mappings/request-ledger.json';
import { contract } from './contract.ts';
import { mapped } from './mapped.ts';
import type { Translation } from './translation.ts';
import { xroad } from './xroad.ts';

/** Platforms whose records a table of columns cannot describe. */
const platforms: ReadonlyMap<string, Translation> = new Map([
	['contract', contract],
	['xroad', xroad],
]);

const bundled: ReadonlyMap<string, object> = new Map<string, object>([
	['request-ledger', requestLedger],
	['boston311', boston311],
	['boston311-dmy', boston311Dmy],
]);

/** Every name that `--mapping` and a source's `mapping` may say. */
export const translationNames: readonly string[] = [...platforms.keys(), ...bundled.keys()];

/**
 * The translation of a name, or of a mapping file (a path that ends in .json; it may say `"extends": "<bundled name>"` and
 * only what is different). Undefined: our own contract. Throws WrongMapping.
 */
export async function translationOf(name: string | undefined): Promise<Translation> {
	const platform = platforms.get(name ?? 'contract');
	if (platform) return platform;
	if (name?.endsWith('.json')) return mapped(readMapping(extended(await readJson(name), name), name));
	const raw = bundled.get(name ?? '');
	if (!raw)
		throw new WrongMapping(
			`没有名为“${name}”的映射，可用：${translationNames.join('、')}；也可以写映射文件（.json）的路径。`,
		);
	return mapped(readMapping(extended(raw, `${name}`), `${name}`));
}

function extended(raw: object, label: string): object {
	if (!('extends' in raw)) return raw;
	const { extends: name, ...changes } = raw;
	const base = typeof name === 'string' ? bundled.get(name) : undefined;
	if (!base)
		throw new WrongMapping(
			`映射 ${label} 的 extends 写着“${String(name)}”，没有这个映射，可用：${[...bundled.keys()].join('、')}。`,
		);
	return { ...extended(base, String(name)), ...changes };
}

async function readJson(path: string): Promise<object> {
	let text: string;
	try {
		text = await readFile(path, 'utf8');
	} catch (error) {
		throw new WrongMapping(`打不开映射文件 ${path}，请核对路径和读取权限。`, { cause: error });
	}
	try {
		const raw: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
		if (raw !== null && typeof raw === 'object') return raw;
	} catch (error) {
		throw new WrongMapping(`映射文件 ${path} 不是有效的 JSON，请检查括号和引号。`, { cause: error });
	}
	throw new WrongMapping(`映射文件 ${path} 应为一个 JSON 对象。`);
}
