import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FencedOff, type Ledger } from '#analytics/ledger/ledger.ts';
import type { Source } from '#analytics/ledger/sources.ts';
import { type PullDeps, pullOnce } from '#ingest/pull.ts';
import { type House, now, openHouse, wire } from './house.ts';
import { json, pages, platform } from './platform.ts';

let house: House;
beforeAll(async () => {
	house = await openHouse();
});
afterAll(() => house.close());

/** Claims the source and gives it one turn, as the schedule does, without giving it back in between. */
async function turn(source: Source, changes: Partial<PullDeps> = {}) {
	const claim = await house.sources.claim(Date.now(), 60_000, source.id);
	if (!claim) throw new Error('not claimed');
	const deps = { ledger: house.ledger, now, timeoutMs: 700, ...changes };
	try {
		return await pullOnce(claim.source, claim.cursor, claim.fence, deps);
	} finally {
		const outcome = { at: Date.now(), count: 0, error: null, nextRunAt: Date.now() };
		await house.sources.release(source.id, claim.fence, outcome);
	}
}

const cursorOf = async (source: Source) =>
	(await house.sources.pulls()).find(state => state.sourceId === source.id)?.cursor;

/** A source whose platform serves `count` good events in pages of `pageSize`. */
async function served(count: number, pageSize: number): Promise<{ source: Source; ids: string[]; asked: string[] }> {
	const rows: unknown[] = [];
	const { url, asked } = await platform(pages(rows));
	const source = await house.source({ kind: 'http', url, pageSize });
	const ids = Array.from({ length: count }, (_, n) => `e${n}`);
	rows.push(...ids.map(id => wire(source, id)));
	return { source, ids, asked };
}

test('一页接一页，游标随每页同一事务前进；下一轮从上次的游标接着问', async () => {
	const { source, ids, asked } = await served(25, 10);
	expect(await turn(source, { maxPages: 2 })).toMatchObject({
		pages: 2,
		accepted: 20,
		more: true,
		cursor: '20',
		fault: null,
	});
	expect(await cursorOf(source)).toBe('20');
	expect(await turn(source)).toMatchObject({ pages: 1, accepted: 5, duplicates: 0, more: false, cursor: '25' });
	expect(asked).toEqual(['/events?limit=10', '/events?after=10&limit=10', '/events?after=20&limit=10']);
	expect((await house.eventsOf(source)).map(event => event.id)).toEqual(ids);
	expect(await turn(source)).toMatchObject({ pages: 1, accepted: 0, duplicates: 0 });
});

test('页中的坏行被拒收，邻行与下一页照常', async () => {
	const rows: unknown[] = [];
	const { url } = await platform(pages(rows));
	const source = await house.source({ kind: 'http', url, pageSize: 2 });
	rows.push(wire(source, 'a'), '坏行', wire(source, 'c', { time: '昨天' }), wire(source, 'd'));
	expect(await turn(source)).toMatchObject({ pages: 2, accepted: 2, rejected: 2, fault: null });
	expect((await house.rejectsOf(source)).map(({ code, eventId }) => [code, eventId])).toEqual([
		['wrong_shape', null],
		['bad_time', 'c'],
	]);
});

test('第二页出错：第一页保留，游标停在第一页之后，修好后接着来，不重不漏', async () => {
	let broken = true;
	const rows: unknown[] = [];
	const serve = pages(rows);
	const { url } = await platform((asked, response) =>
		broken && asked.searchParams.get('after') === '2' ? json(response, {}, 500) : serve(asked, response),
	);
	const source = await house.source({ kind: 'http', url, pageSize: 2 });
	rows.push(...['a', 'b', 'c'].map(id => wire(source, id)));
	expect(await turn(source)).toMatchObject({ accepted: 2, cursor: '2', fault: { code: 'http_status' } });
	broken = false;
	expect(await turn(source)).toMatchObject({ accepted: 1, duplicates: 0, fault: null });
	expect((await house.eventsOf(source)).map(event => event.id)).toEqual(['a', 'b', 'c']);
});

test('永远是同一页、游标绕圈：报错而不空转，已读的照收', async () => {
	const same = await platform((_, response) => json(response, { events: [], next: '1', more: true }));
	expect(await turn(await house.source({ kind: 'http', url: same.url }))).toMatchObject({
		pages: 1,
		fault: { code: 'same_page' },
	});
	const circle = await platform((url, response) =>
		json(response, { events: [], next: url.searchParams.get('after') === 'a' ? 'b' : 'a', more: true }),
	);
	expect(await turn(await house.source({ kind: 'http', url: circle.url }))).toMatchObject({
		pages: 3,
		fault: { code: 'same_page' },
	});
});

test('没有游标的平台每次都给同一页：只收一次，拒收也只记一次', async () => {
	const rows: unknown[] = ['坏行'];
	const { url } = await platform((_, response) => json(response, { events: rows }));
	const source = await house.source({ kind: 'http', url });
	rows.push(wire(source, 'a'));
	await turn(source);
	expect(await turn(source)).toMatchObject({ accepted: 0, duplicates: 1, rejected: 1 });
	expect([(await house.eventsOf(source)).length, (await house.rejectsOf(source)).length]).toEqual([1, 1]);
});

test('经映射的平台：行变成事件，映射名记在账上；映射不存在时说明可用的', async () => {
	const row = {
		case_enquiry_id: 101,
		open_dt: '2022-01-21 13:47:00',
		target_dt: null,
		closed_dt: '',
		department: 'BTDT',
		source: 'x',
		case_title: 't',
	};
	const { url } = await platform((_, response) =>
		json(response, { events: [row, 'nonsense', { ...row, case_enquiry_id: 102, open_dt: '21/01/2022' }] }),
	);
	const source = await house.source({ kind: 'http', url }, 'boston311');
	expect(await turn(source)).toMatchObject({ accepted: 1, rejected: 2 });
	expect((await house.rejectsOf(source)).map(({ code, mapping }) => [code, mapping])).toEqual([
		['not_a_row', 'boston311@1'],
		['time_format', 'boston311@1'],
	]);
	const lost = await house.source({ kind: 'http', url }, 'nowhere');
	expect((await turn(lost)).fault).toMatchObject({
		code: 'wrong_mapping',
		message: expect.stringContaining('boston311'),
	});
});

test('租约被别的进程接管后，旧进程一行也写不进', async () => {
	const { source } = await served(3, 10);
	const old = await house.sources.claim(Date.now(), 1, source.id);
	const next = await house.sources.claim(Date.now() + 10, 60_000, source.id);
	if (!old || !next) throw new Error('not claimed');
	const deps = { ledger: house.ledger, now };
	await expect(pullOnce(source, old.cursor, old.fence, deps)).rejects.toBeInstanceOf(FencedOff);
	expect(await house.eventsOf(source)).toEqual([]);
	expect(await pullOnce(source, next.cursor, next.fence, deps)).toMatchObject({ accepted: 3 });
});

test('在任意时刻被杀：提交前、提交后、网络中，最终每个事件恰好一次', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.constantFrom('before', 'after', 'none'), { maxLength: 8 }), async kills => {
			const { source, ids } = await served(17, 3);
			const left = [...kills];
			const mortal: Pick<Ledger, 'append'> = {
				append: async batch => {
					const kill = left.shift() ?? 'none';
					if (kill === 'before') throw new Error('killed');
					const appended = await house.ledger.append(batch);
					if (kill === 'after') throw new Error('killed');
					return appended;
				},
			};
			for (let tries = 0; tries < 12; tries++) await turn(source, { ledger: mortal }).catch(() => {});
			expect((await house.eventsOf(source)).map(event => event.id)).toEqual(ids);
			expect(await cursorOf(source)).toBe('17');
		}),
		{ numRuns: 8 },
	);
});
