import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HolidayYear } from '#analytics/law/calendar.ts';
import { plusDays, toDay } from '#analytics/law/day.ts';
import y2025 from '#analytics/law/holidays/2025.json';
import y2026 from '#analytics/law/holidays/2026.json';
import { type NoticeFormat, readNotice } from '#analytics/law/notices/notice.ts';
import { gather } from '#analytics/law/notices/told.ts';
import { notice2027, written } from './notices.ts';

const forms = Object.keys(written) as NoticeFormat[];
const ical = (...lines: string[]) =>
	readNotice(['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n'), {
		year: 2026,
		title: '某日历',
	});
const csv = (...rows: string[]) => readNotice(rows.join('\n'), { year: 2026, title: '某表' });
const spans = ({ year }: { year: HolidayYear }) => year.off.map(({ name, from, to }) => `${name} ${from} ${to}`);

describe('写出再读回', () => {
	const years = [y2025, y2026, readNotice(notice2027, { year: 2027, address: 'https://www.gov.cn/2027' }).year];
	test.each(forms.flatMap(form => years.map(year => [form, year.year, year] as const)))('%s，%d年', (form, n, year) => {
		const given = { year: n, title: year.title ?? '', address: year.address ?? '' };
		expect(readNotice(written[form](year), given)).toEqual({ year, problems: [] });
	});

	test('任意的放假日与调休上班日，四种形式读回都一样', () => {
		const days = fc.uniqueArray(
			fc.record({
				on: fc.integer({ min: 0, max: 364 }).map(n => plusDays(toDay('2026-01-01'), n)),
				name: fc.constantFrom('元旦', '春节', '国庆节、中秋节', '“五一”国际劳动节'),
				off: fc.boolean(),
			}),
			{ selector: day => day.on, minLength: 1, maxLength: 40 },
		);
		fc.assert(
			fc.property(days, told => {
				fc.pre(told.some(day => day.off));
				const { off, work } = gather(told);
				const year = { year: 2026, published: true, title: 'T', address: 'A', off, work };
				for (const form of forms) {
					const title = form === 'holiday-cn' ? '国务院办公厅关于2026年部分节假日安排的通知' : 'T';
					const read = readNotice(written[form](year), { year: 2026, title: 'T', address: 'A' });
					expect([form, read]).toEqual([form, { year: { ...year, title }, problems: [] }]);
				}
			}),
			{ numRuns: 300 },
		);
	});
});

describe('iCalendar', () => {
	test.each([
		[['DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20260104', 'SUMMARY:元旦 休'], '元旦 2026-01-01 2026-01-03'],
		[['DTSTART:20260101', 'SUMMARY:元旦', 'CATEGORIES:节日,休'], '元旦 2026-01-01 2026-01-01'],
		[['DTSTART;VALUE=DATE:20260101', 'DURATION:P3D', 'SUMMARY:元旦（休）'], '元旦 2026-01-01 2026-01-03'],
		[['DTSTART;VALUE=DATE:20260101', 'SUMMARY:元旦 假期 第1天/共3天'], '元旦 2026-01-01 2026-01-01'],
		[['DTSTART;VALUE=DATE:20260101', 'SUMMARY:元', ' 旦放', '\t假'], '元旦 2026-01-01 2026-01-01'],
		[['DTSTART;VALUE=DATE:20260101', 'SUMMARY:国庆节\\, 中秋节（休）'], '国庆节, 中秋节 2026-01-01 2026-01-01'],
		[
			['DTSTART;VALUE=DATE:20260101', 'SUMMARY:元旦休', 'BEGIN:VALARM', 'SUMMARY:提醒', 'END:VALARM'],
			'元旦 2026-01-01 2026-01-01',
		],
	])('%j', (lines, span) => {
		const read = ical(...lines);
		expect([spans(read), read.problems]).toEqual([[span], []]);
	});

	test('班', () => {
		const more = ['END:VEVENT', 'BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20260104', 'SUMMARY:元旦（班）'];
		expect(ical('DTSTART;VALUE=DATE:20260101', 'SUMMARY:元旦（休）', ...more).year.work).toEqual([
			{ name: '元旦', date: '2026-01-04' },
		]);
	});

	test.each([
		['既不写休也不写班', ['DTSTART;VALUE=DATE:20260308', 'SUMMARY:妇女节'], '没有写明是休还是班'],
		['又休又班', ['DTSTART;VALUE=DATE:20260101', 'SUMMARY:元旦（休）', 'CATEGORIES:班'], '没有写明是休还是班'],
		['不是全天', ['DTSTART:20260101T090000', 'SUMMARY:元旦（休）'], '不是全天事件'],
		['日历中没有', ['DTSTART;VALUE=DATE:20260230', 'SUMMARY:元旦（休）'], '日期、时长有误'],
		['止早于起', ['DTSTART;VALUE=DATE:20260102', 'DTEND;VALUE=DATE:20260102', 'SUMMARY:元旦（休）'], '时长有误'],
		['每年重复', ['DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=YEARLY', 'SUMMARY:元旦（休）'], '重复事件'],
		['没有名称', ['DTSTART;VALUE=DATE:20260101', 'SUMMARY:（休）'], '没有名称'],
	])('%s：报告，不采用', (_, lines, problem) => {
		const read = ical(...lines);
		expect(read.problems[0]).toContain(problem);
		expect(read.year.off).toEqual([]);
	});

	test('取消的事件不算；没有写完的文件要说明', () => {
		const cancelled = ical('STATUS:CANCELLED', 'DTSTART;VALUE=DATE:20260101', 'SUMMARY:元旦（休）');
		expect(cancelled.problems).toEqual(['没有读到2026年的任何放假日']);
		const cut = readNotice('BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\n', { year: 2026 });
		expect(cut.problems[0]).toContain('没有写完');
	});
});

describe('CSV', () => {
	test.each([
		['date,type,name', '2026-01-01,off,元旦'],
		['Name,Date,Type', '元旦,2026/1/1,Holiday'],
		['日期,类型,名称,备注', '2026年1月1日,休,元旦,"甲,乙"'],
		['名称,日期,类型', '"元旦",20260101,放假'],
		['\uFEFFdate,isOffDay,name\r', '2026-01-01,true,元旦\r'],
	])('%s / %s', (head, row) => {
		expect(csv(head, row)).toEqual({
			year: expect.objectContaining({ off: [{ name: '元旦', from: '2026-01-01', to: '2026-01-01' }], work: [] }),
			problems: [],
		});
	});

	test.each([
		['date,type,name', '1/2/2026,off,元旦', '第2行未读懂'],
		['date,type,name', '2026-02-30,off,元旦', '第2行未读懂'],
		['date,type,name', '2026-01-01,maybe,元旦', '第2行未读懂'],
		['date,type,name', '2026-01-01,off,', '第2行未读懂'],
		['date,name', '2026-01-01,元旦', '表头应有'],
	])('%s / %s → %s', (head, row, problem) => {
		expect(csv(head, row).problems[0]).toContain(problem);
	});

	test('一天两种说法', () => {
		expect(csv('date,type,name', '2026-01-01,off,元旦', '2026-01-01,work,元旦').problems).toEqual([
			'2026年1月1日（周四）有两种说法：元旦放假；元旦调休上班',
		]);
	});
});
