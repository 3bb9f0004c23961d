import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aloneIfNeeded } from '#analytics/store/alone.ts';

let instance: DuckDBInstance;
beforeAll(async () => {
	instance = await DuckDBInstance.create(':memory:', { memory_limit: '64MB', temp_directory: '', threads: '1' });
});
afterAll(() => instance.closeSync());

type Use = <T>(work: (connection: DuckDBConnection) => Promise<T>) => Promise<T>;

const own: Use = async work => {
	const connection = await instance.connect();
	try {
		return await work(connection);
	} finally {
		connection.closeSync();
	}
};

/** A promise, and what keeps it. */
function later() {
	let keep = () => {};
	const kept = new Promise<void>(resolve => {
		keep = resolve;
	});
	return { kept, keep };
}

/** Takes about so many of the 64 megabytes, says so, and keeps them until it may go on. */
const filling =
	(megabytes: number, filled = () => {}, goOn: Promise<void> = Promise.resolve()) =>
	async (connection: DuckDBConnection) => {
		const rows = `select hash(range) as a, hash(range + 1) as b from range(${megabytes * 62_500})`;
		await connection.run(`create temp table filled as ${rows}`);
		filled();
		await goOn;
		await connection.run('drop table filled');
		return megabytes;
	};

/** While a first question holds 40 megabytes, a second one needs as many; the first one goes on when the second has tried. */
async function together(use: Use): Promise<PromiseSettledResult<number>[]> {
	const [filled, goOn, tried] = [later(), later(), later()];
	const first = use(filling(40, filled.keep, goOn.kept));
	await filled.kept;
	const second = use(connection => filling(40)(connection).finally(tried.keep));
	await tried.kept;
	const third = use(filling(40));
	goOn.keep();
	return Promise.allSettled([first, second, third]);
}
const answers = (settled: PromiseSettledResult<number>[]) =>
	settled.map(one => (one.status === 'fulfilled' ? one.value : String(one.reason).slice(0, 22)));

describe('因同时有别的提问而内存不足的，单独再问一次', () => {
	test('不再问的，答不出', async () => {
		expect(answers(await together(own))[1]).toBe('Error: Out of Memory E');
	});

	test('等别的都答完，单独再问；期间新来的等着', async () => {
		expect(answers(await together(aloneIfNeeded(own)))).toEqual([40, 40, 40]);
	});

	test('单独问也不足的，照实失败，不再问；别的错误不再问', async () => {
		const use = aloneIfNeeded(own);
		let tries = 0;
		const failing = (work: (connection: DuckDBConnection) => Promise<unknown>) =>
			use(connection => {
				tries++;
				return work(connection);
			});
		await expect(failing(filling(90))).rejects.toThrow('Out of Memory');
		await expect(failing(connection => connection.run('select nothing'))).rejects.toThrow('nothing');
		expect(tries).toBe(2);
		expect(await use(filling(40))).toBe(40);
	});
});
