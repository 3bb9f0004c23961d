import { describe, expect, test } from 'vitest';
import { stateCouncil } from '#analytics/law/calendar.ts';
import { clocks } from '#analytics/law/clocks.ts';
import { toDay } from '#analytics/law/day.ts';
import { due, workdaysAfter } from '#analytics/law/due.ts';

const calendar = stateCouncil();

describe('到期日（第十七条、第二十一条、第二十二条、第二十六条）', () => {
	test.each([
		['V01 无条件', 'reply.unconditional', '2026-03-10', '2026-03-11'],
		['V02 无条件，周五收到', 'reply.unconditional', '2026-03-13', '2026-03-16'],
		['V03 无条件，周六收到', 'reply.unconditional', '2026-03-14', '2026-03-16'],
		['V04 周六调休上班的前一日', 'reply.unconditional', '2026-02-27', '2026-02-28'],
		['V05 调休上班的周六收到', 'reply.unconditional', '2026-02-28', '2026-03-02'],
		['V06 春节前最后一个工作日', 'reply.unconditional', '2026-02-14', '2026-02-24'],
		['V07 有条件，跨春节', 'reply.conditional', '2026-02-11', '2026-03-03'],
		['V08 有条件，跨中秋国庆', 'reply.conditional', '2026-09-24', '2026-10-15'],
		['V09 有条件，假期中收到', 'reply.conditional', '2026-10-03', '2026-10-20'],
		['V10 有条件，2025年国庆', 'reply.conditional', '2025-09-29', '2025-10-20'],
		['V11 条例施行首日', 'reply.conditional', '2025-08-01', '2025-08-15'],
		['V12 周日调休上班的前一日', 'reply.unconditional', '2026-09-18', '2026-09-20'],
		['V13 提供', 'delivery', '2026-09-16', '2026-10-20'],
		['V14 提供', 'delivery', '2026-06-01', '2026-06-30'],
		['V15 校核，跨劳动节', 'correction', '2026-04-27', '2026-05-13'],
		['V16 目录更新', 'catalogue.update', '2026-05-06', '2026-05-19'],
		['V17 目录审核', 'catalogue.review', '2026-07-02', '2026-07-06'],
		['V18 目录审核，跨劳动节', 'catalogue.review', '2026-04-30', '2026-05-07'],
	] as const)('%s', (_, clock, start, on) => {
		expect(due(clocks[clock], toDay(start), 0, calendar)).toEqual({
			on,
			provisional: false,
			article: clocks[clock].article,
		});
	});

	test.each([
		['V16 目录更新延长5个工作日', 'catalogue.update', '2026-05-06', 5, '2026-05-26'],
		['V19 答复延长10个工作日', 'reply.conditional', '2026-09-01', 10, '2026-09-29'],
	] as const)('%s', (_, clock, start, extended, on) => {
		expect(due(clocks[clock], toDay(start), extended, calendar).on).toBe(on);
	});

	test.each([
		[1, '2026-12-30'],
		[10, '2026-12-17'],
		[20, '2026-12-03'],
		[30, '2026-11-19'],
		[40, '2026-11-05'],
	])('V21 %d个工作日：%s是到期日仍在2026年内的最后起算日', (n, last) => {
		expect(workdaysAfter(toDay(last), n, calendar).slice(0, 4)).toBe('2026');
		expect(workdaysAfter(calendar.dayOf(calendar.no(toDay(last)) + 1), n, calendar).slice(0, 4)).toBe('2027');
	});

	test('到期日落在未公布放假通知的年份：暂定', () => {
		expect(due(clocks.delivery, toDay('2026-12-03'), 0, calendar)).toMatchObject({
			on: '2026-12-31',
			provisional: false,
		});
		expect(due(clocks.delivery, toDay('2026-12-04'), 0, calendar)).toMatchObject({
			on: '2027-01-04',
			provisional: true,
		});
	});

	test('收到的时刻不影响到期日：以北京时间的日期为准', () => {
		const at = (time: string) => due(clocks['reply.conditional'], Date.parse(time), 0, calendar).on;
		expect(at('2026-02-11T00:00:00+08:00')).toBe('2026-03-03');
		expect(at('2026-02-11T23:59:59+08:00')).toBe('2026-03-03');
		expect(at('2026-02-11T16:00:00Z')).toBe('2026-03-04');
	});

	test('第二十九条第二款：保存不少于3年是下限，不按工作日计', () => {
		expect(due(clocks.retention, toDay('2026-03-10'), 0, calendar)).toMatchObject({
			on: '2029-03-10',
			provisional: false,
		});
		expect(due(clocks.retention, toDay('2028-02-29'), 0, calendar).on).toBe('2031-02-28');
	});
});
