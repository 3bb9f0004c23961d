import type { HttpConnect } from '#analytics/ledger/connect.ts';
import { PlatformFault } from './fault.ts';

/** Characters of the longest cursor that is kept. */
export const LONGEST_CURSOR = 4096;

/** What PostgreSQL text cannot hold. */
const UNSTORABLE = /\p{Surrogate}|\p{Control}/u;

/**
 * One page of a platform. `next`: the cursor after it; null where the platform named none. `total`: rows of the whole list,
 * where the platform tells. `reached`: thousandths of a range that lie behind, where its order tells.
 */
export type Page = { items: unknown[]; next: string | null; more: boolean; total?: number; reached?: number };

/** The list in a platform's answer, by the name that its source declares. Throws PlatformFault where there is none. */
export function itemsOf(answer: unknown, { fields }: HttpConnect): unknown[] {
	const name = fields?.items ?? 'events';
	const items = name === '.' ? answer : valueAt(answer, name);
	if (Array.isArray(items)) return items;
	throw new PlatformFault(
		'no_list',
		`平台的答复中没有列表“${name}”，请核对来源配置的 connect.fields.items 或接口地址。`,
	);
}

/**
 * Reads a platform's answer by the names that its source declares (`data.list` looks into `data`). `cursor` is the one
 * that was asked with. Throws PlatformFault where there is no list, or the page leads nowhere.
 */
export function readPage(answer: unknown, connect: HttpConnect, cursor: string | null): Page {
	const names = { next: connect.fields?.next ?? 'next', more: connect.fields?.more ?? 'more' };
	const items = itemsOf(answer, connect);
	const next = nextOf(valueAt(answer, names.next), names.next);
	const more = saysMore(answer, connect) ?? false;
	if (more && next === null) {
		throw new PlatformFault(
			'bad_page',
			`平台称还有后续数据（${names.more}），却没有给出游标“${names.next}”，无法继续。请联系平台修正接口。`,
		);
	}
	if (more && next === cursor) {
		throw new PlatformFault('same_page', '平台反复返回同一页：称还有后续数据，游标却没有前进。请联系平台修正接口。');
	}
	return { items, next, more, ...totalOf(answer, connect) };
}

function nextOf(value: unknown, name: string): string | null {
	if (value === null || value === undefined) return null;
	const cursor = typeof value === 'number' ? String(value) : value;
	if (typeof cursor === 'string' && cursor.length <= LONGEST_CURSOR && !UNSTORABLE.test(cursor)) return cursor;
	throw new PlatformFault(
		'bad_page',
		`平台答复中的游标“${name}”应为不超过 ${LONGEST_CURSOR} 字的文本或数字。请联系平台修正接口。`,
	);
}

/** Whether the platform says that there is more; null where it says nothing. */
export function saysMore(answer: unknown, { fields }: HttpConnect): boolean | null {
	const name = fields?.more ?? 'more';
	const value = valueAt(answer, name);
	if (value === null || value === undefined) return null;
	if (typeof value === 'boolean') return value;
	throw new PlatformFault('bad_page', `平台答复中的“${name}”应为 true 或 false。请联系平台修正接口。`);
}

/** How many rows the whole list has, where the platform tells. */
export function totalOf(answer: unknown, { fields }: HttpConnect): { total?: number } {
	const told = valueAt(answer, fields?.total ?? 'total');
	const total = typeof told === 'string' && /^\d+$/.test(told) ? Number(told) : told;
	return Number.isSafeInteger(total) && Number(total) >= 0 ? { total: Number(total) } : {};
}

/** What stands at a path of field names, `data.list`; undefined where nothing does. */
export function valueAt(value: unknown, path: string): unknown {
	return path.split('.').reduce<unknown>((inner, name) => {
		const has = inner !== null && typeof inner === 'object' && Object.hasOwn(inner, name);
		return has ? (inner as Record<string, unknown>)[name] : undefined;
	}, value);
}
