import type { Row } from '#analytics/measures/measure.ts';
import { REFILED_WITHIN, restarts } from '#analytics/measures/restarts.ts';
import type { Asked } from '#app/asked.ts';
import { may } from '#app/auth/rights.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { whole } from '#app/filters.ts';
import { departmentChoices } from './choices.server.ts';
import { common, type Framed, framed } from './frame.server.ts';

/** A request and the earlier one that it may be. */
export type Refiled = Row<typeof restarts>;

/** What the list is narrowed to. */
export type RestartsQuestion = { days: number; departments: string[] | null; page: number; size: number };

export type RestartsData = Framed &
	RestartsQuestion & {
		definition: string;
		total: number;
		restarts: Refiled[];
		choices: { code: string; name: string }[];
	};

/** Reads `days department page size` of an address. Throws Refusal 400. */
export function readRestarts(query: URLSearchParams): RestartsQuestion {
	const departments = [...new Set(query.getAll('department').filter(code => code !== ''))];
	return {
		days: whole(query, 'days', '相隔天数', { least: 0, most: 366 }) ?? REFILED_WITHIN,
		departments: departments.length > 0 ? departments : null,
		page: whole(query, 'page', '页码', { least: 1, most: 1_000_000 }) ?? 1,
		size: whole(query, 'size', '每页条数', { least: 1, most: 200 }) ?? 50,
	};
}

/** The measure's arguments for one page of the list. */
export function restartArgs(viewer: Viewer, asked: Asked, { days, departments, page, size }: RestartsQuestion) {
	const narrowed = { refiled_within: days, departments, case_id: null };
	return { ...common(viewer, asked), ...narrowed, limit: size, offset: (page - 1) * size };
}

/** Requests suspected to be earlier ones under a new number: one page of them. */
export async function restartsData(
	viewer: Viewer,
	asked: Asked,
	context: House,
	question: RestartsQuestion,
): Promise<RestartsData> {
	const ask = (one: RestartsQuestion) => context.store.ask(restarts, restartArgs(viewer, asked, one));
	const [frame, rows, choices] = await Promise.all([
		framed(asked, context),
		ask(question),
		departmentChoices(viewer, asked, context),
	]);
	const first = question.page > 1 && rows.length === 0 ? await ask({ ...question, page: 1, size: 1 }) : rows;
	const total = first[0]?.total ?? 0;
	return { ...frame, ...question, definition: restarts.definition, total, restarts: rows, choices };
}

/** What concerns one case, as the earlier or the later one. */
export async function refiledOf(viewer: Viewer, asked: Asked, { store }: House, caseId: string): Promise<Refiled[]> {
	if (!may(viewer.account.role, 'restarts')) return [];
	const narrowed = { refiled_within: REFILED_WITHIN, departments: null, case_id: caseId, limit: 20, offset: 0 };
	return store.ask(restarts, { ...common(viewer, asked), ...narrowed });
}
