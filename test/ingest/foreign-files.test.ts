import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LedgerEvent } from '#analytics/cases/event.ts';
import type { Source } from '#analytics/ledger/sources.ts';
import { importFile } from '#ingest/import.ts';
import { type House, now, openHouse, shared, streamed } from './house.ts';

let house: House;
let source: Source;
beforeAll(async () => {
	house = await openHouse();
});
beforeEach(async () => {
	source = await house.source({ kind: 'import' });
});
afterAll(() => house.close());

const run = (path: string, mapping: string) => importFile({ path, mapping, source }, { ledger: house.ledger, now });

const boston = shared('boston311/boston311-100.csv');
const content = ({ id, type, occurredAt, subject, data }: LedgerEvent) => ({ id, type, occurredAt, subject, data });

describe.skipIf(boston.absent)('波士顿 311：每行一件', () => {
	test('每行都有受理事件，结案的有办结事件，期限与文件一致；日月年格式和 JSONL 给出同样的事件', async () => {
		expect(await run(boston.path, 'boston311')).toEqual({ rows: 100, accepted: 185, duplicates: 0, rejected: 0 });
		const events = (await house.eventsOf(source)).map(content);
		const received = events.filter(event => event.type === 'complaint.received');
		expect([received.length, received.filter(event => event.data.due_at === null).length]).toEqual([100, 11]);
		expect(events[0]).toMatchObject({
			id: '101004143000-received',
			subject: '101004143000',
			occurredAt: Date.parse('2022-01-21T18:47:00Z'),
			data: {
				department: 'BTDT',
				department_name: '波士顿交通局',
				title: 'BTDT: Complaint',
				due_at: '2022-02-04T13:47:30.000-05:00',
			},
		});
		const sameOf = async (path: string, mapping: string) => {
			source = await house.source({ kind: 'import' });
			await run(path, mapping);
			return (await house.eventsOf(source)).map(content);
		};
		expect(await sameOf(shared('boston311/boston311-dmy-100.csv').path, 'boston311-dmy')).toEqual(events);
		expect(await sameOf(shared('boston311/boston311-100.jsonl').path, 'boston311')).toEqual(events);
	});

	test('日月年文件用年月日映射：一行也不猜，全部拒收', async () => {
		const done = await run(shared('boston311/boston311-dmy-100.csv').path, 'boston311');
		expect(done).toMatchObject({ rows: 100, accepted: 0 });
		expect(done.rejected).toBe(100);
	});
});

const xroad = shared('xroad/corrector');
describe.skipIf(xroad.absent)('X-Road 运行监测记录', () => {
	const files = xroad.absent ? [] : readdirSync(xroad.path).filter(name => name.startsWith('raw_'));

	const placeOf = (call: Record<string, unknown>): string => {
		const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Number(call.requestInTs));
		const service = [
			call.serviceXRoadInstance,
			call.serviceMemberClass,
			call.serviceMemberCode,
			call.serviceSubsystemCode,
			call.serviceCode,
		]
			.filter(Boolean)
			.join('/');
		return `${day} ${service}`;
	};

	test.each(files)('%s：每项服务每天的次数等于去重后逐条相数', async name => {
		const records = JSON.parse(readFileSync(join(xroad.path, name), 'utf8')) as Record<string, unknown>[];
		const calls = new Map(
			records
				.filter(each => String(each.securityServerType).toLowerCase() === 'producer')
				.map(each => [`${each.messageId} ${each.xRequestId}`, each]),
		);
		const counted: Record<string, number[]> = {};
		for (const call of calls.values()) {
			const [total = 0, failed = 0] = counted[placeOf(call)] ?? [];
			counted[placeOf(call)] = [total + 1, failed + (call.succeeded ? 0 : 1)];
		}
		const callOf = (each: Record<string, unknown>) => each.xRequestId ?? `${each.messageId} ${each.requestInTs}`;
		const answered = new Set([...calls.values()].map(callOf));
		const unheard = records
			.filter(each => String(each.securityServerType).toLowerCase() === 'client')
			.filter(each => each.serviceMemberCode && !answered.has(callOf(each)))
			.map(placeOf)
			.filter(place => calls.size > 0 && !counted[place]);
		expect(await run(join(xroad.path, name), 'xroad')).toEqual({
			rows: records.length,
			accepted: Object.keys(counted).length,
			duplicates: 0,
			rejected: new Set(unheard).size,
		});
		const events = await house.eventsOf(source);
		expect(
			Object.fromEntries(events.map(({ data }) => [`${data.date} ${data.service_id}`, [data.calls, data.failures]])),
		).toEqual(counted);
		expect(await run(join(xroad.path, name), 'xroad')).toMatchObject({ accepted: 0, duplicates: events.length });
	});
});

test('X-Road：重复记录算一次，客户端一侧不重复计，缺一侧的另列，坏记录被拒收，顺序无关', async () => {
	const record = (messageId: string, changes = {}) => ({
		securityServerType: 'Producer',
		requestInTs: Date.parse('2026-03-03T23:59:59.999+08:00'),
		responseOutTs: Date.parse('2026-03-04T00:00:00.199+08:00'),
		succeeded: true,
		serviceXRoadInstance: 'CN',
		serviceMemberClass: 'GOV',
		serviceMemberCode: '11330100002489559B',
		serviceCode: 'persons',
		messageId,
		xRequestId: `x-${messageId}`,
		...changes,
	});
	const records = [
		record('a'),
		record('a', { insertTime: 2 }),
		record('a', { securityServerType: 'Client' }),
		record('b', { succeeded: false, responseOutTs: Date.parse('2026-03-04T00:00:00.999+08:00') }),
		record('c', { requestInTs: '昨天' }),
		record('d', { requestInTs: Date.parse('2026-03-04T00:00:00+08:00') }),
	];
	const imported = (list: unknown[]) =>
		importFile(
			{ stream: streamed(JSON.stringify({ records: list })), name: 'r.json', mapping: 'xroad', source },
			{ ledger: house.ledger, now },
		);
	expect(await imported(records)).toEqual({ rows: 6, accepted: 2, duplicates: 0, rejected: 1 });
	expect((await house.eventsOf(source)).map(({ data, dayOnly }) => ({ ...data, dayOnly }))).toEqual([
		{
			department: '11330100002489559B',
			service_id: 'CN/GOV/11330100002489559B/persons',
			date: '2026-03-03',
			calls: 2,
			failures: 1,
			p50_ms: 200,
			client_only: 0,
			provider_only: 1,
			dayOnly: true,
		},
		{
			department: '11330100002489559B',
			service_id: 'CN/GOV/11330100002489559B/persons',
			date: '2026-03-04',
			calls: 1,
			failures: 0,
			p50_ms: 199,
			client_only: 0,
			provider_only: 1,
			dayOnly: true,
		},
	]);
	expect(await imported(records.toReversed())).toMatchObject({ accepted: 0, duplicates: 2 });
});

test('X-Road：只有调用方的记录、提供方当日毫无记录的，列为拒收供核对，不算使用；整份只有调用方记录的不列', async () => {
	const record = (side: string, id: string, service: string) => ({
		securityServerType: side,
		requestInTs: Date.parse('2026-03-03T10:00:00+08:00'),
		succeeded: true,
		serviceMemberCode: '11330100002489559B',
		serviceCode: service,
		messageId: id,
		xRequestId: `x-${id}`,
	});
	const clients = ['a', 'b'].map(id => record('Client', id, 'silent'));
	const imported = (list: unknown[]) =>
		importFile(
			{ stream: streamed(JSON.stringify({ records: list })), name: 'r.json', mapping: 'xroad', source },
			{ ledger: house.ledger, now },
		);
	expect(await imported(clients)).toMatchObject({ accepted: 0, rejected: 0 });
	expect(await imported([...clients, record('Producer', 'c', 'heard')])).toMatchObject({ accepted: 1, rejected: 1 });
});
