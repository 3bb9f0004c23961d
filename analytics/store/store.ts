import type { LedgerEvent, ShareEvent } from '#analytics/cases/event.ts';
import type { Day } from '#analytics/law/day.ts';
import type { Enactment } from '#analytics/law/lawbook.ts';
import type { Args, Measure, Row, Shape } from '#analytics/measures/measure.ts';
import type { KnownCase } from './facts.ts';
import type { Move } from './foresee.ts';
import type { Law } from './statutes.ts';
import type { World } from './suppose.ts';

/** An event with its source: what the ledger would take in. */
export type Supposed = Pick<LedgerEvent, 'sourceId' | 'receivedAt'> & ShareEvent;

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
	 * The facts behind a case's rows as known at `known`, for explanations, with all cases that are one with it. Empty facts
	 * for an unknown case.
	 */
	caseFacts(caseId: string, known: number): Promise<KnownCase>;
	/** The law as known at a ledger position. */
	lawAt(known: number): Law;
	/** What would move, were this enacted now, with the statuses of a day; those due earlier first, in order of case. Nothing is written. */
	foresee(enactment: Enactment, on: Day): Promise<Move[]>;
	/** Asks measures as if one more event of the register had been taken in now. Nothing is written. */
	suppose<T>(event: Supposed, work: (world: World) => Promise<T>): Promise<T>;
	/** Calls back after each commit that moved the position; returns the way to stop. */
	onMoved(listener: (position: number) => void): () => void;
	close(): Promise<void>;
};
