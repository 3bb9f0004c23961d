import type { Day } from '#analytics/law/day.ts';
import type { BackFill, BackFills, Range } from '#analytics/ledger/back-fills.ts';
import type { MappingVersion } from '#analytics/ledger/mappings.ts';
import type { Connect, Doer } from '#analytics/ledger/sources.ts';
import type { Trial, Tried } from '#analytics/ledger/trial.ts';

/** What the pages may ask of ingest, handed in by the wiring: the pages themselves never reach for it. */
export type Intake = {
	/** Fetches or reads rows and translates them; writes nothing. */
	tryOut(trial: Trial): Promise<Tried>;
	/** What a platform says that it holds of each day of a span (`*`: all types together), or why it does not. Writes nothing. */
	totals(
		connect: Connect,
		span: { from: Day; to: Day },
	): Promise<{ days: { date: string; counts: Record<string, number> }[] } | { fault: string }>;
	/** Names that translate without a mapping: our own contract, X-Road. */
	platforms: readonly string[];
	/** Back-fills of a range; `begin` asks the platform first and is refused (SourceRefused) where it does not know such a range. */
	backFills: Omit<BackFills, 'begin'> & { begin(code: string, range: Range, by: Doer): Promise<BackFill> };
	/** Every version of every mapping, by name, the latest first. */
	mappings(): Promise<MappingVersion[]>;
	/** Saves a mapping's JSON as the next version of its name; `wrong` says what is wrong and where, in Chinese. */
	saveMapping(text: string, author: string): Promise<{ name: string; version: number } | { wrong: string }>;
};
