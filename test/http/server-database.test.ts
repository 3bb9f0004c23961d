import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDataDir, type Running, shudu, startHouse } from '#test/house.ts';
import { freshDatabase } from '#test/postgres.ts';
import { postgresBinaries } from '#test/postgres-setup.ts';
import { misbehave, type Platforms, say } from './misbehaving.ts';
import { addSource, addSupervisor, ask, event, type Json, look, push, until } from './user.ts';

const installed = postgresBinaries() !== null;
if (!installed) {
	process.stderr.write('\n!!! SKIPPED: the product on a PostgreSQL server: no initdb and postgres found here\n\n');
}

describe.skipIf(!installed)('数据库服务器上的同一产品', () => {
	test('示例城市：装载、校验、重启后还是同一个城市', async () => {
		const given = { DATABASE_URL: await freshDatabase(), TODAY: '2026-11-20' };
		let house = await startHouse(given);
		expect(house.line).toContain('shudu-sample');
		const token = (await house.shudu('token', 'create', '--user', 'supervisor')).split('\n').at(-1) ?? '';
		const standing = async () => {
			const { rows } = await ask<{ rows: Json[] }>(house.url, token, '/api/v1/measures/overview?known=10000');
			return rows;
		};
		const before = await standing();
		expect(before.length).toBeGreaterThan(4);
		expect(await house.shudu('verify')).toMatch(/校验通过$/);
		await house.stop('SIGKILL');
		house = await startHouse(given, house.dataDir);
		expect(await standing()).toEqual(before);
		expect(await house.shudu('verify')).toMatch(/校验通过$/);
		await house.remove();
	}, 240_000);

	describe('采集与页面分在两个进程', () => {
		let given: Record<string, string>;
		let platforms: Platforms;
		let ingest: Running;
		let web: Running;
		let token: string;
		let personal: string;
		let served: string[] = [];

		beforeAll(async () => {
			platforms = await misbehave({
				pulled: (response, after, request) => {
					if (request.headers.authorization !== 'Bearer geheim') return say(response, '{}', 401);
					const rows = served.slice(Number(after ?? 0));
					say(response, `{"events":[${rows.join()}],"next":"${served.length}","more":false}`);
				},
			});
			given = {
				DATABASE_URL: await freshDatabase(),
				SHUDU_SAMPLE: 'off',
				TODAY: '2026-03-20',
				SESSION_SECRET: 'one secret for every process',
			};
			const webDir = emptyDataDir();
			const desk = { dataDir: webDir, shudu: (...args: string[]) => shudu(webDir, args, given) };
			token = await addSource(desk, 'pushed', { kind: 'push' });
			personal = await addSupervisor(desk);
			await addSource(desk, 'pulled', { kind: 'http', url: platforms.url('pulled'), bearer: 'geheim', every: 1 });
			[ingest, web] = await Promise.all([
				startHouse({ ...given, ROLE: 'ingest' }),
				startHouse({ ...given, ROLE: 'web' }, webDir),
			]);
		});
		afterAll(async () => {
			await Promise.all([ingest?.remove(), web?.remove()]);
			await platforms?.close();
		});

		const listed = async () => (await look(web.url, personal, '/matters')).text;

		test('一个进程采来的，两秒内出现在另一个进程的页面上', async () => {
			await until(
				async () => platforms.asked.get('pulled') ?? 0,
				asked => asked > 0,
				10_000,
			);
			served = [JSON.stringify(event('pulled', 'p1'))];
			const began = platforms.asked.get('pulled') ?? 0;
			await until(
				async () => platforms.asked.get('pulled') ?? 0,
				asked => asked > began,
				10_000,
			);
			expect(await until(listed, text => text.includes('SQ-p1'), 2000)).toContain('SQ-p1');
		});

		test('报送到页面进程的立即可见，采集进程换一个接着采，不重不漏', async () => {
			expect(await push(web.url, token, [event('pushed', 'w1')])).toMatchObject({ accepted: 1, rejected: [] });
			expect(await listed()).toContain('SQ-w1');
			await ingest.stop('SIGTERM');
			served.push(JSON.stringify(event('pulled', 'p2')));
			ingest = await startHouse({ ...given, ROLE: 'ingest' }, ingest.dataDir);
			expect(await until(listed, text => text.includes('SQ-p2'), 10_000)).toContain('SQ-p2');
			const { sources } = await ask<{ sources: Json[] }>(web.url, personal, '/api/v1/sources');
			expect(sources.map(line => [line.code, line.events, line.last_error])).toEqual(
				expect.arrayContaining([
					['pulled', 2, null],
					['pushed', 1, null],
				]),
			);
			expect(await web.shudu('verify')).toMatch(/校验通过$/);
		});
	});
});
