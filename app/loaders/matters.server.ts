import { matters } from '#analytics/measures/matters.ts';
import type { Row } from '#analytics/measures/measure.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import type { Filters } from '#app/filters.ts';
import { type Choice, departmentChoices } from './choices.server.ts';
import { common, type Framed, framed } from './frame.server.ts';

export type Matter = Row<typeof matters>;

export type MattersData = Framed & {
	definition: string;
	filters: Filters;
	total: number;
	matters: Matter[];
	departments: Choice[];
};

export { overdueOrder } from '#app/components/orders.ts';

/** The list behind the figures: one page of matters under the filters. */
export async function mattersData(
	viewer: Viewer,
	asked: Asked,
	context: House,
	filters: Filters,
): Promise<MattersData> {
	const [frame, rows, choices] = await Promise.all([
		framed(asked, context),
		context.store.ask(matters, matterArgs(viewer, asked, filters)),
		departmentChoices(viewer, asked, context),
	]);
	const total = rows[0]?.total ?? (await totalOf(viewer, asked, context, filters));
	return { ...frame, definition: matters.definition, filters, total, matters: rows, departments: choices };
}

/** The overdue list: `mattersData` where the status is fixed. */
export function overdueData(viewer: Viewer, asked: Asked, context: House, filters: Filters): Promise<MattersData> {
	return mattersData(viewer, asked, context, { ...filters, statuses: ['overdue'] });
}

/** The measure's arguments for one page of a list. */
export function matterArgs(viewer: Viewer, asked: Asked, { page, size, ...filters }: Filters) {
	return { ...common(viewer, asked), ...filters, limit: size, offset: (page - 1) * size };
}

/** A page beyond the last holds no row to read the total from. */
async function totalOf(viewer: Viewer, asked: Asked, context: House, filters: Filters): Promise<number> {
	if (filters.page === 1) return 0;
	const first = await context.store.ask(matters, matterArgs(viewer, asked, { ...filters, page: 1, size: 1 }));
	return first[0]?.total ?? 0;
}
