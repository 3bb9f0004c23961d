import { type Instant, startOf, toDay } from '#analytics/law/day.ts';
import type { Row } from './casefile.ts';

/** A shared service that a body was given, and by which case. */
export type Holding = {
	demander: string;
	provider: string;
	service: string;
	catalogue: string;
	caseId: string;
	from: Instant;
};

/** Who was given which service, as the telling goes on. */
export type Holdings = {
	/** Notes the deliveries among rows, of whatever day. */
	note(rows: readonly Row[]): void;
	/** What bodies, by code, had been given before an instant; each service once, in the order of services. */
	of(codes: readonly string[], before: Instant): Holding[];
	/** Those who had been given a service before an instant, in the order of their codes. */
	holders(service: string, before: Instant): Holding[];
};

/** Nothing given yet. */
export function holdings(): Holdings {
	const byDemander = new Map<string, Map<string, Holding>>();
	const byService = new Map<string, Map<string, Holding>>();
	const keep = (index: Map<string, Map<string, Holding>>, key: string, other: string, one: Holding) => {
		const kept = index.get(key) ?? new Map<string, Holding>();
		const before = kept.get(other);
		if (before === undefined || one.from < before.from) kept.set(other, one);
		index.set(key, kept);
	};
	const before = (kept: Map<string, Holding> | undefined, at: Instant, key: (one: Holding) => string) =>
		[...(kept?.values() ?? [])].filter(one => one.from < at).sort((a, b) => (key(a) < key(b) ? -1 : 1));
	return {
		note(rows) {
			for (const row of rows) {
				const one = holdingOf(row);
				if (one === null) continue;
				keep(byDemander, one.demander, one.service, one);
				keep(byService, one.service, one.demander, one);
			}
		},
		of: (codes, at) => {
			const all = codes.flatMap(code => before(byDemander.get(code), at, one => one.service));
			return [...new Map(all.map(one => [one.service, one])).values()];
		},
		holders: (service, at) => before(byService.get(service), at, one => one.demander),
	};
}

function holdingOf({ event }: Row): Holding | null {
	const { counterparty, service_id, department, catalogue } = event.data;
	if (event.type !== 'delivery.provided' || typeof counterparty !== 'string' || typeof service_id !== 'string')
		return null;
	const from = event.time.length === 10 ? startOf(toDay(event.time)) : Date.parse(event.time);
	if (Number.isNaN(from)) return null;
	const named = { demander: counterparty, provider: String(department), catalogue: String(catalogue) };
	return { ...named, service: service_id, caseId: event.subject ?? '', from };
}
