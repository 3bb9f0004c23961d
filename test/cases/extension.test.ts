import { describe, expect, test } from 'vitest';
import {
	AUTHORITY,
	act,
	dueOf,
	extended,
	judged,
	notice,
	received,
	replied,
	resubmitted,
	runOf,
	spanOn,
	statusOn,
} from './casebook.ts';

const conditional = 'reply.conditional' as const;

describe('延期（第二十一条第一款，口径④）', () => {
	test('V19 自原到期日起续算', () => {
		const run = runOf(conditional, [received('2026-09-01'), extended('2026-09-10', 10)]);
		expect([run.statutoryDueOn, dueOf(run), run.extended]).toEqual(['2026-09-15', '2026-09-29', 10]);
		expect(spanOn(run, '2026-09-09').dueOn).toBe('2026-09-15');
		expect(spanOn(run, '2026-09-10').dueOn).toBe('2026-09-29');
	});

	test('到期后才同意：不生效，记为问题', () => {
		const run = runOf(conditional, [received('2026-09-01'), extended('2026-09-16T00:00', 10)]);
		expect([dueOf(run), run.extended, run.defects]).toEqual(['2026-09-15', 0, ['extension_after_due']]);
	});

	test('倒签的同意：以平台记录时间为准', () => {
		const run = runOf(conditional, [received('2026-09-01'), extended('2026-09-10', 10, { recorded: '2026-09-17' })]);
		expect([dueOf(run), run.defects]).toEqual(['2026-09-15', ['backdated', 'extension_after_due']]);
	});

	test('累计不超过10个工作日', () => {
		const run = runOf(conditional, [received('2026-09-01'), extended('2026-09-08', 6), extended('2026-09-09', 6)]);
		expect([dueOf(run), run.extended, run.defects]).toEqual(['2026-09-29', 10, ['extension_over_limit']]);
	});

	test('两个平台报同一次同意：只延长一次', () => {
		const run = runOf(conditional, [
			received('2026-09-01'),
			extended('2026-09-08', 5),
			extended('2026-09-08T15:00', 5, { source: 2 }),
		]);
		expect([dueOf(run), run.extended, run.defects]).toEqual(['2026-09-21', 5, []]);
	});

	test('到期日落在补正的周六：当日两次同意均在届满前', () => {
		const run = runOf(conditional, [
			received('2026-06-01'),
			notice('2026-06-15'),
			resubmitted('2026-06-27T09:00'),
			extended('2026-06-27T10:00', 2),
			extended('2026-06-27T11:00', 3),
		]);
		expect([dueOf(run), run.extended, run.defects]).toEqual(['2026-07-03', 5, []]);
	});

	test('原到期日已过、延长期内才告知：中止不使原到期日复活', () => {
		const run = runOf(conditional, [
			received('2026-06-01'),
			extended('2026-06-10', 5),
			notice('2026-06-20'),
			resubmitted('2026-06-22T09:00'),
			extended('2026-06-22T10:00', 2),
		]);
		expect([run.extended, run.defects]).toEqual([5, ['extension_after_due']]);
	});

	test('第二次同意须在原到期日前，不得在延长期内', () => {
		const run = runOf(conditional, [received('2026-09-01'), extended('2026-09-08', 2), extended('2026-09-16', 2)]);
		expect([run.extended, run.defects]).toEqual([2, ['extension_after_due']]);
	});

	test('未告知需求部门：延期仍有效，记为问题', () => {
		const events = [received('2026-09-01'), extended('2026-09-10', 10), replied('2026-09-28')];
		const run = runOf(conditional, events);
		expect(statusOn(run, '2026-09-28')).toBe('met');
		expect(run.defects).toEqual(['extension_not_notified']);
		expect(runOf(conditional, [...events, act('request.extension_notified', '2026-09-11')]).defects).toEqual([]);
	});

	test('不同意延期：不变', () => {
		const data = { granted: false };
		const refused = act('request.extension_decided', '2026-09-10', { by: AUTHORITY, data });
		expect(dueOf(runOf(conditional, [received('2026-09-01'), refused]))).toBe('2026-09-15');
	});

	test('无条件共享也可延期', () => {
		const data = { sharing: 'unconditional' };
		const run = runOf('reply.unconditional', [received('2026-03-10', { data }), extended('2026-03-11', 3)]);
		expect(dueOf(run)).toBe('2026-03-16');
	});

	test('同意延期而未写天数：不延长，存疑', () => {
		const found = judged([
			received('2026-09-01'),
			act('request.extension_decided', '2026-09-10', { data: { granted: true } }),
		]);
		expect(found.runs[0]?.extended).toBe(0);
		expect(found.doubts.map(({ code }) => code)).toEqual(['extension_without_days']);
	});
});
