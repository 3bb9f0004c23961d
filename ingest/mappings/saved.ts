import type { Instant } from '#analytics/law/day.ts';
import type { Mappings, MappingVersion } from '#analytics/ledger/mappings.ts';
import { parseJson } from '../json.ts';
import { bundled, extended } from './bundled.ts';
import { type Mapping, readMapping, WrongMapping } from './mapping.ts';

/**
 * Finds a mapping by `name` (its latest version) or `name@3` (that version), saved or bundled; null where there is none.
 * A saved version stands before a bundled one of the same number.
 */
export async function findMapping(
	named: string,
	mappings: Pick<Mappings, 'find'> | undefined,
): Promise<Mapping | null> {
	const [, name = '', pinned] = /^(.*?)(?:@(\d{1,9}))?$/.exec(named) ?? [];
	const version = pinned === undefined ? null : Number(pinned);
	const saved = (await mappings?.find(name, version)) ?? null;
	const shipped = bundledMapping(name);
	if (shipped && (version === null ? shipped.version > (saved?.version ?? 0) : !saved && shipped.version === version))
		return shipped;
	return saved && readMapping(JSON.parse(saved.text), `${name}@${saved.version}`);
}

function bundledMapping(name: string): Mapping | null {
	const raw = bundled.get(name);
	return raw ? readMapping(extended(raw, name), name) : null;
}

/** Every version of every mapping, saved and bundled, by name, the latest first. */
export async function mappingVersions(mappings: Pick<Mappings, 'list'>): Promise<MappingVersion[]> {
	const saved = (await mappings.list()).map(({ text, ...one }) => ({ ...one, ...told(JSON.parse(text)) }));
	const shipped = [...bundled].map(([name, raw]) => {
		const whole = extended(raw, name);
		return { name, version: readMapping(whole, name).version, author: null, createdAt: null, ...told(whole) };
	});
	const fresh = shipped.filter(one => !saved.some(other => other.name === one.name && other.version === one.version));
	return [...saved, ...fresh].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : b.version - a.version));
}

function told(raw: object): Pick<MappingVersion, 'describes' | 'text'> {
	const { describes } = raw as { describes: string };
	return { describes, text: JSON.stringify(raw, null, '\t') };
}

/** Reads a mapping as somebody wrote it; what it `extends` is filled in, and its version may be missing. Throws WrongMapping. */
export function readDraft(text: string, version = 1): { raw: object; mapping: Mapping } {
	const value = parseJson(text)?.value;
	if (value === null || typeof value !== 'object' || Array.isArray(value))
		throw new WrongMapping('映射不是有效的 JSON 对象，请检查括号、引号和逗号。');
	const name = 'name' in value ? String(value.name) : '（未命名）';
	const raw = { ...extended(value, name), version };
	return { raw, mapping: readMapping(raw, name) };
}

/** Saves a mapping as the next version of its name. Throws WrongMapping, also where somebody else was quicker. */
export async function saveMapping(
	text: string,
	{ mappings, author, now }: { mappings: Mappings; author: string; now: Instant },
): Promise<{ name: string; version: number }> {
	const { name } = readDraft(text).mapping;
	const latest = Math.max(bundledMapping(name)?.version ?? 0, (await mappings.find(name, null))?.version ?? 0);
	const version = latest + 1;
	const { raw } = readDraft(text, version);
	const added = await mappings.add({ name, version, text: JSON.stringify(raw), createdAt: now, author });
	if (!added) throw new WrongMapping(`映射“${name}”的第${version}版刚由他人保存。请核对后再保存为新版本。`);
	return { name, version };
}
