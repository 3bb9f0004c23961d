import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Day, dayOf } from '#analytics/law/day.ts';
import { type Row, unread } from '../row.ts';
import type { Delivery, ForeignRow, Translation } from './translation.ts';
import { pairsOf } from './xroad-pairs.ts';

const side = (name: string) => z.object({ securityServerType: z.string().regex(new RegExp(`^${name}$`, 'i')) });

/** What is read of an operational-monitoring record of either side (X-Road "Store Operational Data" schema). */
const called = {
	requestInTs: z.int().min(946_684_800_000).max(4_102_444_799_999),
	serviceXRoadInstance: z.string().optional(),
	serviceMemberClass: z.string().optional(),
	serviceMemberCode: z.string().min(1),
	serviceSubsystemCode: z.string().optional(),
	serviceCode: z.string().optional(),
	serviceVersion: z.string().optional(),
	messageId: z.string().optional(),
	xRequestId: z.string().optional(),
};

const client = side('client');
const clientCall = client.extend(called);

const record = side('producer').extend({
	...called,
	responseOutTs: z.int().optional(),
	succeeded: z.boolean(),
});

type CallRecord = z.output<typeof record>;

/** One service on one day. */
type Tally = { service: string; department: string; day: Day; calls: string[]; failures: number; durations: number[] };

/** A record as it is paired: its side, its call, and the service and day that it is counted under. */
type Told = { securityServerType: string; xRequestId?: string | undefined; key: string; at: string };

/** Calls of one service on one day that only one side tells of. */
type Missing = { client_only: number; provider_only: number };

/**
 * X-Road operational-monitoring records become one `service.daily` per service and day (Asia/Shanghai day of
 * requestInTs). Only the provider's side counts: a Client record tells of the same call a second time. A record that comes
 * twice (same message and request) is one call. Where a delivery holds records of both sides, the calls that only one side tells of
 * are told beside (`client_only`, `provider_only`); calls of which the provider's side tells nothing that day are a reject (`one_sided`).
 *
 * The event's id is the service, the day and a digest of the calls that were counted: the same records again are the
 * same event. A later delivery with more records of a day gives another event of that service and day; the latest one
 * stands for the whole day, so deliver whole days.
 */
export const xroad: Translation = { mapping: 'xroad@2', table: null, together: true, begin };

function begin({ code }: { code: string }): Delivery {
	const seen = new Set<string>();
	const tallies = new Map<string, Tally>();
	const told: Told[] = [];
	return {
		row(row) {
			if (client.safeParse(row.value).success) {
				const theirs = clientCall.safeParse(row.value);
				if (theirs.success) told.push(toldOf(theirs.data));
				return [];
			}
			const call = record.safeParse(row.value);
			if (!call.success) return [unreadable(row, call.error)];
			const key = keyOf(call.data);
			if (seen.has(key)) return [];
			seen.add(key);
			count(tallies, call.data, key);
			told.push(toldOf(call.data));
			return [];
		},
		end() {
			const missing = missingSides(told);
			const days = [...tallies].map(([at, tally]) => daily(tally, missing.get(at) ?? null, code));
			// A delivery of clients alone has no provider to miss.
			const unheard = tallies.size === 0 ? [] : [...missing].filter(([at]) => !tallies.has(at));
			return [...days, ...unheard.map(([at, { client_only }]) => oneSided(at, client_only))];
		},
	};
}

function toldOf(call: z.output<typeof clientCall>): Told {
	const { securityServerType, xRequestId } = call;
	return { securityServerType, xRequestId, key: keyOf(call), at: placeOf(call) };
}

function placeOf(call: z.output<typeof clientCall>): string {
	return `${dayOf(call.requestInTs)} ${serviceOf(call)}`;
}

/** By service and day, how many calls only one side tells of; nothing where the delivery holds one side alone. */
function missingSides(told: Told[]): Map<string, Missing> {
	const missing = new Map<string, Missing>();
	if (!told.some(({ securityServerType }) => client.safeParse({ securityServerType }).success)) return missing;
	for (const { record: one, side: of } of pairsOf(told, ({ key }) => key).orphans) {
		const sum = missing.get(one.at) ?? { client_only: 0, provider_only: 0 };
		sum[of === 'client' ? 'client_only' : 'provider_only']++;
		missing.set(one.at, sum);
	}
	return missing;
}

/** Calls of a service and day of which its provider tells nothing at all: kept in sight, and no day of use. */
function oneSided(at: string, calls: number): Row {
	const day = at.slice(0, 10);
	const service = at.slice(11);
	const message = `服务 ${service} 在 ${day} 有${calls}次调用只有调用方的记录，提供方当日没有任何记录。请核对提供方安全服务器的运行监测是否中断，补齐后重新导入整日的记录。`;
	return unread(JSON.stringify({ service, day, client_only: calls }), 'one_sided', message);
}

function unreadable({ where, raw }: ForeignRow, error: z.ZodError): Row {
	const fields = [...new Set(error.issues.map(issue => issue.path.join('.') || '记录'))].join('、');
	const message = `${where}不是可识别的 X-Road 运行监测记录：${fields} 缺失或类型不符。请核对导出文件后重新导入。`;
	return unread(raw, 'bad_record', message);
}

function keyOf(call: Pick<CallRecord, 'messageId' | 'xRequestId' | 'requestInTs'>): string {
	const parts = [call.messageId, call.xRequestId ?? call.requestInTs];
	return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}

function count(tallies: Map<string, Tally>, call: CallRecord, key: string): void {
	const service = serviceOf(call);
	const day = dayOf(call.requestInTs);
	const at = placeOf(call);
	const tally = tallies.get(at) ?? {
		service,
		department: call.serviceMemberCode,
		day,
		calls: [],
		failures: 0,
		durations: [],
	};
	tallies.set(at, tally);
	tally.calls.push(key);
	if (!call.succeeded) tally.failures++;
	if (call.responseOutTs !== undefined) tally.durations.push(call.responseOutTs - call.requestInTs);
}

/** X-Road's own notation: INSTANCE/CLASS/MEMBER/SUBSYSTEM/service/version. */
function serviceOf(call: z.output<typeof clientCall>): string {
	const {
		serviceXRoadInstance,
		serviceMemberClass,
		serviceMemberCode,
		serviceSubsystemCode,
		serviceCode,
		serviceVersion,
	} = call;
	const parts = [
		serviceXRoadInstance,
		serviceMemberClass,
		serviceMemberCode,
		serviceSubsystemCode,
		serviceCode,
		serviceVersion,
	];
	return parts.filter(part => part !== undefined && part !== '').join('/');
}

function daily(
	{ service, department, day, calls, failures, durations }: Tally,
	missing: Missing | null,
	code: string,
): Row {
	const sides = missing ? `-${missing.client_only}-${missing.provider_only}` : '';
	const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);
	const value = {
		specversion: '1.0',
		id: `xroad-${day}-${digest(service)}-${digest([...calls].sort().join())}${sides}`,
		source: `/platforms/${code}`,
		type: 'service.daily',
		time: day,
		datacontenttype: 'application/json',
		dataschema: 'urn:shudu:event:1',
		data: {
			department,
			service_id: service,
			date: day,
			calls: calls.length,
			failures,
			...median(durations),
			...missing,
		},
	};
	return { raw: JSON.stringify(value), value };
}

/** Half of the calls took at most this long, from the request's arrival to the response's departure, in milliseconds. */
function median(durations: number[]): { p50_ms?: number } {
	const sorted = durations.toSorted((a, b) => a - b);
	const middle = sorted[Math.ceil(sorted.length / 2) - 1];
	return middle === undefined ? {} : { p50_ms: middle };
}
