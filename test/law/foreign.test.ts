import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Calendar, calendarOf, stateCouncil } from '#analytics/law/calendar.ts';
import { plusDays, toDay, weekday } from '#analytics/law/day.ts';
import { isProvisional, workdaysAfter } from '#analytics/law/due.ts';
import y2026 from '#analytics/law/holidays/2026.json';
import { readCalendarFile } from '#analytics/law/notices/calendar-file.ts';
import { checkYear, countYear } from '#analytics/law/notices/check.ts';
import { notice2027 } from './notices.ts';

const read = (file: object | string, year?: number) =>
	readCalendarFile(typeof file === 'string' ? file : JSON.stringify(file), { name: '某日历', year });

/** A calendar file as it counts. */
function counting(file: object | string): Calendar {
	const { years, rules, problems } = read(file);
	expect(problems).toEqual([]);
	return calendarOf(years, rules);
}

/** US federal holidays of 2026 (5 U.S.C. 6103): 4 July lies on a Saturday and is observed on Friday. */
const federal = {
	name: 'US federal holidays',
	off: [
		'2026-01-01',
		'2026-01-19',
		'2026-02-16',
		'2026-05-25',
		'2026-06-19',
		'2026-07-03',
		'2026-09-07',
		'2026-10-12',
		'2026-11-11',
		'2026-11-26',
		'2026-12-25',
	],
	years: [2026],
};

describe('别国的日历', () => {
	const anyDay = fc.integer({ min: 0, max: 364 }).map(n => plusDays(toDay('2026-01-01'), n));

	test('任意的周末、放假日、上班日：与逐日走一遍的结果相同', () => {
		const weekend = fc.oneof(fc.constant([5, 6]), fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 5 }));
		const days = fc.uniqueArray(anyDay, { maxLength: 30 });
		fc.assert(
			fc.property(weekend, days, days, anyDay, fc.integer({ min: 1, max: 60 }), (rest, off, listed, from, n) => {
				const work = listed.filter(day => !off.includes(day));
				const calendar = counting({ weekend: rest, off, work, years: [2026] });
				let day = from;
				for (let left = n; left > 0; ) {
					day = plusDays(day, 1);
					const works = work.includes(day) || (!off.includes(day) && !rest.some(each => each === weekday(day)));
					if (works) left--;
				}
				expect(workdaysAfter(from, n, calendar)).toBe(day);
				expect(isProvisional(from, day, calendar)).toBe(!day.startsWith('2026') || from.endsWith('-12-31'));
			}),
			{ numRuns: 150 },
		);
	});

	test('周五、周六休息：周四收到，10个工作日，周日是第一个', () => {
		const calendar = counting({ name: '周五周六', weekend: [5, 6], off: ['2026-03-22'], years: [2026] });
		expect(workdaysAfter(toDay('2026-03-12'), 1, calendar)).toBe('2026-03-15');
		expect(workdaysAfter(toDay('2026-03-12'), 10, calendar)).toBe('2026-03-29');
		expect(calendar.reason(toDay('2026-03-13'))).toBe('周末');
		expect(calendar.reason(toDay('2026-03-22'))).toBe('节假日放假');
		expect(calendar.notice(toDay('2026-03-22'))).toEqual({ title: '周五周六', address: null });
	});

	test('美国联邦政府2026年：20个工作日，250个工作日；所列年份之外暂定，不套用我国节日', () => {
		const calendar = counting(federal);
		expect(workdaysAfter(toDay('2026-06-15'), 20, calendar)).toBe('2026-07-15');
		expect(workdaysAfter(toDay('2026-11-10'), 20, calendar)).toBe('2026-12-10');
		expect(countYear(2026, calendar).total).toBe(250);
		expect([2025, 2026, 2027].map(year => calendar.provisional(toDay(`${year}-06-01`)))).toEqual([true, false, true]);
		expect(calendar.isWorkday(toDay('2027-10-01'))).toBe(true);
		expect(read(federal).years.flatMap(year => checkYear(year, read(federal).rules))).toEqual([]);
	});

	const foia = fileURLToPath(new URL('../../../shared/data/foia/response_increments.csv', import.meta.url));
	test.skipIf(!existsSync(foia))('信息公开处理用时表的20日一档：联邦日历上第20、21个工作日分属两档', () => {
		const bands = new Set(
			readFileSync(foia, 'utf8')
				.split('\n')
				.map(line => line.split(',')[4]),
		);
		expect([bands.has('1-20'), bands.has('21-40')]).toEqual([true, true]);
		const calendar = counting(federal);
		const used = (from: string, to: string) => calendar.no(toDay(to)) - calendar.no(toDay(from));
		expect([used('2026-06-15', '2026-07-15'), used('2026-06-15', '2026-07-16')]).toEqual([20, 21]);
	});

	test('默认周六、周日休息，与随附日历同一引擎', () => {
		const same = counting({ ...y2026, published: undefined, title: undefined });
		const shipped = stateCouncil();
		for (let day = toDay('2026-01-01'); day < '2027-01-01'; day = plusDays(day, 1)) {
			expect([day, same.isWorkday(day)]).toEqual([day, shipped.isWorkday(day)]);
		}
	});

	test('版本随周末、节日而变', () => {
		const versions = [federal, { ...federal, weekend: [5, 6] }, { ...federal, off: federal.off.slice(1) }];
		expect(new Set(versions.map(file => counting(file).version)).size).toBe(3);
		expect(counting(federal).version).toMatch(/^2026·[0-9a-f]{8}$/);
	});

	test.each<[string, object | string, string]>([
		['七天都休息', { weekend: [0, 1, 2, 3, 4, 5, 6], years: [2026] }, '不能七天都休息'],
		['没有周七', { weekend: [7], years: [2026] }, 'weekend 应列出'],
		['没有这一天', { off: ['2026-02-30'], years: [2026] }, 'off 中未读懂："2026-02-30"'],
		['不是列表', { off: '2026-01-01', years: [2026] }, 'off 应为日期的列表'],
		['年份之外', { off: ['2025-12-31'], years: [2026] }, '2025年12月31日（周三）不在所列年份之内'],
		['又休又班', { off: ['2026-01-01'], work: ['2026-01-01'] }, '有两种说法'],
		['没有年份', { off: [] }, 'years 应列出年份'],
		['不是 JSON', '{"off":', '不是有效的 JSON'],
		['通知没有写年份', '一、元旦：1月1日放假。', '没有写明年份，请加 --year'],
		['什么也没有', 'date,type,name', '没有读到任何放假日'],
	])('%s：报告', (_, file, problem) => {
		expect(read(file).problems.join('\n')).toContain(problem);
	});
});

describe('别的形式的日历文件', () => {
	test('随附的年份、通知原文：依国务院的规则', () => {
		expect(read(y2026)).toMatchObject({ name: y2026.title, years: [y2026], problems: [] });
		const { years, rules, problems } = read(notice2027);
		expect(problems).toEqual([]);
		const calendar = calendarOf(years, rules);
		expect(workdaysAfter(toDay('2027-02-04'), 1, calendar)).toBe('2027-02-14');
		expect(calendar.reason(toDay('2028-10-01'))).toBe('国庆节放假');
	});

	test('几年的 CSV：每年各为一年；没有我国节日的，不套用我国规则', () => {
		const file = read('date,type,name\n2025-12-25,off,Christmas Day\n2026-01-01,off,New Year');
		expect(file.years.map(({ year, off }) => [year, off.length])).toEqual([
			[2025, 1],
			[2026, 1],
		]);
		expect(file.rules.basis.weekend).toBeNull();
		expect(read('日期,类型,名称\n2026-01-01,休,元旦').rules.basis.weekend).not.toBeNull();
	});

	test('指明年份的 CSV：全都算作那一年的通知', () => {
		const file = read('日期,类型,名称\n2025-12-31,休,元旦\n2026-01-01,休,元旦', 2026);
		expect(file.years).toMatchObject([{ year: 2026, off: [{ from: '2025-12-31', to: '2026-01-01' }] }]);
	});
});
