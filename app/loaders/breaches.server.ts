import { toLiabilityItem } from '#analytics/law/liability.ts';
import { breaches, breachItems } from '#analytics/measures/breaches.ts';
import type { Row } from '#analytics/measures/measure.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { many, whole } from '#app/filters.ts';
import { answers } from '#app/words/breaches.ts';
import { type Choice, departmentChoices } from './choices.server.ts';
import { common, type Framed, framed } from './frame.server.ts';

/** One lead: a 件 or a fact under an item of Articles 39 to 41. */
export type Breach = Row<typeof breaches>;
/** One item with the lengths of the lists behind it. */
export type BreachItem = Row<typeof breachItems>;

/** What the list is narrowed to; null: not narrowed. */
export type BreachFilters = {
	items: string[] | null;
	departments: string[] | null;
	decided: string[] | null;
	search: string | null;
	page: number;
	size: number;
};

export type BreachesData = Framed & {
	definition: string;
	filters: BreachFilters;
	items: BreachItem[];
	total: number;
	breaches: Breach[];
	departments: Choice[];
};

/** Reads `item department decided` (each repeatable) and `search page size` of an address. Throws Refusal 400. */
export function readBreachFilters(query: URLSearchParams): BreachFilters {
	return {
		items: many(query, 'item', item => toLiabilityItem(item) !== null, '条款'),
		departments: many(query, 'department', () => true, '部门'),
		decided: many(query, 'decided', answer => Object.hasOwn(answers, answer), '认定情况'),
		search: query.get('search')?.trim() || null,
		page: whole(query, 'page', '页码', { least: 1, most: 1_000_000 }) ?? 1,
		size: whole(query, 'size', '每页条数', { least: 1, most: 200 }) ?? 50,
	};
}

/** The filters as they stand in an address. */
export function breachQuery({ items, departments, decided, search }: BreachFilters) {
	return { item: items, department: departments, decided, search };
}

/** The measure's arguments for one page of the list. */
export function breachArgs(viewer: Viewer, asked: Asked, { page, size, ...filters }: BreachFilters) {
	return { ...common(viewer, asked), ...filters, case_id: null, limit: size, offset: (page - 1) * size };
}

/** The leads: how many under each item, and one page of the list. The counts follow the department alone. */
export async function breachesData(
	viewer: Viewer,
	asked: Asked,
	context: House,
	filters: BreachFilters,
): Promise<BreachesData> {
	const ask = (one: BreachFilters) => context.store.ask(breaches, breachArgs(viewer, asked, one));
	const [frame, items, rows, departments] = await Promise.all([
		framed(asked, context),
		context.store.ask(breachItems, { ...common(viewer, asked), departments: filters.departments }),
		ask(filters),
		departmentChoices(viewer, asked, context),
	]);
	const first = filters.page > 1 && rows.length === 0 ? await ask({ ...filters, page: 1, size: 1 }) : rows;
	const total = first[0]?.total ?? 0;
	return { ...frame, definition: breaches.definition, filters, items, total, breaches: rows, departments };
}

/** The leads of one case, as far as the viewer may see them. */
export function breachesOf(viewer: Viewer, asked: Asked, { store }: House, caseId: string): Promise<Breach[]> {
	const all = { items: null, departments: null, decided: null, search: null };
	return store.ask(breaches, { ...common(viewer, asked), ...all, case_id: caseId, limit: 100, offset: 0 });
}
