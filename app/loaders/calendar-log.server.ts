import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { Refusal } from '#app/refusal.ts';
import { type EnactmentLine, enacted, officerNames } from './enactments.server.ts';
import { type Framed, framed } from './frame.server.ts';
import { loggedMoves, type MoveCounts, type MovesData, movedBodies, sumOf } from './moves.server.ts';

/** An enactment with the name of whoever did it. */
type LogLine = EnactmentLine & { name: string };

export type LogData = Framed & {
	page: number;
	size: number;
	total: number;
	lines: (LogLine & { counts: MoveCounts })[];
};

const SIZE = 20;

/** Everything that was put into force, the latest first, with how many 件 it moved as far as the viewer may see them. */
export async function logData(viewer: Viewer, asked: Asked, context: House, page: number): Promise<LogData> {
	const [frame, told, nameOf] = await Promise.all([
		framed(asked, context),
		enacted(viewer, asked, context),
		officerNames(context),
	]);
	const lines = await Promise.all(
		told.slice((page - 1) * SIZE, page * SIZE).map(async ({ line }) => ({
			...line,
			name: nameOf(line.officer),
			counts: sumOf(await movedBodies(viewer, asked, context, line.seq)),
		})),
	);
	return { ...frame, page, size: SIZE, total: told.length, lines };
}

export type LogEntryData = Framed & {
	line: LogLine;
	moves: MovesData;
	/** Department the list is narrowed to; null: all. */
	department: string | null;
};

/** One enactment and what it moved. Throws Refusal 404 where nothing was put into force at that place. */
export async function logEntryData(
	viewer: Viewer,
	asked: Asked,
	context: House,
	{ seq, department, page }: { seq: string; department: string | null; page: number },
): Promise<LogEntryData> {
	const line = await enactmentAt(viewer, asked, context, seq);
	const [frame, moves, nameOf] = await Promise.all([
		framed(asked, context),
		loggedMoves(viewer, asked, context, {
			seq: line.seq,
			departments: department === null ? null : [department],
			page,
		}),
		officerNames(context),
	]);
	return { ...frame, line: { ...line, name: nameOf(line.officer) }, moves, department };
}

/** The enactment at a place of the ledger, as an address names it. Throws Refusal 404. */
export async function enactmentAt(viewer: Viewer, asked: Asked, context: House, seq: string): Promise<EnactmentLine> {
	const found = (await enacted(viewer, asked, context)).find(({ line }) => String(line.seq) === seq);
	if (found !== undefined) return found.line;
	throw new Refusal(404, 'no_enactment', '没有这一次登记。请从变动记录中选择。');
}
