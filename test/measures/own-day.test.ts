import { describe, expect, test } from 'vitest';
import { indicatorFigures, indicatorUnits } from '#analytics/measures/indicators.ts';
import { act, authority, civil, hrss, received, registered, replied } from '#test/store/acts.ts';
import { asking, columns } from './asking.ts';
import { changed } from './organisations.ts';

const { begin, ask } = asking();
const register = [
	registered(authority, '市数据局', '2020-01-01', { kind: 'authority' }),
	registered(hrss, '市人力社保局'),
	registered(civil, '市民政局'),
];
const spring = { as_of: '2026-04-30', from: '2026-03-01', to: '2026-04-30' };
const units = async (indicators: string[], args: object = {}) =>
	columns(await ask(indicatorUnits, { ...spring, indicators, ...args }), 'indicator', 'department', 'on_day', 'num');

describe('指标的归属与时点', () => {
	test('收到、办结、到期各以当日的机构为准', async () => {
		await begin([
			...register,
			changed('merge', '2026-03-10', [hrss], [['新局']]),
			received('SQ1', '2026-03-02'),
			replied('SQ1', '2026-03-06', { outcome: 'refuse', reason_code: '2' }),
		]);
		expect((await units(['T2', 'T6a', 'T9', 'T11a'])).sort()).toEqual([
			['T11a', hrss, '2026-03-06', 0],
			['T2', '新局', '2026-03-16', 1],
			['T6a', hrss, '2026-03-06', 4],
			['T9', hrss, '2026-03-02', 0],
		]);
	});

	test.each([
		['到期后撤回', act('request.withdrawn', 'SQ1', '2026-03-20', { department: civil, counterparty: hrss })],
		['到期后转办', act('request.transferred', 'SQ1', '2026-03-20', { counterparty: civil, to_dept: civil })],
	])('%s的计为逾期，不是作出的答复，不计用时', async (_, left) => {
		await begin([...register, received('SQ1', '2026-03-02'), left]);
		const own = { departments: [hrss] };
		expect(await units(['T2', 'T6a', 'T11a'], own)).toEqual([['T2', hrss, '2026-03-16', 0]]);
		const rows = await ask(indicatorFigures, { ...spring, ...own, indicators: ['T6a'] });
		expect(columns(rows, 'value')[0]).toEqual([null]);
	});

	test('后来才同意的延期，此前不算延期', async () => {
		const decided = { department: authority, counterparty: hrss, granted: true, granted_wd: 5 };
		await begin([
			...register,
			received('SQ1', '2026-03-02'),
			act('request.extension_decided', 'SQ1', '2026-03-10', decided),
		]);
		const extended = async (as_of: string) => (await units(['T9'], { as_of }))[0]?.[3];
		expect([await extended('2026-03-09'), await extended('2026-03-10')]).toEqual([0, 1]);
	});

	test('存量是所选日的存量，不论统计区间', async () => {
		await begin([...register, received('SQ1', '2026-03-02')]);
		const march = { from: '2026-03-01', to: '2026-03-31' };
		expect(await units(['T8a', 'T8b', 'G6'], march)).toEqual([
			['T8a', hrss, '2026-04-30', 1],
			['T8b', hrss, '2026-04-30', 32],
			['G6', authority, '2026-04-30', 1],
		]);
	});
});
