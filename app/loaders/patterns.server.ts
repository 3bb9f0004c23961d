import type { Row } from '#analytics/measures/measure.ts';
import { patternCases, patterns, THRESHOLDS } from '#analytics/measures/patterns.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { many, whole } from '#app/filters.ts';
import { patternOf } from '#app/words/patterns.ts';
import { type Choice, departmentChoices } from './choices.server.ts';
import { type Framed, framed, spanned } from './frame.server.ts';

/** One case in which a pattern shows. */
export type PatternCase = Row<typeof patternCases>;

/** What counts and list are narrowed to. */
export type PatternsQuestion = {
	patterns: string[] | null;
	departments: string[] | null;
	search: string | null;
	page: number;
	size: number;
};

export type PatternsData = Framed &
	PatternsQuestion & {
		definition: string;
		counts: Row<typeof patterns>[];
		cases: PatternCase[];
		total: number;
		choices: Choice[];
	};

/** Reads `pattern department` (each repeatable) and `search page size` of an address. Throws Refusal 400. */
export function readPatterns(query: URLSearchParams): PatternsQuestion {
	return {
		patterns: many(query, 'pattern', code => patternOf(code) !== null, '规避迹象'),
		departments: many(query, 'department', () => true, '部门'),
		search: query.get('search')?.trim() || null,
		page: whole(query, 'page', '页码', { least: 1, most: 1_000_000 }) ?? 1,
		size: whole(query, 'size', '每页条数', { least: 1, most: 200 }) ?? 50,
	};
}

/** The measure's arguments for one page of the list. */
export function patternArgs(viewer: Viewer, asked: Asked, { page, size, ...narrowed }: PatternsQuestion) {
	return { ...spanned(viewer, asked), ...THRESHOLDS, ...narrowed, limit: size, offset: (page - 1) * size };
}

/** Every pattern by body over the whole span, and one page of the cases asked for. */
export async function patternsData(
	viewer: Viewer,
	asked: Asked,
	context: House,
	question: PatternsQuestion,
): Promise<PatternsData> {
	const all = { ...spanned(viewer, asked), ...THRESHOLDS, patterns: null, departments: null };
	const [frame, counts, cases, choices] = await Promise.all([
		framed(asked, context),
		context.store.ask(patterns, all),
		context.store.ask(patternCases, patternArgs(viewer, asked, question)),
		departmentChoices(viewer, asked, context),
	]);
	const total = cases[0]?.total ?? 0;
	return { ...frame, ...question, definition: patterns.definition, counts, cases, total, choices };
}
