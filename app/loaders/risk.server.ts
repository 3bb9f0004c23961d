import type { Row } from '#analytics/measures/measure.ts';
import { risk } from '#analytics/measures/risk.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { many, whole } from '#app/filters.ts';
import { bases, riskOrders } from '#app/words/risk.ts';
import { clockName } from '#app/words/zh.ts';
import { departmentChoices } from './choices.server.ts';
import { common, type Framed, framed } from './frame.server.ts';

/** A 件 under way and how likely it is to become overdue. */
export type Risk = Row<typeof risk>;

/** What the list is narrowed to. */
export type RiskQuestion = {
	clocks: string[] | null;
	departments: string[] | null;
	bases: string[] | null;
	/** probability | due_on */
	by: string;
	page: number;
	size: number;
};

export type RiskData = Framed & {
	definition: string;
	question: RiskQuestion;
	total: number;
	/** How many have an estimate, and how many of these are to be expected overdue: the sum of their probabilities. */
	estimated: number;
	expected: number;
	risks: Risk[];
	choices: { code: string; name: string }[];
};

/** Reads `clock department basis` (each repeatable), `by page size` of an address. Throws Refusal 400. */
export function readRisk(query: URLSearchParams): RiskQuestion {
	return {
		clocks: many(query, 'clock', clock => clockName(clock) !== null, '时限'),
		departments: many(query, 'department', () => true, '部门'),
		bases: many(query, 'basis', basis => Object.hasOwn(bases, basis), '依据'),
		by: many(query, 'by', by => Object.hasOwn(riskOrders, by), '排列方式')?.[0] ?? 'probability',
		page: whole(query, 'page', '页码', { least: 1, most: 1_000_000 }) ?? 1,
		size: whole(query, 'size', '每页条数', { least: 1, most: 200 }) ?? 50,
	};
}

/** The measure's arguments for one page of the list. */
export function riskArgs(viewer: Viewer, asked: Asked, { page, size, ...narrowed }: RiskQuestion) {
	return { ...common(viewer, asked), ...narrowed, case_id: null, limit: size, offset: (page - 1) * size };
}

/** The 件 under way by how likely they are to become overdue: one page of them. */
export async function riskData(
	viewer: Viewer,
	asked: Asked,
	context: House,
	question: RiskQuestion,
): Promise<RiskData> {
	const ask = (one: RiskQuestion) => context.store.ask(risk, riskArgs(viewer, asked, one));
	const [frame, rows, choices] = await Promise.all([
		framed(asked, context),
		ask(question),
		departmentChoices(viewer, asked, context),
	]);
	const first = question.page > 1 && rows.length === 0 ? await ask({ ...question, page: 1, size: 1 }) : rows;
	const { total, estimated, expected } = first[0] ?? { total: 0, estimated: 0, expected: 0 };
	return { ...frame, definition: risk.definition, question, total, estimated, expected, risks: rows, choices };
}

/** What of one case is under way by a statutory clock. */
export function risksOf(viewer: Viewer, asked: Asked, { store }: House, caseId: string): Promise<Risk[]> {
	const narrowed = { clocks: null, departments: null, bases: null, case_id: caseId, by: null };
	return store.ask(risk, { ...common(viewer, asked), ...narrowed, limit: 20, offset: 0 });
}
