import { beforeAll, expect, test } from 'vitest';
import { FencedOff, type Ledger } from '#analytics/ledger/ledger.ts';
import { openLedger } from '#analytics/ledger/open.ts';
import { openSources } from '#analytics/ledger/register.ts';
import type { PullState, Sources } from '#analytics/ledger/sources.ts';
import { eachPostgres } from '#test/postgres.ts';
import { batch, event, events } from './events.ts';

const NOW = Date.parse('2026-03-04T08:00:00+08:00');
const LEASE = 30_000;

eachPostgres('leases', engine => {
	let ledger: Ledger;
	let sources: Sources;
	let other: Sources;
	let id = 0;

	beforeAll(async () => {
		ledger = openLedger(engine.postgres());
		sources = openSources(engine.postgres(), { secret: 's' });
		other = openSources(await engine.another(), { secret: 's' });
		const config = { name: '市人力社保局平台', connect: { kind: 'http' as const, url: 'http://127.0.0.1:9/events' } };
		id = (await sources.add({ ...config, code: '330100-hrss' })).source.id;
		await sources.add({ code: '330100-push', name: '只推送的平台', connect: { kind: 'push' } });
	});

	const state = async (): Promise<PullState | undefined> => (await sources.pulls()).find(p => p.sourceId === id);
	const outcome = { at: NOW, count: 1, error: null, nextRunAt: NOW };
	const claimed = async (now: number) => {
		const claim = await sources.claim(now, LEASE);
		if (claim === null) throw new Error('nothing was due');
		return claim;
	};

	test('of many workers one gets the source; nobody gets one that is not pulled', async () => {
		const claims = await Promise.all([sources, other, sources, other, sources].map(s => s.claim(NOW, LEASE)));
		const won = claims.filter(c => c !== null);
		expect(won).toMatchObject([{ source: { id, code: '330100-hrss' }, cursor: null, fence: 1 }]);
		expect(await sources.claim(NOW, LEASE, id)).toBeNull();
		expect(await sources.claim(NOW, LEASE, id + 1)).toBeNull();
		expect(await state()).toMatchObject({ fence: 1, leaseUntil: NOW + LEASE, lastRunAt: NOW, failures: 0 });
	});

	test('the cursor moves with the rows, in the same transaction', async () => {
		const appended = await ledger.append(batch(id, events('c', 3), { cursor: { to: 'page-2', fence: 1 } }));
		expect(appended.accepted).toBe(3);
		expect((await state())?.cursor).toBe('page-2');
	});

	test('an empty pull moves the cursor and takes no seq', async () => {
		const before = await ledger.head();
		await ledger.append(batch(id, [], { cursor: { to: 'page-3', fence: 1 } }));
		expect([await ledger.head(), (await state())?.cursor]).toEqual([before, 'page-3']);
	});

	test('rows that cannot be written leave the cursor, the head and the rejects where they were', async () => {
		const before = await ledger.head();
		const bad = { ...event('bad'), subject: 'a\u0000b' };
		const rejects = [{ raw: 'x', code: 'unreadable', message: 'x', eventId: null }];
		await expect(
			ledger.append(batch(id, [event('good'), bad], { rejects, cursor: { to: 'page-4', fence: 1 } })),
		).rejects.toThrow(/^本批数据未能写入账本.{0,200}$/);
		expect([await ledger.head(), (await state())?.cursor]).toEqual([before, 'page-3']);
		expect((await sources.rejects({ limit: 1, offset: 0 })).total).toBe(0);
	});

	test('after the lease ran out another worker takes over, and the old one is fenced off', async () => {
		expect(await other.claim(NOW + LEASE - 1, LEASE)).toBeNull();
		const taken = await other.claim(NOW + LEASE, LEASE);
		expect(taken).toMatchObject({ cursor: 'page-3', fence: 2 });
		const before = await ledger.head();
		const late = batch(id, events('late', 2), {
			cursor: { to: 'page-9', fence: 1 },
			rejects: [{ raw: 'r', code: 'c', message: 'm', eventId: null }],
		});
		await expect(ledger.append(late)).rejects.toThrow(FencedOff);
		expect([await ledger.head(), (await state())?.cursor]).toEqual([before, 'page-3']);
		expect((await sources.rejects({ limit: 1, offset: 0 })).total).toBe(0);
		await sources.release(id, 1, { ...outcome, error: '太慢' });
		expect(await state()).toMatchObject({ fence: 2, leaseUntil: NOW + 2 * LEASE, lastError: null });
	});

	test('a released source comes back when it is due, or at once when asked for by name', async () => {
		await other.release(id, 2, { at: NOW + 5, count: 7, error: null, nextRunAt: NOW + 60_000 });
		expect(await state()).toMatchObject({ leaseUntil: null, lastOkAt: NOW + 5, lastCount: 7, nextRunAt: NOW + 60_000 });
		expect(await sources.claim(NOW + 59_999, LEASE)).toBeNull();
		expect(await sources.claim(NOW, LEASE, id)).toMatchObject({ fence: 3 });
		await sources.release(id, 3, { ...outcome, nextRunAt: NOW });
	});

	test('failures are counted until a pull goes well', async () => {
		for (const failures of [1, 2, 3]) {
			const { fence } = await claimed(NOW);
			await sources.release(id, fence, { at: NOW, count: 0, error: '对方平台未应答', nextRunAt: NOW });
			expect(await state()).toMatchObject({ failures, lastError: '对方平台未应答', lastOkAt: NOW });
		}
		const { fence } = await claimed(NOW);
		await sources.release(id, fence, { ...outcome, at: NOW + 9 });
		expect(await state()).toMatchObject({ failures: 0, lastError: null, lastOkAt: NOW + 9 });
	});

	test('many workers on many sources: no two hold the same one', async () => {
		const connect = { kind: 'http' as const, url: 'http://127.0.0.1:9/events' };
		for (let n = 0; n < 6; n++) await sources.add({ code: `many-${n}`, name: `平台${n}`, connect });
		const held = await Promise.all(Array.from({ length: 12 }, (_, n) => (n % 2 ? sources : other).claim(NOW, LEASE)));
		const ids = held.flatMap(c => (c === null ? [] : [c.source.id]));
		expect(new Set(ids).size).toBe(ids.length);
		for (let more = await sources.claim(NOW, LEASE); more !== null; more = await sources.claim(NOW, LEASE))
			ids.push(more.source.id);
		expect(new Set(ids).size).toBe(7);
	});

	test('a killed process leaves leases behind; the next one frees them, and the dead one can write nothing', async () => {
		const at = NOW + 1_000_000;
		const claim = () => sources.claim(at, LEASE, id);
		const dead = await claim();
		expect(await claim()).toBeNull();
		await sources.freeLeases();
		const next = await claim();
		expect(next?.fence).toBeGreaterThan(dead?.fence ?? Number.NaN);
		const late = ledger.append(batch(id, events('late', 1), { cursor: { to: 'x', fence: dead?.fence ?? 0 } }));
		await expect(late).rejects.toBeInstanceOf(FencedOff);
		await sources.reconnect('330100-hrss', { kind: 'http', url: 'http://127.0.0.1:9/moved' });
		expect(await claim()).toMatchObject({ source: { connect: { url: 'http://127.0.0.1:9/moved' } } });
	});
});
