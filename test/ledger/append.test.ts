import { beforeAll, describe, expect, test } from 'vitest';
import { GENESIS } from '#analytics/ledger/digest.ts';
import type { Ledger } from '#analytics/ledger/ledger.ts';
import { openLedger } from '#analytics/ledger/open.ts';
import { openSources } from '#analytics/ledger/register.ts';
import type { Sources } from '#analytics/ledger/sources.ts';
import { eachPostgres } from '#test/postgres.ts';
import { batch, event, events } from './events.ts';

eachPostgres('appending', engine => {
	let ledger: Ledger;
	let sources: Sources;
	let hrss = 0;
	let civil = 0;

	beforeAll(async () => {
		ledger = openLedger(engine.postgres());
		sources = openSources(engine.postgres(), { secret: 'a secret of the house' });
		hrss = (await sources.add({ code: '330100-hrss', name: '市人力社保局平台', connect: { kind: 'push' } })).source.id;
		civil = (await sources.add({ code: '330100-civil', name: '市民政局平台', connect: { kind: 'push' } })).source.id;
	});

	const headSeq = async () => (await ledger.head()).seq;
	const total = async (sourceId: number) => (await sources.rejects({ sourceId, limit: 1, offset: 0 })).total;

	test('an empty ledger stands at 0, with the genesis chain', async () => {
		expect(await ledger.head()).toEqual({ seq: 0, chain: GENESIS });
		expect([await ledger.chainAt(0), await ledger.chainAt(1), await ledger.batchEnd(9)]).toEqual([GENESIS, null, 0]);
		expect(await ledger.read(0, 10)).toEqual([]);
	});

	test('what is read is what was appended, to the millisecond and the last character', async () => {
		const odd = event('异体字 “㐂𠮷” | \n', {
			dayOnly: true,
			occurredAt: Date.parse('2026-03-03T00:00:00+08:00'),
			subject: null,
			data: {
				department: 'x',
				reason: '引号"、反斜杠\\、换行\n、空字符\u0000',
				nested: { z: [1.5, -0.1, 1e21, null], a: true },
				2: 'b',
				1: 'a',
			},
		});
		const seq = await headSeq();
		const receivedAt = Date.parse('2026-03-04T08:00:00.001+08:00');
		expect(await ledger.append(batch(hrss, [odd], { receivedAt }))).toEqual({
			accepted: 1,
			duplicates: 0,
			conflicts: [],
			seq: seq + 1,
		});
		expect(await ledger.read(seq, 10)).toEqual([{ ...odd, seq: seq + 1, sourceId: hrss, receivedAt }]);
	});

	test('the same event again is a duplicate, in whatever order its fields come; another source may use its id', async () => {
		const first = event('twice');
		const again = event('twice', {
			data: Object.fromEntries(Object.entries(first.data).reverse()) as typeof first.data,
		});
		const { seq } = await ledger.append(batch(hrss, [first]));
		expect(await ledger.append(batch(hrss, [again]))).toEqual({ accepted: 0, duplicates: 1, conflicts: [], seq });
		expect(await ledger.append(batch(civil, [first]))).toMatchObject({ accepted: 1, duplicates: 0, seq: seq + 1 });
	});

	test('an id with other content is a conflict: the first stands, the other is kept as a reject, once', async () => {
		const before = event('clash');
		const after = event('clash', { occurredAt: before.occurredAt + 1 });
		const { seq } = await ledger.append(batch(hrss, [before]));
		const rejects = await total(hrss);
		expect(await ledger.append(batch(hrss, [event('calm'), after]))).toEqual({
			accepted: 1,
			duplicates: 0,
			conflicts: [{ index: 1, id: 'clash' }],
			seq: seq + 1,
		});
		await ledger.append(batch(hrss, [after]));
		expect(await total(hrss)).toBe(rejects + 1);
		const [kept] = (await sources.rejects({ sourceId: hrss, limit: 1, offset: 0 })).rows;
		expect(kept).toMatchObject({ code: 'id_conflict', eventId: 'clash', sourceId: hrss });
		expect(JSON.parse(kept?.raw ?? '')).toEqual(after);
		expect(kept?.message).toContain('corrects');
	});

	test('duplicates and conflicts inside one batch are found as well', async () => {
		const seq = await headSeq();
		const list = [event('in-1'), event('in-1'), event('in-1', { subject: 'SQ-other' }), event('in-2')];
		const appended = await ledger.append(batch(hrss, list));
		expect(appended).toEqual({ accepted: 2, duplicates: 1, conflicts: [{ index: 2, id: 'in-1' }], seq: seq + 2 });
	});

	test('a batch of nothing new takes no seq and leaves no batch, but keeps its rejects', async () => {
		const head = await ledger.head();
		const rejects = await total(civil);
		const bad = { raw: '{"半\u0000条', code: 'unreadable', message: '不是有效的 JSON', eventId: null };
		const huge = { raw: '长'.repeat(40_000), code: 'event_too_large', message: '过大', eventId: 'huge' };
		await ledger.append(batch(civil, [], { rejects: [bad, huge, bad], mapping: 'civil@3' }));
		expect(await ledger.head()).toEqual(head);
		expect(await total(civil)).toBe(rejects + 2);
		const { rows } = await sources.rejects({ sourceId: civil, limit: 2, offset: 0 });
		expect(rows.find(r => r.code === 'unreadable')).toMatchObject({
			raw: '{"半␀条',
			mapping: 'civil@3',
			eventId: null,
		});
		const kept = rows.find(r => r.code === 'event_too_large')?.raw ?? '';
		expect(Buffer.byteLength(kept)).toBeGreaterThan(65_530);
		expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(65_536);
		expect(kept).not.toContain('\uFFFD');
		const counts = await sources.rejectCounts();
		expect(counts).toContainEqual({ sourceId: civil, code: 'unreadable', count: 1 });
		expect((await sources.rejects({ limit: 100, offset: 0 })).total).toBe(counts.reduce((sum, c) => sum + c.count, 0));
	});

	test('reading stops at the limit; batch ends and their hashes are found', async () => {
		const { seq: before } = await ledger.append(batch(hrss, events('p', 3)));
		const { seq: after, accepted } = await ledger.append(batch(civil, events('q', 2500)));
		expect(accepted).toBe(2500);
		expect((await ledger.read(before - 1, 2)).map(e => e.seq)).toEqual([before, before + 1]);
		expect((await ledger.read(before, 9999)).map(e => e.seq)).toEqual(
			Array.from({ length: 2500 }, (_, i) => before + 1 + i),
		);
		expect([await ledger.batchEnd(before), await ledger.batchEnd(after - 1), await ledger.batchEnd(after + 5)]).toEqual(
			[before, before, after],
		);
		expect(await ledger.chainAt(after)).toBe((await ledger.head()).chain);
		expect(await ledger.chainAt(before)).toMatch(/^[0-9a-f]{64}$/);
		expect(await ledger.chainAt(after - 1)).toBeNull();
	});

	describe('from many connections at once', () => {
		/** 15 batches of 1 to 7 own events, each with one event that every writer of its source sends as well. */
		async function write(writer: Ledger, w: number): Promise<number> {
			let own = 0;
			for (let b = 0; b < 15; b++) {
				const size = 1 + ((w + b) % 7);
				own += size;
				await writer.append(batch(w % 2 ? hrss : civil, [...events(`w${w}-${b}-`, size), event(`contested-${b}`)]));
			}
			return own;
		}

		/** Follows the ledger from `start` until `upTo` events have been seen; their seqs in the order of reading. */
		async function follow(start: number, upTo: number): Promise<number[]> {
			const seen: number[] = [];
			while (seen.length < upTo) seen.push(...(await ledger.read(start + seen.length, 50)).map(e => e.seq));
			return seen;
		}

		test('seq has no gap and no double, and a reader that follows misses nothing', async () => {
			const start = await headSeq();
			const ledgers = await Promise.all([0, 1, 2, 3].map(async () => openLedger(await engine.another())));
			const following = follow(start, 200);
			const own = (await Promise.all(ledgers.map(write))).reduce((a, b) => a + b);
			expect(await following).toEqual(Array.from({ length: (await following).length }, (_, i) => start + 1 + i));
			const all = await ledger.read(start, 100_000);
			expect(all.map(e => e.seq)).toEqual(Array.from({ length: own + 30 }, (_, i) => start + 1 + i));
			expect(await headSeq()).toBe(start + own + 30);
			expect(new Set(all.map(e => `${e.sourceId} ${e.id}`)).size).toBe(all.length);
		});

		test('whoever listens hears an append of any process', async () => {
			const elsewhere = openLedger(await engine.another());
			const listener = engine.kind === 'server' ? ledger : elsewhere;
			const heard = new Promise<void>(resolve => {
				const stop = listener.onAppended(() => {
					stop();
					resolve();
				});
			});
			await elsewhere.append(batch(hrss, [event('ring')]));
			await heard;
			await listener.close();
			await elsewhere.close();
		});
	});
});
