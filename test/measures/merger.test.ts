import { describe, expect, test } from 'vitest';
import { league } from '#analytics/measures/league.ts';
import { matters } from '#analytics/measures/matters.ts';
import { overview } from '#analytics/measures/overview.ts';
import { timeliness } from '#analytics/measures/timeliness.ts';
import { trend } from '#analytics/measures/trend.ts';
import { asking, columns } from './asking.ts';
import { body, changed, request, takenBack } from './organisations.ts';

const { begin, ask, more, position } = asking();

const merger = changed('merge', '2026-03-02', ['甲', '乙'], [['丙']]);

/** Two bureaus with what they owe when they become one on 2026-03-02: done, overdue, and due on 2026-03-12. */
const before = [
	body('甲'),
	body('乙'),
	...request('甲按时', '甲', '2026-02-05', '2026-02-26'),
	...request('甲逾期办结', '甲', '2026-02-05', '2026-02-27'),
	...request('甲超期', '甲', '2026-02-05'),
	...request('甲未到期', '甲', '2026-02-27'),
	...request('乙超期', '乙', '2026-02-05'),
];

const list = (as_of: string, filter: object = {}) => ask(matters, { as_of, sort: 'case_id', ...filter });
const spring = { from: '2026-01-01', to: '2026-03-31' };

async function standings(as_of: string, more: object = {}) {
	const rows = await ask(league, { as_of, ...spring, ...more });
	return columns(
		rows.filter(row => row.clock === 'total'),
		'department',
		'due',
		'on_time',
		'overdue',
	).sort();
}

describe('合并：划转前到期的归原机构，划转之日起到期的归承接机构，未办结的由承接机构办理', () => {
	test('合并之前，各归各的', async () => {
		await begin([...before, merger]);
		expect(columns(await list('2026-03-01'), 'case_id', 'department', 'held_by', 'status')).toEqual([
			['乙超期', '乙', '乙', 'overdue'],
			['甲按时', '甲', '甲', 'met'],
			['甲未到期', '丙', '甲', 'running'],
			['甲超期', '甲', '甲', 'overdue'],
			['甲逾期办结', '甲', '甲', 'late'],
		]);
	});

	test('合并之后，已办结的不变，未办结的由承接机构办理，此后到期的归承接机构', async () => {
		await begin([...before, merger]);
		const rows = await list('2026-03-06');
		expect(columns(rows, 'case_id', 'department', 'held_by', 'owed_by_code', 'status')).toEqual([
			['乙超期', '乙', '丙', '乙', 'overdue'],
			['甲按时', '甲', '甲', '甲', 'met'],
			['甲未到期', '丙', '丙', '甲', 'running'],
			['甲超期', '甲', '丙', '甲', 'overdue'],
			['甲逾期办结', '甲', '甲', '甲', 'late'],
		]);
	});

	test.each([
		['2026-02-27', 1, null],
		['2026-03-01', 2, null],
		['2026-03-02', 3, 2],
		['2026-03-06', 7, 2],
	])('%s：超期%s个工作日，其中划转前%s个', async (as_of, late, inherited) => {
		await begin([...before, merger]);
		const rows = await list(as_of, { search: '甲超期' });
		expect(columns(rows, 'days_late', 'days_late_inherited', 'department_name')).toEqual([[late, inherited, '甲局']]);
	});

	test('划转之日起才到期的，没有继承的逾期', async () => {
		await begin([...before, merger]);
		const rows = await list('2026-03-20', { search: '甲未到期' });
		expect(columns(rows, 'department', 'held_by', 'status', 'days_late', 'days_late_inherited')).toEqual([
			['丙', '丙', 'overdue', 6, null],
		]);
	});

	test('排名按统计区间末日的机构列示：本期内撤并的留在表中，按时率归到期日的机构，超期未办归现承办机构', async () => {
		await begin([...before, merger]);
		expect(await standings('2026-03-20')).toEqual([
			['丙', 1, 0, 3],
			['乙', 1, 0, 0],
			['甲', 3, 1, 0],
		]);
		expect(await standings('2026-03-01')).toEqual([
			['乙', 1, 0, 1],
			['甲', 3, 1, 1],
		]);
	});

	test('各处相同：总览、排名、办理情况、趋势与清单', async () => {
		await begin([...before, merger]);
		const as_of = '2026-03-20';
		const clocks = ['reply.conditional'];
		const [tile] = (await ask(overview, { as_of, ...spring })).filter(row => row.clock === clocks[0]);
		expect(tile).toMatchObject({ due: 5, on_time: 1, overdue: 3, departments_overdue: 1 });
		const held = await ask(timeliness, { as_of, clocks });
		expect(columns(held, 'department', 'met', 'late', 'overdue')).toEqual([
			['丙', 0, 0, 3],
			['甲', 1, 1, 0],
		]);
		for (const [code, due, overdue] of [
			['甲', 3, 0],
			['乙', 1, 0],
			['丙', 1, 3],
		] as const) {
			const departments = [code];
			expect(await list(as_of, { departments, due_from: '2026-01-01', due_to: as_of })).toHaveLength(due);
			expect(await list(as_of, { departments, statuses: ['overdue'] })).toHaveLength(overdue);
			const months = await ask(trend, { as_of, ...spring, departments });
			expect(months.reduce((sum, row) => sum + row.due, 0)).toBe(due);
		}
	});

	test('承接机构的联络员看得到原机构的全部事项', async () => {
		await begin([...before, merger]);
		const seen = await list('2026-03-20', { visible: ['丙', '甲', '乙'] });
		expect(seen).toHaveLength(5);
		expect((await list('2026-03-20', { visible: ['丙'] })).map(row => row.case_id)).toEqual([
			'乙超期',
			'甲未到期',
			'甲超期',
		]);
	});

	test('撤销合并之后，如同没有合并；此前所知不变', async () => {
		await begin([...before, merger]);
		const then = position();
		await more([takenBack(merger, '2026-03-10')]);
		const now = await list('2026-03-20', { search: '超期', statuses: ['overdue'] });
		expect(columns(now, 'case_id', 'held_by', 'days_late_inherited')).toEqual([
			['乙超期', '乙', null],
			['甲超期', '甲', null],
		]);
		const past = await list('2026-03-20', { search: '超期', statuses: ['overdue'], known: then });
		expect(columns(past, 'held_by')).toEqual([['丙'], ['丙']]);
	});

	test('更正了日期的合并，以更正后的为准', async () => {
		await begin([...before, merger]);
		await more([changed('merge', '2026-03-16', ['甲', '乙'], [['丙']], { corrects: merger.id })]);
		const rows = await list('2026-03-20');
		expect(columns(rows, 'case_id', 'department', 'days_late_inherited')).toEqual([
			['乙超期', '乙', 12],
			['甲按时', '甲', null],
			['甲未到期', '甲', 1],
			['甲超期', '甲', 12],
			['甲逾期办结', '甲', null],
		]);
	});
});
