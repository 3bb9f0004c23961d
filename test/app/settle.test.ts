import type { ActionFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toDay } from '#analytics/law/day.ts';
import { openMappings } from '#analytics/ledger/mappings.ts';
import { openLedger } from '#analytics/ledger/open.ts';
import { openSources } from '#analytics/ledger/register.ts';
import { openRejects, type RejectFilter } from '#analytics/ledger/settle.ts';
import type { House } from '#app/context.ts';
import type { Role } from '#app/office/office.ts';
import { openOffice } from '#app/office/open.ts';
import { action, loader } from '#app/routes/api.v1.rejects.ts';
import { loader as fileLoader } from '#app/routes/rejects[.]csv.ts';
import { replay } from '#ingest/replay.ts';
import { freshPostgres } from '#test/postgres.ts';
import { bench } from '#test/store/opened.ts';

type Answer = { status: number; body: Record<string, unknown> };

const told = bench();
const now = () => Date.parse('2026-03-05T10:00:00+08:00');
const tokens = new Map<Role, string>();
let opened: Awaited<ReturnType<typeof freshPostgres>>;
let ledger: ReturnType<typeof openLedger>;
let context: House;
let sourceId: number;

beforeAll(async () => {
	opened = await freshPostgres();
	const { postgres } = opened;
	ledger = openLedger(postgres);
	const sources = openSources(postgres, { secret: 'shudu-shudu-shudu-shudu-shudu-32' });
	const office = openOffice(postgres, now);
	for (const role of ['supervisor', 'auditor', 'leader'] as const) {
		await office.createAccount({ name: role, title: role, role, department: null }, '正确的口令八九十-11');
		tokens.set(role, await office.createToken(role, now()));
	}
	sourceId = (await sources.add({ code: 'hrss', name: '市人社局', connect: { kind: 'push' } })).source.id;
	const [rejects, mappings] = [openRejects(postgres), openMappings(postgres)];
	const again = async (filter: RejectFilter, by: string) =>
		replay(filter, by, { ledger, mappings, rejects, sources: await sources.list(), now });
	const store = await told.open();
	const house = {
		store,
		office,
		sources,
		rejects,
		replay: again,
		now,
		today: () => toDay('2026-03-05'),
		sample: false,
	};
	context = house as unknown as House;
}, 120_000);
afterAll(async () => {
	await ledger.close();
	await opened.close();
});

const event = (id: string, source = 'hrss') =>
	JSON.stringify({
		...{ specversion: '1.0', id, source: `/platforms/${source}`, type: 'request.received', subject: id },
		...{ time: '2026-03-02T09:00:00+08:00', data: { department: '11330100002489559B', sharing: 'conditional' } },
	});

/** Keeps rows as rejects; `readable` ones have become so since. */
async function rejected(...raws: string[]): Promise<void> {
	const rejects = raws.map(raw => ({ raw, code: 'bad_time', message: '时间无法识别', eventId: null }));
	await ledger.append({ sourceId, receivedAt: now(), events: [], rejects, mapping: null });
}

async function asked(call: (args: ActionFunctionArgs) => Promise<unknown>, role: Role, path: string, body?: unknown) {
	const headers = { authorization: `Bearer ${tokens.get(role)}`, 'content-type': 'application/json' };
	const method = body === undefined ? 'GET' : 'POST';
	const request = new Request(`http://shudu${path}`, {
		method,
		headers,
		...(body ? { body: JSON.stringify(body) } : {}),
	});
	return (await call({ request, context, params: {} } as unknown as ActionFunctionArgs)) as Response;
}

async function posted(body: unknown, role: Role = 'supervisor'): Promise<Answer> {
	const answer = await asked(action, role, '/api/v1/rejects', body);
	return { status: answer.status, body: await answer.json() };
}

async function states(): Promise<unknown[]> {
	const answer = await asked(loader, 'supervisor', '/api/v1/rejects');
	const { rejects } = (await answer.json()) as {
		rejects: { state: string; reason: string | null; settled_by: string | null }[];
	};
	return rejects.map(row => [row.state, row.reason, row.settled_by]).reverse();
}

describe('经接口处理拒收，与页面同一套办法', () => {
	test('重放一条、一组、全部；不予处理须写理由；件数不减', async () => {
		await rejected(event('A'), '{', event('B', 'other'), event('C'));
		expect(await posted({ act: 'replay', id: 1 })).toEqual({
			status: 200,
			body: {
				...{ act: 'replay', tried: 1, replayed: 1, accepted: 1, left: 0 },
				message: '重放1条：1条已入账（新增事件1个）。',
			},
		});
		expect((await posted({ act: 'dismiss', id: 2, reason: '测试数据' })).body).toMatchObject({ dismissed: 1 });
		expect((await posted({ act: 'replay', source: 'hrss', code: 'none' })).body).toMatchObject({ tried: 0 });
		expect((await posted({ act: 'replay', all: true })).body).toMatchObject({ tried: 2, replayed: 1, left: 1 });
		expect(await states()).toEqual([
			['replayed', null, 'supervisor'],
			['dismissed', '测试数据', 'supervisor'],
			['open', null, null],
			['replayed', null, 'supervisor'],
		]);
	});

	test.each([
		['没有说明哪些', { act: 'replay' }, 400],
		['没有理由', { act: 'dismiss', id: 3, reason: ' ' }, 400],
		['不认识的办法', { act: 'delete', id: 3 }, 400],
		['没有这个来源', { act: 'replay', source: 'nobody' }, 404],
	])('%s的，拒绝而不改动', async (_, body, status) => {
		const before = await states();
		expect((await posted(body)).status).toBe(status);
		expect(await states()).toEqual(before);
	});

	test.each(['auditor', 'leader'] as const)('没有处理权限的账号（%s）不能处理', async role => {
		expect((await posted({ act: 'replay', all: true }, role)).status).toBe(403);
	});

	test('导出与页面同列同行，原文里的公式不会执行', async () => {
		await rejected('=1+1');
		const text = await (await asked(fileLoader, 'auditor', '/rejects.csv?state=open')).text();
		expect(text.split('\r\n').filter(line => line.includes('市人社局'))).toHaveLength(2);
		expect(text).toContain(",'=1+1,");
		expect((await asked(fileLoader, 'leader', '/rejects.xlsx')).status).toBe(403);
	});
});
