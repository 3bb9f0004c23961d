import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readEnv, WrongSetting } from '#app/env.ts';
import { emptyDataDir, shudu, startHouse } from '#test/house.ts';

describe('设置读一次，写错的一句话说清', () => {
	test.each([
		['PORT', 'abc'],
		['PORT', '99999'],
		['PORT', '-1'],
		['PORT', '1e3'],
		['PORT', '0x50'],
		['PORT', '3000.5'],
		['TODAY', '2026-02-30'],
		['TODAY', '2026/11/21'],
		['TODAY', '1900-01-01'],
		['TODAY', '昨天'],
		['ROLE', 'worker'],
		['ROLE', 'web,'],
		['SHUDU_SAMPLE', 'maybe'],
		['SHUDU_SAMPLE', 'ON'],
	])('%s=%s', (name, value) => {
		const told = () => readEnv({ [name]: value });
		expect(told).toThrow(WrongSetting);
		expect(told).toThrow(new RegExp(`环境变量 ${name} 的值“${value}”不正确：.*。`));
	});

	test.each([
		['DATABASE_URL', 'mysql://shudu:geheim@db/x'],
		['SESSION_SECRET', 'geheim'],
	])('%s 写错也不把口令显示出来', (name, value) => {
		const told = () => readEnv({ [name]: value });
		expect(told).toThrow(`环境变量 ${name} 的值不正确`);
		expect(told).not.toThrow('geheim');
	});

	test('ROLE 不是 all 而没有 DATABASE_URL', () => {
		expect(() => readEnv({ ROLE: 'web' })).toThrow(/ROLE.*DATABASE_URL/);
		expect(readEnv({ ROLE: 'web, ingest', DATABASE_URL: 'postgres://db/x' })).toMatchObject({
			web: true,
			ingest: true,
		});
	});

	test('空值等于没有写', () => {
		expect(readEnv({ PORT: '', TODAY: '', SHUDU_SAMPLE: '' })).toMatchObject({ port: 3000, today: null, sample: null });
	});
});

/** What a start that fails prints. */
async function refusal(given: Record<string, string>, dataDir = emptyDataDir()): Promise<string> {
	const ended = await startHouse(given, dataDir).then(
		house => house.remove().then(() => '已启动'),
		(error: Error) => error.message,
	);
	return ended;
}

describe('启动失败：退出码 1，一句话，没有程序堆栈', () => {
	const off = { SHUDU_SAMPLE: 'off' };
	test.each([
		['数据库连不上', { ...off, DATABASE_URL: 'postgres://shudu@127.0.0.1:1/shudu' }, /DATABASE_URL.*ECONNREFUSED/],
		['数据目录是个文件', { ...off, DATA_DIR: import.meta.filename }, /DATA_DIR.*无法创建或写入/],
		['数据目录在文件之下', { ...off, DATA_DIR: join(import.meta.filename, 'data') }, /DATA_DIR.*无法创建或写入/],
		['地址不是本机的', { ...off, HOST: '192.0.2.1' }, /HOST.*不是本机的地址/],
		['示例城市不上公网', { SHUDU_SAMPLE: 'on', HOST: '0.0.0.0' }, /HOST.*0\.0\.0\.0/],
		['日期写错', { ...off, TODAY: '2026-02-30' }, /TODAY.*2026-02-30/],
	])('%s', async (_, given, sentence) => {
		const told = await refusal(given);
		expect(told).toMatch(/未能启动（退出码 1）/);
		expect(told).toMatch(sentence);
		expect(told).not.toMatch(/\bat .*\.(ts|js)|node:/);
	});

	test('端口被占用', async () => {
		const other = createServer().listen(0, '127.0.0.1');
		onTestFinished(() => void other.close());
		await new Promise(resolve => other.once('listening', resolve));
		const { port } = other.address() as AddressInfo;
		const told = await refusal({ ...off, PORT: String(port) });
		expect(told).toMatch(new RegExp(`端口 ${port} 已被其他程序占用`));
		expect(told).not.toMatch(/\bat .*\.(ts|js)/);
	});

	test('已有真实数据来源的目录不装示例城市', async () => {
		const dataDir = emptyDataDir();
		const config = join(dataDir, 'source.json');
		writeFileSync(config, JSON.stringify({ code: 'a', name: '甲', connect: { kind: 'push' } }));
		await shudu(dataDir, ['source', 'add', config]);
		expect(await refusal({ SHUDU_SAMPLE: 'on' }, dataDir)).toMatch(/SHUDU_SAMPLE.*已有真实数据来源/);
	});
});
