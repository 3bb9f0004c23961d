import type { Day } from '#analytics/law/day.ts';
import { readDay } from './period.ts';
import { Refusal } from './refusal.ts';
import { jurisdictions } from './words/organisations.ts';
import { clockName, statuses } from './words/zh.ts';

/** What a list of matters is narrowed to; null: not narrowed. Written in the address, so a list can be sent to a colleague. */
export type Filters = {
	clocks: string[] | null;
	statuses: string[] | null;
	departments: string[] | null;
	/** Who may order rectification: here, district, superior, vertical, other_organ. */
	jurisdictions: string[] | null;
	due_from: Day | null;
	due_to: Day | null;
	/** true: overdue, but its platform has been silent since (可能逾期) · false: everything else. */
	unheard: boolean | null;
	/** Working days late at least. */
	late_min: number | null;
	search: string | null;
	sort: Sort;
	descending: boolean;
	/** From 1. */
	page: number;
	/** Rows a page, at most 200. */
	size: number;
};

/** What a list of matters can be ordered by. */
export const sorts = ['due_on', 'days_late', 'started_on', 'department', 'case_id', 'clock'] as const;
export type Sort = (typeof sorts)[number];

/**
 * Reads `clock status department jurisdiction` (each repeatable), `due_from due_to unheard late_min search sort order page size` of an address.
 * Throws Refusal 400 with a Chinese sentence.
 */
export function readFilters(query: URLSearchParams, fallback: { sort: Sort; descending: boolean }): Filters {
	const sort = oneOf(query.get('sort'), sorts, '排序方式') ?? fallback.sort;
	const unheard = oneOf(query.get('unheard'), ['true', 'false'] as const, '平台报送');
	const order = oneOf(query.get('order'), ['asc', 'desc'] as const, '排序方向');
	const named = query.get('sort') !== null;
	return {
		clocks: many(query, 'clock', clock => clockName(clock) !== null, '时限'),
		statuses: many(query, 'status', status => Object.hasOwn(statuses, status), '状态'),
		departments: many(query, 'department', () => true, '部门'),
		jurisdictions: many(query, 'jurisdiction', value => Object.hasOwn(jurisdictions, value), '责令权限'),
		due_from: day(query, 'due_from', '到期起始日'),
		due_to: day(query, 'due_to', '到期截止日'),
		unheard: unheard === null ? null : unheard === 'true',
		late_min: whole(query, 'late_min', '逾期工作日数', { least: 0, most: 10_000 }),
		search: query.get('search')?.trim() || null,
		sort,
		descending: order === null ? !named && fallback.descending : order === 'desc',
		page: whole(query, 'page', '页码', { least: 1, most: 1_000_000 }) ?? 1,
		size: whole(query, 'size', '每页条数', { least: 1, most: 200 }) ?? 50,
	};
}

/** The filters as they stand in an address; what equals the page's own default is left out. */
export function filterQuery(filters: Filters, fallback: { sort: Sort; descending: boolean }) {
	const sorted = filters.sort === fallback.sort && filters.descending === fallback.descending;
	return {
		clock: filters.clocks,
		status: filters.statuses,
		department: filters.departments,
		jurisdiction: filters.jurisdictions,
		due_from: filters.due_from,
		due_to: filters.due_to,
		unheard: filters.unheard === null ? null : String(filters.unheard),
		late_min: filters.late_min,
		search: filters.search,
		sort: sorted ? null : filters.sort,
		order: sorted ? null : filters.descending ? 'desc' : 'asc',
		page: filters.page === 1 ? null : filters.page,
		size: filters.size === 50 ? null : filters.size,
	};
}

/** A whole number of an address; null where absent. Throws Refusal 400. */
export function whole(
	query: URLSearchParams,
	name: string,
	words: string,
	{ least, most }: { least: number; most: number },
): number | null {
	const text = query.get(name)?.trim();
	if (!text) return null;
	const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
	if (Number.isNaN(value) || value < least || value > most) {
		throw new Refusal(400, 'bad_filter', `${words}“${text}”不正确，应为${least}至${most}的整数。`);
	}
	return value;
}

/** A repeatable argument of an address; null where absent. Throws Refusal 400 for a value that is not known. */
export function many(
	query: URLSearchParams,
	name: string,
	known: (value: string) => boolean,
	words: string,
): string[] | null {
	const values = [...new Set(query.getAll(name).map(value => value.trim()))].filter(value => value !== '');
	const wrong = values.find(value => !known(value));
	if (wrong !== undefined)
		throw new Refusal(400, 'bad_filter', `没有名为“${wrong}”的${words}，请从页面的筛选项中选择。`);
	return values.length > 0 ? values : null;
}

function oneOf<T extends string>(text: string | null, allowed: readonly T[], words: string): T | null {
	if (text === null || text === '') return null;
	const found = allowed.find(value => value === text);
	if (!found) throw new Refusal(400, 'bad_filter', `${words}“${text}”不正确，可用：${allowed.join('、')}。`);
	return found;
}

function day(query: URLSearchParams, name: string, words: string): Day | null {
	const text = query.get(name)?.trim();
	return text ? readDay(text, words) : null;
}
