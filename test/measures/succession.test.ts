import { describe, expect, test } from 'vitest';
import type { ShareEvent } from '#analytics/cases/event.ts';
import { departments } from '#analytics/measures/departments.ts';
import { league } from '#analytics/measures/league.ts';
import { matters } from '#analytics/measures/matters.ts';
import { asking, columns } from './asking.ts';
import { body, changed, request, takenBack } from './organisations.ts';

const { begin, ask, more } = asking();

/** Case number, who is judged, who must act, working days inherited. */
async function borne(as_of: string, filter: object = {}) {
	const rows = await ask(matters, { as_of, sort: 'case_id', ...filter });
	return columns(rows, 'case_id', 'department', 'held_by', 'days_late_inherited');
}

async function ranked(as_of: string) {
	const rows = await ask(league, { as_of, from: '2026-01-01', to: '2026-12-31' });
	const total = rows.filter(row => row.clock === 'total');
	return columns(total, 'department', 'due', 'overdue', 'unsettled', 'unranked').sort();
}

const registered = async (as_of: string) => (await ask(departments, { as_of })).filter(row => row.identified);

const overdue = (department: string) => request(`${department}件`, department, '2026-02-05');

describe('更名', () => {
	const renamed = changed('rename', '2026-03-02', ['旧码'], [['新码', '市数据局']]);

	test('代码改变的更名是同一机构：名下一切随之，不分前后，没有继承的逾期', async () => {
		await begin([body('旧码'), ...overdue('旧码'), ...request('新件', '新码', '2026-03-04'), renamed]);
		expect(await borne('2026-03-20')).toEqual([
			['新件', '新码', '新码', null],
			['旧码件', '新码', '新码', null],
		]);
		expect(await ranked('2026-03-20')).toEqual([['新码', 2, 2, 0, 'too_few']]);
		const names = async (as_of: string) => columns(await registered(as_of), 'code', 'name', 'valid_from');
		expect(await names('2026-03-01')).toEqual([['新码', '旧码局', '2020-01-01']]);
		expect(await names('2026-03-02')).toEqual([['新码', '市数据局', '2020-01-01']]);
		expect(columns(await ask(departments, { as_of: '2026-03-20', code: '旧码' }), 'code')).toEqual([['新码']]);
	});

	test('新代码此前已是另一机构的，不是更名而是并入', async () => {
		await begin([body('旧码'), body('新码'), ...overdue('旧码'), renamed]);
		expect(await borne('2026-03-20')).toEqual([['旧码件', '旧码', '新码', 2]]);
	});

	test('代码不变的更名，只改名称', async () => {
		await begin([body('甲'), ...overdue('甲'), changed('rename', '2026-03-02', ['甲'], [['甲', '市数据局']])]);
		expect(await borne('2026-03-20')).toEqual([['甲件', '甲', '甲', null]]);
	});
});

describe('分立与撤销', () => {
	const split = (more: Record<string, unknown> = {}) => changed('split', '2026-03-02', ['甲'], [['乙'], ['丙']], more);

	test.each<[string, ShareEvent]>([
		['分立为两个机构', split()],
		['撤销', changed('abolish', '2026-03-02', ['甲'], [])],
		['承接机构写成自己', changed('abolish', '2026-03-02', ['甲'], [], { successor: '甲' })],
	])('%s而未明确承接：仍列在原机构名下，标明承接部门待明确', async (_, change) => {
		await begin([body('甲'), ...overdue('甲'), change]);
		expect(await borne('2026-03-20')).toEqual([['甲件', '甲', '甲', null]]);
		expect(columns(await ask(matters, { as_of: '2026-03-20' }), 'unsettled')).toEqual([[true]]);
		expect(columns(await ask(matters, { as_of: '2026-03-01' }), 'unsettled')).toEqual([[false]]);
		expect((await ranked('2026-03-20')).filter(([code]) => code === '甲')).toEqual([['甲', 1, 1, 1, 'too_few']]);
		expect(columns(await ask(departments, { as_of: '2026-03-20', code: '甲' }), 'valid_to', 'unsettled')).toEqual([
			['2026-03-01', true],
		]);
	});

	test.each<[string, ShareEvent]>([
		['分立时已明确', split({ successor: '丙' })],
		['撤销时已明确', changed('abolish', '2026-03-02', ['甲'], [], { successor: '丙' })],
	])('%s承接机构的，由其办理', async (_, change) => {
		await begin([body('甲'), body('丙'), ...overdue('甲'), change]);
		expect(await borne('2026-03-20')).toEqual([['甲件', '甲', '丙', 2]]);
	});

	test('事后明确的：自原日起承接，以后登记的为准；另定日期的，自该日起', async () => {
		await begin([body('甲'), ...overdue('甲'), split()]);
		await more([
			changed('split', '2026-03-02', ['甲'], [['乙'], ['丙']], { id: '再定', successor: '乙', when: '2026-03-10' }),
		]);
		expect(await borne('2026-03-20')).toEqual([['甲件', '甲', '乙', 2]]);
		await begin([body('甲'), ...overdue('甲'), split()]);
		await more([changed('abolish', '2026-03-16', ['甲'], [], { successor: '丙' })]);
		expect(await borne('2026-03-13')).toEqual([['甲件', '甲', '甲', null]]);
		expect(await borne('2026-03-20')).toEqual([['甲件', '甲', '丙', 12]]);
		expect(columns(await ask(departments, { as_of: '2026-03-20', code: '甲' }), 'valid_to', 'successor')).toEqual([
			['2026-03-01', '丙'],
		]);
	});

	test('分出一部分而原机构仍在的，原机构的事项不动', async () => {
		await begin([body('甲'), ...overdue('甲'), changed('split', '2026-03-02', ['甲'], [['甲'], ['乙']])]);
		expect(await borne('2026-03-20')).toEqual([['甲件', '甲', '甲', null]]);
	});
});

describe('接连变更', () => {
	test('甲并入乙，乙又并入丙：由丙办理，划转前逾期算到最近一次', async () => {
		await begin([
			...['甲', '乙', '丙'].map(code => body(code)),
			...overdue('甲'),
			changed('merge', '2026-03-02', ['甲'], [['乙']]),
			changed('merge', '2026-03-09', ['乙'], [['丙']]),
		]);
		expect(await borne('2026-03-06')).toEqual([['甲件', '甲', '乙', 2]]);
		expect(await borne('2026-03-20')).toEqual([['甲件', '甲', '丙', 7]]);
	});

	test('撤销中间一环，后一环随之不及于它', async () => {
		const first = changed('merge', '2026-03-02', ['甲'], [['乙']]);
		await begin([
			...['甲', '乙', '丙'].map(code => body(code)),
			...overdue('甲'),
			first,
			changed('merge', '2026-03-09', ['乙'], [['丙']]),
		]);
		await more([takenBack(first, '2026-03-10')]);
		expect(await borne('2026-03-20')).toEqual([['甲件', '甲', '甲', null]]);
	});

	test('并来并去：后来又恢复的，自恢复之日起重新承担', async () => {
		await begin([
			...['甲', '乙'].map(code => body(code)),
			...overdue('甲'),
			changed('merge', '2026-03-02', ['甲'], [['乙']]),
			changed('merge', '2026-03-16', ['乙'], [['甲']]),
		]);
		expect(await borne('2026-03-06')).toEqual([['甲件', '甲', '乙', 2]]);
		expect(await borne('2026-03-20')).toEqual([['甲件', '甲', '甲', null]]);
	});

	test('互指承接、互为上级、互认代码：各归各的，不致循环', async () => {
		await begin([
			...['甲', '乙'].map(code => body(code)),
			body('丙', { parent: '丁' }),
			body('丁', { parent: '丙' }),
			...['甲', '乙', '丙', '丁', '戊', '己'].flatMap(overdue),
			changed('abolish', '2026-03-02', ['甲'], [], { successor: '乙' }),
			changed('abolish', '2026-03-02', ['乙'], [], { successor: '甲' }),
			changed('recognise', '2026-03-02', ['戊'], [['己']]),
			changed('recognise', '2026-03-02', ['己'], [['戊']]),
		]);
		expect(await borne('2026-03-20')).toEqual(
			['丁', '丙', '乙', '己', '戊', '甲'].map(code => [`${code}件`, code, code, null]),
		);
		const open = await ask(matters, { as_of: '2026-03-20', departments: ['甲', '乙', '丙'] });
		expect(columns(open, 'case_id', 'unsettled').sort()).toEqual([
			['丙件', false],
			['乙件', true],
			['甲件', true],
		]);
	});

	test('同一日两次登记，以后一次为准', async () => {
		await begin([
			...['甲', '乙', '丙'].map(code => body(code)),
			...overdue('甲'),
			changed('merge', '2026-03-02', ['甲'], [['乙']], { id: '先' }),
			changed('merge', '2026-03-02', ['甲'], [['丙']], { id: '后' }),
		]);
		expect(await borne('2026-03-20')).toEqual([['甲件', '甲', '丙', 2]]);
	});
});

describe('下属单位与代码认定', () => {
	test('下属单位的事项计入一级预算单位，原报代码保留；下属单位不单列', async () => {
		await begin([body('局'), body('中心', { parent: '局' }), ...overdue('中心'), ...overdue('局')]);
		const rows = await ask(matters, { as_of: '2026-03-20', sort: 'case_id' });
		expect(columns(rows, 'case_id', 'department', 'held_by', 'owed_by_code', 'owed_by_name')).toEqual([
			['中心件', '局', '局', '中心', '中心局'],
			['局件', '局', '局', '局', '局局'],
		]);
		expect(await ranked('2026-03-20')).toEqual([['局', 2, 2, 0, 'too_few']]);
	});

	test('改隶自其日起；改为自行负责的，写明自己', async () => {
		await begin([
			...['局', '委'].map(code => body(code)),
			body('中心', { parent: '局' }),
			...overdue('中心'),
			changed('move', '2026-03-02', ['中心'], [['中心', '中心', { parent: '委' }]]),
			changed('move', '2026-03-16', ['中心'], [['中心', '中心', { parent: '中心' }]]),
		]);
		expect(await borne('2026-03-01')).toEqual([['中心件', '局', '局', null]]);
		expect(await borne('2026-03-06')).toEqual([['中心件', '局', '委', 2]]);
		expect(await borne('2026-03-20')).toEqual([['中心件', '局', '中心', 12]]);
	});

	test('上级单位并入他处的，下属单位随之', async () => {
		await begin([
			...['局', '委'].map(code => body(code)),
			body('中心', { parent: '局' }),
			...overdue('中心'),
			changed('merge', '2026-03-02', ['局'], [['委']]),
		]);
		expect(await borne('2026-03-20')).toEqual([['中心件', '局', '委', 2]]);
	});

	test('未识别的代码认定为某机构：自始即是，同案各行并为一件', async () => {
		const [first, ...rest] = [...request('同案/1', '甲', '2026-02-05'), ...request('同案/2', '错码', '2026-02-05')];
		await begin([body('甲'), ...(first ? [first] : []), ...rest, ...overdue('错码')]);
		expect(await ask(matters, { as_of: '2026-03-20', search: '同案' })).toHaveLength(2);
		await more([changed('recognise', '2026-03-10', ['错码'], [['甲']])]);
		expect(await borne('2026-02-10')).toEqual([
			['同案', '甲', '甲', null],
			['错码件', '甲', '甲', null],
		]);
		expect(columns(await registered('2026-03-20'), 'code', 'name', 'valid_from')).toEqual([
			['甲', '甲局', '2020-01-01'],
		]);
	});

	test('认定之后又登记为机构的，是机构', async () => {
		await begin([body('甲'), ...overdue('错码'), changed('recognise', '2026-03-10', ['错码'], [['甲']])]);
		await more([body('错码')]);
		expect(await borne('2026-03-20')).toEqual([['错码件', '错码', '错码', null]]);
	});
});
