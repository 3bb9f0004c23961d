import { dayOf, endOf, type Instant } from '#analytics/law/day.ts';
import { bodyKind, isReportable, reportingHours } from '#analytics/law/incident.ts';
import { byType } from './event.ts';
import type { Fact } from './fact.ts';
import { readTime } from './times.ts';

type Data = Record<string, unknown>;

const HOUR = 3_600_000;
const PARTS = ['scene', 'process', 'effect', 'storage', 'destruction'];

/** What local clocks and defects of content need of an event; fields of another form than expected are left alone. */
export const dutyDetails = byType<(fact: Fact, data: Data) => void>({
	'request.replied': (fact, { approver_ok, conditions_outside_catalogue, dispatched_at }) => {
		if (approver_ok === false) fact.unapproved = true;
		if (conditions_outside_catalogue === true) fact.outsideConditions = true;
		const dispatched = momentOf(dispatched_at, 'first');
		if (dispatched !== null) fact.dispatchedAt = dispatched;
	},
	'request.extension_requested': addAuthority,
	'dispute.applied': addAuthority,
	'catalogue.designation_requested': addAuthority,
	'correction.received': (fact, { discovered_at }) => {
		const discovered = momentOf(discovered_at, 'first');
		if (discovered !== null) fact.discoveredAt = discovered;
	},
	'disposal.required': (fact, { deadline }) => {
		const limit = momentOf(deadline, 'last');
		if (limit !== null) fact.dueAt = limit;
	},
	'service.suspended': (fact, { deadline }) => {
		fact.dueAt = momentOf(deadline, 'last');
	},
	'service.changed': addEffect,
	'service.terminated': addEffect,
	'service.change_filed': (fact, { consulted }) => {
		if (consulted === false) fact.notConsulted = true;
	},
	'return.batch': (fact, { due_date, arrived_at, expected_rows, arrived_rows }) => {
		if (typeof due_date === 'string') fact.on = due_date as Fact['on'];
		const arrived = momentOf(arrived_at, 'first');
		if (arrived !== null) fact.arrivedAt = arrived;
		if (Number(arrived_rows) < Number(expected_rows)) fact.incomplete = true;
	},
	'use.recorded': (fact, data) => {
		if (PARTS.some(part => data[part] === false || data[part] === '')) fact.incomplete = true;
	},
	'security.discovered': addReport,
});

function addAuthority(fact: Fact, { authority }: Data): void {
	if (typeof authority === 'string' && authority !== '') fact.authority = authority;
}

function addEffect(fact: Fact, { effective_at }: Data): void {
	const effective = momentOf(effective_at, 'first');
	if (effective !== null) fact.effectiveAt = effective;
}

/** Hours run from the discovery; where only its day is known, from the end of that day. */
function addReport(fact: Fact, { level, body_kind, side }: Data): void {
	if (side === 'provider') fact.ofProvider = true;
	if (typeof level !== 'string' || !isReportable(level)) return;
	const { occurredAt, recordedAt, dayOnly } = fact;
	const from = dayOnly ? endOf(dayOf(occurredAt)) : Math.min(occurredAt, recordedAt);
	fact.dueAt = from + reportingHours[bodyKind(String(body_kind ?? ''))] * HOUR;
}

/** A day or an instant with offset; of a day its first moment, or the first one after it. Null for anything else. */
function momentOf(value: unknown, of: 'first' | 'last'): Instant | null {
	const read = typeof value === 'string' ? readTime('', value) : null;
	if (read === null || !('at' in read)) return null;
	return of === 'last' && read.dayOnly ? endOf(dayOf(read.at)) : read.at;
}
