import { z } from 'zod';
import { dayOf, startOf } from '#analytics/law/day.ts';
import type { EventData, ShareEvent } from './event.ts';
import { retraction } from './fields.ts';
import {
	isObject,
	kindOf,
	LONGEST,
	type Raw,
	type Refusal,
	type RefusalCode,
	refuse,
	required,
	show,
	textProblem,
	unstorable,
	wrongType,
} from './refusal.ts';
import { readTime, writeTime } from './times.ts';
import { type EventType, toEventType, vocabulary } from './vocabulary.ts';

/** What the door answers. */
export type ReadEvent =
	| { ok: true; event: ShareEvent }
	/** `message`: Chinese, names the field, what was found and the way out. `id`: the event's own id where it has one. */
	| { ok: false; code: RefusalCode; message: string; id: string | null };

/** The door: a parsed JSON value becomes a share event, or a refusal. Nothing is guessed and nothing is thrown. */
export function readEvent(raw: unknown): ReadEvent {
	if (!isObject(raw)) {
		const message = `事件应为一个 JSON 对象，收到的是${kindOf(raw)}。请按 CloudEvents 1.0 的 JSON 格式报送`;
		return { ok: false, code: 'wrong_shape', message, id: null };
	}
	const event = readEnvelope(raw);
	if (!('code' in event)) return { ok: true, event };
	const id = typeof raw.id === 'string' && raw.id !== '' ? raw.id.slice(0, LONGEST) : null;
	return { ok: false, code: event.code, message: event.message, id };
}

/** Last path segment of an event's `source`, e.g. `330100-hrss`; null where there is none. */
export function sourceCode(raw: unknown): string | null {
	if (!isObject(raw) || typeof raw.source !== 'string') return null;
	return raw.source.split('/').findLast(segment => segment !== '') ?? null;
}

/** The event as CloudEvents JSON. Reading it again gives the same event. */
export function toCloudEvent(event: ShareEvent, source: string): Record<string, unknown> {
	const written = event.dayOnly && event.recordedAt === event.occurredAt ? null : writeTime(event.recordedAt);
	return {
		specversion: '1.0',
		id: event.id,
		source: `/platforms/${source}`,
		type: event.type,
		time: event.dayOnly ? dayOf(event.occurredAt) : writeTime(event.occurredAt),
		...(written === null ? {} : { recordedtime: written }),
		...(event.subject === null ? {} : { subject: event.subject }),
		datacontenttype: 'application/json',
		dataschema: 'urn:shudu:event:1',
		data: event.data,
	};
}

/** The event's content as one string: same content, same string, whatever the order of keys. */
export function canonical(event: ShareEvent): string {
	const { id, type, occurredAt, dayOnly, recordedAt, subject, data } = event;
	return sorted([id, type, occurredAt, dayOnly, recordedAt, subject, data]);
}

function sorted(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`;
	if (!isObject(value)) return JSON.stringify(value) ?? 'null';
	const fields = Object.keys(value)
		.filter(key => value[key] !== undefined)
		.sort()
		.map(key => `${JSON.stringify(key)}:${sorted(value[key])}`);
	return `{${fields.join(',')}}`;
}

function readEnvelope(raw: Raw): ShareEvent | Refusal {
	const wrong =
		required(raw, 'specversion') ?? required(raw, 'id') ?? required(raw, 'source') ?? required(raw, 'type') ?? null;
	if (wrong !== null) return wrong;
	if (raw.specversion !== '1.0') {
		return refuse(
			'wrong_shape',
			`specversion 应为 "1.0"，收到的是 ${show(raw.specversion)}。请按 CloudEvents 1.0 报送`,
		);
	}
	const type = toEventType(String(raw.type));
	if (type === null) {
		return refuse('unknown_type', `事件类型 ${show(raw.type)} 不在约定之内。可用类型见 /api/v1/schema，请改用其中之一`);
	}
	const times = readTimes(raw);
	if ('code' in times) return times;
	const subject = readSubject(raw.subject ?? null, type);
	if (isObject(subject)) return subject as Refusal;
	const data = readData(raw.data ?? null, type);
	if (!data.ok) return data.refusal;
	return { id: String(raw.id), type, ...times, subject: subject as string | null, data: data.data };
}

function readTimes(raw: Raw): Pick<ShareEvent, 'occurredAt' | 'dayOnly' | 'recordedAt'> | Refusal {
	const wrong = required(raw, 'time');
	if (wrong !== null) return wrong;
	const time = readTime('time', String(raw.time));
	if ('code' in time) return time;
	const occurred = { occurredAt: time.at, dayOnly: time.dayOnly };
	const text = raw.recordedtime ?? null;
	if (text === null) return { ...occurred, recordedAt: time.at };
	if (typeof text !== 'string') return wrongType('recordedtime', '字符串', text);
	const recorded = readTime('recordedtime', text);
	if ('code' in recorded) return recorded;
	const sameDay = recorded.dayOnly && recorded.at === startOf(dayOf(time.at));
	return { ...occurred, recordedAt: sameDay ? time.at : recorded.at };
}

function readSubject(subject: unknown, type: EventType): string | null | Refusal {
	if (subject === null && !vocabulary[type].inCase) return null;
	if (subject !== null && typeof subject !== 'string') return wrongType('subject', '字符串', subject);
	if (subject === null || subject.trim() === '' || subject.startsWith('/')) {
		const found = subject === null ? '没有 subject' : `subject 为 ${show(subject)}`;
		return refuse(
			'subject_missing',
			`${type} 的 subject 应为办件编号，收到的事件${found}。请填写，如 SQ20260211-0042/1`,
		);
	}
	return textProblem('subject', subject) ?? subject;
}

function readData(data: unknown, type: EventType): { ok: true; data: EventData } | { ok: false; refusal: Refusal } {
	if (data === null) return { ok: false, refusal: refuse('missing_field', '缺少必填字段 data。请补上后重报') };
	if (!isObject(data)) return { ok: false, refusal: wrongType('data', 'JSON 对象', data) };
	const unkeepable = unstorable(data, 'data', 0);
	if (unkeepable !== null) return { ok: false, refusal: refuse('bad_data', unkeepable) };
	const schema = typeof data.retracts === 'string' ? retraction : vocabulary[type].data;
	const parsed = schema.safeParse(data, { error: chinese });
	if (parsed.success) return { ok: true, data: parsed.data as EventData };
	const told = parsed.error.issues.slice(0, 3).map(issue => tell(issue, data));
	return {
		ok: false,
		refusal: refuse('bad_data', `${told.join('；')}。请按 /api/v1/schema 中 ${type} 的定义修正后重报`),
	};
}

const chinese = z.locales.zhCN().localeError;

function tell(issue: { path: PropertyKey[]; message: string }, data: Raw): string {
	let found: unknown = data;
	for (const key of issue.path)
		found = isObject(found) || Array.isArray(found) ? (found as Raw)[String(key)] : undefined;
	const at = ['data', ...issue.path.map(String)].join('.');
	return `${at} ${found === undefined ? '缺失' : `为 ${show(found)}`}：${issue.message}`;
}
