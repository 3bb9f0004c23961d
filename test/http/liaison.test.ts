import { afterAll, beforeAll, expect, test } from 'vitest';
import { lastLine, type Running, startHouse } from '#test/house.ts';
import { ask, look } from './user.ts';

type Matter = { case_id: string; department: string; counterparty: string | null };

let house: Running;
let liaison: string;
let tokenOf: (user: string) => Promise<string>;
let own: string;
let all: Matter[];
let seen: Matter[];

beforeAll(async () => {
	house = await startHouse({ TODAY: '2026-11-20' });
	tokenOf = async (user: string) => lastLine(await house.shudu('token', 'create', '--user', user));
	liaison = await tokenOf('liaison');
	const path = '/api/v1/measures/matters?limit=10000';
	const [every, mine, departments] = [
		await ask<{ rows: Matter[] }>(house.url, await tokenOf('supervisor'), path),
		await ask<{ rows: Matter[] }>(house.url, liaison, path),
		await ask<{ rows: { code: string }[] }>(house.url, liaison, '/api/v1/measures/departments'),
	];
	[all, seen, own] = [every.rows, mine.rows, departments.rows[0]?.code ?? ''];
}, 240_000);
afterAll(() => house?.remove());

test('只列本部门办理或申请的事项', () => {
	expect(seen.length).toBeGreaterThan(50);
	expect(seen.filter(row => row.department !== own && row.counterparty !== own)).toEqual([]);
});

test('别的部门的案件：页面和接口都当作没有', async () => {
	const mine = new Set(seen.map(row => row.case_id));
	const foreign = [...new Set(all.map(row => row.case_id))].filter(id => !mine.has(id)).slice(0, 15);
	expect(foreign.length).toBe(15);
	for (const id of foreign) {
		for (const path of ['/cases/', '/api/v1/cases/']) {
			expect([id, path, (await look(house.url, liaison, path + encodeURIComponent(id))).status]).toEqual([
				id,
				path,
				404,
			]);
		}
		for (const name of ['case_runs', 'case_events']) {
			const path = `/api/v1/measures/${name}?case_id=${encodeURIComponent(id)}`;
			expect((await ask<{ rows: unknown[] }>(house.url, liaison, path)).rows).toEqual([]);
		}
	}
});

test.each([
	['/sources', 403],
	['/rejects', 403],
	['/doubts', 403],
	['/calendars/import', 403],
	['/calendars/overlay', 403],
	['/api/v1/sources', 403],
	['/api/v1/rejects', 403],
	['/api/v1/measures/sources', 403],
	['/api/v1/measures/doubts', 403],
	['/metrics', 403],
	['/departments/NOBODY', 403],
])('%s：%i', async (path, status) => {
	expect((await look(house.url, liaison, path)).status).toBe(status);
});

test.each(['league', 'timeliness', 'departments'])('指标 %s 只有本部门', async name => {
	const { rows } = await ask<{ rows: { department?: string; code?: string }[] }>(
		house.url,
		liaison,
		`/api/v1/measures/${name}`,
	);
	expect([...new Set(rows.map(row => row.department ?? row.code))]).toEqual([own]);
});

test('服务运行：本部门提供的全部，别的部门提供的只有本部门的调用', async () => {
	type Service = { department: string; service: string; calls: number };
	const read = (who: string) => ask<{ rows: Service[] }>(house.url, who, '/api/v1/measures/services');
	const [{ rows }, all] = await Promise.all([read(liaison), tokenOf('supervisor').then(read)]);
	const callsOf = ({ department, service }: Service) =>
		all.rows.find(row => row.department === department && row.service === service)?.calls ?? 0;
	expect(rows.length).toBeGreaterThan(0);
	for (const row of rows) {
		expect([row.service, row.department === own ? row.calls === callsOf(row) : row.calls <= callsOf(row)]).toEqual([
			row.service,
			true,
		]);
	}
	expect(rows.filter(row => row.department === own).length).toBe(all.rows.filter(row => row.department === own).length);
	expect(rows.length).toBeLessThan(all.rows.length);
});

test('总览上的超期数等于点开的清单', async () => {
	const { rows } = await ask<{ rows: { clock: string; overdue: number }[] }>(
		house.url,
		liaison,
		'/api/v1/measures/overview',
	);
	for (const { clock, overdue } of rows) {
		const path = `/api/v1/measures/matters?status=overdue&limit=10000&clock=${clock}`;
		expect([clock, (await ask<{ rows: unknown[] }>(house.url, liaison, path)).rows.length]).toEqual([clock, overdue]);
	}
});
