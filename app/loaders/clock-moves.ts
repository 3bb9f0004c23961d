import type { Move, Standing } from '#analytics/store/foresee.ts';

/** What a change of the law does to the runs of one clock; a run can be in several of these numbers. */
export type ClockMoves = {
	clock: string;
	/** Runs that would stand differently; of them, the ones not ended on the day. */
	total: number;
	open: number;
	/** The moment they are due. */
	earlier: number;
	later: number;
	/** Taken out of the count, or taken into it, on the day. */
	uncounted: number;
	counted: number;
	/** Counted before and after, with another status on the day. */
	status: number;
};

/** The moves by clock, those with most runs first. */
export function clockMovesOf(moves: readonly Move[]): ClockMoves[] {
	const found = new Map<string, ClockMoves>();
	for (const move of moves) {
		const sum = found.get(move.clock) ?? { clock: move.clock, ...none };
		const [was, is] = [isCounted(move.before), isCounted(move.after)];
		found.set(move.clock, {
			clock: move.clock,
			total: sum.total + 1,
			open: sum.open + Number(isOpen(move.after) || isOpen(move.before)),
			earlier: sum.earlier + Number(move.change === 'earlier'),
			later: sum.later + Number(move.change === 'later'),
			uncounted: sum.uncounted + Number(was && !is),
			counted: sum.counted + Number(!was && is),
			status: sum.status + Number(was && is && move.before?.status !== move.after?.status),
		});
	}
	return [...found.values()].sort((a, b) => b.total - a.total || (a.clock < b.clock ? -1 : 1));
}

const none = { total: 0, open: 0, earlier: 0, later: 0, uncounted: 0, counted: 0, status: 0 };

function isCounted(standing: Standing): boolean {
	return standing !== null && standing.status !== null && standing.status !== 'excluded';
}

function isOpen(standing: Standing): boolean {
	return ['running', 'overdue', 'paused'].includes(standing?.status ?? '');
}
