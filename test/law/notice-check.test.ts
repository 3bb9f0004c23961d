import { describe, expect, test } from 'vitest';
import type { HolidayYear } from '#analytics/law/calendar.ts';
import y2026 from '#analytics/law/holidays/2026.json';
import y2027 from '#analytics/law/holidays/2027.json';
import { checkYear } from '#analytics/law/notices/check.ts';
import { compareYears, supersedes } from '#analytics/law/notices/compare.ts';
import { readNotice } from '#analytics/law/notices/notice.ts';
import { notice2027 } from './notices.ts';

const published = readNotice(notice2027, { year: 2027 }).year;
const without = (name: string): HolidayYear => ({ ...y2026, off: y2026.off.filter(each => each.name !== name) });
const off = (name: string, from: string, to = from): HolidayYear => ({
	...y2026,
	off: [...y2026.off, { name, from, to }],
});
const work = (name: string, date: string): HolidayYear => ({ ...y2026, work: [...y2026.work, { name, date }] });

describe('合不合常理', () => {
	test('随附的2026年、虚构的2027年都合常理；2027年法定节日推算表只缺调休', () => {
		expect([checkYear(y2026), checkYear(published), checkYear(y2027)]).toEqual([[], [], []]);
	});

	test.each<[string, HolidayYear, string]>([
		['缺元旦', without('元旦'), '缺少法定节日元旦：2026年1月1日（周四）没有放假'],
		['缺春节', without('春节'), '缺少法定节日春节：应在01-20至02-25之间放假不少于4天，所列为0天'],
		['缺端午', without('端午节'), '缺少法定节日端午：应在05-25至06-26之间放假不少于1天，所列为0天'],
		['平日调休上班', work('元旦', '2026-01-05'), '元旦的调休上班日2026年1月5日（周一）不是休息日，本来就上班'],
		['又休又班', work('元旦', '2026-01-03'), '2026年1月3日（周六）有两种说法：元旦放假；元旦调休上班'],
		[
			'不相连',
			off('端午节', '2026-06-24'),
			'端午节的放假日不相连：中间2026年6月22日（周一）、2026年6月23日（周二）没有放假',
		],
		['别的年份', off('元旦', '2025-12-31'), '2025年12月31日（周三）不在2026年，采用后会改动2025年的日历'],
		['放假太多', off('暑假', '2026-07-01', '2026-08-31'), '全年204个工作日，不合常理（应为240–255个）'],
		['没有这一天', off('元旦', '2026-02-30'), '日历中没有这一天：2026-02-30'],
		['起止颠倒', off('元旦', '2026-01-03', '2026-01-01'), '元旦止日2026-01-01早于起日2026-01-03'],
	])('%s', (_, year, problem) => {
		expect(checkYear(year)).toContain(problem);
	});

	test('2025年起全年13天，此前11天：除夕、5月2日', () => {
		const short = {
			...y2026,
			off: y2026.off.map(each => (each.name === '劳动节' ? { ...each, to: '2026-05-01' } : each)),
		};
		expect(checkYear(short)).toEqual(['缺少法定节日劳动：2026年5月2日（周六）没有放假']);
	});
});

describe('两个年份的比较', () => {
	test('一样则无话', () => {
		expect(compareYears(y2026, structuredClone(y2026))).toEqual([]);
		expect(supersedes(y2026, structuredClone(y2026))).toEqual([]);
	});

	test('逐日说明不同', () => {
		const other: HolidayYear = {
			...y2026,
			off: y2026.off.map(each => (each.name === '元旦' ? { ...each, to: '2026-01-02' } : each)),
			work: y2026.work.map(each => (each.date === '2026-01-04' ? { ...each, name: '新年' } : each)),
		};
		expect(compareYears(y2026, other)).toEqual([
			'2026年1月3日（周六）：前者元旦放假，后者未列',
			'2026年1月4日（周日）：前者元旦调休上班，后者新年调休上班',
		]);
	});

	test('2027年：推算表与通知', () => {
		const told = compareYears(y2027, published);
		expect(told[0]).toBe('前者未公布，后者已公布');
		expect(told).toContain('2027年2月9日（周二）：前者未列，后者春节放假');
		expect(told).toContain('2027年2月20日（周六）：前者未列，后者春节调休上班');
		expect(supersedes(y2027, published)).toEqual([]);
	});

	test('导入会丢掉已有的日子', () => {
		expect(supersedes(published, y2027)[0]).toBe('2027年已经公布，导入的却是未公布');
		expect(supersedes(published, y2027)).toContain('将失去已有的2027年5月8日（周六）：原为劳动节调休上班，导入后未列');
		expect(supersedes(y2026, without('元旦'))).toEqual(
			['1日（周四）', '2日（周五）', '3日（周六）'].map(day => `将失去已有的2026年1月${day}：原为元旦放假，导入后未列`),
		);
	});

	test('年份不同不能比', () => {
		expect(compareYears(y2026, y2027)).toEqual(['年份不同：前者2026年，后者2027年']);
		expect(supersedes(y2026, y2027)).toEqual(['年份不同：已有的是2026年，导入的是2027年']);
	});
});
