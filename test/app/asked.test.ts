import { describe, expect, test } from 'vitest';
import { toDay } from '#analytics/law/day.ts';
import { linkTo, plainAddress, readAsked } from '#app/asked.ts';
import { Refusal } from '#app/refusal.ts';

const today = toDay('2026-11-21');
const ask = (query: string) => readAsked(new URLSearchParams(query), today, 1000);

describe('截至日与所知', () => {
	test('缺省为本年至今、今日、全部已知', () => {
		expect(ask('')).toEqual({
			period: { from: '2026-01-01', to: '2026-11-21', label: '2026年1月1日至2026年11月21日' },
			as_of: '2026-11-21',
			known: 1000,
			known_on: null,
			known_at: null,
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

	test('所知可以是账本序号，也可以是某日24时；按日给出的，序号由账本查得', () => {
		expect(ask('known=12')).toMatchObject({ known: 12, known_on: null, frozen: true });
		expect(ask('known=2026-10-31')).toMatchObject({ known_on: '2026-10-31', frozen: true });
		expect(() => ask('known=2026-11-22')).toThrow(/晚于今日/);
		expect(() => ask('known=2026-02-30')).toThrow(/不是有效日期/);
	});

	test.each(['as_of=2026-11-31', 'as_of=明天', 'known=-1', 'known=1.5', 'known=1001', 'known=abc'])(
		'%s 得到400',
		query => {
			expect(() => ask(query)).toThrow(Refusal);
		},
	);
});

describe('表单的说法写成地址', () => {
	test.each([
		['period=&as_of=2026-10-31&known=then&page=2', 'as_of=2026-10-31&known=2026-10-31&page=2'],
		['period=2026-Q3&as_of=&known=then', 'period=2026-Q3'],
		['period=range&period_from=2026-01-05&period_to=2026-02-06&as_of=&known=', 'period=2026-01-05..2026-02-06'],
		['period=range&period_from=&period_to=2026-02-06&search=', 'search='],
		['period=2026-Q1&period_from=&period_to=&status=met&status=late', 'period=2026-Q1&status=met&status=late'],
	])('%s', (form, plain) => expect(plainAddress(new URLSearchParams(form))?.toString()).toBe(plain));

	test.each(['', 'period=2026-Q3&as_of=2026-10-08&known=12&search=', 'search=%E7%94%B2+%E4%B9%99'])(
		'“%s”已经是写成的地址',
		address => expect(plainAddress(new URLSearchParams(address))).toBeNull(),
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
