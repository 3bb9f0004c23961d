import { plusDays, toDay } from '#analytics/law/day.ts';
import { indicators } from '#analytics/law/indicators.ts';
import type { Row } from '#analytics/measures/measure.ts';
import { restatementCauses, restatementFigures, restatements } from '#analytics/measures/restatements.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { many, whole } from '#app/filters.ts';
import { Refusal } from '#app/refusal.ts';
import { unitChanges } from '#app/words/restatements.ts';
import { type Choice, departmentChoices } from './choices.server.ts';
import { type Framed, framed, spanned } from './frame.server.ts';
import { type Knowledge, knowledgeOf } from './knowledge.server.ts';

/** One unit that counts otherwise than it did. */
export type Restated = Row<typeof restatements>;
/** One figure before and after. */
export type RestatedFigure = Row<typeof restatementFigures>;
/** What lies between: an event about a subject, or a change of the law. */
type Cause = Row<typeof restatementCauses>;

/** What is compared, and what the list is narrowed to; null: not narrowed. */
export type RestatementQuestion = {
	/** The earlier knowledge, as the address says it or by default. */
	before: Knowledge;
	/** A day or a `seq`, to be written back. */
	before_given: string;
	indicators: string[] | null;
	departments: string[] | null;
	changes: string[] | null;
	page: number;
	size: number;
};

export type RestatementsData = Framed &
	RestatementQuestion & {
		definition: string;
		/** All bodies together, or, where indicators or departments are chosen, body by body. */
		figures: RestatedFigure[];
		total: number;
		units: Restated[];
		/** Events between, by what they concern: a case, an event, a catalogue item, a service. */
		causes: Record<string, Cause[]>;
		/** Changes of the law and of organisations between. */
		law: Cause[];
		choices: Choice[];
		/** The viewer sees one body alone. */
		own: boolean;
	};

/** Causes that a page of units is given at most. */
const MOST_CAUSES = 2_000;

/** Reads `before` and `indicator department change` (each repeatable) and `page size` of an address. Throws Refusal 400. */
export async function readRestatements(
	query: URLSearchParams,
	asked: Asked,
	house: Pick<House, 'store' | 'today'>,
): Promise<RestatementQuestion> {
	const given = query.get('before')?.trim() || usualBefore(asked, house.today());
	const before = await knowledgeOf(given, house);
	if (before.seq > asked.known) {
		throw new Refusal(400, 'bad_before', '此前的所知时点晚于此后的所知时点，请对调后重试。');
	}
	return {
		before,
		before_given: given,
		indicators: many(query, 'indicator', code => Object.hasOwn(indicators, code), '指标'),
		departments: many(query, 'department', () => true, '部门'),
		changes: many(query, 'change', change => Object.hasOwn(unitChanges, change), '变动'),
		page: whole(query, 'page', '页码', { least: 1, most: 1_000_000 }) ?? 1,
		size: whole(query, 'size', '每页条数', { least: 1, most: 200 }) ?? 50,
	};
}

/** The end of the day asked about; where that is today or later, of the month before. */
function usualBefore({ as_of: asOf }: Asked, today: string): string {
	return asOf < today ? asOf : plusDays(toDay(`${today.slice(0, 7)}-01`), -1);
}

/** The measures' arguments; the list takes a page besides. */
export function restatementArgs(viewer: Viewer, asked: Asked, question: RestatementQuestion) {
	const { before, indicators: codes, departments, changes, page, size } = question;
	const compared = { ...spanned(viewer, asked), known_before: before.seq, indicators: codes, departments };
	return { ...compared, changes, limit: size, offset: (page - 1) * size };
}

/** 更正清单: the figures that moved, one page of the units that moved them, and what lies between. */
export async function restatementsData(
	viewer: Viewer,
	asked: Asked,
	context: House,
	question: RestatementQuestion,
): Promise<RestatementsData> {
	const { store } = context;
	const args = restatementArgs(viewer, asked, question);
	const [frame, choices] = await Promise.all([framed(asked, context), departmentChoices(viewer, asked, context)]);
	// One after the other: either compares every unit at two places of the ledger, and both at once do not fit the read model's memory.
	const figures = await store.ask(restatementFigures, args);
	const units = await store.ask(restatements, args);
	const subjects = [...new Set(units.map(subjectOf).filter(subject => subject !== null))];
	const told = await store.ask(restatementCauses, { ...args, subjects, limit: MOST_CAUSES, offset: 0 });
	const first =
		units[0] ?? (question.page > 1 ? (await store.ask(restatements, { ...args, limit: 1, offset: 0 }))[0] : undefined);
	const single = question.indicators !== null || question.departments !== null || viewer.visible !== null;
	return {
		...frame,
		...question,
		definition: restatements.definition,
		figures: figures.filter(row => (row.department === null) !== single),
		total: first?.total ?? 0,
		units,
		causes: causesBy(told),
		law: told.filter(row => row.subject === null),
		choices,
		own: viewer.visible !== null,
	};
}

/** What a unit's causes are asked by: its case, else its event, service or catalogue item. */
function subjectOf({ case_id, event_id, service, catalogue }: Restated): string | null {
	return case_id ?? event_id ?? service ?? catalogue;
}

function causesBy(rows: Cause[]): Record<string, Cause[]> {
	const by: Record<string, Cause[]> = {};
	for (const row of rows) {
		if (row.subject === null) continue;
		by[row.subject] = [...(by[row.subject] ?? []), row];
	}
	return by;
}
