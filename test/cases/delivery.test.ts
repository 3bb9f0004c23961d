import { describe, expect, test } from 'vitest';
import type { Run } from '#analytics/cases/run.ts';
import { AUTHORITY, act, DEMANDER, dueOf, judged, received, replied, runOf, statusOn, withdrawn } from './casebook.ts';

describe('提供（第二十二条）', () => {
	const agreed = [received('2026-06-01'), replied('2026-06-05')];

	test('自作出同意答复之日起20个工作日，不自申请之日起', () => {
		const run = runOf('delivery', [...agreed, act('delivery.provided', '2026-07-06')]);
		expect(run).toMatchObject({
			startedOn: '2026-06-05',
			statutoryDueOn: '2026-07-06',
			startedBy: 'request.replied 2026-06-05',
		});
		expect(statusOn(run, '2026-07-06')).toBe('met');
	});

	test('起算以平台记录的答复时间为准', () => {
		const run = runOf('delivery', [received('2026-06-01'), replied('2026-06-05', { recorded: '2026-06-08' })]);
		expect(run.startedOn).toBe('2026-06-08');
	});

	test('没有延期，也没有中止：批准的延期不及于提供', () => {
		const data = { granted: true, granted_wd: 10 };
		const run = runOf('delivery', [...agreed, act('request.extension_decided', '2026-06-08', { by: AUTHORITY, data })]);
		expect(dueOf(run)).toBe('2026-07-06');
	});

	test('不同意的没有提供计时；部分同意的只及于同意的行（口径⑥）', () => {
		expect(judged([received('2026-06-01'), replied('2026-06-05', { data: { outcome: 'refuse' } })]).runs).toHaveLength(
			1,
		);
		const { runs } = judged([
			received('2026-06-01', { line: '1' }),
			received('2026-06-01', { line: '2', id: 'R2' }),
			replied('2026-06-05', { data: { outcome: 'partial', reason: '…', agreed_lines: ['2'] } }),
		]);
		expect(runs.filter(run => run.clock === 'delivery').map(run => run.line)).toEqual(['2']);
	});

	test('附条件的同意也是同意（口径⑦）', () => {
		expect(
			runOf('delivery', [received('2026-06-01'), replied('2026-06-05', { data: { conditions: ['仅限本市'] } })])
				.startedOn,
		).toBe('2026-06-05');
	});

	test('5个工作日内验收不通过并说明理由：提供无效，自原起算日继续（口径⑧）', () => {
		const rejected = act('delivery.rejected', '2026-07-03', { by: DEMANDER, data: { reason: '接口不可用' } });
		const run = runOf('delivery', [...agreed, act('delivery.provided', '2026-06-30'), rejected]);
		expect(statusOn(run, '2026-07-02')).toBe('met');
		expect(statusOn(run, '2026-07-03')).toBe('running');
		expect(statusOn(run, '2026-07-07')).toBe('overdue');
		expect(dueOf(run)).toBe('2026-07-06');
	});

	test.each([
		['没有理由', '2026-07-03', undefined],
		['超过5个工作日', '2026-07-08', '接口不可用'],
	])('验收不通过%s：提供仍有效', (_, time, reason) => {
		const rejected = act('delivery.rejected', time, { by: DEMANDER, data: { reason } });
		const run = runOf('delivery', [...agreed, act('delivery.provided', '2026-06-30'), rejected]);
		expect(statusOn(run, '2026-07-10')).toBe('met');
	});

	test('被否定后再次提供', () => {
		const rejected = act('delivery.rejected', '2026-07-03', { by: DEMANDER, data: { reason: '空文件' } });
		const again = act('delivery.provided', '2026-07-07');
		const run = runOf('delivery', [...agreed, act('delivery.provided', '2026-06-30'), rejected, again]);
		expect(statusOn(run, '2026-07-07')).toBe('late');
	});

	test('撤回申请：到期前不再负有提供义务', () => {
		expect(statusOn(runOf('delivery', [...agreed, withdrawn('2026-06-20')]), '2026-06-20')).toBe('excluded withdrawn');
	});

	test('到期后撤回申请：计为逾期，此后的验收不通过不使其恢复', () => {
		const rejected = act('delivery.rejected', '2026-07-09', { by: DEMANDER, data: { reason: '接口不可用' } });
		const run = runOf('delivery', [...agreed, withdrawn('2026-07-08'), rejected]);
		expect([statusOn(run, '2026-07-07'), statusOn(run, '2026-07-10')]).toEqual(['overdue', 'late']);
	});

	test('撤回之后才同意：没有提供义务', () => {
		const { runs, doubts } = judged([received('2026-06-01'), withdrawn('2026-06-03'), replied('2026-06-05')]);
		expect([runs.map(run => run.clock), doubts]).toEqual([['reply.conditional'], []]);
	});

	test('撤回之后再次收到并再次同意：重新起算', () => {
		const { runs } = judged([
			...agreed,
			withdrawn('2026-06-08'),
			received('2026-06-15', { id: 'R2' }),
			replied('2026-06-17'),
		]);
		expect(runs.map(run => [run.clock, run.run, run.startedOn, statusOn(run, '2026-06-17')])).toEqual([
			['reply.conditional', 1, '2026-06-01', 'met'],
			['delivery', 1, '2026-06-05', 'excluded withdrawn'],
			['delivery', 2, '2026-06-17', 'running'],
		]);
	});

	test('部分同意后整件提供：只停止同意的行，其余行不存疑', () => {
		const found = judged([
			received('2026-06-01', { line: '1' }),
			received('2026-06-01', { line: '2', id: 'R2' }),
			replied('2026-06-05', { data: { outcome: 'partial', reason: '…', agreed_lines: ['2'] } }),
			act('delivery.provided', '2026-06-10'),
		]);
		const deliveries = found.runs.filter(run => run.clock === 'delivery');
		expect(deliveries.map(run => [run.line, statusOn(run, '2026-06-10')])).toEqual([['2', 'met']]);
		expect(found.doubts).toEqual([]);
	});

	test('提供早于同意：整体不计，存疑；纸质提供与同意同日不算早', () => {
		const provided = (time: string) => judged([...agreed, act('delivery.provided', time)]);
		const last = (time: string) => provided(time).runs.at(-1) as Run;
		expect(statusOn(last('2026-06-04'), '2026-06-05')).toBe('excluded stop_before_start');
		expect(provided('2026-06-04').doubts).toMatchObject([{ code: 'stop_before_start' }]);
		expect(statusOn(last('2026-06-05!'), '2026-06-05')).toBe('met');
	});

	test('跨年：到期日落在2027年为暂定', () => {
		const run = runOf('delivery', [received('2026-12-01'), replied('2026-12-04')]);
		expect(run.spans.map(span => [span.dueOn, span.provisional])).toEqual([['2027-01-04', true]]);
	});

	test('七月的申请，八月同意：提供适用条例（口径⑯）', () => {
		const { runs } = judged([received('2025-07-20'), replied('2025-08-05')]);
		expect(runs.map(run => [run.clock, statusOn(run, '2025-08-05')])).toEqual([
			['reply.conditional', 'excluded pre_decree'],
			['delivery', 'running'],
		]);
	});

	test('有提供而无同意答复：存疑', () => {
		expect(judged([received('2026-06-01'), act('delivery.provided', '2026-06-03')]).doubts).toMatchObject([
			{ code: 'start_missing', eventId: 'delivery.provided 2026-06-03' },
		]);
	});
});
