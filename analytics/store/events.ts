import type { DuckDBConnection } from '@duckdb/node-api';
import { caseOfSubject, type LedgerEvent, lineOfSubject } from '#analytics/cases/event.ts';
import { type EventType, toEventType } from '#analytics/cases/vocabulary.ts';

/** The case an event belongs to; null where it belongs to none. */
export function caseOf(event: LedgerEvent): string | null {
	return event.subject === null ? null : caseOfSubject(event.subject);
}

/** Row of `event`; `numbers` gives the dense number of every case in the block. */
export function eventRow(event: LedgerEvent, numbers: ReadonlyMap<string, number>) {
	const { type, subject, data } = event;
	const caseId = caseOf(event);
	return {
		seq: event.seq,
		source_id: event.sourceId,
		event_id: event.id,
		type,
		case_no: caseId === null ? null : numbers.get(caseId),
		case_id: caseId,
		line: subject === null ? '' : lineOfSubject(subject),
		department: data.department,
		department_name: data.department_name,
		counterparty: data.counterparty,
		region: data.region,
		catalogue: data.catalogue,
		occurred_at: event.occurredAt,
		day_only: event.dayOnly,
		recorded_at: event.recordedAt,
		received_at: event.receivedAt,
		corrects: data.corrects,
		retracts: data.retracts,
		body: JSON.stringify({ type, subject, data }),
	};
}

/** An event read back: with its case, and what it points at. */
export type Kept = {
	event: LedgerEvent;
	caseNo: number | null;
	caseId: string | null;
	kind: 'corrects' | 'retracts' | null;
	target: string | null;
};

/** Reads events from rows of `event` with `kind` and `target` beside them, in order of `seq`. */
export async function readEvents(
	connection: DuckDBConnection,
	from: string,
	args: Record<string, string | number>,
): Promise<Kept[]> {
	const answer = await connection.runAndReadAll(
		`select seq, source_id, event_id, case_no, case_id, day_only, body, kind, target, epoch_ms(occurred_at)::double as occurred_at,
			epoch_ms(recorded_at)::double as recorded_at, epoch_ms(received_at)::double as received_at from ${from} order by seq`,
		args,
	);
	return (answer.getRowObjectsJS() as EventColumns[]).map(kept);
}

type EventColumns = {
	seq: number;
	source_id: number;
	event_id: string;
	case_no: number | null;
	case_id: string | null;
	day_only: boolean;
	body: string;
	kind: Kept['kind'];
	target: string | null;
	occurred_at: number;
	recorded_at: number;
	received_at: number;
};

function kept(row: EventColumns): Kept {
	const { type, subject, data } = JSON.parse(row.body) as { type: string } & Pick<LedgerEvent, 'subject' | 'data'>;
	const event: LedgerEvent = {
		seq: row.seq,
		sourceId: row.source_id,
		id: row.event_id,
		type: known(type),
		subject,
		data,
		occurredAt: row.occurred_at,
		dayOnly: row.day_only,
		recordedAt: row.recorded_at,
		receivedAt: row.received_at,
	};
	return { event, caseNo: row.case_no, caseId: row.case_id, kind: row.kind, target: row.target };
}

function known(name: string): EventType {
	const type = toEventType(name);
	if (type === null)
		throw new Error(
			`读模型中的事件类型“${name}”不在约定之内：请停止程序，删除读模型文件后重新启动，读模型将从账本重建。`,
		);
	return type;
}
