import { expect, test } from 'vitest';
import { toDay } from '#analytics/law/day.ts';
import { registerChanges } from '#analytics/measures/organisations.ts';
import { registerSince, reorganise } from '#app/office/reorganise.ts';
import { body } from '#test/measures/organisations.ts';
import { bench } from '#test/store/opened.ts';

const { open, tell, ledger } = bench();

test('同时登记的两项变更只取其一，另一项被拒绝、没有记入账本；按新的登记重来即可', async () => {
	const store = await open();
	await tell([body('甲'), body('乙'), body('丙')]);
	await store.catchUp();
	const today = toDay('2026-03-20');
	const house = { ledger: ledger(), store, today: () => today, now: () => Date.parse('2026-03-20T10:00:00+08:00') };
	const abolished = (code: string) => ({
		kind: 'abolish',
		from: [code],
		effective: today,
		document: '市编发〔2026〕5号',
	});
	const since = await registerSince(house);
	expect(since).toBe(3);
	const both = await Promise.allSettled([
		reorganise(since, house, { name: 'a' }, abolished('甲')),
		reorganise(since, house, { name: 'b' }, abolished('乙')),
	]);
	expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	const refused = both.find(each => each.status === 'rejected');
	expect(refused?.reason).toMatchObject({ status: 409, code: 'register_changed' });
	const entries = () => store.ask(registerChanges, { as_of: today, known: store.position(), visible: null });
	expect(await entries()).toHaveLength(4);
	await expect(reorganise(since, house, { name: 'b' }, abolished('丙'))).rejects.toMatchObject({ status: 409 });
	await reorganise(await registerSince(house), house, { name: 'b' }, abolished('丙'));
	expect(await entries()).toHaveLength(5);
});
