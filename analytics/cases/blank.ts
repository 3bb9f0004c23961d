import type { Fact } from './fact.ts';
import type { EventType } from './vocabulary.ts';

/** Acts whose moment is when they happened: they start or resume a clock. Every other act is judged by the platform's record. */
const receipts: ReadonlySet<EventType> = new Set<EventType>([
	'request.received',
	'request.material_resubmitted',
	'correction.received',
	'complaint.received',
	'request.extension_requested',
	'dispute.applied',
	'catalogue.designation_requested',
	'security.discovered',
]);

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
		receipt: receipts.has(type) ? true : undefined,
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
	} satisfies Core & Pick<Fact, 'receipt'> & Record<Exclude<keyof Fact, keyof Core | 'receipt'>, undefined>;
}
