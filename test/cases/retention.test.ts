import { describe, expect, test } from 'vitest';
import { act, DEMANDER, runOf, spanOn, statusOn } from './casebook.ts';

describe('保存与投诉', () => {
	test('第二十九条第二款：保存不少于3年是下限', () => {
		const run = runOf('retention', [
			act('use.recorded', '2026-03-10', { by: DEMANDER, data: { retained_until: '2029-03-10' } }),
		]);
		expect([run.statutoryDueOn, run.spans.length, run.defects]).toEqual(['2029-03-10', 1, []]);
	});

	test('2月29日形成的记录：保存至2月28日届满', () => {
		const kept = (until: string) =>
			runOf('retention', [act('use.recorded', '2028-02-29', { by: DEMANDER, data: { retained_until: until } })]);
		expect([kept('2031-02-28').statutoryDueOn, kept('2031-02-28').defects]).toEqual(['2031-02-28', []]);
		expect(kept('2031-02-27').defects).toEqual(['retention_short']);
	});

	test('拟保存不足3年：记为问题', () => {
		const run = runOf('retention', [
			act('use.recorded', '2026-03-10', { by: DEMANDER, data: { retained_until: '2028-12-31' } }),
		]);
		expect(run.defects).toEqual(['retention_short']);
		expect(spanOn(run, '2028-12-31').phase).toBe('ended');
	});

	test.each([
		['没有承诺：15个工作日（非法定）', undefined, '2026-06-23'],
		['承诺到时刻', '2026-06-05T12:00:00+08:00', '2026-06-05'],
		['承诺到24时', '2026-06-06T00:00:00+08:00', '2026-06-05'],
		['明示无时限', null, null],
	])('第三十七条第二款 %s', (_, due_at, on) => {
		const run = runOf('local.complaint', [act('complaint.received', '2026-06-01', { data: { due_at } })]);
		expect(run.statutoryDueOn).toBe(on);
	});

	test('承诺时刻之前办结为按时，之后为逾期', () => {
		const data = { due_at: '2026-06-05T12:00:00+08:00' };
		const closed = (time: string) =>
			runOf('local.complaint', [act('complaint.received', '2026-06-01', { data }), act('complaint.closed', time)]);
		expect(statusOn(closed('2026-06-05T11:59'), '2026-06-05')).toBe('met');
		expect(statusOn(closed('2026-06-05T12:00'), '2026-06-05')).toBe('late');
	});

	test('明示无时限的投诉：办结后仍为无时限', () => {
		const events = [
			act('complaint.received', '2026-06-01', { data: { due_at: null } }),
			act('complaint.closed', '2026-06-03'),
		];
		expect(statusOn(runOf('local.complaint', events), '2026-06-03')).toBe('untimed');
	});

	test('地方时限不受条例施行日影响', () => {
		expect(statusOn(runOf('local.complaint', [act('complaint.received', '2025-06-02')]), '2025-06-03')).toBe('running');
	});
});
