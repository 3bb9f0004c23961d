import { describe, expect, test } from 'vitest';
import { act, judged, runOf, statusOn } from './casebook.ts';

describe('校核（第二十六条第二款）', () => {
	const received26 = act('correction.received', '2026-04-27');

	test('V15 跨劳动节，10个工作日内核实、更正并反馈', () => {
		const run = runOf('correction', [received26, act('correction.fed_back', '2026-05-13')]);
		expect([run.statutoryDueOn, statusOn(run, '2026-05-13')]).toEqual(['2026-05-13', 'met']);
	});

	test('核实、更正本身不停止计时，反馈才停止', () => {
		const run = runOf('correction', [
			received26,
			act('correction.verified', '2026-04-28'),
			act('correction.corrected', '2026-04-29'),
		]);
		expect(statusOn(run, '2026-05-14')).toBe('overdue');
	});

	test('“留待以后更正”的反馈不停止计时（口径⑬）', () => {
		const run = runOf('correction', [
			received26,
			act('correction.fed_back', '2026-05-06', { data: { result: 'deferred' } }),
		]);
		expect(statusOn(run, '2026-05-14')).toBe('overdue');
		expect(run.defects).toEqual(['correction_deferred']);
	});

	test('“经核实无误”是有效的反馈结果（口径⑬）', () => {
		const run = runOf('correction', [
			received26,
			act('correction.fed_back', '2026-05-06', { data: { result: '经核实无误' } }),
		]);
		expect(statusOn(run, '2026-05-06')).toBe('met');
	});

	test('反馈之后再次收到校核申请：新的计时', () => {
		const { runs } = judged([
			received26,
			act('correction.fed_back', '2026-05-06'),
			act('correction.received', '2026-05-20'),
		]);
		expect(runs.map(run => [run.run, statusOn(run, '2026-05-20')])).toEqual([
			[1, 'met'],
			[2, 'running'],
		]);
	});

	test('不认可或者复发只作记录，再次收到校核申请才另行起算', () => {
		const events = [received26, act('correction.fed_back', '2026-05-06'), act('correction.reopened', '2026-05-08')];
		expect(statusOn(runOf('correction', events), '2026-06-30')).toBe('met');
	});

	test('一次反馈只办结一次：同日又收到两次的，纸质反馈不重复使用', () => {
		const { runs } = judged([
			act('correction.received', '2026-06-01'),
			act('correction.fed_back', '2026-06-03!'),
			act('correction.received', '2026-06-03T06:00'),
			act('correction.fed_back', '2026-06-03T13:00'),
			act('correction.received', '2026-06-03T20:00'),
		]);
		expect(runs.map(run => statusOn(run, '2026-06-03'))).toEqual(['met', 'met', 'running']);
	});

	test('有反馈而无收到：存疑', () => {
		expect(judged([act('correction.fed_back', '2026-05-06')])).toMatchObject({
			runs: [],
			doubts: [{ code: 'start_missing' }],
		});
	});
});
