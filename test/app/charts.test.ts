import { describe, expect, test } from 'vitest';
import { toDay } from '#analytics/law/day.ts';
import { lowest, onTimeByMonth } from '#app/charts/onTimeByMonth.ts';
import { overdueByDepartment } from '#app/charts/overdueByDepartment.ts';
import { paint } from '#app/charts/paint.server.ts';
import { dueRows, monthRows } from '#app/components/links.ts';
import { periodChoices } from '#app/components/periods.ts';
import { readPeriod } from '#app/period.ts';

const rows = [
	{ month: '2026-01', clock: 'delivery', due: 4, on_time: 3, rate: 0.75 },
	{ month: '2026-02', clock: 'delivery', due: 0, on_time: 0, rate: null },
	{ month: '2026-01', clock: 'correction', due: 0, on_time: 0, rate: null },
	{ month: '2026-02', clock: 'correction', due: 0, on_time: 0, rate: null },
];
const ground = { given: { period: '2026' }, period: readPeriod('2026'), as_of: toDay('2026-02-10') };

describe('按时率曲线', () => {
	const option = onTimeByMonth(rows, row => `/${row.month}`);

	test('没有到期事项的月份是缺口，不是0；全无到期的时限不画', () => {
		expect(option.series).toMatchObject([
			{ name: '数据提供', data: [{ value: 75, href: '/2026-01' }, { value: null }] },
		]);
	});

	test.each([
		[97.2, 90],
		[75, 70],
		[3, 0],
		[Number.POSITIVE_INFINITY, 0],
	])('最低%d%%时纵轴自%d%%起', (min, from) => expect(lowest(min)).toBe(from));

	test('服务器画出含中文的图', () => {
		const svg = paint(option, 600, 300);
		expect(svg).toMatch(/^<svg/);
		expect(svg).toContain('数据提供');
	});
});

test('超期最多的在最上面，部门名称中的尖括号不成为标签', () => {
	const option = overdueByDepartment(
		[
			{ department: 'a', department_name: '<b>甲</b>', overdue: 9 },
			{ department: 'b', department_name: '乙', overdue: 2 },
		],
		row => `/${row.department}`,
	);
	expect(option.series).toMatchObject([
		{
			data: [
				{ value: 2, href: '/b' },
				{ value: 9, href: '/a' },
			],
		},
	]);
	expect(paint(option, 600, 300)).not.toContain('<b>');
});

describe('数字通向的清单', () => {
	test('到期截至查询日为止：此后到期的还可能按时', () => {
		expect(dueRows(ground, 'delivery')).toBe(
			'/matters?period=2026&clock=delivery&status=met&status=late&status=overdue&due_from=2026-01-01&due_to=2026-02-10',
		);
	});

	test.each([
		['2026-01', 'due_from=2026-01-01&due_to=2026-01-31'],
		['2026-02', 'due_from=2026-02-01&due_to=2026-02-10'],
	])('%s 的曲线点', (month, span) => expect(monthRows(ground, 'delivery', month)).toContain(span));
});

test('可选区间都是能读的区间，地址中另给的区间也在其列', () => {
	const own = { value: '2026-01-05..2026-01-09', name: '自定' };
	const choices = periodChoices('2026-02-10', own).flatMap(({ options }) => options);
	const spans = choices.filter(({ value }) => !['', 'range'].includes(value));
	for (const { value } of spans) expect(() => readPeriod(value)).not.toThrow();
	expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
	expect(choices.map(({ name }) => name)).toContain('截至2026年1月的12个月');
	expect(choices).toContainEqual(own);
	expect(choices.map(({ value }) => value)).not.toContain('2026-Q2');
});
