import type { Instant } from '#analytics/law/day.ts';
import { sorted } from './acts.ts';
import type { Fact } from './fact.ts';
import { byJudged, isBefore, judgedAt } from './order.ts';

/** One start and the first stop after it. `early`: a stop recorded before the start, where no later one came. */
export type Round = { start: Fact; at: Instant; stop: Fact | null; early: Fact | null };

/** Pairs starts and stops; a stop ends one round. A start while a round is open begins nothing, one after it the next. */
export function roundsOf(starts: readonly Fact[], stops: readonly Fact[]): Round[] {
	const ordered = sorted(stops, byJudged);
	const rounds: Round[] = [];
	for (const start of sorted(starts, byJudged)) {
		const at = judgedAt(start);
		const last = rounds.at(-1);
		if (last !== undefined && (last.stop === null || at < judgedAt(last.stop))) continue;
		const stop = ordered.find(act => !isBefore(act, at) && !rounds.some(round => round.stop === act)) ?? null;
		const early = stop === null && last === undefined ? (ordered.at(-1) ?? null) : null;
		rounds.push({ start, at, stop, early });
	}
	return rounds;
}
