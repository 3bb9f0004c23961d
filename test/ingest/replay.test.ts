import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRejects, type Rejects } from '#analytics/ledger/settle.ts';
import type { Source } from '#analytics/ledger/sources.ts';
import { importFile } from '#ingest/import.ts';
import { push } from '#ingest/push.ts';
import { replay } from '#ingest/replay.ts';
import { type House, now, openHouse, streamed, wire } from './house.ts';

let house: House;
let rejects: Rejects;
beforeAll(async () => {
	house = await openHouse();
	rejects = openRejects(house);
});
afterAll(() => house.close());

const again = async (filter: Parameters<typeof replay>[0], by = '张三') =>
	replay(filter, by, { ledger: house.ledger, rejects, sources: await house.sources.list(), now });
const states = async (source: Source) =>
	(await rejects.list({ sourceId: source.id, limit: 100, offset: 0 })).rows
		.toReversed()
		.map(({ code, state, settledBy, reason }) => [code, state, settledBy, reason]);

const imported = (source: Source, text: string, mapping: string) =>
	importFile({ stream: streamed(text), name: 'a.csv', mapping, source }, { ledger: house.ledger, now });

const HEADER = 'case_enquiry_id,open_dt,target_dt,closed_dt,closure_reason,case_title,department,source';
const dmy = (n: number, closed = '') => `${n},21/01/2022 13:47:00,,${closed},,t,BTDT,App`;

test('映射改对以后重放：成为事件的恰好入账一次，拒收记作已重放，不删除；读不出的仍在，并说明原因', async () => {
	const source = await house.source({ kind: 'import' });
	const text = [HEADER, dmy(1, '01/02/2022 10:00:00'), dmy(2), '3,只有两列', dmy(4, '昨天')].join('\n');
	expect(await imported(source, text, 'boston311')).toMatchObject({ accepted: 0, rejected: 4 });
	expect(await again({ sourceId: source.id })).toEqual({ tried: 4, replayed: 0, accepted: 0, left: 4 });

	const { id } = source;
	const mended = (await house.sources.list()).map(one => (one.id === id ? { ...one, mapping: 'boston311-dmy' } : one));
	const deps = { ledger: house.ledger, rejects, sources: mended, now };
	expect(await replay({ sourceId: id }, '张三', deps)).toEqual({ tried: 4, replayed: 2, accepted: 4, left: 2 });
	expect((await house.eventsOf(source)).map(event => event.id)).toEqual([
		'1-received',
		'1-closed',
		'2-received',
		'4-received',
	]);
	expect(await states(source)).toEqual([
		['time_format', 'replayed', '张三', 'boston311-dmy@1'],
		['time_format', 'replayed', '张三', 'boston311-dmy@1'],
		['wrong_columns', 'open', null, null],
		['time_format', 'open', null, null],
	]);
	const { rows } = await rejects.list({ sourceId: id, state: 'open', limit: 9, offset: 0 });
	expect(rows.map(row => row.tried)).toEqual([
		expect.stringContaining('列“closed_dt”的值“昨天”无法读取'),
		expect.stringContaining('由平台更正'),
	]);
	expect(await replay({ sourceId: id }, '李四', deps)).toEqual({ tried: 2, replayed: 0, accepted: 0, left: 2 });
	expect((await house.eventsOf(source)).length).toBe(4);
});

test('逐条、逐组、全部；同时重放两次，每个事件仍只入账一次', async () => {
	const source = await house.source({ kind: 'push' });
	const body = JSON.stringify([
		wire(source, 'a', { type: 'request.vanished' }),
		wire(source, 'b', { source: '/platforms/x' }),
	]);
	await push({ body, contentType: 'application/json', source }, { ledger: house.ledger, now });
	const [b, a] = (await rejects.list({ sourceId: source.id, limit: 9, offset: 0 })).rows;
	expect(await again({ ids: [a?.id ?? 0] })).toMatchObject({ tried: 1, left: 1 });
	expect(await again({ sourceId: source.id, code: 'source_mismatch' })).toMatchObject({ tried: 1, left: 1 });
	// The platform is called otherwise now: what named it wrongly then is right today.
	const sources = (await house.sources.list()).map(one => (one.id === source.id ? { ...one, code: 'x' } : one));
	const deps = { ledger: house.ledger, rejects, sources, now };
	const both = await Promise.all([
		replay({ sourceId: source.id }, '甲', deps),
		replay({ sourceId: source.id }, '乙', deps),
	]);
	expect(both.map(each => each.accepted).reduce((sum, each) => sum + each)).toBe(1);
	expect(both.map(each => each.replayed).reduce((sum, each) => sum + each)).toBe(1);
	expect((await house.eventsOf(source)).map(event => event.id)).toEqual(['b']);
	expect((await rejects.list({ ids: [b?.id ?? 0], limit: 1, offset: 0 })).rows).toMatchObject([{ state: 'replayed' }]);
});

test('编号冲突、须整日汇总的记录不能重放；不予处理写明理由和人；件数不减', async () => {
	const source = await house.source({ kind: 'push' }, 'xroad');
	await importFile(
		{ stream: streamed('[{"requestInTs":"昨天"}]'), name: 'a.json', mapping: 'xroad', source },
		{ ledger: house.ledger, now },
	);
	const one = await house.source({ kind: 'push' });
	const body = (title: string) =>
		JSON.stringify(wire(one, 'c', { data: { department: 'D', sharing: 'conditional', title } }));
	for (const title of ['甲', '乙'])
		await push({ body: body(title), contentType: 'application/json', source: one }, { ledger: house.ledger, now });
	expect(await again({ sourceId: one.id })).toMatchObject({ tried: 1, left: 1 });
	expect(await again({ sourceId: source.id })).toMatchObject({ tried: 1, left: 1 });
	const outcome = { state: 'dismissed' as const, at: now(), by: '张三', reason: '测试数据' };
	expect(await rejects.settle({ sourceId: one.id, code: 'id_conflict' }, outcome)).toBe(1);
	expect(await rejects.settle({ sourceId: one.id }, { ...outcome, by: '李四' })).toBe(0);
	expect(await states(one)).toEqual([['id_conflict', 'dismissed', '张三', '测试数据']]);
	const counts = await rejects.counts();
	expect(counts.filter(row => row.sourceId === one.id)).toEqual([
		{ sourceId: one.id, code: 'id_conflict', state: 'dismissed', count: 1 },
	]);
});

test('最近若干行中未处理拒收的比例：处理以后不再计', async () => {
	const source = await house.source({ kind: 'push' });
	const events = Array.from({ length: 8 }, (_, n) => wire(source, `s${n}`));
	const body = JSON.stringify([...events, { bad: 1 }, { bad: 2 }]);
	await push({ body, contentType: 'application/json', source }, { ledger: house.ledger, now });
	const share = async () => (await rejects.shares(1000)).find(row => row.sourceId === source.id);
	expect(await share()).toEqual({ sourceId: source.id, rows: 10, open: 2 });
	await rejects.settle({ sourceId: source.id }, { state: 'dismissed', at: now(), by: '张三', reason: '测试' });
	expect(await share()).toBeUndefined();
});
