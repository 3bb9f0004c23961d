import type { Fact } from './fact.ts';

/** What every act tells. */
type Core = Pick<Fact, 'source' | 'id' | 'type' | 'line' | 'occurredAt' | 'recordedAt' | 'department'>;

/** An act that tells nothing more, with every field there is: read the same way whatever is told, all facts are read fast. */
export function blank({ source, id, type, line, occurredAt, recordedAt, department }: Core): Fact {
	return {
		source,
		id,
		type,
		line,
		occurredAt,
		recordedAt,
		department,
		receipt: undefined,
		dayOnly: undefined,
		counterparty: undefined,
		region: undefined,
		catalogue: undefined,
		global: undefined,
		sharing: undefined,
		signedAt: undefined,
		precheckAt: undefined,
		outcome: undefined,
		reasoned: undefined,
		forMaterials: undefined,
		agreedLines: undefined,
		itemised: undefined,
		granted: undefined,
		transferredTo: undefined,
		upheld: undefined,
		deferred: undefined,
		on: undefined,
		foundByAuthority: undefined,
		authority: undefined,
		initial: undefined,
		dueAt: undefined,
		decides: undefined,
		evidence: undefined,
		unapproved: undefined,
		outsideConditions: undefined,
		dispatchedAt: undefined,
		discoveredAt: undefined,
		effectiveAt: undefined,
		notConsulted: undefined,
		arrivedAt: undefined,
		incomplete: undefined,
		ofProvider: undefined,
		plea: undefined,
	} satisfies Core & Record<Exclude<keyof Fact, keyof Core>, undefined>;
}
