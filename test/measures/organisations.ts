import type { ShareEvent } from '#analytics/cases/event.ts';
import { act, authority, received, replied } from '#test/store/acts.ts';

type Named = [code: string, name?: string, more?: Record<string, unknown>];
type More = Record<string, unknown> & { id?: string; when?: string };

/** A change of organisation, registered on its effective day unless `when` says otherwise; bodies are called after their code. */
export function changed(kind: string, effective: string, from: string[], to: Named[], more: More = {}): ShareEvent {
	const { when = effective, ...fields } = more;
	return act('organisation.changed', null, when, {
		id: `${kind} ${from.join('+')} ${effective}`,
		department: authority,
		kind,
		from,
		to: to.map(([code, name = `${code}局`, attributes = {}]) => ({ code, name, ...attributes })),
		effective,
		document: `市编发〔2026〕${Number(effective.slice(5, 7))}号`,
		...fields,
	});
}

/** A body from 2020 on, called after its code. */
export function body(code: string, more: Record<string, unknown> = {}): ShareEvent {
	return changed('establish', '2020-01-01', [], [[code, `${code}局`, more]], { id: `establish ${code}` });
}

/** It never was: takes back what another event of the register said. */
export function takenBack(event: ShareEvent, when: string): ShareEvent {
	return act('organisation.changed', null, when, { department: authority, retracts: event.id });
}

/** A conditional request to a department; refused with reason on a day where one is given. */
export function request(caseId: string, department: string, on: string, answered?: string): ShareEvent[] {
	const told = [received(caseId, on, { department })];
	if (answered !== undefined) told.push(replied(caseId, answered, { department, outcome: 'refuse', reason_code: '2' }));
	return told;
}
