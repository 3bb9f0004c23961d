import { existsSync, readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { schema } from '#analytics/store/schema.ts';

/*
 * A real league table that nobody here made: answers of US federal agencies within 20 working days, ranked by the SQL that ranks
 * departments (fewest, place). Skipped where the file is absent.
 */
const file = new URL('../../../shared/data/foia/response_increments.csv', import.meta.url);
const present = existsSync(file);

type Line = { agency: string; due: number; on_time: number };

/** Requests on the simple and complex tracks of a year by agency, added up without SQL. */
function agencies(): Line[] {
	const lines = new Map<string, Line>();
	for (const row of readFileSync(file, 'utf8').trim().split('\n').slice(1)) {
		const [year, agency = '', , , bucket, count] = row.split(',');
		if (year !== '2024') continue;
		const line = lines.get(agency) ?? { agency, due: 0, on_time: 0 };
		line.due += Number(count);
		if (bucket === '1-20') line.on_time += Number(count);
		lines.set(agency, line);
	}
	return [...lines.values()];
}

test.skipIf(!present)('美国联邦机构2024财年答复情况：并列同名次，件数不足的列示不排名，一家不少', async () => {
	const connection = await (await DuckDBInstance.create(':memory:')).connect();
	for (const [, sql] of schema) await connection.run(sql);
	const lines = agencies();
	const given = JSON.stringify(lines);
	const ranked = await connection.runAndReadAll(
		`with line as (select unnest(from_json($given::json, '[{"agency":"VARCHAR","due":"INTEGER","on_time":"INTEGER"}]'), recursive := true)),
		told as (select *, rate(on_time, due) as rate, case when due = 0 then 'no_obligations' when due < fewest() then 'too_few' end as unranked from line)
		select agency, due, on_time, rate, unranked, place(rate, unranked, 'all')::int as rank from told order by rank nulls last, agency`,
		{ given },
	);
	const rows = ranked.getRowObjectsJS() as (Line & {
		rate: number | null;
		unranked: string | null;
		rank: number | null;
	})[];
	expect(rows.length).toBe(lines.length);
	const eligible = lines.filter(line => line.due >= 5);
	const better = (line: Line, other: Line) => other.on_time * line.due > line.on_time * other.due;
	for (const row of rows) {
		const rank = row.due >= 5 ? 1 + eligible.filter(other => better(row, other)).length : null;
		expect([row.agency, row.rank]).toEqual([row.agency, rank]);
		expect(row.unranked).toBe(row.due === 0 ? 'no_obligations' : row.due < 5 ? 'too_few' : null);
	}
	const full = rows.filter(row => row.rank === 1);
	const few = rows.filter(row => row.unranked === 'too_few');
	process.stdout.write(
		`${rows.length}家机构；并列第一${full.length}家（${full.map(row => row.agency).join('、')}），其次为第${rows.find(row => (row.rank ?? 0) > 1)?.rank}名；` +
			`件数不足不排名${few.length}家（${few.map(row => `${row.agency} ${row.on_time}/${row.due}`).join('、')}）\n`,
	);
	expect(full.length).toBeGreaterThan(1);
	expect(rows.find(row => (row.rank ?? 0) > 1)?.rank).toBe(full.length + 1);
	connection.closeSync();
});
