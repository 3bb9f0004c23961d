import { describe, expect, test } from 'vitest';
import { toDay } from '#analytics/law/day.ts';
import { defaultPolicies } from '#analytics/law/policy.ts';
import { whatIf } from '#app/loaders/what-if.server.ts';
import { calendar, folded, notice, received, replied, resubmitted } from '#test/cases/casebook.ts';

const which = { line: '', clock: 'reply.conditional', run: 1, inForce: 'SUSPEND' } as const;
const under = (asOf: string, events: Parameters<typeof folded>[0]) =>
	whatIf(folded(events), { ...which, asOf: toDay(asOf) }, defaultPolicies, calendar).map(each => [
		each.rule,
		each.outcome?.dueOn,
		each.outcome?.status,
		each.outcome?.daysLate,
		each.difference,
	]);

describe('假如：同一时限按三种补正规则（第二十一条第二款）', () => {
	const opened = [received('2026-06-01'), notice('2026-06-05')];
	const back = [...opened, resubmitted('2026-06-12')];

	test('V20 六月五日告知、十二日补正：6月15日、23日、29日到期', () => {
		expect(under('2026-06-25', [...back, replied('2026-06-24')])).toEqual([
			['NONE', '2026-06-15', 'late', 6, -5],
			['SUSPEND', '2026-06-23', 'late', 1, 0],
			['RESTART', '2026-06-29', 'met', null, 4],
		]);
	});

	test('尚未答复：截至当日各是超期、在办', () => {
		expect(under('2026-06-16', back).map(each => each[2])).toEqual(['overdue', 'running', 'running']);
	});

	test('仍在等待补正：到期日未定，不比较', () => {
		expect(under('2026-06-08', opened)).toEqual([
			['NONE', '2026-06-15', 'running', null, null],
			['SUSPEND', '2026-06-15', 'paused', null, null],
			['RESTART', '2026-06-15', 'paused', null, null],
		]);
	});

	test('补正逾期中止后再补正：按不中止没有第二次计时', () => {
		const again = [...opened, resubmitted('2026-07-01')];
		const found = whatIf(folded(again), { ...which, run: 2, asOf: toDay('2026-07-02') }, defaultPolicies, calendar);
		expect(found.map(each => [each.rule, each.outcome?.status])).toEqual([
			['NONE', undefined],
			['SUSPEND', 'running'],
			['RESTART', 'running'],
		]);
	});

	test('没有告知补正的，三种规则没有差别', () => {
		expect(under('2026-06-25', [received('2026-06-01'), replied('2026-06-24')])).toEqual([]);
	});
});
