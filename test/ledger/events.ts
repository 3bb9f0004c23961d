import type { ShareEvent } from '#analytics/cases/event.ts';
import type { Batch } from '#analytics/ledger/ledger.ts';

/** A plain event; `changes` replace fields. */
export function event(id: string, changes: Partial<ShareEvent> = {}): ShareEvent {
	return {
		id,
		type: 'request.received',
		occurredAt: Date.parse('2026-03-03T16:40:00+08:00'),
		dayOnly: false,
		recordedAt: Date.parse('2026-03-03T16:40:12.345+08:00'),
		subject: `SQ-${id}/1`,
		data: { department: '11330100002489559B', department_name: '市人力社保局', counterparty: '113301000024896012' },
		...changes,
	};
}

/** `n` events with ids `prefix`0 … */
export function events(prefix: string, n: number): ShareEvent[] {
	return Array.from({ length: n }, (_, i) => event(`${prefix}${i}`));
}

/** A batch of one source's events without rejects; `changes` replace fields. */
export function batch(sourceId: number, list: ShareEvent[], changes: Partial<Batch> = {}): Batch {
	return {
		sourceId,
		receivedAt: Date.parse('2026-03-04T08:00:00+08:00'),
		events: list,
		rejects: [],
		mapping: null,
		...changes,
	};
}
