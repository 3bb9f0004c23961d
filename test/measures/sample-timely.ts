import { describe, expect, test } from 'vitest';
import { indicatorCodes } from '#analytics/law/indicators.ts';
import { indicatorFigures, indicatorUnits } from '#analytics/measures/indicators.ts';
import { all, bodyOf, standing, type Year } from './sample-year.ts';
import { plainlyTimely, type Unit } from './timely-plainly.ts';

const codes = indicatorCodes.filter(code => /^[TG]/.test(code));

/** T1 to T12 and G1 to G7 of the sample year. */
export function timelyOf(year: Year): void {
	describe('每项及时性、自查指标、每个部门，与不用我们的程序另算的一致', () => {
		test.each([
			['2026-11-22', '2025-11-23', '2026-11-22'],
			['2026-09-30', '2026-07-01', '2026-09-30'],
			['2026-11-22', '2026-09-01', '2026-09-30'],
			['2026-03-31', '2026-02-01', '2026-02-28'],
			['2026-03-10', '2026-03-01', '2026-03-31'],
			['2026-10-09', '2026-10-01', '2026-10-31'],
			['2025-08-31', '2025-08-01', '2025-08-31'],
		])('截至%s：%s至%s', async (as_of, from, to) => {
			const store = year.store();
			const asked = { as_of, known: year.known('timely'), from, to, indicators: codes, ...all };
			const rows = await store.ask(indicatorUnits, { ...asked, outcomes: null, limit: 1_000_000, offset: 0 });
			const units = plainlyTimely(standing(year.raw('timely')), { asOf: as_of, from, to, bodyOf });
			const mine = rows.map(({ department, case_id, on_day, num, den, excused, ...row }) => {
				const about = row.indicator === 'G7' ? '' : (case_id ?? row.line ?? row.event_id ?? '');
				return line({ indicator: row.indicator as string, department, about, on: on_day, num, den: den ?? 0, excused });
			});
			expect(differing(mine, units.map(line))).toEqual([]);
			const sums = new Map<string, number[]>();
			for (const { indicator, department, num, den, excused } of units) {
				const sum = sums.get(`${indicator} ${department}`) ?? [0, 0, 0, 0];
				const more = excused ? [num, den, 0, 0] : [num, den, num, den];
				sums.set(
					`${indicator} ${department}`,
					sum.map((each, i) => each + (more[i] ?? 0)),
				);
			}
			const figures = (await store.ask(indicatorFigures, asked)).filter(
				row => row.department !== null && row.units > 0,
			);
			const told = figures.map(row => [
				`${row.indicator} ${row.department}`,
				...[row.num, row.den ?? 0, row.adjudicated_num, row.adjudicated_den ?? 0],
			]);
			expect(told.toSorted()).toEqual([...sums].map(([key, sum]) => [key, ...sum]).toSorted());
			if (from === '2025-11-23') expect(new Set(figures.map(row => row.indicator))).toEqual(new Set(codes));
		});
	});
}

function line({ indicator, department, about, on, num, den, excused }: Unit): string {
	const what = indicator === 'G7' ? '' : about;
	return [indicator, department, what, on, `${num}/${den}`, excused ? '有正当理由' : ''].join(' ');
}

/** What only one of the two says. */
function differing(mine: string[], other: string[]): string[] {
	const left = new Map<string, number>();
	for (const each of mine) left.set(each, (left.get(each) ?? 0) + 1);
	for (const each of other) left.set(each, (left.get(each) ?? 0) - 1);
	return [...left].filter(([, n]) => n !== 0).map(([each, n]) => `${n > 0 ? '程序' : '手指'} ${each}`);
}
