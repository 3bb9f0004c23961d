import type { Row } from '#analytics/measures/measure.ts';
import { qualityChecks } from '#analytics/measures/quality.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { many, whole } from '#app/filters.ts';
import { checkOutcomes, isQualityDimension } from '#app/words/quality.ts';
import { type Choice, departmentChoices } from './choices.server.ts';
import { type Framed, framed, spanned } from './frame.server.ts';

/** One check of an assessment. */
export type Check = Row<typeof qualityChecks>;

/** What the list is narrowed to; null: not narrowed. */
export type ChecksQuestion = {
	departments: string[] | null;
	dimensions: string[] | null;
	outcomes: string[] | null;
	rules: string[] | null;
	catalogues: string[] | null;
	page: number;
	size: number;
};

export type ChecksData = Framed & {
	definition: string;
	question: ChecksQuestion;
	checks: Check[];
	total: number;
	choices: Choice[];
};

/** Reads `department dimension outcome rule catalogue page size` of an address. Throws Refusal 400. */
export function readChecks(query: URLSearchParams): ChecksQuestion {
	return {
		departments: many(query, 'department', () => true, '部门'),
		dimensions: many(query, 'dimension', isQualityDimension, '质量维度'),
		outcomes: many(query, 'outcome', outcome => Object.hasOwn(checkOutcomes, outcome), '检查结果'),
		rules: many(query, 'rule', () => true, '规则'),
		catalogues: many(query, 'catalogue', () => true, '目录项'),
		page: whole(query, 'page', '页码', { least: 1, most: 1_000_000 }) ?? 1,
		size: whole(query, 'size', '每页条数', { least: 1, most: 200 }) ?? 50,
	};
}

/** The measure's arguments for one page of the list. */
export function checkArgs(viewer: Viewer, asked: Asked, { page, size, ...narrowed }: ChecksQuestion) {
	return { ...spanned(viewer, asked), ...narrowed, limit: size, offset: (page - 1) * size };
}

/** One page of the checks of the assessments that speak for the items. */
export async function checksData(
	viewer: Viewer,
	asked: Asked,
	context: House,
	question: ChecksQuestion,
): Promise<ChecksData> {
	const [frame, checks, choices] = await Promise.all([
		framed(asked, context),
		context.store.ask(qualityChecks, checkArgs(viewer, asked, question)),
		departmentChoices(viewer, asked, context),
	]);
	return { ...frame, definition: qualityChecks.definition, question, checks, total: checks[0]?.total ?? 0, choices };
}
