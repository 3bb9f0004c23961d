import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Running, startHouse } from '#test/house.ts';
import { misbehave, type Platforms, say } from './misbehaving.ts';
import { addSource, addSupervisor, ask, type Json, look, post, push, until } from './user.ts';

const HRSS = '11330100002489559B';
const BATCH = 'application/cloudevents-batch+json';

let house: Running;
let platforms: Platforms;
let token: string;
let personal: string;

const event = (id: string, type: string, time: string, subject: string | null, data: Json = {}, more: Json = {}) => ({
	specversion: '1.0',
	id,
	source: '/platforms/hrss',
	type,
	time,
	...(subject === null ? {} : { subject }),
	data: { department: HRSS, department_name: '市人力社保局', region: '330100', ...data },
	...more,
});
const received = (id: string, subject: string, time = '2026-03-02T09:00:00+08:00', data: Json = {}) =>
	event(id, 'request.received', time, subject, { sharing: 'conditional', ...data });
const replied = (id: string, subject: string, time = '2026-03-05T09:00:00+08:00', data: Json = {}) =>
	event(id, 'request.replied', time, subject, { outcome: 'agree', ...data });

/** An event as another platform writes it; pages of such texts; a page's usual one. */
const at = (source: string, given: Json) => JSON.stringify({ ...given, source: `/platforms/${source}` });
const page = (events: string[], more = '') => `{"events":[${events.join()}]${more}}`;
const asIs = (source: string) => at(source, received(`${source}-1`, `SQ-${source}`));

beforeAll(async () => {
	platforms = await misbehave({
		healthy: (response, after) =>
			say(response, page(after === null ? [asIs('healthy')] : [], ',"next":"1","more":false')),
		e500: response => say(response, '{"error":"boom"}', 500),
		html: response => say(response, '<html><body>请登录</body></html>', 200, 'text/html'),
		empty: response => say(response, page([], ',"next":null,"more":false')),
		nothing: response => say(response, ''),
		same: response => say(response, page([asIs('same')], ',"next":"1","more":true')),
		again: response => say(response, page([asIs('again')])),
		hang: () => {},
		drip: response => void response.writeHead(200, { 'content-type': 'application/json' }).write('{"events":['),
		huge: response => say(response, page([`"${'长'.repeat(6_000_000)}"`])),
		latin: response => say(response, Buffer.from('{"events":["\xc3\x28"]}', 'latin1')),
		cut: response => {
			response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
			response.write('{"events":[');
			setTimeout(() => response.destroy(), 50);
		},
		denied: response => say(response, '{}', 401),
		moved: response => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
		list: response => say(response, '[1,2,3]'),
		rows: response => say(response, page(['null', '"行"', '{}', asIs('rows'), at('elsewhere', received('x', 'SQ-x'))])),
	});
	house = await startHouse({ SHUDU_SAMPLE: 'off', TODAY: '2026-03-20' });
	token = await addSource(house, 'hrss', { kind: 'push' });
	personal = await addSupervisor(house);
	for (const name of ['hang', 'drip', 'healthy'] as const) await addPlatform(name);
});
afterAll(async () => {
	await house?.remove();
	await platforms?.close();
});

const addPlatform = (name: string) => addSource(house, name, { kind: 'http', url: platforms.url(name), every: 1 });
const see = (path: string) => look(house.url, personal, path);

type SourceLine = { code: string; events: number; rejects: number; last_error: string | null; failures: number } & {
	last_run_at: number | null;
	last_ok_at: number | null;
};
async function sourceLine(code: string): Promise<SourceLine> {
	const { sources } = await ask<{ sources: SourceLine[] }>(house.url, personal, '/api/v1/sources');
	const found = sources.find(line => line.code === code);
	if (!found) throw new Error(`no source ${code}`);
	return found;
}
const matters = async (search: string) =>
	(await ask<{ rows: Json[] }>(house.url, personal, `/api/v1/measures/matters?search=${search}`)).rows;

describe('坏事件：拒收看得见，邻行照收', () => {
	const good = received('T', 'SQ-T');
	const rows: [string, unknown, string, string | null][] = [
		['不是对象', '行', 'wrong_shape', null],
		['空值', null, 'wrong_shape', null],
		['数组', [good], 'wrong_shape', null],
		['空对象', {}, 'missing_field', null],
		['版本不对', { ...good, id: 'b1', specversion: '0.3' }, 'wrong_shape', 'b1'],
		['没有编号', { ...good, id: undefined }, 'missing_field', null],
		['编号是数字', { ...good, id: 7 }, 'wrong_type', null],
		['没有来源', { ...good, id: 'b2', source: undefined }, 'missing_field', 'b2'],
		['别人的来源', { ...good, id: 'b3', source: '/platforms/mps' }, 'source_mismatch', 'b3'],
		['不认识的类型', { ...good, id: 'b4', type: 'request.vanished' }, 'unknown_type', 'b4'],
		['原型链上的类型', { ...good, id: 'b5', type: '__proto__' }, 'unknown_type', 'b5'],
		['没有时间', { ...good, id: 'b6', time: undefined }, 'missing_field', 'b6'],
		['时间没有时区', { ...good, id: 'b7', time: '2026-03-02T09:00:00' }, 'time_without_offset', 'b7'],
		['二月三十日', { ...good, id: 'b8', time: '2026-02-30T09:00:00+08:00' }, 'bad_time', 'b8'],
		['时间是数字', { ...good, id: 'b9', time: 1772413200 }, 'wrong_type', 'b9'],
		['远古', { ...good, id: 'b10', time: '0001-01-01T00:00:00+08:00' }, 'bad_time', 'b10'],
		['没有案号', { ...good, id: 'b11', subject: undefined }, 'subject_missing', 'b11'],
		['没有内容', { ...good, id: 'b12', data: undefined }, 'missing_field', 'b12'],
		['没有部门', { ...good, id: 'b13', data: {} }, 'bad_data', 'b13'],
		['部门是数字', { ...good, id: 'b14', data: { department: 1 } }, 'bad_data', 'b14'],
		['共享属性不在列', { ...good, id: 'b15', data: { department: HRSS, sharing: '有条件' } }, 'bad_data', 'b15'],
		['没写共享属性', { ...good, id: 'b19', data: { department: HRSS } }, 'bad_data', 'b19'],
		['含空字符', { ...good, id: 'b16', data: { department: 'a\0b' } }, 'bad_character', 'b16'],
		['半个字符', { ...good, id: 'b17', subject: 'SQ\ud800' }, 'bad_character', 'b17'],
		['过大', { ...good, id: 'b18', data: { department: HRSS, note: 'x'.repeat(1_100_000) } }, 'event_too_large', 'b18'],
	];

	test.each(rows)('%s', async (name, bad, code, id) => {
		const [before, after] = [`${name}-前`, `${name}-后`];
		const answer = await push(house.url, token, [received(before, before), bad, received(after, after)]);
		expect(answer).toMatchObject({ accepted: 2, duplicates: 0, rejected: [{ index: 1, id, code }] });
		expect(answer.rejected[0]?.message).toMatch(/[一-鿿]/);
		expect((await matters(encodeURIComponent(before))).length).toBe(1);
		expect((await matters(encodeURIComponent(after))).length).toBe(1);
		const kept = await ask<{ rejects: Json[] }>(house.url, personal, '/api/v1/rejects?source=hrss');
		expect(kept.rejects[0]).toMatchObject({ code, event_id: id, source: 'hrss' });
		const shown = await see('/rejects?source=hrss');
		expect(shown.status).toBe(200);
		expect(shown.text).toContain(answer.rejected[0]?.message);
	});

	test('拒收页上的数与来源页、指标一致，一条不少', async () => {
		const { total } = await ask<{ total: number }>(house.url, personal, '/api/v1/rejects?source=hrss');
		expect(total).toBe(rows.length);
		expect((await sourceLine('hrss')).rejects).toBe(total);
		const metrics = (await see('/metrics')).text.matchAll(/shudu_rejects\{source="hrss",code="\w+"\} (\d+)/g);
		expect([...metrics].reduce((sum, [, count]) => sum + Number(count), 0)).toBe(total);
	});
});

describe('坏报文：整批有明确答复，账本不动', () => {
	const three = JSON.stringify([received('z1', 'SQ-z1')]);
	const big = `[${JSON.stringify('x'.repeat(20 * 1024 * 1024))}]`;
	const bodies: [string, number, string, BodyInit, Record<string, string>][] = [
		['不是 JSON', 400, 'not_json', '{"id":', {}],
		['截断', 400, 'not_json', three.slice(0, -3), {}],
		['空', 400, 'not_json', '', {}],
		['不是 UTF-8', 400, 'not_utf8', Buffer.from('["\xc3\x28"]', 'latin1'), {}],
		['GBK', 415, 'unsupported_media_type', three, { 'content-type': `${BATCH}; charset=gbk` }],
		['表单', 415, 'unsupported_media_type', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }],
		['20 MB', 413, 'too_large', big, {}],
		['解压后 20 MB', 413, 'too_large', gzipSync(big), { 'content-encoding': 'gzip' }],
		['假 gzip', 400, 'bad_request', three, { 'content-encoding': 'gzip' }],
		['不认识的压缩', 415, 'bad_request', three, { 'content-encoding': 'zstd' }],
		['没有一行可读', 400, 'not_json', 'a\nb\n', { 'content-type': 'application/x-ndjson' }],
	];

	test.each(bodies)('%s：%i %s', async (_, status, code, body, headers) => {
		const { known } = await ask(house.url, personal, '/api/v1/overdue');
		const answer = await post(house.url, token, body, headers);
		expect(answer).toMatchObject({ status, body: { code, message: expect.stringMatching(/[一-鿿]/) } });
		const after = await ask(house.url, personal, '/api/v1/overdue');
		expect(after.known).toBeGreaterThanOrEqual(Number(known));
		expect(await matters('SQ-z1')).toEqual([]);
	});

	test('gzip 压缩的好报文照收', async () => {
		const body = gzipSync(JSON.stringify([received('gz', 'SQ-gz')]));
		const answer = await post(house.url, token, body, { 'content-encoding': 'gzip' });
		expect(answer).toMatchObject({ status: 200, body: { accepted: 1 } });
	});

	test('一行坏的 NDJSON 不挡旁边的行', async () => {
		const lines = [received('n1', 'SQ-n1'), 'x', received('n2', 'SQ-n2')].map(line =>
			typeof line === 'string' ? line : JSON.stringify(line),
		);
		const answer = await post(house.url, token, lines.join('\n'), { 'content-type': 'application/x-ndjson' });
		expect(answer.body).toMatchObject({ accepted: 2, rejected: [{ index: 1, code: 'not_json' }] });
	});
});

describe('读得懂而说不通：进存疑，不进任何按时率', () => {
	const DOUBTED = '11330100000000000D';
	const of = { department: DOUBTED, department_name: '市存疑局' };

	test.each([
		[
			'答复早于收到',
			'SQ-D1',
			'stop_before_start',
			[
				received('d1a', 'SQ-D1', '2026-03-10T09:00:00+08:00', of),
				replied('d1b', 'SQ-D1', '2026-03-09T09:00:00+08:00', of),
			],
		],
		['没有收到就答复', 'SQ-D2', 'start_missing', [replied('d2', 'SQ-D2', '2026-03-09T09:00:00+08:00', of)]],
	])('%s', async (_, caseId, code, events) => {
		expect(await push(house.url, token, events)).toMatchObject({ accepted: events.length, rejected: [] });
		const { rows } = await ask<{ rows: Json[] }>(house.url, personal, '/api/v1/measures/doubts');
		expect(rows.filter(row => row.case_id === caseId).map(row => row.code)).toContain(code);
		const shown = await see('/doubts');
		expect(shown.text).toContain(caseId);
		expect((await see(`/cases/${caseId}`)).status).toBe(200);
	});

	test('这个部门没有一件进入按时率', async () => {
		const league = await ask<{ rows: Json[] }>(house.url, personal, '/api/v1/measures/league?period=2026');
		const own = league.rows.filter(row => row.department === DOUBTED);
		expect(own.map(row => [row.due, row.on_time, row.overdue, row.rate])).toEqual(own.map(() => [0, 0, 0, null]));
	});
});

describe('同一事件再来', () => {
	const first = received('twice', 'SQ-twice');

	test('内容相同：算重复；内容不同：拒收并保留原事件', async () => {
		expect(await push(house.url, token, [first])).toMatchObject({ accepted: 1 });
		expect(await push(house.url, token, [first])).toMatchObject({ accepted: 0, duplicates: 1, rejected: [] });
		const other = received('twice', 'SQ-other');
		expect(await push(house.url, token, [other])).toMatchObject({
			accepted: 0,
			rejected: [{ id: 'twice', code: 'id_conflict' }],
		});
		expect((await matters('SQ-twice')).length).toBe(1);
		expect(await matters('SQ-other')).toEqual([]);
		expect((await see('/rejects?source=hrss')).text).toContain('事件编号“twice”此前已入账且内容不同');
	});

	test('倒序报送与顺序报送结果相同', async () => {
		const course = (name: string) => [
			received(`${name}-1`, name),
			event(`${name}-2`, 'request.material_notice', '2026-03-03T09:00:00+08:00', name, { items: ['用途说明'] }),
			event(`${name}-3`, 'request.material_resubmitted', '2026-03-06T09:00:00+08:00', name),
			replied(`${name}-4`, name, '2026-03-12T09:00:00+08:00'),
		];
		const straight = await push(house.url, token, course('SQ-S'));
		expect(straight).toMatchObject({ accepted: 4, rejected: [] });
		for (const one of course('SQ-R').reverse()) await push(house.url, token, [one]);
		const [s, r] = await Promise.all([matters('SQ-S'), matters('SQ-R')]);
		const bare = (rows: Json[]) => rows.map(({ case_id: _, ...rest }) => rest);
		expect(bare(r)).toEqual(bare(s));
		expect(s.map(row => [row.clock, row.status])).toContainEqual(['reply.conditional', 'met']);
	});
});

test('没有登记过的部门：照收，各处标明未识别', async () => {
	const unknown = { department: 'NOBODY-KNOWS-1', department_name: undefined };
	await push(house.url, token, [received('u1', 'SQ-u1', '2026-03-02T09:00:00+08:00', unknown)]);
	for (const path of ['/departments', '/league', '/departments/NOBODY-KNOWS-1']) {
		const { status, text } = await see(path);
		expect([path, status, text.includes('NOBODY-KNOWS-1'), text.includes('未识别')]).toEqual([path, 200, true, true]);
	}
});

describe('平台不守规矩：来源页说明是什么毛病，别的来源照常', () => {
	const faults: [string, RegExp, number, number][] = [
		['e500', /HTTP 500/, 0, 0],
		['html', /返回的是网页而不是数据/, 0, 0],
		['nothing', /不是完整的 JSON/, 0, 0],
		['same', /反复返回同一页|游标/, 1, 0],
		['huge', /超过 16 MiB/, 0, 0],
		['latin', /不是 UTF-8/, 0, 0],
		['cut', /通信中断|不是完整的 JSON/, 0, 0],
		['denied', /HTTP 401.*访问令牌/, 0, 0],
		['moved', /跳转.*HTTP 302/, 0, 0],
		['list', /没有列表“events”/, 0, 0],
	];

	test.each(faults)('%s', async (name, told, events, rejects) => {
		await addPlatform(name);
		const line = await until(
			() => sourceLine(name),
			found => found.last_error !== null && found.events === events,
			10_000,
		);
		expect(line).toMatchObject({ events, rejects, failures: 1, last_error: expect.stringMatching(told) });
		expect((await see('/sources')).text).toContain(line.last_error);
	});

	test.each([
		['empty', 0, 0],
		['again', 1, 0],
		['rows', 1, 4],
	])('%s：不算毛病', async (name, events, rejects) => {
		await addPlatform(name);
		const asked = () => platforms.asked.get(name) ?? 0;
		const line = await until(
			() => sourceLine(name),
			found => found.last_ok_at !== null && found.events === events && asked() >= 2,
			10_000,
		);
		expect(line).toMatchObject({ events, rejects, failures: 0, last_error: null });
	});

	test('一个平台一直不答复：到时限记为失败，其间别的来源照常', async () => {
		const healthy = platforms.asked.get('healthy') ?? 0;
		expect(await sourceLine('healthy')).toMatchObject({ events: 1, failures: 0 });
		for (const name of ['hang', 'drip']) {
			const line = await until(
				() => sourceLine(name),
				found => found.last_error !== null,
				30_000,
			);
			expect(line).toMatchObject({ events: 0, last_error: expect.stringMatching(/20 秒内没有答复完毕/) });
			expect((await see('/sources')).text).toContain('秒内没有答复完毕');
		}
		const asked = async () => platforms.asked.get('healthy') ?? 0;
		expect(await until(asked, count => count > healthy, 5000)).toBeGreaterThan(healthy);
	});
});

test('最后：账本完整，读模型一致', async () => {
	expect(await house.shudu('verify')).toMatch(/校验通过$/);
});
