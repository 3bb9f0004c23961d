import { describe, expect, test } from 'vitest';
import { departments } from '#analytics/measures/departments.ts';
import { act, authority, hrss, received, registered } from '#test/store/acts.ts';
import { asking, columns } from './asking.ts';

const { begin, ask, more } = asking();

const changed = (kind: string, effective: string, from: string[], to: [code: string, name: string][]) =>
	act('organisation.changed', null, effective, {
		id: `${kind} ${effective}`,
		department: authority,
		kind,
		from,
		to: to.map(([code, name]) => ({ code, name })),
		effective,
	});

const on = (as_of: string, args: object = {}) => ask(departments, { as_of, ...args });

describe('departments as they were on a day', () => {
	test('a new name holds from its day on', async () => {
		await begin([registered('甲', '市信息办'), changed('rename', '2026-03-01', ['甲'], [['甲', '市数据局']])]);
		expect((await on('2026-02-28', { code: '甲' })).map(row => row.name)).toEqual(['市信息办']);
		expect((await on('2026-03-01', { code: '甲' })).map(row => row.name)).toEqual(['市数据局']);
	});

	test('merged departments have a last day and a successor', async () => {
		await begin([
			registered('甲', '甲局'),
			registered('乙', '乙局'),
			changed('merge', '2026-03-01', ['甲', '乙'], [['丙', '丙局']]),
		]);
		const rows = await on('2026-03-31');
		expect(columns(rows, 'code', 'valid_from', 'valid_to', 'successor', 'successor_name')).toEqual(
			expect.arrayContaining([
				['丙', '2026-03-01', null, null, null],
				['乙', '2020-01-01', '2026-02-28', '丙', '丙局'],
				['甲', '2020-01-01', '2026-02-28', '丙', '丙局'],
			]),
		);
		expect(
			columns(
				(await on('2026-02-28')).filter(row => row.identified),
				'code',
				'valid_to',
			),
		).toEqual([
			['乙', null],
			['甲', null],
		]);
	});

	test('one that takes in another stays itself; one that is split has no single successor', async () => {
		await begin([
			registered('甲', '甲局'),
			registered('乙', '乙局'),
			changed('merge', '2026-03-01', ['甲', '乙'], [['甲', '甲局']]),
			changed(
				'split',
				'2026-04-01',
				['甲'],
				[
					['丁', '丁局'],
					['戊', '戊局'],
				],
			),
		]);
		const ended = (await on('2026-04-30')).filter(row => row.valid_to !== null);
		expect(columns(ended, 'code', 'valid_to', 'successor')).toEqual([
			['乙', '2026-02-28', '甲'],
			['甲', '2026-03-31', null],
		]);
	});

	test('a change that was retracted never was', async () => {
		await begin([registered('甲', '甲局'), changed('abolish', '2026-03-01', ['甲'], [])]);
		expect((await on('2026-03-31', { code: '甲' }))[0]?.valid_to).toBe('2026-02-28');
		await more([
			act('organisation.changed', null, '2026-03-02', { department: authority, retracts: 'abolish 2026-03-01' }),
		]);
		expect((await on('2026-03-31', { code: '甲' }))[0]?.valid_to).toBe(null);
		expect((await on('2026-03-31', { code: '甲', known: 2 }))[0]?.valid_to).toBe('2026-02-28');
	});

	test('a code that only events mention is not identified, and called what the last event called it', async () => {
		await begin([
			received('A', '2026-03-02', { department_name: '人社局' }),
			received('B', '2026-03-03', { department_name: '市人社局' }),
			received('C', '2026-03-03', { department: '无名' }),
		]);
		expect(columns(await on('2026-03-31'), 'code', 'name', 'identified', 'kind')).toEqual([
			[hrss, '市人社局', false, null],
			['无名', '无名', false, null],
		]);
		expect(columns(await on('2026-03-31', { known: 1 }), 'code', 'name')).toEqual([[hrss, '人社局']]);
		await more([registered(hrss, '市人力资源和社会保障局')]);
		expect(columns(await on('2026-03-31', { code: hrss }), 'name', 'identified', 'kind')).toEqual([
			['市人力资源和社会保障局', true, 'department'],
		]);
	});

	test('a code mentioned by mistake and taken back is gone', async () => {
		await begin([
			received('A', '2026-03-02', { id: 'typo', department: '错码' }),
			received('A', '2026-03-02', { id: 'right', corrects: 'typo' }),
		]);
		expect((await on('2026-03-31')).map(row => row.code)).toEqual([hrss]);
	});

	test('one to which a request was passed on is there before it ever reports; so is an authority nobody named', async () => {
		await begin([
			received('A', '2026-03-02'),
			act('request.transferred', 'A', '2026-03-03', { to_dept: '受转' }),
			act('catalogue.triggered', 'ML1', '2026-03-02'),
			act('catalogue.submitted', 'ML1', '2026-03-03'),
		]);
		expect(columns(await on('2026-03-31'), 'code', 'name')).toEqual(
			expect.arrayContaining([
				['受转', '受转'],
				['authority', '主管部门（未写明）'],
			]),
		);
	});

	test('each sees itself', async () => {
		await begin([registered('甲', '甲局'), registered('乙', '乙局')]);
		expect((await on('2026-03-31', { visible: ['乙'] })).map(row => row.code)).toEqual(['乙']);
	});
});
