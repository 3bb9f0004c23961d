import type { LedgerEvent } from './event.ts';
import type { Fact } from './fact.ts';

/**
 * The act that an event tells, before anything that its data tell: with every field that ordinary acts tell of, so that all of
 * them are read the same way, fast. What few acts tell is added to these alone; a fact is as small as that.
 */
export function blank(event: LedgerEvent, line: string, receipt: true | undefined): Fact {
	return {
		source: event.sourceId,
		id: event.id,
		type: event.type,
		line,
		occurredAt: event.occurredAt,
		recordedAt: event.recordedAt,
		department: event.data.department,
		receipt,
		dayOnly: event.dayOnly ? true : undefined,
		counterparty: undefined,
		region: undefined,
		catalogue: undefined,
		global: undefined,
		sharing: undefined,
		outcome: undefined,
		reasoned: undefined,
		agreedLines: undefined,
		itemised: undefined,
		granted: undefined,
		on: undefined,
		evidence: undefined,
	};
}
