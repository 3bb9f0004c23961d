import type { Step } from '#analytics/cases/steps.ts';
import { type Day, dayNumber, numberToDay, plusDays, weekday } from '#analytics/law/day.ts';
import type { LateDay } from '#app/loaders/overrun.server.ts';

/** What a day is to a clock, or how complete a platform's reporting of it is. `out`: it has no bearing. */
type CellKind =
	| ('start' | 'count' | 'rest' | 'holiday' | 'pause' | 'late' | 'out')
	| ('complete' | 'short' | 'silent' | 'unchecked');

/** One day of a month as it stands in a calendar. */
export type Cell = {
	day: Day;
	kind: CellKind;
	/** Number of the working day, `+n` past the due day, or a word: 起, 休, 假, 停; empty where the day has no bearing. */
	mark: string;
	/** A make-up working day (班). */
	makeUp: boolean;
	/** What happened or ends on the day, in two characters, each once. */
	tags: string[];
	/** After the day asked about: not yet come. */
	ahead: boolean;
	/** The day in a sentence. */
	text: string;
	/** Where the day opens. */
	to?: string;
};

/** A month in weeks from Monday to Sunday; null: a place of another month. */
export type Month = { month: string; weeks: (Cell | null)[][] };

/** Months beyond this many are left out where nothing but lateness goes on in them. */
const MOST = 6;

type Laid = { months: Month[]; leftOut: string[] };

/**
 * Lays the steps of a slip, and the days late after it, out as months.
 * @param asOf the day asked about; null where no day is asked about
 * @returns `leftOut`: months between the first and the last that are not laid out, `2026-03`
 */
export function monthsOf(steps: readonly Step[], late: readonly LateDay[], asOf: Day | null): Laid {
	const cells = cellsOf(steps, late, asOf);
	const told = new Set(steps.map(step => step.day.slice(0, 7)));
	const days = [...cells.keys()].sort();
	const [first, last] = [days[0], days.at(-1)];
	if (first === undefined || last === undefined) return { months: [], leftOut: [] };
	const all = monthsBetween(first, last);
	const keep = all.filter(month => told.has(month) || month === last.slice(0, 7));
	const shown = all.length <= MOST && all.length - keep.length <= 3 ? all : keep;
	const leftOut = all.filter(month => !shown.includes(month));
	return { months: shown.map(month => ({ month, weeks: weeksOf(month, cells) })), leftOut };
}

const tagged: Partial<Record<Step['kind'], string>> = {
	notice: '告知',
	resubmit: '补正',
	extend: '延期',
	due: '到期',
	stop: '办结',
};

function cellsOf(steps: readonly Step[], lateDays: readonly LateDay[], asOf: Day | null): Map<Day, Cell> {
	const cells = new Map<Day, Cell>();
	const at = (day: Day) => {
		const cell = cells.get(day) ?? blank(day, asOf);
		cells.set(day, cell);
		return cell;
	};
	for (const step of steps) take(at(step.day), step);
	for (const late of lateDays) runOver(at(late.day), late);
	return cells;
}

/** A day past the due day; what else happened on it stays. */
function runOver(cell: Cell, { n, reason }: LateDay): void {
	if (n === null) {
		const isWeekend = reason === '周末';
		cell.kind = isWeekend ? 'rest' : 'holiday';
		cell.mark = isWeekend ? '休' : '假';
		say(cell, `${reason ?? '休息日'}，不计入逾期`);
	} else {
		cell.kind = 'late';
		cell.mark = `+${n}`;
		cell.makeUp = reason !== null;
		say(cell, `${reason === null ? '' : `${reason}，`}逾期第${n}个工作日`);
	}
}

function say(cell: Cell, text: string): void {
	cell.text = cell.text === '' ? text : `${cell.text}；${text}`;
}

function take(cell: Cell, step: Step): void {
	say(cell, step.text);
	const tag = tagged[step.kind] ?? (step.text.startsWith('法定期限届满日') ? '法定' : undefined);
	if (tag !== undefined && !cell.tags.includes(tag)) cell.tags.push(tag);
	const isRest = step.kind === 'skip' && step.text.startsWith('周');
	if (step.kind === 'start') Object.assign(cell, { kind: 'start', mark: '起' });
	if (step.kind === 'count') Object.assign(cell, { kind: 'count', mark: String(step.n), makeUp: step.basis !== null });
	if (step.kind === 'skip')
		Object.assign(cell, isRest ? { kind: 'rest', mark: '休' } : { kind: 'holiday', mark: '假' });
	if (step.kind === 'pause') Object.assign(cell, { kind: 'pause', mark: '停', makeUp: step.basis !== null });
}

function blank(day: Day, asOf: Day | null): Cell {
	return { day, kind: 'out', mark: '', makeUp: false, tags: [], ahead: asOf !== null && day > asOf, text: '' };
}

function monthsBetween(first: Day, last: Day): string[] {
	const months: string[] = [];
	for (let day = firstOf(first.slice(0, 7)); day <= last; day = firstOf(plusDays(day, 31).slice(0, 7))) {
		months.push(day.slice(0, 7));
	}
	return months;
}

function firstOf(month: string): Day {
	return numberToDay(dayNumber(`${month}-01` as Day));
}

/** The weeks of a month, `2026-03`; days without a cell of their own have no bearing. */
export function weeksOf(month: string, cells: ReadonlyMap<Day, Cell>): (Cell | null)[][] {
	const first = firstOf(month);
	const monday = plusDays(first, -((weekday(first) + 6) % 7));
	const weeks: (Cell | null)[][] = [];
	for (let start = monday; start.slice(0, 7) <= month; start = plusDays(start, 7)) {
		weeks.push(
			Array.from({ length: 7 }, (_, at) => {
				const day = plusDays(start, at);
				return day.slice(0, 7) === month ? (cells.get(day) ?? blank(day, null)) : null;
			}),
		);
	}
	return weeks;
}
