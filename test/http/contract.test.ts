import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDataDir, lastLine, type Running, shudu, startHouse } from '#test/house.ts';

const off = { SHUDU_SAMPLE: 'off', TODAY: '2026-03-20' };
const HRSS = '11330100002489559B';
let house: Running;
let push: string;
let personal: string;

beforeAll(async () => {
	const dataDir = emptyDataDir();
	const config = join(dataDir, 'hrss.json');
	writeFileSync(
		config,
		JSON.stringify({ code: '330100-hrss', name: '市人力社保局平台', region: '330100', connect: { kind: 'push' } }),
	);
	push = lastLine(await shudu(dataDir, ['source', 'add', config], off));
	await shudu(dataDir, ['user', 'add', 'wang', '--role', 'supervisor'], off);
	house = await startHouse(off, dataDir);
	personal = lastLine(await house.shudu('token', 'create', '--user', 'wang'));
});
afterAll(() => house?.remove());

const event = (id: string, type: string, time: string, data: object, subject = 'SQ20260211-0042/1') => ({
	specversion: '1.0',
	id,
	source: '/platforms/330100-hrss',
	type,
	time,
	subject,
	datacontenttype: 'application/json',
	data: { department: HRSS, department_name: '市人力社保局', region: '330100', ...data },
});
const received = event('E1', 'request.received', '2026-02-11T09:00:00+08:00', { sharing: 'conditional' });
const replied = event('E2', 'request.replied', '2026-03-03T16:40:00+08:00', {
	outcome: 'refuse',
	reason_code: '1',
	reason: '法律规定不得提供',
});

async function send(body: string, contentType: string, token = push) {
	const response = await fetch(`${house.url}/api/v1/events`, {
		method: 'POST',
		headers: { authorization: `Bearer ${token}`, 'content-type': contentType },
		body,
	});
	return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function read(path: string, headers: Record<string, string> = { authorization: `Bearer ${personal}` }) {
	const response = await fetch(`${house.url}${path}`, { headers, redirect: 'manual' });
	return { status: response.status, text: await response.text(), type: response.headers.get('content-type') ?? '' };
}

describe('报送接口', () => {
	test('单个事件、成批事件、逐行事件都接收，重复的不再入账', async () => {
		const one = await send(JSON.stringify(received), 'application/cloudevents+json');
		expect(one).toEqual({ status: 200, body: { accepted: 1, duplicates: 0, rejected: [], seq: 1 } });
		const batch = await send(JSON.stringify([received, replied]), 'application/cloudevents-batch+json');
		expect(batch.body).toEqual({ accepted: 1, duplicates: 1, rejected: [], seq: 2 });
		const lines = await send(`${JSON.stringify(received)}\n${JSON.stringify(replied)}\n`, 'application/x-ndjson');
		expect(lines.body).toEqual({ accepted: 0, duplicates: 2, rejected: [], seq: 2 });
	});

	test('一条坏事件不挡旁边的事件，拒收带位置、编号和理由', async () => {
		const bad = { ...event('E3', 'request.received', '2026-03-18T09:00:00', { sharing: 'conditional' }, 'SQ-9/1') };
		const good = event('E4', 'request.received', '2026-03-18T09:00:00+08:00', { sharing: 'unconditional' }, 'SQ-10/1');
		const { status, body } = await send(JSON.stringify([bad, good]), 'application/cloudevents-batch+json');
		expect(status).toBe(200);
		expect(body).toMatchObject({
			accepted: 1,
			duplicates: 0,
			rejected: [{ index: 0, id: 'E3', code: 'time_without_offset' }],
		});
		const page = JSON.parse((await read('/api/v1/rejects')).text) as { rejects: { raw: string }[] };
		expect(page.rejects[0]?.raw).toContain('"E3"');
	});

	test('同一编号、不同内容：拒收，原事件不变', async () => {
		const other = { ...replied, data: { ...replied.data, reason: '另一个理由' } };
		const { body } = await send(JSON.stringify(other), 'application/cloudevents+json');
		expect(body).toMatchObject({ accepted: 0, rejected: [{ index: 0, id: 'E2', code: 'id_conflict' }] });
	});

	test.each([
		['不是 JSON', '{"a":', 'application/cloudevents+json', 400],
		['空内容', '', 'application/cloudevents+json', 400],
		['不支持的格式', '<a/>', 'text/xml', 415],
		['过大', `[${'"x",'.repeat(5_000_000)}1]`, 'application/cloudevents-batch+json', 413],
	])('%s：明确的答复，账本不动', async (_, body, contentType, status) => {
		const before = JSON.parse((await read('/api/v1/overdue')).text).known;
		const answer = await send(body, contentType);
		expect(answer.status).toBe(status);
		expect(answer.body.message).toMatch(/[一-鿿]/);
		expect(JSON.parse((await read('/api/v1/overdue')).text).known).toBe(before);
	});

	test('没有令牌或令牌不对：401', async () => {
		expect((await send(JSON.stringify(received), 'application/cloudevents+json', 'x')).status).toBe(401);
	});
});

describe('读取接口', () => {
	test.each([
		'/api/v1/clocks',
		'/api/v1/due?clock=delivery&from=2026-09-16',
		'/api/v1/calendars',
		'/api/v1/schema',
		'/api/openapi.json',
		'/healthz',
		'/readyz',
		'/login',
	])('%s 对任何人公开', async path => {
		expect((await read(path, {})).status).toBe(200);
	});

	test.each([
		'/api/v1/league',
		'/api/v1/overdue',
		'/api/v1/cases/SQ20260211-0042',
		`/api/v1/departments/${HRSS}`,
		'/api/v1/sources',
		'/api/v1/rejects',
		'/api/v1/measures/league',
		'/metrics',
	])('%s 须登录或个人令牌', async path => {
		expect((await read(path, {})).status).toBe(401);
		expect((await read(path)).status).toBe(200);
	});

	test.each([
		'/',
		'/league',
		'/overdue',
		'/matters',
		'/timeliness',
		'/departments',
		'/calendars',
		'/calendars/2026',
		'/calendars/log',
		'/calendars/import',
		'/sources',
		'/rejects',
		'/matters.csv',
		'/league.csv',
		'/timeliness.csv',
		'/no-such-page',
	])('%s 把未登录的人带到登录页', async path => {
		expect((await read(path, { 'user-agent': 'Mozilla/5.0' })).status).toBe(302);
	});

	test('到期日试算：第二十二条，2026年9月16日起20个工作日', async () => {
		const answer = JSON.parse((await read('/api/v1/due?clock=delivery&from=2026-09-16', {})).text);
		expect(answer).toMatchObject({ due: '2026-10-20', provisional: false, article: '第二十二条第一款' });
		expect(
			answer.steps.filter((step: { kind: string }) => step.kind === 'count' || step.kind === 'due').length,
		).toBeGreaterThanOrEqual(20);
		expect((await read('/api/v1/due?clock=delivery&from=2026-09-16&extended=5', {})).status).toBe(400);
	});

	test('指标：JSON 带截至日、所知与完整性，CSV 与之一致', async () => {
		const path = '/api/v1/measures/league?period=2026-Q1';
		const json = JSON.parse((await read(path)).text);
		expect(json).toMatchObject({ as_of: '2026-03-20', coverage: {}, measure: 'league' });
		expect(json.known).toBeGreaterThan(0);
		const due = json.rows.find(
			(row: { clock: string; department: string }) => row.clock === 'reply.conditional' && row.department === HRSS,
		);
		expect(due).toMatchObject({ due: 1, on_time: 1, rate: 1 });
		const csv = await read(path, { authorization: `Bearer ${personal}`, accept: 'text/csv' });
		expect(csv.type).toContain('text/csv');
		expect(csv.text.trim().split('\r\n')).toHaveLength(json.rows.length + 1);
		const told = JSON.parse((await read('/api/v1/measures/indicators?period=2026-Q1&indicator=T2')).text);
		expect(told.definitions).toEqual({
			T2: expect.objectContaining({ name: '有条件共享申请按时答复率', definition: expect.stringContaining('÷') }),
		});
		const file = await read('/api/v1/measures/indicators?period=2026-Q1&indicator=T2', {
			...{ authorization: `Bearer ${personal}`, accept: 'text/csv' },
		});
		expect(file.text).toContain(told.definitions.T2.definition);
	});

	test('案件：事件、时限与计时说明', async () => {
		const found = JSON.parse((await read('/api/v1/cases/SQ20260211-0042')).text);
		expect(JSON.stringify(found)).toContain('2026-03-03');
		expect((await read('/api/v1/cases/NO-SUCH')).status).toBe(404);
	});

	test.each([
		['/matters.csv?size=abc'],
		['/league.csv?by=nobody'],
		['/timeliness.csv?clock=nobody'],
		['/api/v1/measures/matters?due_from=2026-02-31'],
		['/api/v1/measures/matters?sort=drop'],
		['/api/v1/measures/matters?clock=nobody'],
		['/api/v1/measures/matters?status=nobody'],
		['/api/v1/measures/matters?size=10'],
		['/api/v1/measures/matters?visible=113301000024896012'],
		['/api/v1/measures/overview?from=2026-01-01'],
	])('%s：400，不给出答非所问的结果', async path => {
		const answer = await read(path);
		expect(answer.status).toBe(400);
		expect(JSON.parse(answer.text).message).toMatch(/[一-鿿]/);
	});

	test.each([['/assets/nobody.js'], ['/api/v1/nobody']])('%s：404', async path => {
		expect((await read(path)).status).toBe(404);
	});

	test.each([['period=2026-Q5'], ['as_of=2026-02-30'], ['known=99999999']])(
		'条件写错（%s）：400，说明怎么写',
		async query => {
			const answer = await read(`/api/v1/league?${query}`);
			expect(answer.status).toBe(400);
			expect(JSON.parse(answer.text).message).toMatch(/[一-鿿]/);
		},
	);
});

describe('命令行', () => {
	test('服务器在运行时也能用', async () => {
		expect(await house.shudu('source', 'list')).toContain('330100-hrss');
		expect(lastLine(await house.shudu('due', 'reply.conditional', '2026-02-11'))).toBe('2026-03-03');
		expect(lastLine(await house.shudu('verify'))).toBe('校验通过');
		expect(JSON.parse(await house.shudu('source', 'list', '--json'))).toHaveLength(2);
	});
	test('不认识的命令：退出码 2，列出用法', async () => {
		await expect(house.shudu('fly')).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('用法') });
	});
});
