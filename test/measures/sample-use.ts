import { describe, expect, test } from 'vitest';
import { endOf, toDay } from '#analytics/law/day.ts';
import { indicatorFigures, indicatorUnits } from '#analytics/measures/indicators.ts';
import { users } from '#ingest/sample/habits.ts';
import { all, anchor, bodyOf, setting, standing, type Year } from './sample-year.ts';
import { plainlyUsed } from './use-plainly.ts';

const counts = ['A3', 'A7a', 'A7b', 'A7c', 'S2a', 'S2b', 'S4a', 'S6a'];
const rates = ['A1', 'A2', 'A4', 'A5', 'S1', 'S3', 'S4b', 'S5', 'S6b'];
const codes = [...counts, ...rates];

/** A1 to A7 and S1 to S6 of the sample year. */
export function usedOf(year: Year): void {
	const figures = (from: string, to: string) =>
		year.store().ask(indicatorFigures, { as_of: to, known: year.known('used'), from, to, indicators: codes, ...all });

	describe('每项应用、保障指标、每个部门，与不用我们的程序另算的一致', () => {
		test.each([
			['2026-01-01', '2026-11-22'],
			['2026-07-01', '2026-09-30'],
			['2025-11-23', '2026-11-22'],
			['2026-02-01', '2026-02-28'],
		])('%s至%s', async (from, to) => {
			// A daily report counts by its day, though it is written after midnight.
			const heard = standing(year.raw('used')).filter(({ time, data }) =>
				data.calls === undefined ? Date.parse(time) < endOf(toDay(to)) : data.date <= to,
			);
			const sums = plainlyUsed(heard, { from, to, bodyOf });
			const rows = (await figures(from, to)).filter(({ department }) => department !== null);
			const told = (indicator: string, num: number, den: number | null) =>
				counts.includes(indicator) ? num > 0 : (den ?? 0) > 0;
			const own = rows.filter(row => told(row.indicator, row.num, row.den));
			const mine = own.map(row => `${row.indicator} ${row.department} ${row.num.toFixed(6)}/${row.den ?? 0}`);
			const other = [...sums]
				.filter(([key, { num, den }]) => told(key.split(' ')[0] ?? '', num, den))
				.map(([key, { num, den }]) => `${key} ${num.toFixed(6)}/${den}`);
			expect(mine.toSorted()).toEqual(other.toSorted());
			expect(mine.length).toBeGreaterThan(200);
			if (from === '2025-11-23') expect(new Set(own.map(row => row.indicator))).toEqual(new Set(codes));
		});
	});

	describe('示例城市的使用与保障故事', () => {
		const of = async (slug: string, indicator: string) => {
			const departments = [setting.city.bySlug(slug).code];
			const span = { as_of: anchor, known: year.known('used'), from: '2026-01-01', to: anchor };
			const [row] = await year.store().ask(indicatorFigures, { ...all, ...span, departments, indicators: [indicator] });
			const units = await year.store().ask(indicatorUnits, {
				...all,
				...span,
				departments,
				indicators: [indicator],
				outcomes: null,
				limit: 500,
				offset: 0,
			});
			return { value: row?.value ?? null, reason: row?.reason ?? null, units };
		};
		test('应用未用：三项服务获得后从未使用', async () => {
			const { units } = await of(users.idle, 'A1');
			const idle = units.filter(({ case_id, outcome }) => case_id?.includes('-TYW') && outcome === 'unused');
			expect(idle).toHaveLength(3);
		});
		test('文件方式以使用状态认定在用', async () => {
			const { units } = await of(users.byFile, 'A1');
			expect(units.find(({ case_id }) => case_id?.includes('-TYF'))?.outcome).toBe('used');
		});
		test('记录齐备的部门', async () => {
			expect([(await of(users.thorough, 'A5')).value, (await of(users.thorough, 'S5')).value]).toEqual([1, 1]);
		});
		test('从不报送的部门：记录率为零，没有一份记录，保障措施未报送', async () => {
			expect((await of(users.careless, 'A5')).value).toBe(0);
			const outcomes = (await of(users.careless, 'S1')).units.map(({ outcome }) => outcome);
			expect(outcomes).toContain('unrecorded');
			expect(outcomes).not.toContain('recorded');
			expect((await of(users.careless, 'S5')).reason).toBe('not_reported');
		});
	});
}
