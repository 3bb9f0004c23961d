import { describe, expect, test } from 'vitest';
import { act, dueOf, judged, notice, policy, received, replied, resubmitted, runOf, statusOn } from './casebook.ts';

const conditional = 'reply.conditional' as const;

describe('一次性告知（第二十一条第二款，口径③）', () => {
	const v20 = [received('2026-06-01'), notice('2026-06-05'), resubmitted('2026-06-12')];

	test.each([
		['V20 不中止', 'NONE', '2026-06-15', 0],
		['V20 中止计时', 'SUSPEND', '2026-06-23', 5],
		['V20 重新计算', 'RESTART', '2026-06-29', 5],
	] as const)('%s', (_, materials, on, paused) => {
		const run = runOf(conditional, v20, policy(materials));
		expect(dueOf(run)).toBe(on);
		expect(run.paused).toBe(paused);
		expect(run.statutoryDueOn).toBe('2026-06-15');
	});

	test('告知当日起中止，补正当日起恢复；中止前的到期日是法定到期日', () => {
		const run = runOf(conditional, v20);
		expect(run.spans.map(({ from, to, phase, dueOn }) => [from, to, phase, dueOn])).toEqual([
			['2026-06-01', '2026-06-05', 'open', '2026-06-15'],
			['2026-06-05', '2026-06-12', 'paused', '2026-06-15'],
			['2026-06-12', null, 'open', '2026-06-23'],
		]);
	});

	test('再次告知不中止，记为未一次性告知', () => {
		const run = runOf(conditional, [...v20, notice('2026-06-15'), resubmitted('2026-06-18')]);
		expect(dueOf(run)).toBe('2026-06-23');
		expect(run.defects).toEqual(['second_notice']);
	});

	test('两个平台报同一次告知：是一次，不是再次', () => {
		const run = runOf(conditional, [...v20, notice('2026-06-05T16:00', { source: 2 })]);
		expect([dueOf(run), run.defects]).toEqual(['2026-06-23', []]);
	});

	test('补正之后才记录的告知不中止：不因倒签而无限期等待', () => {
		const run = runOf(conditional, [
			received('2026-06-01'),
			notice('2026-06-03', { recorded: '2026-06-10' }),
			resubmitted('2026-06-05'),
		]);
		expect([dueOf(run), statusOn(run, '2026-06-16'), run.defects]).toEqual([
			'2026-06-15',
			'overdue',
			['notice_after_answer'],
		]);
	});

	test('没有告知的补正不影响计时', () => {
		const run = runOf(conditional, [received('2026-06-01'), resubmitted('2026-06-04')]);
		expect([dueOf(run), run.paused, run.defects]).toEqual(['2026-06-15', 0, []]);
	});

	test('只有日期的纸质补正，与告知同日：答复了告知', () => {
		const run = runOf(conditional, [received('2026-06-01'), notice('2026-06-05'), resubmitted('2026-06-05!')]);
		expect([dueOf(run), run.paused]).toEqual(['2026-06-15', 0]);
	});

	test('无条件共享，中止长于期限', () => {
		const data = { sharing: 'unconditional' };
		const run = runOf('reply.unconditional', [
			received('2026-06-01', { data }),
			notice('2026-06-01T15:00'),
			resubmitted('2026-06-10'),
		]);
		expect([dueOf(run), run.paused, statusOn(run, '2026-06-09')]).toEqual(['2026-06-11', 7, 'paused']);
	});

	test('没有列明材料的告知不中止，其后的告知也不是第一次', () => {
		const run = runOf(conditional, [
			received('2026-06-01'),
			notice('2026-06-03', { data: { missing_items: [] } }),
			notice('2026-06-04'),
		]);
		expect(dueOf(run)).toBe('2026-06-15');
		expect(run.defects).toEqual(['notice_without_items', 'second_notice']);
	});

	test('到期后的告知不中止', () => {
		const run = runOf(conditional, [received('2026-06-01'), notice('2026-06-16'), resubmitted('2026-06-17')]);
		expect(statusOn(run, '2026-06-18')).toBe('overdue');
		expect(run.defects).toEqual(['notice_after_due']);
	});

	test('补正逾10个工作日：逾期中止，此后不计', () => {
		const run = runOf(conditional, [received('2026-06-01'), notice('2026-06-05')]);
		expect(statusOn(run, '2026-06-22')).toBe('paused');
		expect(statusOn(run, '2026-06-23')).toBe('excluded lapsed');
	});

	test('逾期中止之后才补正：按新的申请重新起算', () => {
		const { runs } = judged([
			received('2026-06-01'),
			notice('2026-06-05'),
			resubmitted('2026-06-24'),
			notice('2026-06-25'),
		]);
		expect(runs.map(({ run, startedOn, statutoryDueOn }) => [run, startedOn, statutoryDueOn])).toEqual([
			[1, '2026-06-01', '2026-06-15'],
			[2, '2026-06-24', '2026-07-08'],
		]);
		expect(runs[1]?.defects).toEqual(['second_notice']);
	});

	test('逾期中止之后又收到申请：同样重新起算', () => {
		const { runs } = judged([received('2026-06-01'), notice('2026-06-05'), received('2026-06-24', { id: 'R2' })]);
		expect(runs.map(run => [run.startedOn, statusOn(run, '2026-07-09')])).toEqual([
			['2026-06-01', 'excluded lapsed'],
			['2026-06-24', 'overdue'],
		]);
	});

	test('中止期间直接答复：为按时', () => {
		const run = runOf(conditional, [received('2026-06-01'), notice('2026-06-05'), replied('2026-06-17')]);
		expect(statusOn(run, '2026-06-17')).toBe('met');
		expect(run.paused).toBe(8);
	});

	test('到期日当日告知：恢复之日即为到期日，周六恢复不致立即逾期', () => {
		const run = runOf(conditional, [received('2026-06-01'), notice('2026-06-15'), resubmitted('2026-06-27')]);
		expect([statusOn(run, '2026-06-27'), statusOn(run, '2026-06-28'), dueOf(run)]).toEqual([
			'running',
			'overdue',
			'2026-06-27',
		]);
	});

	test('平台自称补正逾期不改变计时：以口径规定的10个工作日为准', () => {
		const events = [
			received('2026-06-01'),
			notice('2026-06-05'),
			act('request.lapsed', '2026-06-08'),
			resubmitted('2026-06-12'),
		];
		expect(dueOf(runOf(conditional, events))).toBe('2026-06-23');
	});

	test('中止计时自告知次日至补正当日：当日告知当日补正，一日不扣', () => {
		const run = runOf(conditional, [
			received('2026-06-01'),
			notice('2026-06-05T09:00'),
			resubmitted('2026-06-05T17:00'),
		]);
		expect([dueOf(run), run.paused]).toEqual(['2026-06-15', 0]);
	});
});
