import { expect, test } from 'vitest';
import { openPostgres } from '#analytics/ledger/postgres.ts';
import { ledgerHead, source } from '#analytics/ledger/schema.ts';
import { eachPostgres, freshDatabase, migrations } from '#test/postgres.ts';

eachPostgres('migrations', engine => {
	test('plant an empty head and the source of our own acts', async () => {
		const { db } = engine.postgres();
		expect(await db.select().from(ledgerHead)).toEqual([{ only: 1, seq: 0, chain: '0'.repeat(64), rejects: 0 }]);
		const [office] = await db.select().from(source);
		expect(office).toMatchObject({ id: 1, code: 'office', tokenHash: null, sample: false });
		expect(Math.abs((office?.createdAt ?? 0) - Date.now())).toBeLessThan(120_000);
	});

	test.skipIf(engine.kind === 'embedded')('run once however many nodes start at the same time', async () => {
		const url = await freshDatabase();
		const nodes = await Promise.all([1, 2, 3, 4].map(() => openPostgres({ url, dataDir: '', migrations })));
		expect(await nodes[0]?.db.select().from(ledgerHead)).toHaveLength(1);
		for (const node of nodes) await node.close();
	});
});

test.each([['postgres://shudu@127.0.0.1:1/shudu', /DATABASE_URL.*ECONNREFUSED/]])(
	'a server that is not there is said to be not there: %s',
	async (url, told) => {
		await expect(openPostgres({ url, dataDir: '', migrations })).rejects.toThrow(told);
	},
);
