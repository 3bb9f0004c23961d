import type { HttpConnect } from '#analytics/ledger/connect.ts';
import { PlatformFault } from '../fault.ts';
import { ask, type Patience } from '../http.ts';
import { itemsOf, LONGEST_CURSOR, type Page, totalOf, valueAt } from '../page.ts';
import { questionOf } from './question.ts';

/**
 * A page that names the address of the next: in a Link header (RFC 8288, rel=next), or in the answer (`fields.next`). Only
 * addresses of the same origin are followed, so that no secret goes elsewhere. The cursor is path and query of the page to
 * ask; at the end it stays at the last page, or goes back to the first.
 */
export async function linkedPage(
	connect: HttpConnect,
	from: 'last' | 'first',
	cursor: string | null,
	patience: Patience,
): Promise<Page> {
	const first = placeOf(questionOf(connect, '', null), connect);
	const here = cursor ?? first;
	if (!here.startsWith('/'))
		throw wrong('bad_cursor', '该来源已保存的采集位置不是地址（分页方式改过），请重置采集位置，从头采集');
	const url = new URL(here, connect.url);
	const { json, link } = await ask(connect, url, patience);
	const items = itemsOf(json, connect);
	const next = nextOf(link, valueAt(json, connect.fields?.next ?? 'next'), url, connect);
	if (next === null) return { items, next: from === 'first' ? first : here, more: false };
	if (next === here) throw wrong('same_page', '平台反复返回同一页：下一页的地址就是本页。请联系平台修正接口');
	return { items, next, more: true, ...totalOf(json, connect) };
}

function nextOf(link: string | null, named: unknown, here: URL, connect: HttpConnect): string | null {
	const address = linkedNext(link) ?? named;
	if (address === null || address === undefined || address === '') return null;
	if (typeof address !== 'string' || !URL.canParse(address, here))
		throw wrong('bad_page', '平台给出的下一页地址无法识别。请联系平台修正接口');
	const url = new URL(address, here);
	if (url.origin !== here.origin)
		throw wrong('other_origin', `平台给出的下一页在另一地址 ${url.origin}，为防密钥外泄不予访问。请联系平台修正接口`);
	const place = placeOf(url, connect);
	if (place.length > LONGEST_CURSOR) throw wrong('bad_page', `平台给出的下一页地址超过 ${LONGEST_CURSOR} 字`);
	return place;
}

/** Path and query, without the key that a platform may have repeated in it. */
function placeOf(url: URL, { auth }: HttpConnect): string {
	const open = new URL(url);
	if (auth?.kind === 'api_key' && auth.in === 'query') open.searchParams.delete(auth.name);
	return `${open.pathname}${open.search}`;
}

/** The target of rel=next in a Link header; the parameter may be quoted and hold several relations. */
function linkedNext(header: string | null): string | null {
	for (const [, target, parameters = ''] of (header ?? '').matchAll(
		/<([^>]*)>((?:\s*;\s*[\w*-]+(?:=(?:"[^"]*"|[^\s",;]*))?)*)/g,
	)) {
		const relation = /;\s*rel=(?:"([^"]*)"|([^\s",;]*))/i.exec(parameters);
		const relations = (relation?.[1] ?? relation?.[2] ?? '').toLowerCase().split(/\s+/);
		if (relations.includes('next')) return target ?? null;
	}
	return null;
}

function wrong(code: 'bad_cursor' | 'same_page' | 'bad_page' | 'other_origin', message: string): PlatformFault {
	return new PlatformFault(code, `${message}。`);
}
