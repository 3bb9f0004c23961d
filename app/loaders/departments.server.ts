import { departments } from '#analytics/measures/departments.ts';
import { matters } from '#analytics/measures/matters.ts';
import type { Row } from '#analytics/measures/measure.ts';
import { services } from '#analytics/measures/services.ts';
import { trend } from '#analytics/measures/trend.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { Refusal } from '#app/refusal.ts';
import { type Bases, basesOf, type ComparedFigure, comparedFigures } from './comparison.server.ts';
import { common, type Framed, framed, spanned } from './frame.server.ts';
import { type History, historyOf } from './history.server.ts';
import { leagueData, type Standing } from './league.server.ts';
import { yearUpTo } from './overview.server.ts';

export type Department = Row<typeof departments>;
export type DepartmentsData = Framed & {
	definition: string;
	departments: (Department & { standing: Standing | null })[];
};

/** Every department known on the day, with its figures of the span. */
export async function departmentsData(viewer: Viewer, asked: Asked, context: House): Promise<DepartmentsData> {
	const [{ standings, ...frame }, rows] = await Promise.all([
		leagueData(viewer, asked, context),
		context.store.ask(departments, { ...common(viewer, asked), code: null }),
	]);
	const byCode = new Map(standings.map(standing => [standing.department, standing]));
	const chinese = new Intl.Collator('zh-CN');
	const listed = rows
		.map(row => ({ ...row, standing: byCode.get(row.code) ?? null }))
		.sort((a, b) => chinese.compare(a.name, b.name) || (a.code < b.code ? -1 : 1));
	return { ...frame, definition: departments.definition, departments: listed };
}

export type DepartmentData = Framed & {
	department: Department;
	standing: Standing | null;
	/** Twelve months up to the day asked about. */
	trend: Row<typeof trend>[];
	overdue: Row<typeof matters>[];
	/** What falls due next. */
	next: Row<typeof matters>[];
	services: Row<typeof services>[];
	/** What the span is compared with, and the statutory rates beside those of the bases. */
	bases: Bases;
	compared: ComparedFigure[];
	history: History;
};

const FEW = 10;

/** The rates that rest on a number of the Decree. */
const RATES = ['T1', 'T2', 'T3', 'T4', 'T5'];

/** One department on one page. Throws Refusal 403 for another department's liaison, 404 for a code nobody has used. */
export async function departmentData(
	viewer: Viewer,
	asked: Asked,
	context: House,
	code: string,
): Promise<DepartmentData> {
	if (viewer.visible !== null && !viewer.visible.includes(code)) {
		throw new Refusal(
			403,
			'other_department',
			'部门联络员只能查看本部门的数据。如需了解其他部门，请联系政务数据主管部门。',
		);
	}
	const { store } = context;
	const here = { ...common(viewer, asked), departments: [code] };
	const [frame, [department], standings, months, overdue, next, daily] = await Promise.all([
		framed(asked, context),
		store.ask(departments, { ...common(viewer, asked), code }),
		leagueData(viewer, asked, context),
		store.ask(trend, { ...here, ...yearUpTo(asked.as_of) }),
		store.ask(matters, { ...here, ...list('overdue', 'days_late', true) }),
		store.ask(matters, { ...here, ...list('running', 'due_on', false) }),
		store.ask(services, { ...spanned(viewer, asked), departments: [code] }),
	]);
	if (!department) {
		throw new Refusal(404, 'no_department', `没有代码为“${code}”的部门。请核对代码，或从部门列表中选择。`);
	}
	const history = await historyOf(viewer, asked, context, department.code);
	const bases = await basesOf(viewer, asked, context, [code]);
	const compared = await comparedFigures(viewer, asked, context, bases, { indicators: RATES, departments: [code] });
	const standing = standings.standings.find(line => line.department === code) ?? null;
	return { ...frame, department, standing, trend: months, overdue, next, services: daily, history, bases, compared };
}

/** The first few matters with one status. */
function list(status: string, sort: string, descending: boolean) {
	const open = { clocks: null, due_from: null, due_to: null, unheard: null, late_min: null, search: null };
	return { ...open, statuses: [status], sort, descending, limit: FEW, offset: 0 };
}
