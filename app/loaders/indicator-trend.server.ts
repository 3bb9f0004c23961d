import { type Day, plusDays } from '#analytics/law/day.ts';
import { type IndicatorCode, indicators, isOfOneDay } from '#analytics/law/indicators.ts';
import { adjustments } from '#analytics/measures/adjustments.ts';
import { indicatorMonths } from '#analytics/measures/indicators.ts';
import type { Row } from '#analytics/measures/measure.ts';
import { judge } from '#analytics/statistics/series.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { adjustmentWords } from '#app/words/restatements.ts';
import { type Choice, departmentChoices } from './choices.server.ts';
import { common, type Framed, framed } from './frame.server.ts';
import { yearUpTo } from './overview.server.ts';

/** One month of an indicator. */
export type CourseMonth = Row<typeof indicatorMonths> & {
	/** 口径调整 that took effect in the month: what is before it is not of the same measure. */
	adjusted: string[];
};

/** An indicator over twelve months. */
export type IndicatorCourse = Framed & {
	indicator: IndicatorCode;
	/** Null: all bodies together. */
	department: string | null;
	months: CourseMonth[];
	/** Of the months with a value. */
	chart: ReturnType<typeof judge>['chart'];
	verdict: ReturnType<typeof judge>['verdict'];
	choices: Choice[];
};

/** A year's months of any indicator, of one body or all together, with limits where there are enough of them. */
export async function indicatorCourse(
	viewer: Viewer,
	asked: Asked,
	context: House,
	{ indicator, department }: { indicator: IndicatorCode; department: string | null },
): Promise<IndicatorCourse> {
	const span = yearUpTo(asked.as_of);
	const { as_of, known } = asked;
	const [frame, choices, changes] = await Promise.all([
		framed(asked, context),
		departmentChoices(viewer, asked, context),
		context.store.ask(adjustments, { as_of, known, visible: null, ...span }),
	]);
	const names = new Map(choices.map(({ code, name }) => [code, name]));
	const bears = changes.filter(({ codes }) => codes === null || department === null || codes.includes(department));
	const counted = countedBy(indicator, !changes.some(({ type }) => type === 'policy.adopted'));
	const departments = department === null ? null : [department];
	const question = { ...common(viewer, asked), ...span, indicator, departments, counted };
	const told = await context.store.ask(indicatorMonths, question);
	const months = told.filter(isWhole(indicator, as_of)).map(row => ({
		...row,
		adjusted: bears
			.filter(({ effective_on }) => effective_on.startsWith(row.month))
			.map(each => adjustmentWords(each, code => names.get(code) ?? code)),
	}));
	const values = months.flatMap(({ value }) => value ?? []);
	const { kind } = indicators[indicator];
	const most = kind === 'rate' ? 1 : kind === 'score' ? 100 : Number.POSITIVE_INFINITY;
	return { ...frame, indicator, department, months, choices, ...judge(values, { least: 0, most }) };
}

type Month = Row<typeof indicatorMonths>;

/** How its months are counted: in one where they may be, each by itself where an indicator or a change of policy asks for it. */
function countedBy(indicator: IndicatorCode, onePolicy: boolean): string {
	if (indicators[indicator].attribution === 'stock') return 'at_month_end';
	return onePolicy && isOfOneDay(indicator) ? 'by_day' : 'by_month';
}

/** A count of things that happen is compared by whole months alone; a month after the day asked about has not begun. */
function isWhole(indicator: IndicatorCode, asOf: Day): (row: Month) => boolean {
	const { kind, attribution } = indicators[indicator];
	const current = asOf.slice(0, 7);
	const ended = plusDays(asOf, 1).slice(0, 7) !== current;
	const partial = kind === 'count' && attribution !== 'stock' && !ended;
	return ({ month }) => month < current || (month === current && !partial);
}
