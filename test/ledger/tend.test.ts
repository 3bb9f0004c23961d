import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSources } from '#analytics/ledger/register.ts';
import type { Outcome, Sources } from '#analytics/ledger/sources.ts';
import { freshPostgres } from '#test/postgres.ts';

let sources: Sources;
let close: () => Promise<void>;
let id: number;
const code = '330100-hrss';
const url = 'https://hrss.example/events';
const by = (at: number) => ({ account: 'guan', at });

beforeAll(async () => {
	const fresh = await freshPostgres();
	close = fresh.close;
	sources = openSources(fresh.postgres, { secret: 'a secret of the house' });
	const connect = { kind: 'http' as const, url, bearer: 'the old secret' };
	id = (await sources.add({ code, name: '市人力社保局平台', connect }, by(1))).source.id;
});
afterAll(() => close());

/** One pull of the source from claim to release. */
async function pulled(at: number, outcome: Partial<Outcome> = {}, run: Partial<Outcome['run']> = {}): Promise<void> {
	const claim = await sources.claim(at, 1000, id);
	if (!claim) throw new Error('not free');
	const told = { startedAt: at, pages: 1, duplicates: 0, rejected: 0, ...run };
	await sources.release(id, claim.fence, { at: at + 5, count: 0, error: null, nextRunAt: 0, run: told, ...outcome });
}
const secretOf = async () => {
	const claim = await sources.claim(1e6, 1, id);
	return claim?.source.connect.kind === 'http' ? claim.source.connect.bearer : null;
};

test('采集记录：有新数据的各占一行；连续没有新数据、结果相同的合为一行', async () => {
	await pulled(100, { count: 3 });
	await pulled(200);
	await pulled(300, {}, { duplicates: 2 });
	await pulled(400, { error: '连接不上' });
	await pulled(500, { error: '连接不上' });
	await pulled(600, { error: '平台拒绝访问' });
	await pulled(700, {}, { rejected: 1 });
	expect(
		(await sources.runs(id, 10)).map(run => [run.startedAt, run.endedAt, run.times, run.accepted, run.fault]),
	).toEqual([
		[700, 705, 1, 0, null],
		[600, 605, 1, 0, '平台拒绝访问'],
		[400, 505, 2, 0, '连接不上'],
		[200, 305, 2, 0, null],
		[100, 105, 1, 3, null],
	]);
	expect((await sources.runs(id, 10))[3]).toMatchObject({ pages: 2, duplicates: 2 });
});

test('采集记录只留最近二百行', async () => {
	for (let n = 0; n < 205; n++) await pulled(1000 + 10 * n, { count: 1 });
	const runs = await sources.runs(id, 1000);
	expect([runs.length, runs[0]?.startedAt, runs.at(-1)?.startedAt]).toEqual([200, 3040, 1050]);
});

test('修改时不给密钥的沿用；换了主机的不沿用；游标在从头重新采集时清空', async () => {
	const config = { code, name: '新名称', connect: { kind: 'http' as const, url: `${url}/v2` } };
	await sources.revise({ config, again: false }, by(2));
	expect(await secretOf()).toBe('the old secret');
	expect((await sources.opened(config)).connect).toMatchObject({ bearer: 'the old secret' });
	const moved = { ...config, connect: { kind: 'http' as const, url: 'https://elsewhere.example/' } };
	expect((await sources.opened(moved)).connect).not.toHaveProperty('bearer');
	await sources.revise({ config: moved, again: true }, by(3));
	expect(await secretOf()).toBeUndefined();
	await expect(sources.revise({ config: { ...config, code: 'nobody' }, again: false }, by(4))).rejects.toThrow(
		'没有代码为“nobody”的数据来源',
	);
});

test('立即采集、暂停、恢复、更换令牌；每一项都留下何人、何时、何事，没有做成的不留', async () => {
	await sources.pause(code, true, by(5));
	await expect(sources.hasten(code, by(6))).rejects.toThrow('已暂停');
	await sources.pause(code, false, by(7));
	await sources.hasten(code, by(8));
	const token = await sources.rotate(code, by(9));
	expect((await sources.byToken(token))?.code).toBe(code);
	expect((await sources.acts(code, 20)).map(({ at, account, act, detail }) => [at, account, act, detail])).toEqual([
		[9, 'guan', 'rotated', '旧令牌即时失效'],
		[8, 'guan', 'pulled', ''],
		[7, 'guan', 'resumed', ''],
		[5, 'guan', 'paused', ''],
		[3, 'guan', 'changed', '接入方式或者参数、从头重新采集'],
		[2, 'guan', 'changed', '名称改为“新名称”、接入方式或者参数'],
		[1, 'guan', 'added', ''],
	]);
});
