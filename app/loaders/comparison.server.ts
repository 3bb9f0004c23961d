import type { Day } from '#analytics/law/day.ts';
import { adjustments } from '#analytics/measures/adjustments.ts';
import { indicatorFigures } from '#analytics/measures/indicators.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { asOfLike, type Period, previousOf, yearBefore } from '#app/period.ts';
import { adjustmentWords } from '#app/words/restatements.ts';
import { departmentChoices } from './choices.server.ts';
import { spanned } from './frame.server.ts';

/** What a period is compared with: as of the day that is as far into it, by the same knowledge. */
export type Base = {
	period: Period;
	as_of: Day;
	/** 口径调整 between the two, in words. */
	adjustments: string[];
	/** The same, with the bodies that each concerns; null: every body. */
	changes: { words: string; codes: string[] | null }[];
};

/** 环比 and 同比; null: there is no lawful base. */
export type Bases = { previous: Base | null; year_before: Base | null };

/** An indicator of a body (null: all together) in the period asked about and in its bases. */
export type ComparedFigure = {
	indicator: string;
	department: string | null;
	num: number;
	den: number | null;
	value: number | null;
	previous: number | null;
	year_before: number | null;
	/** 口径调整 that bears on the comparison of this body with each of them. */
	adjusted: { previous: boolean; year_before: boolean };
};

/** What the period asked about is compared with; of changes of organisation those alone that concern the bodies (null: all). */
export async function basesOf(
	viewer: Viewer,
	asked: Asked,
	context: House,
	bodies: readonly string[] | null = null,
): Promise<Bases> {
	const choices = await departmentChoices(viewer, asked, context);
	const names = new Map(choices.map(({ code, name }) => [code, name]));
	const baseOf = async (period: Period | null): Promise<Base | null> => {
		if (period === null) return null;
		const { as_of, known } = asked;
		const span = { from: period.from, to: asked.period.to };
		const rows = await context.store.ask(adjustments, { as_of, known, visible: null, ...span });
		const changes = rows
			.filter(({ codes }) => codes === null || bodies === null || codes.some(code => bodies.includes(code)))
			.map(row => ({ words: adjustmentWords(row, code => names.get(code) ?? code), codes: row.codes }));
		const adjusted = changes.map(({ words }) => words);
		return { period, as_of: asOfLike(asked.period, as_of, period), adjustments: adjusted, changes };
	};
	const [previous, before] = await Promise.all([baseOf(previousOf(asked.period)), baseOf(yearBefore(asked.period))]);
	return { previous, year_before: before };
}

/** 口径调整 that bears on a comparison of one body with its base, in words; empty: none does, or there is no base. */
export function adjustedFor(base: Base | null, body: string): string[] {
	const changes = base?.changes ?? [];
	return changes.filter(({ codes }) => codes === null || codes.includes(body)).map(({ words }) => words);
}

type Narrowed = { indicators: string[] | null; departments: string[] | null } & Partial<
	Record<'kinds' | 'regions' | 'catalogues', string[] | null>
>;

/** Indicators of bodies (null: all) beside their values in the bases. */
export async function comparedFigures(
	viewer: Viewer,
	asked: Asked,
	{ store }: Pick<House, 'store'>,
	bases: Bases,
	narrowed: Narrowed,
): Promise<ComparedFigure[]> {
	const valuesOf = async (base: Base | null) => {
		if (base === null) return new Map<string, number | null>();
		const rows = await store.ask(indicatorFigures, { ...baseArgs(viewer, asked, base), ...narrowed });
		return new Map(rows.map(row => [keyOf(row), row.value]));
	};
	const [rows, previous, before] = await Promise.all([
		store.ask(indicatorFigures, { ...spanned(viewer, asked), ...narrowed }),
		valuesOf(bases.previous),
		valuesOf(bases.year_before),
	]);
	return rows.map(row => ({
		indicator: row.indicator,
		department: row.department,
		num: row.num,
		den: row.den,
		value: row.value,
		previous: previous.get(keyOf(row)) ?? null,
		year_before: before.get(keyOf(row)) ?? null,
		adjusted: {
			previous: isAdjusted(bases.previous, row.department),
			year_before: isAdjusted(bases.year_before, row.department),
		},
	}));
}

function isAdjusted(base: Base | null, body: string | null): boolean {
	return body === null ? (base?.adjustments.length ?? 0) > 0 : adjustedFor(base, body).length > 0;
}

/** A measure's arguments for a base: its own span and day, the same knowledge. */
export function baseArgs(viewer: Viewer, asked: Asked, { period, as_of }: Base) {
	return spanned(viewer, { ...asked, period, as_of });
}

function keyOf({ indicator, department }: { indicator: string; department: string | null }): string {
	return `${indicator} ${department}`;
}
