import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '#analytics/store/database.ts';
import { schema } from '#analytics/store/schema.ts';

const folder = mkdtempSync(join(tmpdir(), 'shudu-database-'));
let database: Database;

beforeAll(async () => {
	database = await openDatabase(join(folder, 'events.duckdb'), { threads: 1, memoryLimit: '200MB' }, async () => true);
	await database.use(async connection => {
		for (const [, sql] of schema) await connection.run(sql);
	});
});

afterAll(async () => {
	await database.close();
	rmSync(folder, { recursive: true });
});

test('the latest of each, without what is superseded, is found where only events of another source are superseded', () =>
	database.use(async connection => {
		await connection.run("insert into scheme values (0, 0, '', date '2025-08-01', '{}')");
		await connection.run("insert into superseded values (7, 'E1', 'corrected', 1, null)");
		const found = await connection.runAndReadAll(`
			select seq, effective::varchar
			from (
				select e.*
				from scheme e
				anti join superseded_at(9) s on s.source_id = e.source_id and s.event_id = e.event_id
				where e.seq <= 9
				qualify row_number() over (partition by e.effective order by e.seq desc) = 1
			)`);
		expect(found.getRowsJS()).toEqual([[0, '2025-08-01']]);
	}));

test.each([
	["set global memory_limit = '8GB'", /locked/],
	['set enable_external_access = true', /external access|locked/],
	["select * from read_csv('/etc/hostname')", /disabled/],
	["attach '/tmp/other.duckdb'", /disabled/],
	['install httpfs', /disabled/],
])('no question changes what the database may do, or reaches beyond it: %s', (sql, refused) =>
	database.use(connection => expect(connection.run(sql)).rejects.toThrow(refused)),
);
