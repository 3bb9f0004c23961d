import { describe, expect, test } from 'vitest';
import { linkTo } from '#app/asked.ts';
import { mattersOrder, overdueOrder } from '#app/components/orders.ts';
import { filterQuery, readFilters } from '#app/filters.ts';
import { Refusal } from '#app/refusal.ts';

const read = (query: string) => readFilters(new URLSearchParams(query), mattersOrder);

describe('清单条件', () => {
	test('没有条件时不收窄，第1页50条', () => {
		expect(read('')).toEqual({
			clocks: null,
			statuses: null,
			departments: null,
			jurisdictions: null,
			due_from: null,
			due_to: null,
			unheard: null,
			late_min: null,
			search: null,
			sort: 'started_on',
			descending: true,
			page: 1,
			size: 50,
		});
	});

	test('多值去重，文字去空格', () => {
		const filters = read(
			'clock=delivery&clock=correction&clock=delivery&status=overdue&search=%20SQ2026%20&late_min=0',
		);
		expect(filters).toMatchObject({
			clocks: ['delivery', 'correction'],
			statuses: ['overdue'],
			search: 'SQ2026',
			late_min: 0,
		});
	});

	test('超期清单缺省按逾期最久在前；地址写明排序时以地址为准', () => {
		const overdue = (query: string) => readFilters(new URLSearchParams(query), overdueOrder);
		expect(overdue('')).toMatchObject({ sort: 'days_late', descending: true });
		expect(overdue('sort=due_on')).toMatchObject({ sort: 'due_on', descending: false });
		expect(overdue('sort=due_on&order=desc')).toMatchObject({ sort: 'due_on', descending: true });
	});

	test.each([
		'clock=nothing',
		'clock=__proto__',
		'status=done',
		'status=toString',
		'sort=name',
		'order=up',
		'page=0',
		'page=x',
		'size=201',
		'unheard=maybe',
		'late_min=-1',
		'due_from=2026-02-30',
	])('%s 得到400', query => {
		expect(() => read(query)).toThrow(Refusal);
	});

	test('写成地址再读回，条件不变', () => {
		const filters = read(
			'clock=delivery&status=met&status=late&department=11&due_from=2026-01-01&page=3&size=20&sort=case_id&order=desc',
		);
		const link = linkTo({ given: {} }, '/matters', filterQuery(filters, mattersOrder));
		expect(read(link.split('?')[1] ?? '')).toEqual(filters);
	});
});
