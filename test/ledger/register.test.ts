import { beforeAll, describe, expect, test } from 'vitest';
import { openSources } from '#analytics/ledger/register.ts';
import { source } from '#analytics/ledger/schema.ts';
import { readSourceConfig } from '#analytics/ledger/source-config.ts';
import type { Connect, SourceConfig, Sources } from '#analytics/ledger/sources.ts';
import { eachPostgres } from '#test/postgres.ts';

const secret = 'a secret of the house';
const hrss: SourceConfig = {
	code: '330100-hrss',
	name: '市人力社保局平台',
	region: '330100',
	connect: { kind: 'push' },
	mapping: 'hrss@1',
};
const civil: SourceConfig = {
	code: '330100-civil',
	name: '市民政局平台',
	connect: {
		kind: 'http',
		url: 'https://civil.example/events',
		bearer: '对方平台的令牌',
		every: 60,
		fields: { items: 'rows' },
	},
};

eachPostgres('the register of sources', engine => {
	let sources: Sources;

	beforeAll(() => {
		sources = openSources(engine.postgres(), { secret });
	});

	test('knows the authority itself from the start, and nobody can push as it', async () => {
		expect(await sources.list()).toMatchObject([
			{ id: 1, code: 'office', sample: false, paused: false, connect: { kind: 'push' } },
		]);
		for (const guess of ['', 'null', 'office']) expect(await sources.byToken(guess)).toBeNull();
	});

	test('adds a source and shows its push token once; the database holds only a hash', async () => {
		const { source: added, token } = await sources.add(hrss);
		expect(added).toMatchObject({ ...hrss, id: 2, paused: false, sample: false });
		expect(token).toMatch(/^shudu_source_[\w-]{43}$/);
		expect(await sources.byToken(token)).toEqual(added);
		expect(await sources.byToken(`${token}x`)).toBeNull();
		expect(await sources.byCode('330100-hrss')).toEqual(added);
		expect(await sources.byCode('330100-nobody')).toBeNull();
		expect(JSON.stringify(await engine.postgres().db.select().from(source))).not.toContain(token);
	});

	test('keeps a platform secret sealed; only the worker that pulls sees it', async () => {
		const { source: added } = await sources.add(civil);
		expect(added.connect).toEqual({
			kind: 'http',
			url: 'https://civil.example/events',
			every: 60,
			fields: { items: 'rows' },
		});
		expect(JSON.stringify(await engine.postgres().db.select().from(source))).not.toContain('对方平台的令牌');
		expect(JSON.stringify(await sources.list())).not.toContain('bearer');
		expect((await sources.claim(1000, 10, added.id))?.source.connect).toEqual(civil.connect);
	});

	test('says so on the sources page where the house lost its secret, and goes on to the next source', async () => {
		const strangers = openSources(engine.postgres(), { secret: 'another secret' });
		expect(await strangers.claim(5000, 10)).toBeNull();
		const state = (await sources.pulls()).find(p => p.sourceId === 3);
		expect(state?.lastError).toContain('SESSION_SECRET');
		expect(state).toMatchObject({ failures: 1, leaseUntil: null });
	});

	test('a code is given once, however many ask at the same time', async () => {
		const another = openSources(await engine.another(), { secret });
		const asked = [sources, another, sources, another].map(register => register.add({ ...hrss, code: '330100-race' }));
		const outcomes = await Promise.allSettled(asked);
		expect(outcomes.filter(o => o.status === 'fulfilled')).toHaveLength(1);
		await expect(sources.add(hrss)).rejects.toThrow('数据来源代码“330100-hrss”已被占用');
		await expect(sources.add({ ...hrss, code: 'office' })).rejects.toThrow('已被占用');
		const ids = (await sources.list()).map(s => s.id);
		expect(new Set(ids).size).toBe(ids.length);
	});

	test('a source gets another address; pausing keeps it from being pulled', async () => {
		const moved = await sources.reconnect(civil.code, {
			kind: 'http',
			url: 'http://127.0.0.1:8123/events',
			bearer: 'new',
		});
		expect(moved).toMatchObject({
			id: 3,
			name: civil.name,
			connect: { kind: 'http', url: 'http://127.0.0.1:8123/events' },
		});
		expect((await sources.pause(civil.code, true)).paused).toBe(true);
		expect(await sources.claim(9e12, 10)).toBeNull();
		expect((await sources.pause(civil.code, false)).paused).toBe(false);
		expect((await sources.claim(9e12, 10))?.source.connect).toMatchObject({ bearer: 'new' });
		await expect(sources.reconnect('nobody', { kind: 'push' })).rejects.toThrow('没有代码为“nobody”的数据来源');
		await expect(sources.pause('nobody', true)).rejects.toThrow('没有代码为“nobody”的数据来源');
	});

	test('an edited connection keeps the secrets that it does not name, but never shows them to another place', async () => {
		const auth = { kind: 'hmac-sm3' as const, app: 'shudu', key: 'k1' };
		const connect: Connect = { kind: 'http', url: 'http://a.example/events', auth };
		const { source: added } = await sources.add({ ...hrss, code: 'edited', connect });
		expect(JSON.stringify(added)).not.toContain('k1');
		const secretNow = async () => {
			const claimed = await sources.claim(9e12, 10, added.id);
			await sources.freeLeases();
			return claimed?.source.connect;
		};
		const by = { account: 'x', at: 0 };
		const revise = (next: Connect) =>
			sources.revise({ config: { ...hrss, code: 'edited', connect: next }, again: false }, by);
		const { key: _, ...unnamed } = auth;
		const edited = { ...connect, url: 'http://a.example/v2', auth: unnamed, pageSize: 9 } as Connect;
		await revise(edited);
		expect(await secretNow()).toMatchObject({ url: 'http://a.example/v2', auth, pageSize: 9 });
		const elsewhere = { ...edited, url: 'http://b.example/v2' } as Connect;
		await expect(revise(elsewhere)).rejects.toThrow(/connect\.auth\.key/);
		await revise({ ...connect, auth: { ...auth, key: 'k2' } });
		expect(await secretNow()).toMatchObject({ auth: { key: 'k2' } });
	});

	test('a real register takes no sample', async () => {
		await expect(sources.add({ ...hrss, code: 'sample-hrss', sample: true })).rejects.toThrow('不能再装入示例城市');
	});
});

eachPostgres('a register of the sample city', engine => {
	test('takes no real source', async () => {
		const sources = openSources(engine.postgres(), { secret });
		await sources.add({ ...hrss, code: 'sample-hrss', sample: true });
		await sources.add({ ...civil, code: 'sample-civil', sample: true });
		await expect(sources.add(hrss)).rejects.toThrow(/示例城市.*DATA_DIR.*SHUDU_SAMPLE=off/);
		expect(await sources.list()).toHaveLength(3);
	});
});

describe('a source as written by hand', () => {
	test.each<[string, unknown, RegExp]>([
		['no object', [], /整个文件/],
		['a slash in the code', { ...hrss, code: '330100/hrss' }, /code.*字母、数字/],
		['no name', { ...hrss, name: ' ' }, /name/],
		[
			'an unknown way to connect',
			{ ...hrss, connect: { kind: 'ftp' } },
			/connect.*push、http、postgres、mysql 或 import/,
		],
		[
			'an address that is none',
			{ ...civil, connect: { kind: 'http', url: 'file:///etc/passwd' } },
			/connect\.url.*https:\/\//,
		],
		[
			'two ways to say who asks',
			{ ...civil, connect: { ...civil.connect, auth: { kind: 'basic', user: 'a', password: 'b' } } },
			/只能写一种/,
		],
		[
			'an unknown style of paging',
			{ ...civil, connect: { ...civil.connect, paging: { style: 'x' } } },
			/paging.*since 或 link/,
		],
		[
			'an unknown zone',
			{ ...civil, connect: { ...civil.connect, paging: { style: 'since', time: 't', zone: '北京' } } },
			/zone.*Asia\/Shanghai/,
		],
		['a word mistyped', { ...hrss, maping: 'x' }, /maping/],
	])('is refused with %s', (_, json, told) => {
		expect(() => readSourceConfig(json)).toThrow(told);
	});

	test.each([hrss, civil])('is read as it stands', config => {
		expect(readSourceConfig(JSON.parse(JSON.stringify(config)))).toEqual(config);
	});
});
