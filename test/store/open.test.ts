import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from 'vitest';
import { shipped } from '#analytics/law/lawbook.ts';
import type { Ledger } from '#analytics/ledger/ledger.ts';
import { overview } from '#analytics/measures/overview.ts';
import { StoreHeld } from '#analytics/store/database.ts';
import type { Store } from '#analytics/store/store.ts';
import { received, replied } from './acts.ts';
import { bench, rowsIn } from './opened.ts';

const { open, tell, wipe, newFile, ledger } = bench();

const spring = { from: '2026-03-01', to: '2026-03-31', as_of: '2026-03-31', visible: null };
const dueOf = async (store: Store) => {
	const rows = await store.ask(overview, { ...spring, known: store.position() });
	return rows.find(row => row.clock === 'reply.conditional')?.due;
};

/** The ledger, noting what the store read from it. */
function watched(reads: number[]): Ledger {
	const read: Ledger['read'] = (after, limit) => {
		reads.push(after);
		return ledger().read(after, limit);
	};
	return { ...ledger(), read };
}

describe('opening a read model', () => {
	test('opened again it goes on where it stood, without reading the ledger from the beginning', async () => {
		await wipe();
		await tell([received('A', '2026-03-02')]);
		const file = newFile();
		const first = await open({ file });
		expect([first.position(), await first.catchUp()]).toEqual([0, 1]);
		await first.close();
		await tell([received('B', '2026-03-02')]);
		const reads: number[] = [];
		const second = await open({ file, ledger: watched(reads) });
		expect([second.position(), await second.catchUp(), await dueOf(second)]).toEqual([1, 2, 2]);
		expect(Math.min(...reads)).toBe(1);
	});

	test('a second one on the same file in this process is refused, and the first goes on', async () => {
		await wipe();
		const file = newFile();
		const first = await open({ file });
		await expect(open({ file })).rejects.toThrow(StoreHeld);
		await tell([received('A', '2026-03-02')]);
		await first.catchUp();
		await first.close();
		expect(await rowsIn(file, 'select seq from position')).toEqual([{ seq: 1 }]);
		const next = await open({ file });
		expect([next.position(), await dueOf(next)]).toEqual([1, 1]);
	});

	test('closing twice is closing once; closing waits for what is under way', async () => {
		await wipe();
		await tell([received('A', '2026-03-02')]);
		const store = await open();
		const caught = store.catchUp();
		const asked = dueOf(store);
		await Promise.all([store.close(), store.close()]);
		expect([await caught, typeof (await asked)]).toEqual([store.position(), 'number']);
	});

	test.each([
		['no database at all', 'this is no database\n'.repeat(500)],
		['cut short', 'DUCK'],
	])('a file that is broken (%s) is kept aside and made again', async (_, content) => {
		await wipe();
		await tell([received('A', '2026-03-02')]);
		const file = newFile();
		writeFileSync(file, content);
		const store = await open({ file });
		expect([await store.catchUp(), await dueOf(store)]).toEqual([1, 1]);
		expect(existsSync(`${file}.broken-1`)).toBe(true);
		await store.close();
		writeFileSync(file, content);
		await (await open({ file })).close();
		expect(readdirSync(dirname(file)).filter(name => name.includes('broken'))).toHaveLength(2);
	});

	test('a database of somebody else’s is kept aside, not overwritten', async () => {
		await wipe();
		const file = newFile();
		const instance = await DuckDBInstance.create(file);
		const connection = await instance.connect();
		await connection.run('create table theirs as select 42 as answer');
		connection.closeSync();
		instance.closeSync();
		await (await open({ file })).close();
		expect(await rowsIn(`${file}.broken-1`, 'select * from theirs')).toEqual([{ answer: 42 }]);
	});

	test.each([
		['other policies', { policies: shipped.policies.map(policy => ({ ...policy, materials: 'NONE' as const })) }],
		['another calendar', { years: [] }],
	])('one made with %s is made again', async (_, other) => {
		await wipe();
		await tell([received('A', '2026-03-02')]);
		const file = newFile();
		const first = await open({ file });
		await first.catchUp();
		await first.close();
		const second = await open({ file, lawbook: { ...shipped, ...other } });
		expect([second.position(), await second.catchUp(), await dueOf(second)]).toEqual([0, 1, 1]);
	});

	test('only days of the calendar can be asked about, and every argument must be there', async () => {
		const store = await open();
		await expect(store.ask(overview, { ...spring, known: 0, as_of: '2041-01-01' })).rejects.toThrow(
			'只能查询2000-01-01至2040-12-31',
		);
		await expect(store.ask(overview, { ...spring, known: 0, from: undefined as never })).rejects.toThrow(
			'缺少参数 from',
		);
	});
});

describe('following the ledger', () => {
	test('an append wakes the store; whoever listens hears the new position', async () => {
		await wipe();
		const store = await open();
		const heard = new Promise<number>(resolve => store.onMoved(resolve));
		await tell([received('A', '2026-03-02')]);
		expect(await heard).toBe(1);
	});

	test('trouble on the way is told, and the next wake-up goes on', async () => {
		await wipe();
		const troubles: unknown[] = [];
		let away = true;
		const read: Ledger['read'] = async (after, limit) => {
			if (away) throw new Error('账本暂时无法读取');
			return ledger().read(after, limit);
		};
		const store = await open({ ledger: { ...ledger(), read }, onTrouble: trouble => troubles.push(trouble) });
		await tell([received('A', '2026-03-02')]);
		await expect.poll(() => troubles.length).toBeGreaterThan(0);
		expect(String(troubles[0])).toContain('账本暂时无法读取');
		away = false;
		await tell([received('B', '2026-03-02')]);
		await expect.poll(() => store.position()).toBe(2);
	});

	test('calls at the same time share one run', async () => {
		await wipe();
		await tell([received('A', '2026-03-02')]);
		const reads: number[] = [];
		const store = await open({ ledger: watched(reads) });
		expect(await Promise.all([store.catchUp(), store.catchUp(), store.catchUp()])).toEqual([1, 1, 1]);
		expect(reads.filter(after => after === 0)).toHaveLength(1);
	});

	test('the same question at the same time is computed once, and kept until the position moves', async () => {
		await wipe();
		await tell([received('A', '2026-03-02')]);
		const store = await open();
		await store.catchUp();
		const [one, two] = await Promise.all([1, 2].map(() => store.ask(overview, { ...spring, known: 1 })));
		expect(one).toBe(two);
		expect(await store.ask(overview, { ...spring, known: 1 })).toBe(one);
		await tell([received('B', '2026-03-02')]);
		await store.catchUp();
		expect(await store.ask(overview, { ...spring, known: 1 })).not.toBe(one);
		expect(await store.ask(overview, { ...spring, known: 1 })).toEqual(one);
	});

	test.each([
		['shorter', [received('C', '2026-03-02')]],
		['longer', ['C', 'D', 'E', 'F'].map(name => received(name, '2026-03-02'))],
		['empty', []],
	])(
		'history that was rewritten (%s than before) is noticed, and everything is projected again',
		async (_, rewritten) => {
			await wipe();
			await tell([received('A', '2026-03-02'), replied('A', '2026-03-10')]);
			await tell([received('B', '2026-03-02')]);
			const file = newFile();
			const store = await open({ file });
			await store.catchUp();
			expect(await dueOf(store)).toBe(2);
			await wipe();
			if (rewritten.length > 0) await tell(rewritten);
			expect(await store.catchUp()).toBe(rewritten.length);
			expect(await dueOf(store)).toBe(rewritten.length);
			await store.close();
			expect(await rowsIn(file, 'select distinct case_id from event order by 1')).toEqual(
				rewritten.map(event => ({ case_id: event.subject })),
			);
		},
	);
});
