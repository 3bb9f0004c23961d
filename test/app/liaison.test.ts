import { beforeAll, describe, expect, test } from 'vitest';
import { toDay } from '#analytics/law/day.ts';
import type { Store } from '#analytics/store/store.ts';
import { viewerOf } from '#app/auth/viewer.server.ts';
import type { Role } from '#app/office/office.ts';
import { body, changed } from '#test/measures/organisations.ts';
import { bench } from '#test/store/opened.ts';

const { open, tell, wipe } = bench();
let store: Store;
beforeAll(async () => {
	store = await open();
});

/** Bureaus of 2020; a centre under one of them; on 2026-03-02 two merge, one is renamed, one abolished, and a code recognised. */
const register = [
	...['甲', '乙', '旧', '撤'].map(code => body(code)),
	body('中心', { parent: '甲' }),
	changed('merge', '2026-03-02', ['甲', '乙'], [['丙']]),
	changed('rename', '2026-03-02', ['旧'], [['新']]),
	changed('abolish', '2026-03-02', ['撤'], []),
	changed('recognise', '2026-03-02', ['错码'], [['丙']]),
];

async function seen(role: Role, department: string | null, today: string) {
	await wipe();
	await tell(register);
	await store.catchUp();
	const account = { id: 1, name: 'a', title: '甲', role, department };
	const { visible, body } = await viewerOf(account, { store, today: () => toDay(today) });
	return { visible: visible?.toSorted() ?? null, body };
}

describe('联络员可见的范围：今日由本机构承担的，包括原机构、曾用代码与下属单位', () => {
	test.each([
		['合并之前', '甲', '2026-03-01', ['中心', '甲'], '甲'],
		['合并之后，原机构的看不到', '甲', '2026-03-02', [], null],
		['合并之后，承接机构的都看得到', '丙', '2026-03-02', ['丙', '中心', '乙', '甲', '错码'], '丙'],
		['下属单位的只看到自己', '中心', '2026-03-02', ['中心'], '中心'],
		['更名之后，用原代码的照旧', '旧', '2026-03-02', ['新', '旧'], '新'],
		['撤销之后，看不到', '撤', '2026-03-02', [], null],
		['未登记的代码，只看到自己', '无', '2026-03-02', ['无'], '无'],
	])('%s', async (_, department, today, visible, own) => {
		expect(await seen('liaison', department, today)).toEqual({ visible, body: own });
	});

	test('没有设定部门的联络员什么也看不到；其他角色看得到全部', async () => {
		expect(await seen('liaison', null, '2026-03-02')).toEqual({ visible: [], body: null });
		expect(await seen('leader', null, '2026-03-02')).toEqual({ visible: null, body: null });
	});
});
