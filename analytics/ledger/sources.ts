import type { Instant } from '#analytics/law/day.ts';
import type { BackFill } from './back-fills.ts';
import type { Connect } from './connect.ts';
import type { Run } from './runs.ts';
import type { RejectState } from './schema.ts';
import type { SourceAct } from './source-acts.ts';

export { type Connect, isPulled, type PulledConnect, tellsTotals } from './connect.ts';

/** An act on a source that is not done. The message is for people, in Chinese. Told by its name: pages have a build of their own. */
export class SourceRefused extends Error {
	override readonly name = 'SourceRefused';
}

/** Whether an error says that an act on a source is not done. */
export function isSourceRefused(error: unknown): error is SourceRefused {
	return error instanceof Error && error.name === 'SourceRefused';
}

/** What `source add FILE.json` holds. */
export type SourceConfig = {
	/** `330100-hrss`; events name it as `/platforms/330100-hrss`. */
	code: string;
	name: string;
	region?: string;
	connect: Connect;
	/** Mapping (ingest/mappings) that translates its rows; absent: our own contract. */
	mapping?: string;
	/** Planted by the sample city. */
	sample?: boolean;
};

export type Source = SourceConfig & { id: number; paused: boolean; createdAt: Instant };

/** State of a source's pulls, for the sources page and the schedule. */
export type PullState = {
	sourceId: number;
	cursor: string | null;
	fence: number;
	leaseUntil: Instant | null;
	lastRunAt: Instant | null;
	lastOkAt: Instant | null;
	lastCount: number | null;
	/** Chinese, null when the last run went well. */
	lastError: string | null;
	failures: number;
	nextRunAt: Instant | null;
};

export type KeptReject = {
	id: number;
	sourceId: number;
	receivedAt: Instant;
	raw: string;
	code: string;
	message: string;
	eventId: string | null;
	mapping: string | null;
	/** The record as JSON, where `raw` is not that. */
	record: string | null;
	state: RejectState;
	settledAt: Instant | null;
	settledBy: string | null;
	reason: string | null;
	triedAt: Instant | null;
	tried: string | null;
};

/** How a claimed pull ended and when to come back. `run`: what the run log says of it. */
export type Outcome = {
	at: Instant;
	count: number;
	error: string | null;
	nextRunAt: Instant;
	run?: { startedAt: Instant; pages: number; duplicates: number; rejected: number };
};

/** Who does something to a source, and when. `account`: the account's name. */
export type Doer = { account: string; at: Instant };

/** A source's new configuration; `again`: its pulls begin from the beginning, which drops its cursor. */
export type Revision = { config: SourceConfig; again: boolean };

/** The register of sources, their pull state with leases, and what was rejected. */
export type Sources = {
	/** Adds a source; returns it with its push token (shown once, stored hashed). Throws where the code exists, or sample and real sources would mix. */
	add(config: SourceConfig, by?: Doer): Promise<{ source: Source; token: string }>;
	/** Every source, `office` (our own acts; nobody pushes to it, neither sample nor real) among them; secrets left out. */
	list(): Promise<Source[]>;
	byCode(code: string): Promise<Source | null>;
	/**
	 * Gives a source another connection and fences off who still pulls by the old one. Its token stays; its cursor stays where
	 * the list is read in the same way; a secret that is not named stays where it goes to the same place. Throws where there is
	 * no such source, and what source-config.ts says is wrong.
	 */
	reconnect(code: string, connect: Connect): Promise<Source>;
	/** Changes everything about a source but its code (tend.ts). Throws an Error that says what is wrong. */
	revise(revision: Revision, by: Doer): Promise<Source>;
	/** A configuration with the secrets that it leaves out, from the kept source of its code; they never leave the house. */
	opened(config: SourceConfig): Promise<SourceConfig>;
	/** Stops a source's pulls, or lets them go on. */
	pause(code: string, paused: boolean, by?: Doer): Promise<Source>;
	/** Makes a pulled source due at once. Throws where it is not pulled, or paused. */
	hasten(code: string, by: Doer): Promise<void>;
	/** Another push token, shown once; the old one is worth nothing from then on. */
	rotate(code: string, by: Doer): Promise<string>;
	/** The latest lines of a source's run log, the latest first. */
	runs(sourceId: number, limit: number): Promise<Run[]>;
	/** The latest acts on a source, the latest first. */
	acts(code: string, limit: number): Promise<SourceAct[]>;
	/** The source a push token belongs to; null for an unknown token. */
	byToken(token: string): Promise<Source | null>;
	pulls(): Promise<PullState[]>;
	/**
	 * Claims one due pull source: moves fence and lease in one statement; null where none is due. `failures`: in a row before it.
	 * With `only`: that source alone, whether it is due or not; null where it is paused, not pulled, or leased to another worker.
	 */
	claim(
		now: Instant,
		leaseMs: number,
		only?: number,
	): Promise<{ source: Source; cursor: string | null; fence: number; failures: number } | null>;
	/**
	 * Ends every lease and fences off whoever holds one: for the one process of an embedded database, whose predecessor was
	 * killed in the middle of its pulls. Never on a database that other processes share.
	 */
	freeLeases(): Promise<void>;
	/** Claims a source with a running back-fill for one turn of it; null where none has to go on now. */
	claimBackFill(now: Instant, leaseMs: number): Promise<{ source: Source; fence: number; backFill: BackFill } | null>;
	/** Ends such a turn; `failed`: why it ended early, in Chinese, and when to try again. Ignored when the fence has moved on. */
	endBackFill(
		backFill: Pick<BackFill, 'sourceId' | 'no'>,
		fence: number,
		failed: { fault: string; nextAt: Instant } | null,
	): Promise<void>;
	/** Ends a claimed pull: records outcome and when to come back. Ignored when the fence has moved on. */
	release(sourceId: number, fence: number, outcome: Outcome): Promise<void>;
	rejects(filter: { sourceId?: number; limit: number; offset: number }): Promise<{ rows: KeptReject[]; total: number }>;
	rejectCounts(): Promise<{ sourceId: number; code: string; count: number }[]>;
};
