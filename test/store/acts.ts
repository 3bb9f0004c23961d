import type { EventData, ShareEvent } from '#analytics/cases/event.ts';
import type { EventType } from '#analytics/cases/vocabulary.ts';
import { type Instant, startOf, toDay } from '#analytics/law/day.ts';

/** Bodies of the tests, by credit code. */
export const hrss = '11330100002489559B';
export const civil = '113301000024896012';
export const court = '11330100MB0000001X';
export const authority = '11330100MB1234567A';

/** `2026-03-02 09:00` (or a day alone: 09:00) in Asia/Shanghai. */
export function at(text: string): Instant {
	const [day = '', time = '09:00'] = text.split(' ');
	const [hours = 0, minutes = 0] = time.split(':').map(Number);
	return startOf(toDay(day)) + (hours * 60 + minutes) * 60_000;
}

type More = Partial<Omit<EventData, 'department'>> & { department?: string; recorded?: string; id?: string };

/** One event: what happened, to which case (`SQ1/1`, or null), and when; told by the HRSS bureau unless said otherwise. */
export function act(type: EventType, subject: string | null, when: string, more: More = {}): ShareEvent {
	const { recorded = when, id = `${type}@${subject}@${when}`, department = hrss, ...data } = more;
	const occurredAt = at(when);
	return { id, type, subject, occurredAt, dayOnly: false, recordedAt: at(recorded), data: { department, ...data } };
}

/** A request received by the HRSS bureau from the civil affairs bureau. */
export function received(subject: string, when: string, more: More = {}): ShareEvent {
	return act('request.received', subject, when, { sharing: 'conditional', counterparty: civil, ...more });
}

/** The reply to it: agreed, unless `outcome` says otherwise. */
export function replied(subject: string, when: string, more: More = {}): ShareEvent {
	return act('request.replied', subject, when, { outcome: 'agree', counterparty: civil, ...more });
}

/** An entry of the register of organisations, in force from a day on. */
export function registered(
	code: string,
	name: string,
	effective = '2020-01-01',
	more: Record<string, unknown> = {},
): ShareEvent {
	return act('organisation.changed', null, effective, {
		id: `establish ${code} ${effective}`,
		department: authority,
		kind: 'establish',
		to: [{ code, name, ...more }],
		effective,
	});
}
