import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { canonical } from '#analytics/cases/read.ts';
import { verifyChain } from '#analytics/ledger/chain.ts';
import { openLedger } from '#analytics/ledger/open.ts';
import { ledgerBatch, ledgerEvent, ledgerHead } from '#analytics/ledger/schema.ts';
import { eachPostgres } from '#test/postgres.ts';
import { batch, event, events } from './events.ts';

type Row = typeof ledgerEvent.$inferSelect;

eachPostgres('the chain', engine => {
	beforeAll(async () => {
		const ledger = openLedger(engine.postgres());
		await ledger.append(batch(2, events('a', 5), { mapping: 'hrss@1' }));
		await ledger.append(batch(3, events('b', 1200)));
		await ledger.append(batch(2, [event('c')]));
	});

	test('holds for a ledger as it was written', async () => {
		expect(await verifyChain(engine.postgres())).toBeNull();
	});

	test.each<[string, Partial<Row>]>([
		['one byte of the data', { data: JSON.stringify({ ...event('a2').data, department_name: '市人力社保屋' }) }],
		['a blank in the data', { data: `${JSON.stringify(event('a2').data)} ` }],
		['data that is no JSON', { data: '{' }],
		['the moment of the act', { occurredAt: event('a2').occurredAt - 1 }],
		['the moment of recording', { recordedAt: 0 }],
		['the moment of receipt', { receivedAt: 1 }],
		['the case', { subject: 'SQ-a2/2' }],
		['the type', { type: 'request.replied' }],
		['day for moment', { dayOnly: true }],
		['the id', { eventId: 'a2x' }],
		['the source', { sourceId: 3 }],
		['the mapping', { mapping: 'hrss@2' }],
		['the digest', { digest: '0'.repeat(64) }],
	])('shows a change of %s', async (_, change) => {
		const { db } = engine.postgres();
		const [before] = await db.select().from(ledgerEvent).where(eq(ledgerEvent.seq, 3));
		await db.update(ledgerEvent).set(change).where(eq(ledgerEvent.seq, 3));
		expect(await verifyChain(engine.postgres())).toMatch(/^账本第 [13] 条起不可信/);
		await db
			.update(ledgerEvent)
			.set(before as Row)
			.where(eq(ledgerEvent.seq, 3));
		expect(await verifyChain(engine.postgres())).toBeNull();
	});

	test.each<[string, string, () => Promise<() => Promise<unknown>>]>([
		[
			'an event is gone',
			'账本第 700 条起',
			async () => {
				const { db } = engine.postgres();
				const [gone] = await db.delete(ledgerEvent).where(eq(ledgerEvent.seq, 700)).returning();
				return () => db.insert(ledgerEvent).values(gone as Row);
			},
		],
		[
			'an event was smuggled in behind the head',
			'账本第 1207 条起',
			async () => {
				const { db } = engine.postgres();
				const [last] = await db.select().from(ledgerEvent).where(eq(ledgerEvent.seq, 1206));
				await db.insert(ledgerEvent).values({ ...(last as Row), seq: 1207, eventId: 'smuggled' });
				return () => db.delete(ledgerEvent).where(eq(ledgerEvent.seq, 1207));
			},
		],
		[
			'a batch is gone',
			'账本第 6 条起',
			async () => {
				const { db } = engine.postgres();
				const [gone] = await db.delete(ledgerBatch).where(eq(ledgerBatch.lastSeq, 1205)).returning();
				return () => db.insert(ledgerBatch).values(gone as typeof ledgerBatch.$inferSelect);
			},
		],
		[
			'the last batch is gone',
			'账本第 1206 条起',
			async () => {
				const { db } = engine.postgres();
				const [gone] = await db.delete(ledgerBatch).where(eq(ledgerBatch.lastSeq, 1206)).returning();
				return () => db.insert(ledgerBatch).values(gone as typeof ledgerBatch.$inferSelect);
			},
		],
		[
			'the head was set',
			'账本第 1206 条起',
			async () => {
				const { db } = engine.postgres();
				const [head] = await db.select().from(ledgerHead);
				await db.update(ledgerHead).set({ chain: 'f'.repeat(64) });
				return () => db.update(ledgerHead).set({ chain: head?.chain ?? '' });
			},
		],
	])('shows where %s', async (_, told, tamper) => {
		const undo = await tamper();
		expect(await verifyChain(engine.postgres())).toContain(told);
		await undo();
		expect(await verifyChain(engine.postgres())).toBeNull();
	});
});

test('an event keeps its canonical text on its way through JSON', () => {
	const data = fc.dictionary(fc.string(), fc.jsonValue()).map(fields => ({ ...fields, department: 'x' }));
	fc.assert(
		fc.property(data, given => {
			const there = event('e', { data: given });
			const back = event('e', { data: JSON.parse(JSON.stringify(given)) });
			expect(canonical(back)).toBe(canonical(there));
		}),
	);
});
