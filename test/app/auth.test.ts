import { describe, expect, test } from 'vitest';
import { noCookie, sessionCookie, sessionSecret } from '#app/auth/cookie.ts';
import { safeDestination } from '#app/auth/destination.ts';
import { demand, may } from '#app/auth/rights.ts';
import { type Role, roles } from '#app/office/office.ts';
import { Refusal } from '#app/refusal.ts';

describe('登录后的去处', () => {
	test.each([
		['/league?period=2026-Q3', '/league?period=2026-Q3'],
		['/cases/SQ%2F1', '/cases/SQ%2F1'],
		[null, '/'],
		['', '/'],
		['league', '/'],
		['//evil.example', '/'],
		['/\\evil.example', '/'],
		['/\t/evil.example', '/'],
		['/\n/evil.example', '/'],
		['/..//evil.example', '/'],
		['/.//evil.example', '/'],
		['https://evil.example/', '/'],
		['javascript:alert(1)', '/'],
		['/login?to=/league', '/'],
		['/logout', '/'],
	])('%j → %s', (wanted, to) => expect(safeDestination(wanted)).toBe(to));
});

describe('会话Cookie', () => {
	test('只供服务器读取，同站发送，https时加密传送', () => {
		expect(sessionCookie('秘 密', false)).toBe(
			`shudu=${encodeURIComponent('秘 密')}; Path=/; HttpOnly; SameSite=Lax; Max-Age=43200`,
		);
		expect(sessionCookie('a', true)).toMatch(/; Secure$/);
		expect(noCookie(false)).toMatch(/^shudu=; .*Max-Age=0$/);
	});

	test.each([
		['shudu=abc', 'abc'],
		['other=1; shudu=%E7%A7%98; x=2', '秘'],
		['xshudu=1', null],
		['shudu=', null],
		['shudu=%E0%A4', null],
		[null, null],
	])('%j 读出 %j', (header, secret) => expect(sessionSecret(header)).toBe(secret));
});

describe('权限', () => {
	const table: [Role, boolean, boolean][] = [
		['leader', true, false],
		['supervisor', true, true],
		['reporter', true, false],
		['liaison', true, false],
		['admin', true, true],
		['auditor', true, true],
	];

	test.each(table)('%s：查看数据%s，查看来源与拒收%s', (role, figures, sources) => {
		expect(may(role, 'figures')).toBe(figures);
		for (const right of ['sources', 'rejects', 'doubts'] as const) expect(may(role, right)).toBe(sources);
	});

	test('表中列全了角色', () => expect(table.map(([role]) => role)).toEqual([...roles]));

	test('没有权限得到403和一句中文', () => {
		expect(() => demand('leader', 'rejects')).toThrow(Refusal);
		expect(() => demand('leader', 'rejects')).toThrow(/没有查看此页的权限/);
	});
});
