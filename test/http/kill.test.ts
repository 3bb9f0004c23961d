import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, startHouse } from '#test/house.ts';
import { misbehave, type Platforms, say } from './misbehaving.ts';
import { addSource, addSupervisor, ask, event, type Json, push } from './user.ts';

const given = { SHUDU_SAMPLE: 'off', TODAY: '2026-03-20' };
const KILLS = 8;
/** Rows that the pulled platform serves in all, and in one page. */
const SERVED = 900;
const PAGE = 10;

let house: Running;
let platforms: Platforms;
let token: string;
let personal: string;
/** Ids that were acknowledged, in any answer. */
const acknowledged = new Set<string>();
/** Ids that were sent, acknowledged or not. */
const sent = new Set<string>();

beforeAll(async () => {
	const rows = Array.from({ length: SERVED }, (_, n) => JSON.stringify(event('pulled', `pulled-${n}`)));
	platforms = await misbehave({
		pulled: (response, after) => {
			const from = Number(after ?? 0);
			const to = Math.min(from + PAGE, SERVED);
			const page = `{"events":[${rows.slice(from, to).join()}],"next":"${to}","more":${to < SERVED}}`;
			setTimeout(() => say(response, page), 20);
		},
	});
	house = await startHouse(given);
	token = await addSource(house, 'pushed', { kind: 'push' });
	personal = await addSupervisor(house);
	await addSource(house, 'pulled', { kind: 'http', url: platforms.url('pulled'), pageSize: PAGE, every: 1 });
});
afterAll(async () => {
	await house?.remove();
	await platforms?.close();
});

/** Pushes small batches one after another until the house is gone. */
async function pushOn(round: number): Promise<void> {
	for (let batch = 0; ; batch++) {
		const ids = Array.from({ length: 5 }, (_, n) => `pushed-${round}-${batch}-${n}`);
		for (const id of ids) sent.add(id);
		try {
			const answer = await push(
				house.url,
				token,
				ids.map(id => event('pushed', id)),
			);
			if (answer.accepted !== ids.length) throw new Error(JSON.stringify(answer));
			for (const id of ids) acknowledged.add(id);
		} catch (error) {
			if (error instanceof TypeError) return;
			throw error;
		}
	}
}

/** Case numbers of every matter, as the interface lists them. */
async function cases(): Promise<string[]> {
	const path = '/api/v1/measures/matters?limit=10000&sort=case_id';
	const { rows } = await ask<{ rows: { case_id: string }[] }>(house.url, personal, path);
	return rows.map(row => row.case_id);
}

test(`报送与采集途中被杀 ${KILLS} 次：答复过的每个事件恰好一次，校验通过`, async () => {
	for (let round = 0; round < KILLS; round++) {
		const before = acknowledged.size;
		const pushing = pushOn(round);
		// Every other kill may strike the very first batch, the others come after one was answered, however slow the machine.
		for (let waited = 0; round % 2 > 0 && acknowledged.size === before && waited < 20_000; waited += 20)
			await pause(20);
		await pause(100 + Math.random() * 900);
		await house.stop('SIGKILL');
		await pushing;
		house = await startHouse(given, house.dataDir);
		const found = await cases();
		const pushed = found.filter(id => id.startsWith('SQ-pushed-'));
		expect(new Set(found).size).toBe(found.length);
		expect([...acknowledged].filter(id => !pushed.includes(`SQ-${id}`))).toEqual([]);
		expect(pushed.filter(id => !sent.has(id.slice('SQ-'.length)))).toEqual([]);
		expect(await house.shudu('verify')).toMatch(/校验通过$/);
	}
	expect(acknowledged.size).toBeGreaterThanOrEqual((KILLS / 2) * 5);
}, 180_000);

test('被杀后的采集从提交过的游标接着来，最终一条不少、一条不重', async () => {
	const pulled = async () => (await cases()).filter(id => id.startsWith('SQ-pulled-'));
	for (let waited = 0; (await pulled()).length < SERVED && waited < 20_000; waited += 500) await pause(500);
	const found = await pulled();
	expect(new Set(found).size).toBe(SERVED);
	expect(found.length).toBe(SERVED);
	const { sources } = await ask<{ sources: Json[] }>(house.url, personal, '/api/v1/sources');
	expect(sources.find(line => line.code === 'pulled')).toMatchObject({ events: SERVED, rejects: 0, last_error: null });
});

test('没有答复的一批重报：已入账的算重复，没有的补上', async () => {
	const before = new Set(await cases());
	const ids = [...sent].slice(-20);
	const known = ids.filter(id => before.has(`SQ-${id}`)).length;
	const again = await push(
		house.url,
		token,
		ids.map(id => event('pushed', id)),
	);
	expect(again).toMatchObject({ accepted: ids.length - known, duplicates: known, rejected: [] });
});

test('同一数据目录的第二个服务：一句话拒绝；命令行经由正在运行的服务', async () => {
	const told = await startHouse(given, house.dataDir).then(
		() => '已启动',
		(error: Error) => error.message,
	);
	expect(told).toMatch(/未能启动（退出码 1）：数据目录 .* 正由另一个数督进程（进程号 \d+）使用。请先停止该进程/);
	expect(told).not.toMatch(/\bat .*\.(ts|js)|node:/);
	expect(await house.shudu('source', 'list')).toMatch(/共 3 个数据来源$/);
	expect(await house.shudu('verify')).toMatch(/校验通过$/);
});

test('被杀后不重启，命令行直接在数据目录上工作', async () => {
	await house.stop('SIGKILL');
	expect(existsSync(join(house.dataDir, 'server.json'))).toBe(true);
	expect(await house.shudu('verify')).toMatch(/校验通过$/);
	house = await startHouse(given, house.dataDir);
	expect((await cases()).length).toBeGreaterThanOrEqual(SERVED + acknowledged.size);
});

test('npm start 的外壳被杀，服务随之结束，目录可以再开', async () => {
	await house.stop();
	const root = join(import.meta.dirname, '../..');
	const { PATH = '', HOME = '' } = process.env;
	const env: NodeJS.ProcessEnv = { PATH, HOME, PORT: '0', DATA_DIR: house.dataDir, ...given, NODE_ENV: 'production' };
	const shell = spawn(process.execPath, [join(root, 'app/start.mjs')], {
		cwd: root,
		env,
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	const lines: string[] = [];
	shell.stdout.on('data', chunk => lines.push(String(chunk)));
	while (!lines.join('').includes('数督已启动')) await pause(100);
	shell.kill('SIGKILL');
	await once(shell, 'exit');
	await pause(1500);
	house = await startHouse(given, house.dataDir);
	expect(await house.shudu('verify')).toMatch(/校验通过$/);
});
