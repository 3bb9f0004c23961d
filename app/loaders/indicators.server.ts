import { type IndicatorCode, indicatorCodes, indicators } from '#analytics/law/indicators.ts';
import { indicatorFigures, indicatorUnits } from '#analytics/measures/indicators.ts';
import type { Args, Row } from '#analytics/measures/measure.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { many, whole } from '#app/filters.ts';
import { Refusal } from '#app/refusal.ts';
import { dimensionNames, toIndicator } from '#app/words/indicators.ts';
import { departmentKinds } from '#app/words/zh.ts';
import { type Choice, departmentChoices } from './choices.server.ts';
import { type Bases, basesOf, type ComparedFigure, comparedFigures } from './comparison.server.ts';
import type { BodyCoverage } from './coverage.server.ts';
import { type Framed, framed, spanned } from './frame.server.ts';
import { platformNames } from './platform-names.server.ts';

/** One indicator of one body, or of all together. */
export type IndicatorFigure = Row<typeof indicatorFigures>;
/** One unit behind a figure. */
export type IndicatorUnit = Row<typeof indicatorUnits> & {
	/** The platform that tells the fact; null: a 件. */
	platform: string | null;
};

/** What figures and units are narrowed to; null: not narrowed. */
export type IndicatorFilters = {
	indicators: IndicatorCode[] | null;
	departments: string[] | null;
	kinds: string[] | null;
	regions: string[] | null;
	catalogues: string[] | null;
};

/** Reads `indicator department kind region catalogue` (each repeatable). Throws Refusal 400. */
export function readIndicatorFilters(query: URLSearchParams): IndicatorFilters {
	return {
		indicators: many(query, 'indicator', code => toIndicator(code) !== null, '指标') as IndicatorCode[] | null,
		departments: many(query, 'department', () => true, '部门'),
		kinds: many(query, 'kind', kind => Object.hasOwn(departmentKinds, kind), '机构类别'),
		regions: many(query, 'region', () => true, '行政区划'),
		catalogues: many(query, 'catalogue', () => true, '目录项'),
	};
}

/** One body with its figures by indicator code; `department` null: all bodies together. */
export type IndicatorLine = Pick<
	IndicatorFigure,
	'department' | 'department_name' | 'level' | 'region' | 'identified' | 'treated'
> & {
	/** How complete the reporting behind its figures was. */
	reported: BodyCoverage;
	figures: Partial<Record<IndicatorCode, IndicatorFigure>>;
};

export type IndicatorsData = Framed & {
	definition: string;
	dimension: string;
	filters: IndicatorFilters;
	codes: IndicatorCode[];
	lines: IndicatorLine[];
	departments: Choice[];
	/** What the figures are compared with, and each of them there; null: not asked for. */
	compared: { bases: Bases; figures: ComparedFigure[] } | null;
};

/** The dimension asked about, 及时性 where none is named. Throws Refusal 400. */
export function readDimension(dimension: string | null): string {
	if (!dimension) return 'timeliness';
	if (Object.hasOwn(dimensionNames, dimension)) return dimension;
	throw new Refusal(400, 'bad_dimension', `没有名为“${dimension}”的维度，请从页面上的维度中选择。`);
}

/** Every body × every indicator of a dimension: nobody drops out, and where there is no value the reason stands. */
export async function indicatorsData(
	viewer: Viewer,
	asked: Asked,
	context: House,
	dimension: string,
	filters: IndicatorFilters,
	isCompared = false,
): Promise<IndicatorsData> {
	const codes = indicatorCodes.filter(code => indicators[code].dimension === dimension);
	const [frame, rows, departments] = await Promise.all([
		framed(asked, context),
		context.store.ask(indicatorFigures, { ...spanned(viewer, asked), ...filters, indicators: codes }),
		departmentChoices(viewer, asked, context),
	]);
	return {
		...frame,
		definition: indicatorFigures.definition,
		dimension,
		filters,
		codes,
		lines: linesOf(rows),
		departments,
		compared: isCompared ? await comparedWith(viewer, asked, context, { ...filters, indicators: codes }) : null,
	};
}

/** 环比 and 同比 of every figure of the page. */
async function comparedWith(viewer: Viewer, asked: Asked, context: House, narrowed: IndicatorFilters) {
	const bases = await basesOf(viewer, asked, context, narrowed.departments);
	return { bases, figures: await comparedFigures(viewer, asked, context, bases, narrowed) };
}

const chinese = new Intl.Collator('zh-CN');

/** All together first, then bodies by name. */
function linesOf(rows: IndicatorFigure[]): IndicatorLine[] {
	const lines = new Map<string | null, IndicatorLine>();
	for (const row of rows) {
		const { department, department_name, level, region, identified, treated } = row;
		const named = { department, department_name, level, region, identified, treated };
		const line = lines.get(department) ?? { ...named, reported: row, figures: {} };
		line.figures[row.indicator as IndicatorCode] = row;
		lines.set(department, line);
	}
	return [...lines.values()].sort(
		(a, b) =>
			Number(a.department !== null) - Number(b.department !== null) ||
			chinese.compare(a.department_name ?? '', b.department_name ?? ''),
	);
}

export type UnitsData = Framed & {
	definition: string;
	filters: IndicatorFilters & { outcomes: string[] | null; page: number; size: number };
	total: number;
	/** Sums over the whole list: the figure that it stands for. */
	num: number;
	den: number | null;
	units: IndicatorUnit[];
	departments: Choice[];
};

/** Reads what `readIndicatorFilters` reads, and `outcome page size`. Throws Refusal 400. */
export function readUnitFilters(query: URLSearchParams): UnitsData['filters'] {
	return {
		...readIndicatorFilters(query),
		outcomes: many(query, 'outcome', () => true, '情形'),
		page: whole(query, 'page', '页码', { least: 1, most: 1_000_000 }) ?? 1,
		size: whole(query, 'size', '每页条数', { least: 1, most: 200 }) ?? 50,
	};
}

/** The measure's arguments for one page of the list. */
export function unitArgs(viewer: Viewer, asked: Asked, { page, size, ...filters }: UnitsData['filters']) {
	return { ...spanned(viewer, asked), ...filters, limit: size, offset: (page - 1) * size };
}

/** Asks for units, each with the name of its platform. */
export async function namedUnits(
	context: Pick<House, 'store' | 'sources'>,
	args: Args<typeof indicatorUnits>,
): Promise<IndicatorUnit[]> {
	const [rows, nameOf] = [await context.store.ask(indicatorUnits, args), await platformNames(context)];
	return rows.map(row => ({ ...row, platform: row.source_id === null ? null : nameOf(row.source_id) }));
}

/** The units behind a figure, a page of them. */
export async function unitsData(
	viewer: Viewer,
	asked: Asked,
	context: House,
	filters: UnitsData['filters'],
): Promise<UnitsData> {
	const ask = (one: UnitsData['filters']) => namedUnits(context, unitArgs(viewer, asked, one));
	const [frame, units, departments] = await Promise.all([
		framed(asked, context),
		ask(filters),
		departmentChoices(viewer, asked, context),
	]);
	const [first] = filters.page > 1 && units.length === 0 ? await ask({ ...filters, page: 1, size: 1 }) : units;
	const { total = 0, total_num: num = 0, total_den: den = null } = first ?? {};
	return { ...frame, definition: indicatorUnits.definition, filters, total, num, den, units, departments };
}
