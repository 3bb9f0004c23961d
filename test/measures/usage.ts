import type { ShareEvent } from '#analytics/cases/event.ts';
import { act, authority, civil, court, hrss, registered } from '#test/store/acts.ts';

/** Events of the tests on use and safeguards: the civil affairs bureau uses what the HRSS bureau provides. */

/** The bodies of these tests. */
export const bodies: ShareEvent[] = [
	registered(hrss, '市人力社保局'),
	registered(civil, '市民政局'),
	registered(court, '市中级人民法院'),
	registered(authority, '市数据局', '2020-01-01', { kind: 'authority' }),
];

type More = Record<string, unknown> & { id?: string; when?: string };
let serial = 0;
const nth = (name: string) => `${name} ${++serial}`;

/** The HRSS bureau has provided a service. */
export function provided(on: string, service = 'S1', more: More = {}): ShareEvent {
	const subject = `SQ-${service}-${String(more.counterparty ?? civil)}`;
	return act('delivery.provided', subject, on, {
		id: nth('provided'),
		counterparty: civil,
		service_id: service,
		method: 'api',
		...more,
	});
}

/** The provider's daily report of a service that the civil affairs bureau called. */
export function called(date: string, calls: number, more: More = {}): ShareEvent {
	return act('service.daily', null, date, {
		...{ id: nth('daily'), counterparty: civil, service_id: 'S1', date, calls, failures: 0, rows: calls * 2 },
		...more,
	});
}

/** The civil affairs bureau says whether it uses a service. */
export function status(on: string, said: string, more: More = {}): ShareEvent {
	return act('use.status', null, on, { id: nth('status'), department: civil, service_id: 'S1', status: said, ...more });
}

/** It says what came of it. */
export function effect(on: string, more: More = {}): ShareEvent {
	return act('use.effect', null, on, { id: nth('effect'), department: civil, service_id: 'S1', ...more });
}

/** A whole record of use of a quarter, kept for three years. */
export function record(on: string, more: More = {}): ShareEvent {
	const parts = { scene: true, process: true, effect: true, storage: true, destruction: true };
	const kept = `${Number(on.slice(0, 4)) + 3}-12-31`;
	const id = nth('record');
	return act('use.recorded', `SY-${id}`, on, {
		id,
		department: civil,
		service_id: 'S1',
		...parts,
		retained_until: kept,
		...more,
	});
}

/** The authority looked at records of the civil affairs bureau. */
export function inspected(on: string, sampled: number, gaps: number, more: More = {}): ShareEvent {
	return act('use.inspected', null, on, {
		id: nth('inspected'),
		department: authority,
		counterparty: civil,
		sampled,
		gaps,
		...more,
	});
}

/** An act of the authority on a right of the civil affairs bureau. */
export function right(type: 'suspended' | 'resumed' | 'terminated', on: string, more: More = {}): ShareEvent {
	return act(`service.${type}`, null, on, {
		id: nth(type),
		department: authority,
		counterparty: civil,
		service_id: 'S1',
		...more,
	});
}

/** A safeguard of the civil affairs bureau. */
export function safeguard(on: string, item: string, said: string, more: More = {}): ShareEvent {
	return act('security.safeguard', null, on, { id: nth('safeguard'), department: civil, item, status: said, ...more });
}

/** The authority has decided on a finding against the civil affairs bureau. */
export function found(
	on: string,
	item: string,
	decision = 'confirmed',
	more: More & { subject?: string } = {},
): ShareEvent {
	const { subject = null, ...data } = more;
	return act('finding.decided', subject, on, {
		id: nth('found'),
		department: authority,
		counterparty: civil,
		item,
		decision,
		...data,
	});
}
