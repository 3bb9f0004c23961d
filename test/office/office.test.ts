import { beforeAll, expect, test } from 'vitest';
import type { Office } from '#app/office/office.ts';
import { openOffice } from '#app/office/open.ts';
import { account as accounts, session, token as tokens } from '#app/office/schema.ts';
import { eachPostgres } from '#test/postgres.ts';

const NOW = Date.parse('2026-03-04T08:00:00+08:00');
const MINUTE = 60_000;
const li = { name: 'li.si', title: '李四', role: 'supervisor', department: null } as const;
const password = '正确的口令八九十';
const long = `${password}-11`;

eachPostgres('the office', engine => {
	let office: Office;
	let now = NOW;

	beforeAll(async () => {
		office = openOffice(engine.postgres(), () => now);
		await office.createAccount(li, long);
	});

	test('an account signs in with its password and no other', async () => {
		const liaison = { name: '王五', title: '联络员', role: 'liaison', department: '11330100002489559B' } as const;
		const wang = await office.createAccount(liaison, 'shudu-sample');
		expect(wang).toEqual({ ...liaison, id: wang.id });
		expect(await office.verify('王五', 'shudu-sample')).toEqual(wang);
		expect(await office.verify('王五', 'shudu-sampl')).toBeNull();
		expect(await office.verify('nobody', 'shudu-sample')).toBeNull();
		expect((await office.accounts()).map(a => a.name)).toEqual(['li.si', '王五']);
	});

	test('the database holds argon2id hashes at 19 MiB, not passwords', async () => {
		const rows = await engine.postgres().db.select().from(accounts);
		for (const row of rows) expect(row.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
	});

	test.each([
		['a short password', li, '123456789', '口令太短：至少 10 个字符，现为 9 个'],
		['an endless password', { ...li, name: 'x' }, 'x'.repeat(129), '口令太长'],
		['a name that is taken', li, long, '账号“li.si”已存在'],
		['a name with a blank', { ...li, name: 'li si' }, long, '不能使用'],
		['no name', { ...li, name: '' }, long, '不能使用'],
	])('%s makes no account', async (_, account, given, told) => {
		await expect(office.createAccount(account, given)).rejects.toThrow(told);
	});

	test('an unknown name takes as long as a wrong password', async () => {
		for (let n = 0; n < 8; n++) await office.createAccount({ ...li, name: `known${n}` }, `${long}!`);
		const spent: Record<string, number[]> = { known: [], unknown: [], 'no name ': [] };
		for (let n = 0; n < 8; n++) {
			for (const [name, times] of Object.entries(spent)) {
				const start = performance.now();
				await office.verify(name + n, long);
				times.push(performance.now() - start);
			}
		}
		const [known = 0, unknown = 0, impossible = 0] = Object.values(spent).map(times => times.sort((a, b) => a - b)[3]);
		expect(unknown).toBeGreaterThan(known / 3);
		expect(impossible).toBeGreaterThan(known / 3);
	});

	test('names nobody can have are refused without a fault', async () => {
		for (const name of ['', 'a\u0000b', 'x'.repeat(5000), '\ud800']) {
			expect([await office.verify(name, long), await office.lockedUntil(name)]).toEqual([null, null]);
		}
	});

	test.each(['li.si', 'nobody-at-all'])('five wrong passwords lock %s for fifteen minutes', async name => {
		now = NOW;
		for (let n = 0; n < 4; n++) await office.verify(name, 'wrong');
		expect(await office.lockedUntil(name)).toBeNull();
		await office.verify(name, 'wrong');
		expect(await office.lockedUntil(name)).toBe(NOW + 15 * MINUTE);
		now = NOW + 15 * MINUTE - 1;
		expect(await office.verify(name, long)).toBeNull();
		expect(await office.lockedUntil(name)).toBe(NOW + 15 * MINUTE);
		now = NOW + 15 * MINUTE;
		expect(await office.lockedUntil(name)).toBeNull();
		expect((await office.verify(name, long))?.name).toBe(name === 'li.si' ? name : undefined);
	});

	test('a right password in time forgets the wrong ones, and so does a quarter of an hour', async () => {
		now = NOW + 100 * MINUTE;
		const wrong = async (times: number) => {
			for (let n = 0; n < times; n++) await office.verify('li.si', 'wrong');
		};
		await wrong(4);
		expect(await office.verify('li.si', long)).not.toBeNull();
		await wrong(4);
		now += 15 * MINUTE;
		await wrong(4);
		expect(await office.lockedUntil('li.si')).toBeNull();
		expect(await office.verify('li.si', long)).not.toBeNull();
	});

	test('guessing many at once is no way round the lock', async () => {
		now = NOW + 200 * MINUTE;
		await Promise.all(Array.from({ length: 12 }, () => office.verify('li.si', 'wrong')));
		expect(await office.lockedUntil('li.si')).toBe(now + 15 * MINUTE);
		expect(await office.verify('li.si', long)).toBeNull();
		now += 15 * MINUTE;
	});

	test('a session lasts twelve hours, is stored as a hash, and ends when closed', async () => {
		const me = await office.verify('li.si', long);
		const secret = await office.openSession(me?.id ?? 0, NOW);
		expect(await office.sessionAccount(secret, NOW + 12 * 60 * MINUTE - 1)).toEqual(me);
		expect(await office.sessionAccount(secret, NOW + 12 * 60 * MINUTE)).toBeNull();
		expect(await office.sessionAccount(`${secret}x`, NOW)).toBeNull();
		expect(JSON.stringify(await engine.postgres().db.select().from(session))).not.toContain(secret);
		await office.closeSession(secret);
		expect(await office.sessionAccount(secret, NOW)).toBeNull();
	});

	test('a personal token names its owner and is stored as a hash', async () => {
		const token = await office.createToken('li.si', NOW);
		expect(token).toMatch(/^shudu_personal_[\w-]{43}$/);
		expect(await office.tokenAccount(token)).toMatchObject(li);
		expect(await office.tokenAccount(token.slice(0, -1))).toBeNull();
		expect(JSON.stringify(await engine.postgres().db.select().from(tokens))).not.toContain(token);
		await expect(office.createToken('nobody', NOW)).rejects.toThrow('没有账号“nobody”');
	});

	test('a setting is what was set last', async () => {
		expect(await office.setting('title')).toBeNull();
		await office.setSetting('title', '一');
		await office.setSetting('title', '二');
		expect(await office.setting('title')).toBe('二');
	});
});
