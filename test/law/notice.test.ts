import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { calendarOf } from '#analytics/law/calendar.ts';
import { toDay } from '#analytics/law/day.ts';
import y2025 from '#analytics/law/holidays/2025.json';
import y2026 from '#analytics/law/holidays/2026.json';
import { checkYear, countYear } from '#analytics/law/notices/check.ts';
import { readNotice } from '#analytics/law/notices/notice.ts';
import { tellingOf } from '#analytics/law/notices/told.ts';
import { notice2027 } from './notices.ts';

type Case = { year: number; description: string; expected: { date: string; isOffDay: boolean }[] };

const shared = fileURLToPath(new URL('../../../shared/data/holiday-cn/', import.meta.url));
const absent = !existsSync(shared);
const cases: Case[] = absent ? [] : JSON.parse(readFileSync(`${shared}description_parsing_cases.json`, 'utf8'));
const oldForm = cases.filter(each => each.year < 2009);
const title = '某通知';

/** One festival's sentences read as a notice. */
function read(sentences: string, year = 2026) {
	const { year: found, problems } = readNotice(`一、节日：${sentences}`, { year, title });
	const days = tellingOf(found).map(({ on, off }) => ({ date: on as string, isOffDay: off }));
	return { days: days.sort((a, b) => a.date.localeCompare(b.date)), problems };
}

describe('通知原文', () => {
	test.skipIf(absent).each(cases.filter(each => each.year >= 2009))('$year：$description', each => {
		const expected = [...each.expected].sort((a, b) => a.date.localeCompare(b.date));
		expect(read(each.description, each.year)).toEqual({ days: expected, problems: [] });
	});

	test.skipIf(absent)(
		`${cases.length}例中${oldForm.length}例不在范围：2007、2008年通知用“公休日调至”的旧式说明，一律报告原句而不推断`,
		() => {
			for (const { description, year } of oldForm) {
				const { problems } = read(description, year);
				expect([description, problems.some(problem => problem.includes('未读懂'))]).toEqual([description, true]);
			}
			expect(oldForm).toHaveLength(11);
		},
	);

	test('虚构的2027年通知：逐日读出，合乎常理，采用后该年不再暂定', () => {
		const { year, problems } = readNotice(notice2027, { year: 2027, address: 'https://www.gov.cn/2027' });
		expect(problems).toEqual([]);
		expect(checkYear(year)).toEqual([]);
		expect(year).toMatchObject({
			published: true,
			title: '国务院办公厅关于2027年部分节假日安排的通知',
			address: 'https://www.gov.cn/2027',
		});
		expect(year.off.map(({ name, from, to }) => `${name} ${from} ${to}`)).toEqual([
			'元旦 2027-01-01 2027-01-03',
			'春节 2027-02-05 2027-02-12',
			'清明节 2027-04-03 2027-04-05',
			'劳动节 2027-05-01 2027-05-05',
			'端午节 2027-06-09 2027-06-09',
			'中秋节 2027-09-15 2027-09-15',
			'国庆节 2027-10-01 2027-10-07',
		]);
		expect(year.work.map(({ name, date }) => `${name} ${date}`)).toEqual([
			'春节 2027-02-14',
			'春节 2027-02-20',
			'劳动节 2027-05-08',
			'国庆节 2027-09-26',
			'国庆节 2027-10-09',
		]);
		const calendar = calendarOf([year]);
		expect([calendar.provisional(toDay('2027-06-01')), countYear(2027, calendar).total]).toEqual([false, 248]);
	});

	test('粘贴走样也读得懂：全角、空格、断行、同在一行、半角括号', () => {
		const straight = readNotice(notice2027, { year: 2027 });
		const variants = [
			notice2027.replaceAll('（', '(').replaceAll('）', ')'),
			notice2027.replaceAll('周', '星期'),
			notice2027.replaceAll('2', '２'),
			notice2027.replace(/。\n(?=[二三四五六七]、)/g, '。'),
			notice2027.replaceAll('、2月20日', '、\n2月20日'),
			notice2027.replaceAll('。5月8日', '。\n5月8日'),
			notice2027.replaceAll('月', ' 月 ').replaceAll('\n', '\r\n\u3000\u3000'),
			notice2027.replaceAll('：', '：\n'),
		];
		for (const variant of variants.slice(3)) {
			expect(readNotice(variant, { year: 2027 }).year.work).toEqual(straight.year.work);
		}
		for (const variant of variants) {
			expect(readNotice(variant, { year: 2027, title: straight.year.title ?? '' }).problems).toEqual([]);
		}
	});

	test.each([
		['1月4日（周六）上班。', '写的是周六，2026年1月4日（周日）'],
		['1月1日（周四）至3日（周日）放假，共3天。', '写的是周日，2026年1月3日（周六）'],
		['1月1日至3日放假调休，共4天。', '写明放假4天，所列放假日为3天'],
		['1月1日放假2天。', '写明放假2天，所列放假日为1天'],
		['1月1日放假，不调休。1月4日上班。', '写明不调休，却列有上班日'],
		['6月17日放假，与周末连休。', '2026年6月17日（周三）不与周末相连'],
		['2月30日放假。', '日历中没有2月30日'],
		['3日放假。', '没有写明月份'],
		['10月7日至1日放假。', '止日早于起日'],
		['放假3天。', '未读懂“放假3天”'],
		['1月1日左右放假。', '未读懂“1月1日左右放假”'],
		['一月一日放假。', '未读懂“一月一日放假”'],
		['1月1日（拟）放假。', '括号中的“拟”'],
		['1月1日起放假。', '未读懂“1月1日起放假”'],
		['1月1日放假。鼓励各单位安排职工在1月2日休息。', '未读懂“鼓励各单位安排职工在1月2日休息”'],
	])('%s → %s', (sentences, problem) => {
		expect(read(sentences).problems.join('\n')).toContain(problem);
	});

	test('读不懂的一句不给出任何一天，其余照读', () => {
		expect(read('1月1日（周四）放假。1月4日（周六）上班。').days).toEqual([{ date: '2026-01-01', isOffDay: true }]);
	});

	test('节日之外说到放假上班的句子，也要报告', () => {
		const more = '延长2027年春节假期至2月14日，2月15日（周一）起正常上班。';
		const { problems } = readNotice(`${more}\n${notice2027}`, { year: 2027 });
		expect(problems).toEqual([`未读懂“${more.slice(0, -1)}”（不在任何一个节日之下）`]);
	});

	test('年份不符、没有通知名称、空文，都说明', () => {
		expect(readNotice(notice2027, { year: 2026 }).problems[0]).toBe('通知是2027年的，不是2026年的');
		expect(readNotice('一、元旦：1月1日放假。', { year: 2027 }).problems).toEqual([
			'没有写明通知名称，请补充名称（如有，连同网址）',
		]);
		expect(readNotice('', { year: 2027 })).toMatchObject({
			year: { published: false, off: [] },
			problems: ['没有读到2027年的任何放假日'],
		});
	});
});

describe('holiday-cn', () => {
	test.skipIf(absent).each([y2025, y2026])('随附的$year年与 holiday-cn 读出的相同', shipped => {
		const text = readFileSync(`${shared}${shipped.year}.json`, 'utf8');
		expect(readNotice(text, { year: shipped.year })).toEqual({ year: shipped, problems: [] });
		expect(checkYear(shipped)).toEqual([]);
	});

	test.skipIf(absent)('2008年以来每一年都读得懂；只有跨年的假期、2020年延长的春节需要人确认', () => {
		const years = Array.from({ length: 19 }, (_, n) => 2008 + n);
		const told = years.map(year => {
			const read = readNotice(readFileSync(`${shared}${year}.json`, 'utf8'), { year });
			expect([year, read.problems]).toEqual([year, []]);
			return [year, checkYear(read.year)] as const;
		});
		const across = (year: number, n: number) => [year, Array(n).fill(expect.stringContaining(`不在${year}年`))];
		expect(told.filter(([, problems]) => problems.length > 0)).toEqual([
			across(2008, 3),
			across(2012, 1),
			across(2019, 3),
			[2020, ['春节的调休上班日2020年2月3日（周一）不是休息日，本来就上班']],
			across(2023, 1),
		]);
	});

	test('未公布的年份、写错的条目、别的年份', () => {
		expect(readNotice('{"year":2027,"papers":[],"days":[]}', { year: 2027 })).toMatchObject({
			year: { published: false, title: null },
			problems: ['没有读到2027年的任何放假日'],
		});
		const bad = '{"year":2026,"papers":["p"],"days":[{"name":"元旦","date":"2026-02-30","isOffDay":true}]}';
		expect(readNotice(bad, { year: 2027 }).problems).toEqual([
			'文件写的是2026年，不是2027年',
			expect.stringContaining('未读懂：{"name":"元旦","date":"2026-02-30"'),
			'没有读到2027年的任何放假日',
		]);
		expect(readNotice('{"year"', { year: 2027 }).problems[0]).toBe('不是 holiday-cn 的 JSON 文件');
	});
});
