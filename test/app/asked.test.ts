import { describe, expect, test } from 'vitest';
import { toDay } from '#analytics/law/day.ts';
import { linkTo, readAsked, readPeriod } from '#app/asked.ts';
import { Refusal } from '#app/refusal.ts';

const today = toDay('2026-11-21');
const ask = (query: string) => readAsked(new URLSearchParams(query), today, 1000);

describe('统计区间', () => {
	test.each([
		['2026', '2026-01-01', '2026-12-31', '2026年'],
		['2026-H1', '2026-01-01', '2026-06-30', '2026年上半年'],
		['2026-H2', '2026-07-01', '2026-12-31', '2026年下半年'],
		['2026-Q1', '2026-01-01', '2026-03-31', '2026年第一季度'],
		['2026-Q3', '2026-07-01', '2026-09-30', '2026年第三季度'],
		['2026-02', '2026-02-01', '2026-02-28', '2026年2月'],
		['2028-02', '2028-02-01', '2028-02-29', '2028年2月'],
		['2026-12', '2026-12-01', '2026-12-31', '2026年12月'],
		['2026-01-01..2026-03-31', '2026-01-01', '2026-03-31', '2026年1月1日至2026年3月31日'],
		['2026-03-31..2026-03-31', '2026-03-31', '2026-03-31', '2026年3月31日至2026年3月31日'],
	])('%s', (text, from, to, label) => {
		expect(readPeriod(text)).toEqual({ from, to, label });
	});

	test.each([
		'2026-Q5',
		'2026-13',
		'2026-00',
		'26',
		'去年',
		'2026-01-01..',
		'2026-02-30..2026-03-01',
		'2026-03-01..2026-01-01',
		'2026-1',
		'2026-01-01..2026-02-01..2026-03-01',
		'__proto__',
		'2026-constructor',
	])('“%s”得到400和一句中文', text => {
		expect(() => readPeriod(text)).toThrow(Refusal);
		expect(() => readPeriod(text)).toThrow(/统计区间/);
	});
});

describe('截至日与数据版本', () => {
	test('缺省为本年至今、今日、全部已知', () => {
		expect(ask('')).toEqual({
			period: { from: '2026-01-01', to: '2026-11-21', label: '2026年1月1日至2026年11月21日' },
			as_of: '2026-11-21',
			known: 1000,
			frozen: false,
			forecast: false,
			given: {},
		});
	});

	test('只给截至日时，区间为该年至该日，页面定格', () => {
		const asked = ask('as_of=2025-10-08');
		expect(asked.period).toMatchObject({ from: '2025-01-01', to: '2025-10-08' });
		expect(asked).toMatchObject({ as_of: '2025-10-08', frozen: true, forecast: false });
	});

	test('截至日晚于今天的，标明为推算', () => {
		expect(ask('as_of=2026-12-01').forecast).toBe(true);
	});

	test('空值等于未给', () => {
		expect(ask('period=&as_of=&known=')).toMatchObject({ frozen: false, given: {} });
	});

	test.each(['as_of=2026-11-31', 'as_of=明天', 'known=-1', 'known=1.5', 'known=1001', 'known=abc'])(
		'%s 得到400',
		query => {
			expect(() => ask(query)).toThrow(Refusal);
		},
	);
});

describe('写回链接', () => {
	const asked = ask('period=2026-Q3&as_of=2026-10-08');

	test('问题随链接走，空值不写，多值重复', () => {
		expect(
			linkTo(asked, '/matters', { clock: 'delivery', status: ['met', 'late'], department: null, search: '' }),
		).toBe('/matters?period=2026-Q3&as_of=2026-10-08&clock=delivery&status=met&status=late');
	});

	test('没有条件时不带问号', () => {
		expect(linkTo({ given: {} }, '/')).toBe('/');
	});

	test('写回的链接读出同一个问题', () => {
		const again = new URL(linkTo(asked, '/league'), 'http://here.invalid').searchParams;
		expect(readAsked(again, today, 1000)).toEqual(asked);
	});
});
