import type { LedgerEvent } from '#analytics/cases/event.ts';
import type { Args, Measure, Row, Shape } from '#analytics/measures/measure.ts';

/**
 * This node's read model in DuckDB: tails the ledger, projects, answers measures.
 * Made once in app/server.ts; no second one on the same file (README "为什么这样").
 */
export type Store = {
	/** The last `seq` whose projections are committed here. */
	position(): number;
	/** Applies what the ledger holds beyond the position; resolves with the new position. Concurrent calls share one run. */
	catchUp(): Promise<number>;
	/** Answers a measure. Cached by measure, arguments and position. Throws when the DuckDB file is unusable. */
	ask<P extends Shape, C extends Shape>(
		measure: Measure<P, C>,
		args: Args<Measure<P, C>>,
	): Promise<Row<Measure<P, C>>[]>;
	/**
	 * What says something about a case up to `known`, in order of `seq`: told to an empty case one by one (cases/fold.ts), the
	 * facts behind its rows, for explanations. Empty for an unknown case.
	 */
	caseFacts(caseId: string, known: number): Promise<LedgerEvent[]>;
	/** Calls back after each commit that moved the position; returns the way to stop. */
	onMoved(listener: (position: number) => void): () => void;
	close(): Promise<void>;
};
