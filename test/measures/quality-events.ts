import type { ShareEvent } from '#analytics/cases/event.ts';
import { act, civil } from '#test/store/acts.ts';

type More = Record<string, unknown>;

/** A catalogue item of the HRSS bureau with every element of 第十三条第二款, unless said otherwise. */
export function item(catalogue: string, when = '2025-12-01', more: More = {}): ShareEvent {
	const told = { sharing: 'unconditional', title: `目录${catalogue}`, ...more };
	return act('catalogue.registered', null, when, { id: `${catalogue} registered ${when}`, catalogue, ...told });
}

/** One check: rule, A of B, and what else is said. */
export const check = (rule: string, passing: unknown, checked: unknown, more: More = {}) => ({
	rule,
	passing,
	checked,
	...more,
});

/** An assessment by the national set, unless said otherwise. */
export function assessed(catalogue: string, when: string, checks: unknown, more: More = {}): ShareEvent {
	const by = { rule_set: 'GB/T 36344-2018', rule_set_version: '1', checks };
	return act('quality.assessed', null, when, { id: `${catalogue} assessed ${when}`, catalogue, ...by, ...more });
}

/** A batch of fresh data. */
export function refreshed(catalogue: string, when: string, more: More = {}): ShareEvent {
	return act('quality.refreshed', null, when, { id: `${catalogue} refreshed ${when}`, catalogue, ...more });
}

/** A correction request of the civil affairs bureau that is received, and fed back on a day, upheld or not. */
export function corrected(
	subject: string,
	from: string,
	closed: string,
	upheld: unknown,
	more: More = {},
): ShareEvent[] {
	const both = { counterparty: civil, catalogue: 'A' };
	return [
		act('correction.received', subject, from, { ...both, ...more }),
		...(upheld === null ? [] : [act('correction.verified', subject, `${closed} 08:00`, { ...both, upheld })]),
		act('correction.fed_back', subject, closed, both),
	];
}

/** The daily report of a service. */
export function daily(service_id: string, date: string, calls: number, failures: number, more: More = {}): ShareEvent {
	return act('service.daily', null, `${date} 23:50`, {
		id: `${service_id} ${date}`,
		...{ service_id, date, calls, failures, ...more },
	});
}
