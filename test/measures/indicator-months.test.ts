import { beforeAll, expect, test } from 'vitest';
import { type IndicatorCode, indicatorCodes, indicators, isOfOneDay } from '#analytics/law/indicators.ts';
import { indicatorFigures, indicatorMonths } from '#analytics/measures/indicators.ts';
import type { Store } from '#analytics/store/store.ts';
import { bench } from '#test/store/opened.ts';
import { anchor, toldStories } from './sample-told.ts';

const told = bench();
let store: Store;
beforeAll(async () => {
	store = await toldStories(told);
}, 120_000);

const months = [
	['2026-03', '2026-03-01', '2026-03-31'],
	['2026-11', '2026-11-01', '2026-11-30'],
] as const;

/** The indicators of each dimension that are told in the stories, by how their months are counted. */
const codes = indicatorCodes.filter(code => ['T2', 'T8b', 'Q2', 'A1', 'A4', 'S5', 'G7'].includes(code));
const waysOf = (code: IndicatorCode) =>
	indicators[code].attribution === 'stock'
		? ['at_month_end']
		: isOfOneDay(code)
			? ['by_day', 'by_month']
			: ['by_month'];

test.each(codes)('逐月数值：%s一次问出的每个月，与单独问那个月相同；时点指标截至月末', async indicator => {
	const common = { as_of: anchor, known: store.position(), visible: null, departments: null };
	for (const counted of waysOf(indicator)) {
		const told = await store.ask(indicatorMonths, {
			...common,
			from: '2025-12-01',
			to: '2026-11-30',
			indicator,
			counted,
		});
		expect(told).toHaveLength(12);
		for (const [month, from, to] of months) {
			const as_of = counted === 'at_month_end' && to < anchor ? to : anchor;
			const rows = await store.ask(indicatorFigures, { ...common, as_of, from, to, indicators: [indicator] });
			const { month: _, counted_on, ...figure } = told.find(row => row.month === month) as (typeof told)[number];
			expect(rows.find(({ department }) => department === null)).toMatchObject(figure);
			expect(counted_on).toBe(counted === 'at_month_end' ? as_of : null);
		}
	}
});

test('归期不合的问法没有数值：时点不逐日计，逐期的不按日合计', async () => {
	const common = { as_of: anchor, known: store.position(), visible: null, from: '2026-10-01', to: '2026-11-30' };
	const ask = (indicator: string, counted: string) => store.ask(indicatorMonths, { ...common, indicator, counted });
	expect([await ask('T8a', 'by_day'), await ask('A1', 'by_day'), await ask('T2', 'at_month_end')]).toEqual([
		[],
		[],
		[],
	]);
});
