import { readFile } from 'node:fs/promises';
import type { Mappings } from '#analytics/ledger/mappings.ts';
import { bundled, extended } from '../mappings/bundled.ts';
import { readMapping, WrongMapping } from '../mappings/mapping.ts';
import { findMapping } from '../mappings/saved.ts';
import { contract } from './contract.ts';
import { mapped } from './mapped.ts';
import type { Translation } from './translation.ts';
import { xroad } from './xroad.ts';

/** Platforms whose records a table of columns cannot describe. */
const platforms: ReadonlyMap<string, Translation> = new Map([
	['contract', contract],
	['xroad', xroad],
]);

/** Names that translate without a mapping. */
export const platformNames: readonly string[] = [...platforms.keys()];

/** Every name that `--mapping` and a source's `mapping` may say, besides those of saved mappings. */
export const translationNames: readonly string[] = [...platformNames, ...bundled.keys()];

/**
 * The translation of a name (`request-ledger`, its latest version; `request-ledger@2`, that one), or of a mapping file (a
 * path that ends in .json; it may say `"extends": "<bundled name>"` and only what is different). Undefined: our own
 * contract. Without `mappings` only bundled ones are found. Throws WrongMapping.
 */
export async function translationOf(name: string | undefined, mappings?: Pick<Mappings, 'find'>): Promise<Translation> {
	const platform = platforms.get(name ?? 'contract');
	if (platform) return platform;
	if (name?.endsWith('.json')) return mapped(readMapping(extended(await readJson(name), name), name));
	const found = await findMapping(name ?? '', mappings);
	if (!found)
		throw new WrongMapping(
			`没有名为“${name}”的映射，可用：${translationNames.join('、')}和“转换规则”页面保存的映射；也可以写映射文件（.json）的路径。`,
		);
	return mapped(found);
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
