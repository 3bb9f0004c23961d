import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LedgerEvent } from '#analytics/cases/event.ts';
import { explain } from '#analytics/cases/explain.ts';
import { type ClockName, clockNames, clocks } from '#analytics/law/clocks.ts';
import { plusDays, toDay } from '#analytics/law/day.ts';
import { defaultPolicies, type Policy } from '#analytics/law/policy.ts';
import {
	AUTHORITY,
	act,
	calendar,
	dueFrom,
	extended,
	folded,
	notice,
	policy,
	received,
	replied,
	resubmitted,
	withdrawn,
} from './casebook.ts';

function explained(clock: ClockName, events: LedgerEvent[], policies: readonly Policy[] = defaultPolicies) {
	const found = explain(folded(events), '', clock, 1, policies, calendar);
	if (found === null) throw new Error('没有这一计时');
	return found;
}

const said = (steps: { day: string; kind: string; n: number | null }[]) =>
	steps.map(({ day, kind, n }) => `${day} ${kind}${n ?? ''}`);

describe('逐日说明', () => {
	test('V04 周六调休上班是第1个工作日，依据放假通知', () => {
		const { steps, dueOn, article, says } = dueFrom('reply.unconditional', '2026-02-27', 0);
		expect(said(steps)).toEqual(['2026-02-27 start', '2026-02-28 count1', '2026-02-28 due']);
		expect(steps[1]).toMatchObject({
			text: '春节调休上班，第1个工作日',
			basis: '国务院办公厅关于2026年部分节假日安排的通知',
		});
		expect([dueOn, article, says]).toEqual(['2026-02-28', '第二十一条第一款', clocks['reply.unconditional'].says]);
	});

	test('暂定：说明该年放假安排尚未公布', () => {
		const { steps, provisional } = dueFrom('delivery', '2026-12-04', 0);
		expect(provisional).toBe(true);
		expect(steps.at(-1)?.text).toContain('尚未公布');
	});

	test('没有延长规定的时限不能延长；超过上限也不能', () => {
		expect(() => dueFrom('delivery', '2026-06-01', 1)).toThrow('没有延长的规定');
		expect(() => dueFrom('catalogue.update', '2026-06-01', 6)).toThrow('至多延长5个工作日');
	});

	test('任何时限、任何起算日：数出的工作日数等于规定的加延长的', () => {
		const counted = clockNames.filter(name => clocks[name].workdays !== null);
		const start = fc.integer({ min: 0, max: 900 }).map(n => plusDays(toDay('2025-08-01'), n));
		fc.assert(
			fc.property(fc.constantFrom(...counted), start, fc.integer({ min: 0, max: 10 }), (clock, from, days) => {
				const granted = Math.min(days, clocks[clock].extension?.max ?? 0);
				const { steps, dueOn } = dueFrom(clock, from, granted);
				const counts = steps.filter(step => step.kind === 'count');
				expect(counts.map(step => step.n)).toEqual(counts.map((_, n) => n + 1));
				expect(counts).toHaveLength((clocks[clock].workdays ?? 0) + granted);
				expect(steps.at(-1)).toMatchObject({ kind: 'due', day: dueOn });
				const everyDay = new Set(steps.map(step => step.day));
				for (let day = from; day <= (dueOn ?? from); day = plusDays(day, 1)) expect(everyDay.has(day)).toBe(true);
			}),
			{ numRuns: 1000 },
		);
	});

	test('V20 中止：告知、中止各日、补正、到期，一日一步', () => {
		const { steps, dueOn, statutoryDueOn } = explained('reply.conditional', [
			received('2026-06-01'),
			notice('2026-06-05'),
			resubmitted('2026-06-12'),
		]);
		expect([statutoryDueOn, dueOn]).toEqual(['2026-06-15', '2026-06-23']);
		expect(said(steps).slice(3, 18)).toEqual([
			'2026-06-04 count3',
			'2026-06-05 count4',
			'2026-06-05 notice',
			'2026-06-06 skip',
			'2026-06-07 skip',
			'2026-06-08 pause',
			'2026-06-09 pause',
			'2026-06-10 pause',
			'2026-06-11 pause',
			'2026-06-12 pause',
			'2026-06-12 resubmit',
			'2026-06-13 skip',
			'2026-06-14 skip',
			'2026-06-15 count5',
			'2026-06-15 note',
		]);
		expect(steps.at(-1)).toMatchObject({ day: '2026-06-23', kind: 'due' });
		expect(steps.findLast(step => step.kind === 'count')?.n).toBe(10);
	});

	test('V20 重新计算：补正次日又是第1个工作日', () => {
		const events = [received('2026-06-01'), notice('2026-06-05'), resubmitted('2026-06-12')];
		const { steps } = explained('reply.conditional', events, policy('RESTART'));
		expect(steps.filter(step => step.kind === 'count').map(step => step.n)).toEqual([
			1, 2, 3, 4, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
		]);
	});

	test('V19 延期：法定期限届满日之后续算到第20个工作日', () => {
		const { steps, dueOn } = explained('reply.conditional', [received('2026-09-01'), extended('2026-09-10', 10)]);
		expect(steps.filter(step => step.kind === 'extend').map(step => step.day)).toEqual(['2026-09-10']);
		expect(steps.filter(step => step.kind === 'count')).toHaveLength(20);
		expect(dueOn).toBe('2026-09-29');
	});

	test.each([
		['按时', '2026-06-15', null, null],
		['逾期2个工作日', '2026-06-17', 2, 2],
		['逾期不足1个工作日', '2026-06-20', 3, 3],
	])('办结：%s', (_, time, daysLate, statutory) => {
		const found = explained('reply.conditional', [received('2026-06-01'), replied(time)]);
		expect([found.endedOn, found.daysLate, found.daysLateStatutory]).toEqual([time, daysLate, statutory]);
		expect(found.steps.some(step => step.kind === 'stop' && step.day === time)).toBe(true);
	});

	test('周五到期，周六答复：逾期，但不足1个工作日', () => {
		const found = explained('reply.conditional', [received('2026-05-28'), replied('2026-06-13')]);
		expect([found.dueOn, found.daysLate]).toEqual(['2026-06-11', 1]);
		const short = explained('reply.conditional', [received('2026-05-29'), replied('2026-06-13')]);
		expect([short.dueOn, short.daysLate]).toEqual(['2026-06-12', 0]);
	});

	test('目录退回：审核各日不计', () => {
		const found = explained('catalogue.update', [
			act('catalogue.triggered', '2026-05-06'),
			act('catalogue.submitted', '2026-05-14'),
			act('catalogue.returned', '2026-05-18'),
		]);
		expect(said(found.steps).filter(step => step.includes('pause'))).toEqual(['2026-05-15 pause', '2026-05-18 pause']);
		expect(found.steps.filter(step => step.kind === 'count')).toHaveLength(10);
	});

	test.each([
		['撤回', [received('2026-06-01'), withdrawn('2026-06-04')], '撤回'],
		['施行前', [received('2025-07-01')], '2025年8月1日'],
		['逾期中止', [received('2026-06-01'), notice('2026-06-05')], '补正逾期中止'],
		['时间矛盾', [received('2026-06-05'), replied('2026-06-01')], '时间矛盾'],
	])('不计入：%s，最后一步说明原因，没有到期一步', (_, events, words) => {
		const { steps } = explained('reply.conditional', events);
		expect(steps.at(-1)?.text).toContain(words);
		expect(steps.some(step => step.kind === 'due')).toBe(false);
	});

	test('保存期限不逐日列', () => {
		const { steps } = explained('retention', [act('use.recorded', '2026-03-10')]);
		expect(said(steps)).toEqual(['2026-03-10 start', '2029-03-10 due']);
	});

	test('承诺时刻不逐日列', () => {
		const data = { due_at: '2026-06-05T12:00:00+08:00' };
		const { steps } = explained('local.complaint', [act('complaint.received', '2026-06-01', { data })]);
		expect(said(steps)).toEqual(['2026-06-01 start', '2026-06-05 due']);
	});

	test('没有这一计时：空', () => {
		expect(explain(folded([received('2026-06-01')]), '', 'delivery', 1, defaultPolicies, calendar)).toBeNull();
	});

	test('逾期报送后被退回：到期日止于原处，退回一步写明审核时间不计入逾期、到期日顺延', () => {
		const triggered = act('catalogue.triggered', '2026-05-06');
		const late = act('catalogue.submitted', '2026-05-21', { data: { counterparty: AUTHORITY } });
		const returned = act('catalogue.returned', '2026-05-25', { by: AUTHORITY });
		const state = folded([triggered, late, returned]);
		const found = explain(state, '', 'catalogue.update', 1, defaultPolicies, calendar);
		const told = (found?.steps ?? []).filter(({ kind }) => kind !== 'count' && kind !== 'skip');
		expect(found?.dueOn).toBe('2026-05-21');
		expect(told.map(({ day, kind }) => [day, kind])).toEqual([
			['2026-05-06', 'start'],
			['2026-05-19', 'due'],
			['2026-05-21', 'stop'],
			['2026-05-25', 'note'],
		]);
		expect(told.at(-1)?.text).toContain('2个工作日不计入逾期，到期日由2026年5月19日顺延至2026年5月21日');
	});
});
