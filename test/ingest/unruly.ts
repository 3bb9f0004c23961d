import type { ServerResponse } from 'node:http';
import { json } from './platform.ts';

/** One row as a platform gives it. */
export type Row = Record<string, unknown>;

/** Rows of a page. */
export const SIZE = 7;

/** Answers with 500, or never, or with the answer before again, or with rows twice and in another order; mostly well. */
export function badly(
	response: ServerResponse,
	name: string,
	answer: { events: Row[] },
	before: Map<string, unknown>,
): void {
	const luck = Math.random();
	if (luck < 0.06) json(response, {}, 500);
	else if (luck >= 0.09 && luck < 0.18 && before.has(name)) json(response, before.get(name));
	else if (luck >= 0.09) {
		const twice = [...answer.events.slice(0, 2), ...answer.events].sort(() => Math.random() - 0.5);
		const told = luck < 0.4 ? { ...answer, events: twice } : answer;
		before.set(name, told);
		json(response, told);
	}
}

/** The rows that a question gets, in each style of paging. */
export function answerTo(url: URL, rows: Row[]): { events: Row[]; next?: string | null; more?: boolean } {
	const of = (name: string, missing: number) => Number(url.searchParams.get(name) ?? missing);
	const size = of('limit', SIZE);
	const from = of('after', 0);
	switch (url.pathname.slice(1)) {
		case 'page':
			return { events: rows.slice((of('page', 1) - 1) * size, of('page', 1) * size) };
		case 'offset':
			return { events: rows.slice(of('offset', 0), of('offset', 0) + size) };
		case 'since':
			return { events: rows.filter(row => Number(row.at) >= of('since', 0)).slice(0, size) };
		case 'link':
			return {
				events: rows.slice(from, from + size),
				next: from + size < rows.length ? `/link?after=${from + size}` : null,
			};
		default:
			return {
				events: rows.slice(from, from + size),
				next: String(Math.min(from + size, rows.length)),
				more: from + size < rows.length,
			};
	}
}
