import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { schema } from '#analytics/store/schema.ts';

/** Records of use tell in tenths how complete they are: as binary fractions their sum depends on the order. */
test('各项之和与相加的先后无关：同一指标每次、每台机器得出同一个数', async () => {
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	for (const [, sql] of schema) await connection.run(sql);
	const tenths = [0.1, 0.7, 0.2, 0.9, 0.3, 0.6, 0.1, 0.4];
	const summed = async (numbers: number[], as: string) => {
		const rows = numbers.map((number, at) => `(${at}, ${number}::double)`).join(', ');
		const sql = `select sum(${as} order by place)::double from (values ${rows}) unit (place, num)`;
		return (await connection.runAndReadAll(sql)).getRowsJS()[0]?.[0];
	};
	const orders = tenths.map((_, at) => [...tenths.slice(at), ...tenths.slice(0, at)]);
	const plain = new Set(await Promise.all(orders.map(order => summed(order, 'num'))));
	const exact = new Set(await Promise.all(orders.map(order => summed(order, 'exact(num)'))));
	connection.closeSync();
	instance.closeSync();
	expect(plain.size).toBeGreaterThan(1);
	expect([...exact]).toEqual([3.3]);
});
