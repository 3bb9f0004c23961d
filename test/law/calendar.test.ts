import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarOf, type HolidayYear, stateCouncil } from '#analytics/law/calendar.ts';
import {
	type Day,
	dayOf,
	daysBetween,
	endOf,
	plusDays,
	plusYears,
	startOf,
	toDay,
	weekday,
} from '#analytics/law/day.ts';
import y2025 from '#analytics/law/holidays/2025.json';
import y2026 from '#analytics/law/holidays/2026.json';

const calendar = stateCouncil();
const days = (year: number) => Array.from({ length: daysIn(year) }, (_, n) => plusDays(toDay(`${year}-01-01`), n));
const daysIn = (year: number) => daysBetween(toDay(`${year}-01-01`), toDay(`${year + 1}-01-01`));

describe('工作日历', () => {
	test('2025年、2026年各248个工作日；2026年逐月', () => {
		const count = (prefix: string) =>
			days(Number(prefix.slice(0, 4))).filter(day => day.startsWith(prefix) && calendar.isWorkday(day)).length;
		expect([count('2025'), count('2026')]).toEqual([248, 248]);
		const months = Array.from({ length: 12 }, (_, n) => count(`2026-${String(n + 1).padStart(2, '0')}`));
		expect(months).toEqual([21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]);
	});

	const shared = fileURLToPath(new URL('../../../shared/data/holiday-cn/', import.meta.url));
	test.skipIf(!existsSync(shared)).each([2025, 2026])('%d年与公开数据 holiday-cn 逐日一致', year => {
		const published: { days: { date: string; isOffDay: boolean }[] } = JSON.parse(
			readFileSync(`${shared}${year}.json`, 'utf8'),
		);
		const told = new Map(published.days.map(({ date, isOffDay }) => [date, !isOffDay]));
		for (const day of days(year)) {
			const expected = told.get(day) ?? (weekday(day) !== 0 && weekday(day) !== 6);
			expect([day, calendar.isWorkday(day)]).toEqual([day, expected]);
		}
	});

	test('说明缘由与依据', () => {
		const said = (day: string) => [calendar.reason(toDay(day)), calendar.notice(toDay(day))?.title ?? null];
		const notice = '国务院办公厅关于2026年部分节假日安排的通知';
		expect(said('2026-10-01')).toEqual(['国庆节放假', notice]);
		expect(said('2026-09-20')).toEqual(['国庆节调休上班', notice]);
		expect(said('2026-11-21')).toEqual(['周末', notice]);
		expect(said('2026-11-20')).toEqual([null, notice]);
		expect(said('2027-02-05')).toEqual(['春节放假', null]);
		expect(said('2031-10-01')).toEqual(['国庆节放假', null]);
	});

	test('没有公布放假通知的年份，无论过去将来，都是暂定', () => {
		const years = ['1999', '2024', '2025', '2026', '2027', '2040'];
		expect(years.map(year => calendar.provisional(toDay(`${year}-06-01`)))).toEqual([
			true,
			true,
			false,
			false,
			true,
			true,
		]);
	});

	test('2027年春节为2月6日（除夕2月5日），不用 ICU 推算', () => {
		const off = days(2027).filter(day => !calendar.isWorkday(day) && calendar.reason(day) !== '周末');
		expect(off).toEqual(
			[
				'01-01',
				'02-05',
				'02-06',
				'02-07',
				'02-08',
				'04-05',
				'05-01',
				'05-02',
				'06-09',
				'09-15',
				'10-01',
				'10-02',
				'10-03',
			].map(day => `2027-${day}`),
		);
	});

	test('妇女节、青年节等部分公民放假的日子仍是工作日', () => {
		expect([calendar.isWorkday(toDay('2027-03-08')), calendar.isWorkday(toDay('2027-05-04'))]).toEqual([true, true]);
	});

	test('地方假日叠加：广西三月三', () => {
		const overlay: HolidayYear = {
			...y2026,
			off: [...y2026.off, { name: '三月三', from: '2026-04-20', to: '2026-04-21' }],
		};
		const guangxi = calendarOf([y2025, overlay]);
		expect(guangxi.isWorkday(toDay('2026-04-20'))).toBe(false);
		expect(guangxi.reason(toDay('2026-04-20'))).toBe('三月三放假');
		expect(guangxi.version).not.toBe(calendarOf([y2025, y2026]).version);
	});

	test('第n个工作日的序号就是n；序号随日不减，逢工作日加一', () => {
		const anyDay = fc.integer({ min: 0, max: daysBetween(toDay('1990-01-02'), toDay('2100-12-30')) });
		fc.assert(
			fc.property(anyDay, n => {
				const day = plusDays(toDay('1990-01-02'), n);
				const step = calendar.no(day) - calendar.no(plusDays(day, -1));
				expect(step).toBe(calendar.isWorkday(day) ? 1 : 0);
				if (calendar.isWorkday(day)) expect(calendar.dayOf(calendar.no(day))).toBe(day);
			}),
			{ numRuns: 5000 },
		);
	});

	test('超出日历：说明范围，不猜', () => {
		expect(() => calendar.no(toDay('2150-01-01'))).toThrow('超出工作日历范围');
		expect(() => calendar.no(toDay('1980-01-01'))).toThrow('超出工作日历范围');
		expect(() => calendar.dayOf(0)).toThrow('超出工作日历范围');
	});
});

describe('日期', () => {
	test('与 Date 逐日一致', () => {
		const anyDay = fc.integer({
			min: Date.parse('1970-01-01') / 86_400_000,
			max: Date.parse('2150-12-31') / 86_400_000,
		});
		fc.assert(
			fc.property(anyDay, n => {
				const iso = new Date(n * 86_400_000).toISOString().slice(0, 10);
				const day = toDay(iso);
				expect(plusDays(toDay('1970-01-01'), n)).toBe(iso);
				expect(weekday(day)).toBe(new Date(`${iso}T00:00:00Z`).getUTCDay());
				expect([dayOf(startOf(day)), dayOf(endOf(day) - 1), dayOf(endOf(day))]).toEqual([iso, iso, plusDays(day, 1)]);
			}),
			{ numRuns: 5000 },
		);
	});

	test.each(['2026-02-30', '2026-13-01', '2026-00-10', '2025-02-29', '20260101', '2026-1-1', ''])(
		'%s 不是日期',
		text => {
			expect(() => toDay(text)).toThrow('不是有效日期');
		},
	);

	test('北京时间的零时是前一日16时（UTC）', () => {
		expect(dayOf(Date.parse('2026-03-10T15:59:59Z'))).toBe('2026-03-10');
		expect(dayOf(Date.parse('2026-03-10T16:00:00Z'))).toBe('2026-03-11');
	});

	test('闰日的三年后是2月28日', () => {
		expect([plusYears('2028-02-29' as Day, 3), plusYears('2028-02-29' as Day, 4)]).toEqual([
			'2031-02-28',
			'2032-02-29',
		]);
	});
});
