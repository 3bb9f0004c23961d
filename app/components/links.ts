import { type Asked, linkTo } from '#app/asked.ts';
import { departmentClocks } from '#app/words/zh.ts';

/** What a link carries along: the question, and the days it stands for. */
export type Ground = Pick<Asked, 'given' | 'period' | 'as_of'>;

/** Clocks of a figure: one by name; `total`: the five that departments owe. */
function clocksOf(clock: string): string | readonly string[] {
	return clock === 'total' ? departmentClocks : clock;
}

/** What fell due in the span: the rows behind an on-time rate. */
export function dueRows(ground: Ground, clock: string, more: { department?: string; status?: string[] } = {}): string {
	const { from, to } = ground.period;
	return linkTo(ground, '/matters', {
		clock: clocksOf(clock),
		status: more.status ?? ['met', 'late', 'overdue'],
		department: more.department,
		due_from: from,
		due_to: to < ground.as_of ? to : ground.as_of,
	});
}

/** What fell due in one month, up to the day asked about: the rows behind a point of the trend. */
export function monthRows(ground: Ground, clock: string, month: string, department?: string): string {
	const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10);
	return linkTo(ground, '/matters', {
		clock,
		status: ['met', 'late', 'overdue'],
		department,
		due_from: `${month}-01`,
		due_to: last < ground.as_of ? last : ground.as_of,
	});
}

/** What is overdue on the day; `unheard`: only what may be, its platform being silent since. */
export function overdueRows(ground: Ground, clock: string | null, department?: string, unheard?: 'true'): string {
	return linkTo(ground, '/overdue', { clock: clock === null ? null : clocksOf(clock), department, unheard });
}

/** What stands in one status on the day. */
export function statusRows(ground: Ground, clock: string, status: string | null, department?: string): string {
	return linkTo(ground, '/matters', { clock, status, department, sort: status === 'running' ? 'due_on' : null });
}

/** What falls due on the very day and is still open. */
export function dueTodayRows(ground: Ground, clock: string): string {
	return linkTo(ground, '/matters', { clock, status: 'running', due_from: ground.as_of, due_to: ground.as_of });
}

/** What a page of indicators is narrowed to; null: not narrowed. */
type Narrowed = Record<'departments' | 'kinds' | 'regions' | 'catalogues', string[] | null>;

/** What a page is narrowed to, as it stands in an address. */
export function narrowedTo({ departments, kinds, regions, catalogues }: Narrowed) {
	return { department: departments, kind: kinds, region: regions, catalogue: catalogues };
}

/**
 * The units behind an indicator, of one body or (null) of all that the page is narrowed to; `outcomes`: only what became so.
 */
export function unitRows(
	ground: Ground & { filters?: Narrowed },
	indicator: string,
	department: string | null,
	outcomes: readonly string[] | null = null,
): string {
	const narrowed = ground.filters === undefined ? {} : narrowedTo(ground.filters);
	const one = department === null ? {} : { department };
	return linkTo(ground, '/units', { ...narrowed, indicator, outcome: outcomes, ...one });
}

/** The course of an indicator over twelve months, of one body or of all together. */
export function courseOf(ground: Pick<Ground, 'given'>, indicator: string, department: string | null): string {
	return linkTo(ground, '/trend', { indicator, department });
}

/** The units of one month behind a point of an indicator's course; `counted_on`: the day, of a stock. */
export function monthUnits(
	ground: Ground,
	indicator: string,
	department: string | null,
	{ month, counted_on: on }: { month: string; counted_on: string | null },
): string {
	return linkTo(ground, '/units', { indicator, department, period: month, ...(on === null ? {} : { as_of: on }) });
}

/** The same page as things stand now: neither day nor knowledge is fixed; the span and all other conditions stay. */
export function liveAddress({ pathname, search }: { pathname: string; search: string }): string {
	const kept = new URLSearchParams(search);
	for (const name of ['as_of', 'known', 'page']) kept.delete(name);
	return kept.size > 0 ? `${pathname}?${kept}` : pathname;
}
