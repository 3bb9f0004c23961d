import type { Instant } from '#analytics/law/day.ts';
import type { EventType } from './vocabulary.ts';

/** Id of the source `office`, the authority's own acts: planted by the first migration. */
export const OFFICE_ID = 1;

/** A share event after the door: parsed, its times resolved to instants. Contract: README "事件". */
export type ShareEvent = {
	/** Unique within its source; with the source it is the event's identity. */
	id: string;
	type: EventType;
	/** When the act happened (`time`). */
	occurredAt: Instant;
	/** True where only a date was given (paper acts); `occurredAt` is then 00:00 of that day. */
	dayOnly: boolean;
	/** When the platform wrote it (`recordedtime`; default: `time`). */
	recordedAt: Instant;
	/** Case number, `/line` where a case has lines; null for events that belong to no case. */
	subject: string | null;
	/** The fields of `data`, snake_case, already checked against the type's schema; unknown fields are kept. */
	data: EventData;
};

/** Fields any event may carry; each type's own fields stand beside them (see vocabulary.ts). */
export type EventData = {
	department: string;
	department_name?: string;
	counterparty?: string;
	region?: string;
	catalogue?: string;
	catalogue_version?: string;
	global_case?: string;
	sharing?: 'unconditional' | 'conditional' | 'none';
	/** Id, within the same source, of the event that this one replaces. */
	corrects?: string;
	correction_reason?: string;
	/** Id, within the same source, of the event that this one takes back: it never happened. */
	retracts?: string;
	[field: string]: unknown;
};

/** A share event with its place in the ledger. */
export type LedgerEvent = ShareEvent & {
	/** Gap-free, in commit order. */
	seq: number;
	sourceId: number;
	/** Our own time of ingest; never supplied by a source. */
	receivedAt: Instant;
};

/** What belongs to some types of events, by type. A map: it is looked into for every act. */
export function byType<T>(known: Partial<Record<EventType, T>>): ReadonlyMap<EventType, T> {
	return new Map(Object.entries(known) as [EventType, T][]);
}

/** The case of a subject: `SQ20260211-0042/1` → `SQ20260211-0042`. */
export function caseOfSubject(subject: string): string {
	return subject.includes('/') ? subject.slice(0, subject.lastIndexOf('/')) : subject;
}

/** The line of a subject: `SQ20260211-0042/1` → `1`; '' where there is none. */
export function lineOfSubject(subject: string): string {
	return subject.includes('/') ? subject.slice(subject.lastIndexOf('/') + 1) : '';
}
