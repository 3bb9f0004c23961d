import type { DuckDBConnection } from '@duckdb/node-api';
import { enactmentOf } from '#analytics/cases/enactment.ts';
import type { LedgerEvent } from '#analytics/cases/event.ts';
import { type Calendars, calendarsOf, type Enactment, enact, type Lawbook } from '#analytics/law/lawbook.ts';
import type { Policy } from '#analytics/law/policy.ts';
import { readEvents } from './events.ts';

/** What folding depends on besides the events of a case. `since`: the `seq` of its latest enactment, 0 as shipped. */
export type Law = { policies: readonly Policy[]; calendars: Calendars; book: Lawbook; since: number };

/** The law through the ledger: every enactment holds from its own `seq` on. */
export type Statutes = {
	/** The law as known at a ledger position. */
	at(known: number): Law;
	/** Forgets what was enacted beyond a position: the ledger is told from there again. */
	upTo(seq: number): void;
	/** Takes an enactment into force at its `seq`. */
	add(seq: number, enactment: Enactment): void;
};

/** The enactments that the read model's events hold, on top of the lawbook as shipped. */
export async function statutesOf(connection: DuckDBConnection, shipped: Lawbook): Promise<Statutes> {
	const versions: { seq: number; law: Law }[] = [{ seq: 0, law: lawOf(shipped) }];
	const latest = () => versions.at(-1) as (typeof versions)[number];
	const statutes: Statutes = {
		at: known => versions.findLast(({ seq }) => seq <= known)?.law ?? latest().law,
		upTo(seq) {
			while (versions.length > 1 && latest().seq > seq) versions.pop();
		},
		add: (seq, enactment) => versions.push({ seq, law: lawOf(enact(latest().law.book, enactment), seq) }),
	};
	const past = await readEvents(connection, ENACTED, {});
	for (const { event } of past) {
		const enactment = enactmentOf(event);
		if (enactment !== null) statutes.add(event.seq, enactment);
	}
	return statutes;
}

const ENACTED = `(
	select e.*, null::varchar as kind, null::varchar as target
	from event e
	where type in ('policy.adopted', 'calendar.adopted')
)`;

/** The law of a lawbook. */
export function lawOf(book: Lawbook, since = 0): Law {
	return { policies: book.policies, calendars: calendarsOf(book), book, since };
}

/** The events in order, each enactment alone. */
export function* partsOf(block: readonly LedgerEvent[]): Generator<LedgerEvent[]> {
	let part: LedgerEvent[] = [];
	for (const event of block) {
		if (enactmentOf(event) === null) {
			part.push(event);
			continue;
		}
		if (part.length > 0) yield part;
		yield [event];
		part = [];
	}
	if (part.length > 0) yield part;
}
