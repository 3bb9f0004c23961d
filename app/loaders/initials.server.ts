import { setImmediate } from 'node:timers/promises';
import { pinyin } from 'pinyin-pro';

/** Initials of names met so far: a name is spelt once. */
const known = new Map<string, string>();
const MOST = 500_000;
/** Names spelt in one go; the house answers others in between. */
const AT_ONCE = 500;

/** The first letters of a name's syllables, small: `市医疗保障局` → `sylbzj`. What is no Chinese stands as it is. */
export function initialsOf(name: string): string {
	const met = known.get(name);
	if (met !== undefined) return met;
	const spelt = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' });
	const initials = spelt.join('').toLowerCase().replaceAll(/\s/g, '');
	if (known.size >= MOST) known.clear();
	known.set(name, initials);
	return initials;
}

/** The first few of the named whose name contains a text, or whose initials do where it is of letters; in their order. */
export async function named<T extends { name: string }>(all: readonly T[], text: string, most: number): Promise<T[]> {
	const wanted = plain(text);
	const letters = /^[a-z0-9]+$/.test(wanted);
	const found: T[] = [];
	for (const [n, each] of all.entries()) {
		if (n % AT_ONCE === AT_ONCE - 1) await setImmediate();
		if (!plain(each.name).includes(wanted) && !(letters && initialsOf(each.name).includes(wanted))) continue;
		found.push(each);
		if (found.length === most) break;
	}
	return found;
}

/** Half-width, small, without spaces: how a text and a name are compared. */
function plain(text: string): string {
	return text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
}
