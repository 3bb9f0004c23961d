import { describe, expect, test } from 'vitest';
import { stateCouncil } from '#analytics/law/calendar.ts';
import { toDay } from '#analytics/law/day.ts';
import { monthsOf } from '#app/components/months.ts';
import { foldWeeks, withLateness } from '#app/components/steps.ts';
import { overrun } from '#app/loaders/overrun.server.ts';
import { dueFrom } from '#test/cases/casebook.ts';

const calendar = stateCouncil();
const stepsOf = (clock: 'reply.conditional' | 'delivery' | 'retention', from: string) => dueFrom(clock, from).steps;
const late = (due: string, last: string) => overrun(toDay(due), toDay(last), calendar);
const told = (laid: ReturnType<typeof monthsOf>) =>
	Object.fromEntries(
		laid.months
			.flatMap(({ weeks }) => weeks.flat())
			.filter(cell => cell !== null && cell.kind !== 'out')
			.map(cell => [cell?.day.slice(5), `${cell?.mark}${cell?.makeUp ? '班' : ''}${cell?.tags.join('') ?? ''}`]),
	);

describe('计时说明的日历：每天一格', () => {
	test('跨中秋、国庆（V08）：放假为假，周末为休，调休上班的计入并标班，到期日标出', () => {
		const days = told(monthsOf(stepsOf('reply.conditional', '2026-09-24'), [], null));
		expect(days).toMatchObject({
			'09-24': '起',
			'09-25': '假',
			'09-28': '1',
			'10-10': '6班',
			'10-11': '休',
			'10-15': '10到期',
		});
		expect(Object.keys(days)).toHaveLength(22);
	});

	test('到期之后：逾期的工作日逐日编号，节假日不计入逾期', () => {
		const days = told(monthsOf(stepsOf('reply.conditional', '2026-09-09'), late('2026-09-22', '2026-10-10'), null));
		expect(days).toMatchObject({ '09-22': '10到期', '09-23': '+1', '09-25': '假', '09-28': '+3', '10-10': '+8班' });
	});

	test('周一为一周之始；别的月份的位置空着', () => {
		const [october] = monthsOf(stepsOf('reply.conditional', '2026-10-08'), [], null).months;
		expect(october?.weeks[0]?.map(cell => cell?.day.slice(8) ?? '')).toEqual(['', '', '', '01', '02', '03', '04']);
	});

	test('保存3年：只列起止两个月，其间从略', () => {
		const { months, leftOut } = monthsOf(stepsOf('retention', '2026-03-03'), [], null);
		expect(months.map(({ month }) => month)).toEqual(['2026-03', '2029-03']);
		expect(leftOut).toHaveLength(35);
	});

	test('逾期很久：列计时的月份和办结的月份', () => {
		const laid = monthsOf(stepsOf('reply.conditional', '2025-09-01'), late('2025-09-15', '2026-07-20'), null);
		expect(laid.months.map(({ month }) => month)).toEqual(['2025-09', '2026-07']);
		expect(laid.leftOut).toHaveLength(9);
	});

	test('截至日之后的日子标为尚未到来', () => {
		const { months } = monthsOf(stepsOf('delivery', '2026-11-02'), [], toDay('2026-11-20'));
		const ahead = months.flatMap(({ weeks }) => weeks.flat()).filter(cell => cell?.ahead);
		expect(ahead[0]?.day).toBe('2026-11-21');
	});
});

describe('计时经过：日历在旁时，平常周末并入前后', () => {
	const lines = (steps: ReturnType<typeof foldWeeks>) =>
		steps.map(({ from, to, text }) => `${from.slice(5)}–${to.slice(5)} ${text}`);

	test('平常周末并入，放假与调休仍各为一行', () => {
		expect(lines(foldWeeks(stepsOf('reply.conditional', '2026-09-24')))).toEqual([
			'09-24–09-24 收到申请，起算；当日不计入',
			'09-25–09-27 中秋节放假，不计入',
			'09-28–09-30 第1至3个工作日',
			'10-01–10-07 国庆节放假，不计入',
			'10-08–10-09 第4至5个工作日',
			'10-10–10-10 国庆节调休上班，第6个工作日',
			'10-11–10-11 周日，不计入',
			'10-12–10-15 第7至10个工作日',
			'10-15–10-15 到期日，当日24时前办结为按时',
		]);
		expect(lines(foldWeeks(stepsOf('reply.conditional', '2026-03-02')))).toEqual([
			'03-02–03-02 收到申请，起算；当日不计入',
			'03-03–03-16 第1至10个工作日，其间周末不计入',
			'03-16–03-16 到期日，当日24时前办结为按时',
		]);
	});

	test('逾期为一行；到期次日是周六而在周六办结的，不足1个工作日', () => {
		const steps = foldWeeks(stepsOf('reply.conditional', '2026-03-02'));
		expect(lines(withLateness(steps, late('2026-03-16', '2026-03-20'))).at(-1)).toBe('03-17–03-20 逾期第1至4个工作日');
		expect(lines(withLateness(steps, late('2026-03-13', '2026-03-14'))).at(-1)).toBe('03-14–03-14 逾期，不足1个工作日');
		expect(withLateness(steps, [])).toEqual(steps);
	});
});
