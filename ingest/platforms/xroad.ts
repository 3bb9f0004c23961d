import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Day, dayOf } from '#analytics/law/day.ts';
import { type Row, unread } from '../row.ts';
import type { Delivery, ForeignRow, Translation } from './translation.ts';

const side = (name: string) => z.object({ securityServerType: z.string().regex(new RegExp(`^${name}$`, 'i')) });
const client = side('client');

/** What is read of a provider's operational-monitoring record (X-Road "Store Operational Data" schema). */
const record = side('producer').extend({
	requestInTs: z.int().min(946_684_800_000).max(4_102_444_799_999),
	responseOutTs: z.int().optional(),
	succeeded: z.boolean(),
	serviceXRoadInstance: z.string().optional(),
	serviceMemberClass: z.string().optional(),
	serviceMemberCode: z.string().min(1),
	serviceSubsystemCode: z.string().optional(),
	serviceCode: z.string().optional(),
	serviceVersion: z.string().optional(),
	messageId: z.string().optional(),
	xRequestId: z.string().optional(),
});

type CallRecord = z.output<typeof record>;

/** One service on one day. */
type Tally = { service: string; department: string; day: Day; calls: string[]; failures: number; durations: number[] };

/**
 * X-Road operational-monitoring records become one `service.daily` per service and day (Asia/Shanghai day of
 * requestInTs). Only the provider's side counts: a Client record tells of the same call a second time. A record that comes
 * twice (same message and request) is one call.
 *
 * The event's id is the service, the day and a digest of the calls that were counted: the same records again are the
 * same event. A later delivery with more records of a day gives another event of that service and day; the latest one
 * stands for the whole day, so deliver whole days.
 */
export const xroad: Translation = { mapping: 'xroad@1', table: null, together: true, begin };

function begin({ code }: { code: string }): Delivery {
	const seen = new Set<string>();
	const tallies = new Map<string, Tally>();
	return {
		row(row) {
			if (client.safeParse(row.value).success) return [];
			const call = record.safeParse(row.value);
			if (!call.success) return [unreadable(row, call.error)];
			const key = keyOf(call.data);
			if (seen.has(key)) return [];
			seen.add(key);
			count(tallies, call.data, key);
			return [];
		},
		end: () => [...tallies.values()].map(tally => daily(tally, code)),
	};
}

function unreadable({ where, raw }: ForeignRow, error: z.ZodError): Row {
	const fields = [...new Set(error.issues.map(issue => issue.path.join('.') || '记录'))].join('、');
	const message = `${where}不是可识别的 X-Road 运行监测记录：${fields} 缺失或类型不符。请核对导出文件后重新导入。`;
	return unread(raw, 'bad_record', message);
}

function keyOf(call: CallRecord): string {
	const parts = [call.messageId, call.xRequestId ?? call.requestInTs];
	return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}

function count(tallies: Map<string, Tally>, call: CallRecord, key: string): void {
	const service = serviceOf(call);
	const day = dayOf(call.requestInTs);
	const at = `${day} ${service}`;
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
function serviceOf(call: CallRecord): string {
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

function daily({ service, department, day, calls, failures, durations }: Tally, code: string): Row {
	const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);
	const value = {
		specversion: '1.0',
		id: `xroad-${day}-${digest(service)}-${digest([...calls].sort().join())}`,
		source: `/platforms/${code}`,
		type: 'service.daily',
		time: day,
		datacontenttype: 'application/json',
		dataschema: 'urn:shudu:event:1',
		data: { department, service_id: service, date: day, calls: calls.length, failures, ...median(durations) },
	};
	return { raw: JSON.stringify(value), value };
}

/** Half of the calls took at most this long, from the request's arrival to the response's departure, in milliseconds. */
function median(durations: number[]): { p50_ms?: number } {
	const sorted = durations.toSorted((a, b) => a - b);
	const middle = sorted[Math.ceil(sorted.length / 2) - 1];
	return middle === undefined ? {} : { p50_ms: middle };
}
