import type { Instant } from '#analytics/law/day.ts';
import type { Fact } from './fact.ts';
import { byTime, isBefore, judgedAt } from './order.ts';

/** One start and the first stop after it. `early`: a stop recorded before the start, where no later one came. */
export type Round = { start: Fact; at: Instant; stop: Fact | null; early: Fact | null };

/** Pairs starts and stops. A start while a round is still open begins nothing; one after its end begins the next round. */
export function roundsOf(starts: readonly Fact[], stops: readonly Fact[]): Round[] {
	const ordered = [...stops].sort((a, b) => judgedAt(a) - judgedAt(b) || byTime(a, b));
	const rounds: Round[] = [];
	for (const start of [...starts].sort((a, b) => judgedAt(a) - judgedAt(b) || byTime(a, b))) {
		const at = judgedAt(start);
		const last = rounds.at(-1);
		if (last !== undefined && (last.stop === null || at < judgedAt(last.stop))) continue;
		const stop = ordered.find(candidate => candidate !== last?.stop && !isBefore(candidate, at)) ?? null;
		const early = stop === null && last === undefined ? (ordered.at(-1) ?? null) : null;
		rounds.push({ start, at, stop, early });
	}
	return rounds;
}
