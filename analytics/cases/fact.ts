import type { Day, Instant } from '#analytics/law/day.ts';
import { blank } from './blank.ts';
import { dutyDetails } from './duty-details.ts';
import { byType, type LedgerEvent, lineOfSubject } from './event.ts';
import { readTime } from './times.ts';
import { type EventType, eventTypes, isInCase } from './vocabulary.ts';

/** One act of a case: what clocks, explanations and defects need of an event. Absent fields were not given. */
export type Fact = {
	/** The platform that reported it, and its id there: event ids are unique within one source only. */
	source: number;
	id: string;
	type: EventType;
	/** An act by which something is received or asked for: it counts from when it happened, every other one from its record (order.ts). */
	receipt?: true;
	/** '' for an act that concerns every line of the case. */
	line: string;
	occurredAt: Instant;
	recordedAt: Instant;
	dayOnly?: true;
	department: string;
	counterparty?: string;
	region?: string;
	catalogue?: string;
	/** Number that a superior platform gave to the case (global_case). */
	global?: string;
	sharing?: 'unconditional' | 'conditional' | 'none';
	/** When the provider signed for a request, where it says so. */
	signedAt?: Instant;
	/** When the authority had a request for its check before forwarding it. */
	precheckAt?: Instant;
	outcome?: 'agree' | 'partial' | 'refuse';
	/** A refusal, partial agreement or rejection that says why. */
	reasoned?: true;
	/** Refused because materials were incomplete (reason code 6). */
	forMaterials?: true;
	/** Lines agreed to in a reply to the whole case; absent: all. */
	agreedLines?: string[];
	/** A notice that lists what is missing. */
	itemised?: true;
	/** Working days granted by an extension; 0 where the grant named none; absent: not granted. */
	granted?: number;
	transferredTo?: string;
	/** What the authority decided on a rejected delivery. */
	upheld?: boolean;
	/** Result of a correction that was put off, not done. */
	deferred?: true;
	/** trigger_date, retained_until, or due_date of a batch. */
	on?: Day;
	/** found_by: the department did not report the change itself. */
	foundByAuthority?: true;
	authority?: string;
	/** First submission of a catalogue, not an update. */
	initial?: true;
	/** Moment that the act itself sets as the limit; null: explicitly without time limit. */
	dueAt?: Instant | null;
	/** What a person decided on the evidence for the stated time of an act. */
	decides?: Evidence;
	/** The decision that accepted the evidence for this act's stated time. Never folded, only found (evidence.ts). */
	evidence?: Evidence;
	/** A reply without the consent of the head of the working body. */
	unapproved?: true;
	/** A reply with conditions that the catalogue does not list, as its platform says. */
	outsideConditions?: true;
	/** When a reply was sent to the demander. */
	dispatchedAt?: Instant;
	/** When the demander found what a correction request is about. */
	discoveredAt?: Instant;
	/** When a change or termination of a service takes effect. */
	effectiveAt?: Instant;
	/** A filing without consultation of the demander. */
	notConsulted?: true;
	/** When a batch arrived; absent: it has not. */
	arrivedAt?: Instant;
	/** A batch with fewer rows than agreed; a use record of which a part is missing. */
	incomplete?: true;
	/** An incident for which the provider, not the demander, is responsible. */
	ofProvider?: true;
	/** What a 正当理由 says: under which clock (null: under every one that can be excused), and whether it was accepted. */
	plea?: Plea;
};

/** A justification claimed or decided. */
type Plea = { clock: string | null; accepted: boolean };

/** A decision on the evidence for the stated time of an act. */
type Evidence = {
	/** Key of the act. */
	of: string;
	accepted: boolean;
	/** Where it stands in the ledger. */
	seq: number;
	/** Who decided: title and account. */
	officer?: string;
	document?: string;
};

/** Identity of an event as one text: source and id. */
export function keyOf(source: number, id: string): string {
	return `${source}:${id}`;
}

/** Reduces an event to its fact; null for one that is of no case. */
export function toFact(event: LedgerEvent): Fact | null {
	const { type, subject, data } = event;
	const telling = tellings.get(type);
	if (telling === undefined) return null;
	const fact = blank(event, subject === null ? '' : lineOfSubject(subject), telling.receipt);
	const { counterparty, region, catalogue, global_case } = data;
	if (counterparty) fact.counterparty = counterparty;
	if (type === 'justification.submitted' || type === 'justification.decided') return { ...fact, plea: pleaOf(event) };
	if (region) fact.region = region;
	if (catalogue) fact.catalogue = catalogue;
	if (global_case) fact.global = global_case;
	telling.details?.(fact, data);
	telling.dutyDetails?.(fact, data);
	if (type === 'evidence.decided') fact.decides = decisionOf(event);
	return fact;
}

type Data = Record<string, unknown>;

const addDetails = byType<Details>({
	'request.received': (fact, { sharing, signed_at, precheck_at }) => {
		fact.sharing = sharing as Fact['sharing'];
		const [signedAt, precheckAt] = [instantOf(signed_at), instantOf(precheck_at)];
		if (signedAt !== null) fact.signedAt = signedAt;
		if (precheckAt !== null) fact.precheckAt = precheckAt;
	},
	'request.replied': addReply,
	'request.material_notice': (fact, { missing_items }) => {
		if (Array.isArray(missing_items) && missing_items.length > 0) fact.itemised = true;
	},
	'request.extension_decided': (fact, { granted, granted_wd }) => {
		if (granted === true) fact.granted = Number(granted_wd ?? 0);
	},
	'catalogue.extended': (fact, { granted_wd }) => {
		fact.granted = Number(granted_wd);
	},
	'request.transferred': (fact, { to_dept }) => {
		if (to_dept) fact.transferredTo = String(to_dept);
	},
	'delivery.rejected': (fact, { reason }) => {
		if (isText(reason)) fact.reasoned = true;
	},
	'delivery.rejection_decided': (fact, { upheld }) => {
		fact.upheld = upheld === true;
	},
	'correction.fed_back': (fact, { result }) => {
		if (result === 'deferred') fact.deferred = true;
	},
	'catalogue.triggered': (fact, { trigger_date, found_by }) => {
		if (trigger_date) fact.on = trigger_date as Day;
		if (found_by === 'authority' || found_by === 'A') fact.foundByAuthority = true;
	},
	'catalogue.submitted': (fact, { authority, initial }) => {
		if (authority) fact.authority = String(authority);
		if (initial === true) fact.initial = true;
	},
	'use.recorded': (fact, { retained_until }) => {
		if (retained_until) fact.on = retained_until as Day;
	},
	'complaint.received': (fact, { due_at }) => {
		const promised = instantOf(due_at);
		if (due_at === null) fact.dueAt = null;
		else if (promised !== null) fact.dueAt = promised;
	},
});

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

/** How an act of each type is told: in one place, as it is looked into for every event. */
const tellings: ReadonlyMap<EventType, Telling> = new Map(
	eventTypes.filter(isInCase).map(type => [
		type,
		{
			receipt: receipts.has(type) ? true : undefined,
			details: addDetails.get(type),
			dutyDetails: dutyDetails.get(type),
		},
	]),
);

type Telling = { receipt: true | undefined; details?: Details; dutyDetails?: Details };
type Details = (fact: Fact, data: Data) => void;

/** `platform` is the id of the source, as text. */
function decisionOf({ seq, data }: LedgerEvent): Evidence {
	const { officer, officer_title: title, document } = data;
	const decision: Evidence = { of: `${data.platform}:${data.event}`, accepted: data.accepted === true, seq };
	if (isText(officer)) decision.officer = isText(title) ? `${title}（${officer}）` : String(officer);
	if (isText(document)) decision.document = String(document);
	return decision;
}

function pleaOf({ data }: LedgerEvent): Plea {
	return { clock: isText(data.clock) ? String(data.clock) : null, accepted: data.accepted === true };
}

function addReply(fact: Fact, data: Data): void {
	fact.outcome = data.outcome as Fact['outcome'];
	const code = data.reason_code === undefined || data.reason_code === null ? '' : String(data.reason_code).trim();
	if (isText(data.reason) || (code !== '' && code !== '4')) fact.reasoned = true;
	if (fact.outcome === 'refuse' && code === '6') fact.forMaterials = true;
	if (Array.isArray(data.agreed_lines)) fact.agreedLines = data.agreed_lines.map(String);
}

/** A time given as text; null where none was, or none that can be read. */
function instantOf(value: unknown): Instant | null {
	const read = typeof value === 'string' ? readTime('', value) : null;
	return read !== null && 'at' in read ? read.at : null;
}

function isText(value: unknown): boolean {
	return typeof value === 'string' && value.trim() !== '';
}
