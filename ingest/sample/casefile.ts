import { writeTime } from '#analytics/cases/times.ts';
import type { EventType } from '#analytics/cases/vocabulary.ts';
import { type Day, type Instant, startOf } from '#analytics/law/day.ts';
import type { Organisation } from './city.ts';
import type { Dice } from './random.ts';

/** A CloudEvent of the sample, as the platform serves it. The planted faults are not valid, hence the loose fields. */
export type SampleEvent = {
	specversion: string;
	id: string;
	source: string;
	type: string;
	time: string;
	recordedtime: string;
	subject?: string;
	datacontenttype: string;
	dataschema: string;
	data: Record<string, unknown>;
};

/** One row of a platform: the event, and the instant from which the platform hands it out (normally its `recordedtime`). */
export type Row = { platform: string; at: Instant; event: SampleEvent };

type More = {
	line?: string;
	/** When the platform wrote it; default: when it happened. */
	recorded?: Instant;
	/** Platform that reports this act; default: the case's own. */
	platform?: string;
	counterparty?: Organisation;
	data?: Record<string, unknown>;
};

/** The acts of one case, written down in any order; `rows` grows with each. */
export type Casefile = {
	id: string;
	rows: Row[];
	/** Writes one act of `by`; returns the event's id. */
	tell(type: EventType, at: Instant, by: Organisation, more?: More): string;
};

/** Opens the file of a case. Event ids are the case number and a running number; '' as case number: acts that belong to no case. */
export function casefile(platform: string, id: string, prefix = id): Casefile {
	const rows: Row[] = [];
	return {
		id,
		rows,
		tell: (type, at, by, more = {}) => {
			const event = `${prefix}-${String(rows.length + 1).padStart(2, '0')}`;
			rows.push(written(event, id, platform, type, at, by, more));
			return event;
		},
	};
}

function written(
	id: string,
	caseId: string,
	own: string,
	type: EventType,
	at: Instant,
	by: Organisation,
	more: More,
): Row {
	const platform = more.platform ?? own;
	const recorded = more.recorded ?? at + 1000 * (2 + (id.length % 7));
	const subject = more.line ? `${caseId}/${more.line}` : caseId;
	const event: SampleEvent = {
		specversion: '1.0',
		id,
		source: `/platforms/${platform}`,
		type,
		time: writeTime(whole(at)),
		recordedtime: writeTime(whole(recorded)),
		...(subject ? { subject } : {}),
		datacontenttype: 'application/json',
		dataschema: 'urn:shudu:event:1',
		data: {
			department: by.code,
			department_name: by.name,
			region: by.region,
			...(more.counterparty ? { counterparty: more.counterparty.code } : {}),
			...more.data,
		},
	};
	return { platform, at: whole(recorded), event };
}

/** A time of day, `clock(day, 16, 40)` = 16:40 in Asia/Shanghai. */
export function clock(on: Day, hour: number, minute = 0): Instant {
	return startOf(on) + (hour * 60 + minute) * 60_000;
}

/** Some moment of office hours, 08:40 to 17:20. */
export function officeTime(die: Dice, on: Day): Instant {
	return startOf(on) + die.int(31_200, 62_400) * 1000;
}

/** Platforms write whole seconds. */
function whole(at: Instant): Instant {
	return Math.floor(at / 1000) * 1000;
}
