import { describe, expect, test } from 'vitest';
import { calendarOf, type Overlay, shippedYears } from '#analytics/law/calendar.ts';
import y2025 from '#analytics/law/holidays/2025.json';
import y2026 from '#analytics/law/holidays/2026.json';
import y2027 from '#analytics/law/holidays/2027.json';
import { checkOverlay, overlayLosses } from '#analytics/law/notices/check-overlay.ts';
import { readDayLines } from '#analytics/law/notices/day-lines.ts';
import { type ImportAsked, readImport } from '#analytics/law/notices/imported.ts';
import { notice2027, written } from './notices.ts';

const silent: ImportAsked = { year: null, title: null, address: null };
const read = (text: string, asked: Partial<ImportAsked> = {}) => {
	const found = readImport(text, { ...silent, ...asked });
	return 'refused' in found ? found.refused : found;
};
const title = '国务院办公厅关于2027年部分节假日安排的通知';
const both = (form: 'csv' | 'ical') =>
	form === 'csv'
		? `${written.csv(y2025)}\n${written.csv(y2026).split('\n').slice(1).join('\n')}`
		: written
				.ical(y2025)
				.replace('END:VCALENDAR', written.ical(y2026).replace(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n/, ''));

describe('读入要登记的年份', () => {
	test('正文写明年份和名称的，不必另填', () => {
		expect(read(notice2027)).toMatchObject({
			year: {
				year: 2027,
				published: true,
				title,
				off: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }, {}, {}, {}, {}, {}, {}],
			},
			problems: [],
		});
	});

	test.each([
		['holiday-cn', written['holiday-cn'](y2026), { title: y2026.title }],
		['iCalendar', written.ical(y2026), { title: y2026.title }],
		['CSV', written.csv(y2026), { title: y2026.title }],
		['正文，另填年份和名称', written.text(y2026), { year: 2026, title: y2026.title }],
		['两年的 CSV，选定2026年', both('csv'), { year: 2026, title: y2026.title }],
		['两年的 iCalendar，选定2026年', both('ical'), { year: 2026, title: y2026.title }],
	])('%s：读出的日子与2026年通知相同', (_, text, asked) => {
		const { off, work } = y2026;
		expect(read(text, asked)).toMatchObject({ year: { year: 2026, off, work, title: y2026.title }, problems: [] });
	});

	test('尚未公布的年份可以登记推算，不须名称', () => {
		expect(read(JSON.stringify(y2027))).toEqual({ year: y2027, problems: [] });
	});

	test('通知中属于上一年的一两天照登，由核查提示', () => {
		const csv = `${written.csv(y2026)}\n2025-12-31,休,元旦`;
		expect(read(csv, { year: 2026, title: '某通知' })).toMatchObject({
			year: { year: 2026, off: expect.arrayContaining([{ name: '元旦', from: '2025-12-31', to: '2026-01-03' }]) },
		});
	});

	test.each<[string, string, Partial<ImportAsked>, string]>([
		['空白', ' \n ', {}, '没有内容：请粘贴放假通知的正文，或者选择文件。'],
		['没有年份', '一、元旦：1月1日放假1天。', {}, '内容中没有写明年份，请选定年份。'],
		['年份不符', notice2027, { year: 2026 }, '所给内容是2027年的，选定的是2026年。'],
		['holiday-cn 年份不符', written['holiday-cn'](y2026), { year: 2027 }, '所给内容是2026年的，选定的是2027年。'],
		['两年而未选定', both('csv'), { title }, '文件中有2025年、2026年，请选定要登记的一年。'],
		['不是通知', '关于召开会议的通知', { year: 2027, title }, '没有从所给内容中读到2027年的任何放假日'],
		['没有名称', written.csv(y2026), {}, '没有写明通知名称，请填写'],
		['年份出界', notice2027.replaceAll('2027', '1927'), {}, '年份应在2000年至2099年之间，现为1927年。'],
		['坏的 JSON', '{"year": 2027', { year: 2027, title }, '没有从所给内容中读到2027年的任何放假日'],
	])('%s：不能登记，说明原因', (_, text, asked, refusal) => {
		expect(read(text, asked)).toContain(refusal);
	});
});

describe('逐日填写', () => {
	test.each([
		['2026-09-01', ['2026-09-01', '2026-09-01']],
		['2026年9月1日至2日', ['2026-09-01', '2026-09-02']],
		['2026-09-30 至 2026-10-01', ['2026-09-30', '2026-10-01']],
		['2026/9/1~9/3', ['2026-09-01', '2026-09-03']],
		['２０２６年９月１日', ['2026-09-01', '2026-09-01']],
	])('%s', (line, [from, to]) => {
		expect(readDayLines(line)).toEqual({ ranges: [{ from, to }], problems: [] });
	});

	test('一行一项，也可用顿号、逗号分开；空行不算', () => {
		const { ranges } = readDayLines('2026-09-01、2026-09-03，2026-09-05\n\n2026-09-07\r\n');
		expect(ranges.map(({ from }) => from)).toEqual(['2026-09-01', '2026-09-03', '2026-09-05', '2026-09-07']);
	});

	test.each([
		['9月1日', '未读懂“9月1日”'],
		['2026-02-30', '日历中没有这一天：2026-02-30'],
		['2026-09-02至2026-09-01', '止日早于起日'],
	])('%s：%s', (line, problem) => {
		expect(readDayLines(line)).toEqual({ ranges: [], problems: [expect.stringContaining(problem)] });
	});
});

describe('地方放假日与一次性安排的核查', () => {
	const calendar = calendarOf(shippedYears);
	const typhoon: Overlay = {
		code: 'T',
		name: '台风停工',
		region: '330100',
		document: '杭政办函〔2026〕8号',
		off: [{ name: '台风停工', from: '2026-09-01', to: '2026-09-02' }],
		work: [],
	};
	const check = (change: Partial<Overlay>, others: Overlay[] = []) =>
		checkOverlay({ ...typhoon, ...change }, calendar, others);

	test('两天停工没有可疑之处；撤销也没有', () => {
		expect([check({}), check({ off: [] })]).toEqual([[], []]);
	});

	test.each<[string, Partial<Overlay>, string]>([
		['又休又班', { work: [{ name: '台风停工', date: '2026-09-02' }] }, '既列为放假，又列为上班'],
		[
			'平日上班',
			{ work: [{ name: '台风停工', date: '2026-09-03' }] },
			'上班日2026年9月3日（周四）不是休息日，本来就上班',
		],
		['都是周末', { off: [{ name: '台风停工', from: '2026-09-05', to: '2026-09-06' }] }, '登记后不改变任何期限'],
		['一个月', { off: [{ name: '台风停工', from: '2026-09-01', to: '2026-09-30' }] }, '共30天放假，不合常理'],
	])('%s：%s', (_, change, problem) => {
		expect(check(change).join('\n')).toContain(problem);
	});

	test('与同地已登记的同日不一致', () => {
		const other = { ...typhoon, code: 'O', name: '补班', off: [], work: [{ name: '补班', date: '2026-09-02' }] };
		expect(check({}, [other])).toEqual([
			'2026年9月2日（周三）与已登记的“补班”（杭政办函〔2026〕8号）不一致：后者为补班调休上班',
		]);
	});

	test('变更和撤销写明失去哪些日子', () => {
		expect(
			overlayLosses(typhoon, { ...typhoon, off: [{ name: '台风停工', from: '2026-09-01', to: '2026-09-01' }] }),
		).toEqual(['将不再有2026年9月2日（周三）台风停工放假']);
		expect(overlayLosses(typhoon, { ...typhoon, off: [] })).toHaveLength(2);
	});
});
