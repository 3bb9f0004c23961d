import type { Enactment } from '#analytics/law/lawbook.ts';
import { departments } from '#analytics/measures/departments.ts';
import type { Row } from '#analytics/measures/measure.ts';
import { moved } from '#analytics/measures/moved.ts';
import { moves } from '#analytics/measures/moves.ts';
import type { Move } from '#analytics/store/foresee.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { type ClockMoves, clockMovesOf } from './clock-moves.ts';
import { common } from './frame.server.ts';

/** One clock run that a change of the law moves: as foreseen before the change, or as logged after it. */
export type MoveRow = Omit<Row<typeof moves>, 'total' | 'total_earlier'>;

/** How many 件 (not runs) go which way; a 件 counts once, as in the measure `moved`. */
export type MoveCounts = { earlier: number; later: number; confirmed: number; other: number };

/** What a change of the law moves, by department, and one page of the runs, those due earlier first. */
export type MovesData = {
	counts: MoveCounts;
	departments: (MoveCounts & { code: string; name: string })[];
	page: number;
	size: number;
	/** Runs under the filters. */
	total: number;
	rows: MoveRow[];
};

/** The same before it is enacted, with what it does to each clock. */
export type ForeseenData = MovesData & { clocks: ClockMoves[] };

const SIZE = 200;

/** What would move, were this enacted now; nothing is written. For those who may see every department. */
export async function foreseenMoves(
	enactment: Enactment,
	asked: Asked,
	context: Pick<House, 'store'>,
	page: number,
): Promise<ForeseenData> {
	const [foreseen, bodies] = await Promise.all([
		context.store.foresee(enactment, asked.as_of),
		context.store.ask(departments, { as_of: asked.as_of, known: asked.known, visible: null, code: null }),
	]);
	const names = new Map(bodies.map(({ code, name }) => [code, name]));
	const nameOf = (code: string) => names.get(code) ?? code;
	const matters = mattersOf(foreseen);
	const answerable = [...new Set(matters.map(({ department }) => department))].map(code => {
		const own = matters.filter(({ department }) => department === code);
		return { code, name: nameOf(code), ...counted(own) };
	});
	answerable.sort((a, b) => b.earlier - a.earlier || b.later - a.later || (a.code < b.code ? -1 : 1));
	const rows = foreseen.slice((page - 1) * SIZE, page * SIZE).map(move => rowOf(move, nameOf));
	const told = { counts: counted(matters), departments: answerable, clocks: clockMovesOf(foreseen) };
	return { ...told, page, size: SIZE, total: foreseen.length, rows };
}

/** What the enactment with this `seq` moved, as far as the viewer may see it. */
export async function loggedMoves(
	viewer: Viewer,
	asked: Asked,
	context: Pick<House, 'store'>,
	{ seq, departments: chosen, page }: { seq: number; departments: string[] | null; page: number },
): Promise<MovesData> {
	const part = (limit: number, offset: number) =>
		context.store.ask(moves, moveArgs(viewer, asked, { seq, departments: chosen }, limit, offset));
	const [bodies, found] = await Promise.all([movedBodies(viewer, asked, context, seq), part(SIZE, (page - 1) * SIZE)]);
	const total = (found[0] ?? (page === 1 ? undefined : (await part(1, 0))[0]))?.total ?? 0;
	const rows = found.map(({ total: _, total_earlier: __, ...row }): MoveRow => row);
	const told = bodies.map(({ department, department_name, earlier, later, confirmed, other }) => {
		return { code: department, name: department_name, earlier, later, confirmed, other };
	});
	return { counts: sumOf(told), departments: told, page, size: SIZE, total, rows };
}

/** The 件 that an enactment moved, counted by department, as far as the viewer may see them. */
export function movedBodies(
	viewer: Viewer,
	asked: Asked,
	context: Pick<House, 'store'>,
	seq: number,
): Promise<Row<typeof moved>[]> {
	return context.store.ask(moved, { ...common(viewer, asked), seq });
}

/** Arguments of the measure `moves` for a part of the list. */
export function moveArgs(
	viewer: Viewer,
	asked: Asked,
	{ seq, departments: chosen }: { seq: number; departments: string[] | null },
	limit: number,
	offset: number,
) {
	return { ...common(viewer, asked), seq, earlier: null, departments: chosen, limit, offset };
}

/** Counts of several departments together. */
export function sumOf(counts: readonly MoveCounts[]): MoveCounts {
	const sum = (way: keyof MoveCounts) => counts.reduce((all, each) => all + each[way], 0);
	return { earlier: sum('earlier'), later: sum('later'), confirmed: sum('confirmed'), other: sum('other') };
}

type MovedMatter = { department: string; change: Move['change'] };

/** The 件 of foreseen moves: a 件 of several lines goes the way of the first in this order that any of them goes. */
function mattersOf(foreseen: readonly Move[]): MovedMatter[] {
	const order: Move['change'][] = ['earlier', 'later', 'other', 'confirmed'];
	const found = new Map<string, MovedMatter>();
	for (const { case_id, department, clock, sharing, round, change } of foreseen) {
		const key = JSON.stringify([case_id, department, clock, sharing, round]);
		const before = found.get(key)?.change ?? change;
		found.set(key, { department, change: order.indexOf(change) < order.indexOf(before) ? change : before });
	}
	return [...found.values()];
}

function counted(matters: readonly MovedMatter[]): MoveCounts {
	const of = (change: Move['change']) => matters.filter(each => each.change === change).length;
	return { earlier: of('earlier'), later: of('later'), confirmed: of('confirmed'), other: of('other') };
}

function rowOf({ before, after, ...move }: Move, nameOf: (code: string) => string): MoveRow {
	return {
		...move,
		department_name: nameOf(move.department),
		due_before: before?.due_on ?? null,
		due_after: after?.due_on ?? null,
		due_end_before: before?.due_end ?? null,
		due_end_after: after?.due_end ?? null,
		provisional_before: before?.provisional ?? null,
		provisional_after: after?.provisional ?? null,
		phase_before: before?.phase ?? null,
		phase_after: after?.phase ?? null,
		ended_before: before?.ended_on ?? null,
		ended_after: after?.ended_on ?? null,
		status_before: before?.status ?? null,
		status_after: after?.status ?? null,
		earlier: move.change === 'earlier',
	};
}
