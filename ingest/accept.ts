import type { ShareEvent } from '#analytics/cases/event.ts';
import { readEvent, sourceCode } from '#analytics/cases/read.ts';
import { type EventType, isOwn, zhType } from '#analytics/cases/vocabulary.ts';
import type { Reject } from '#analytics/ledger/ledger.ts';
import type { Source } from '#analytics/ledger/sources.ts';
import type { Row, Unreadable } from './row.ts';
import { unstorable } from './storable.ts';

/** A delivery after the door. Every row is in exactly one of the two lists. */
export type Accepted = {
	events: ShareEvent[];
	/** For each event the position of its row in the delivery. */
	eventRows: number[];
	rejects: Reject[];
	/** For each reject the position of its row in the delivery. */
	rejectRows: number[];
};

/**
 * Parses the rows that a source delivers: each becomes an event or a visible reject, and none stands in the way of its
 * neighbours. An event that names another platform than the one delivering it is a reject (`source_mismatch`).
 */
export function accept(rows: Row[], source: Pick<Source, 'code'>): Accepted {
	const accepted: Accepted = { events: [], eventRows: [], rejects: [], rejectRows: [] };
	for (const [index, row] of rows.entries()) {
		const read = 'unreadable' in row ? { ok: false as const, ...row.unreadable } : readRow(row, source.code);
		if (read.ok) {
			accepted.events.push(read.event);
			accepted.eventRows.push(index);
		} else {
			const { code, message, eventId } = read;
			accepted.rejects.push({ raw: row.raw, code, message, eventId, ...recordOf(row) });
			accepted.rejectRows.push(index);
		}
	}
	return accepted;
}

/** The record as JSON, where the raw text is not just that. */
function recordOf({ raw, record }: Row): { record?: string } {
	if (record === undefined) return {};
	const json = JSON.stringify(record);
	return json === raw ? {} : { record: json };
}

type Read = { ok: true; event: ShareEvent } | ({ ok: false } & Unreadable);

function readRow({ raw, value }: { raw: string; value: unknown }, code: string): Read {
	const fault = unstorable(raw, value);
	if (fault) return { ok: false, ...fault, eventId: idOf(value) };
	const read = readEvent(value);
	if (!read.ok) return { ok: false, code: read.code, message: read.message, eventId: read.id };
	const named = sourceCode(value);
	if (named !== code) return { ok: false, ...mismatch(named, code), eventId: read.event.id };
	return isOwn(read.event.type) ? { ok: false, ...notTheirs(read.event.type), eventId: read.event.id } : read;
}

function notTheirs(type: EventType): { code: string; message: string } {
	const message = `“${zhType(type)}”（${type}）是主管部门的履职行为，只能在数督的页面上办理，平台不能报送。请去掉该事件。`;
	return { code: 'office_only', message };
}

function mismatch(named: string | null, code: string): { code: string; message: string } {
	const told = named === null ? '没有按 /platforms/<来源代码> 书写' : `为 /platforms/${named}`;
	return {
		code: 'source_mismatch',
		message: `事件的 source ${told}，而报送它的来源是 ${code}。请改为 /platforms/${code}，或由该平台自己报送。`,
	};
}

function idOf(value: unknown): string | null {
	const id = value !== null && typeof value === 'object' && 'id' in value ? value.id : null;
	return typeof id === 'string' ? id : null;
}
