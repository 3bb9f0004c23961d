import { describe, expect, test } from 'vitest';
import {
	AUTHORITY,
	act,
	DEMANDER,
	dueOf,
	judged,
	PROVIDER,
	received,
	replied,
	runOf,
	spanOn,
	statusOn,
	withdrawn,
} from './casebook.ts';

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

	test('有反馈而无收到：存疑', () => {
		expect(judged([act('correction.fed_back', '2026-05-06')])).toMatchObject({
			runs: [],
			doubts: [{ code: 'start_missing' }],
		});
	});
});

describe('目录更新与审核（第十七条）', () => {
	const triggered = act('catalogue.triggered', '2026-05-08', { data: { trigger_date: '2026-05-06' } });
	const submitted = (time: string) => act('catalogue.submitted', time, { data: { counterparty: AUTHORITY } });

	test('V16 自调整、变化发生之日起10个工作日（口径⑪）', () => {
		const run = runOf('catalogue.update', [triggered, submitted('2026-05-19')]);
		expect([run.startedOn, run.statutoryDueOn, statusOn(run, '2026-05-19')]).toEqual([
			'2026-05-06',
			'2026-05-19',
			'met',
		]);
	});

	test('V16 经同意延长5个工作日，超过部分不生效', () => {
		const longer = act('catalogue.extended', '2026-05-15', { by: AUTHORITY, data: { granted_wd: 8 } });
		const run = runOf('catalogue.update', [triggered, longer]);
		expect([dueOf(run), run.extended, run.defects]).toEqual(['2026-05-26', 5, ['extension_over_limit']]);
	});

	test('退回后继续使用未用完的工作日，审核时间不计（口径⑫）', () => {
		const returned = act('catalogue.returned', '2026-05-18', { by: AUTHORITY });
		const run = runOf('catalogue.update', [triggered, submitted('2026-05-14'), returned]);
		expect(run.spans.map(({ from, phase, dueOn }) => [from, phase, dueOn])).toEqual([
			['2026-05-06', 'open', '2026-05-19'],
			['2026-05-14', 'ended', '2026-05-19'],
			['2026-05-18', 'open', '2026-05-21'],
		]);
		expect(run.paused).toBe(2);
	});

	test('V17 审核由主管部门负责，2个工作日，发布或退回为止；再次报送另行计时', () => {
		const { runs } = judged([
			triggered,
			submitted('2026-07-02'),
			act('catalogue.returned', '2026-07-06', { by: AUTHORITY }),
			submitted('2026-07-08'),
			act('catalogue.published', '2026-07-13', { by: AUTHORITY }),
		]);
		const reviews = runs.filter(run => run.clock === 'catalogue.review');
		expect(
			reviews.map(run => [run.department, run.counterparty, run.statutoryDueOn, statusOn(run, '2026-07-13')]),
		).toEqual([
			[AUTHORITY, PROVIDER, '2026-07-06', 'met'],
			[AUTHORITY, PROVIDER, '2026-07-10', 'late'],
		]);
	});

	test('事由由主管部门发现：义务仍在部门，标注未自报（口径⑪）', () => {
		const found = act('catalogue.triggered', '2026-05-08', {
			by: AUTHORITY,
			data: { found_by: 'authority', trigger_date: '2026-05-06' },
		});
		expect(runOf('catalogue.update', [found])).toMatchObject({
			department: PROVIDER,
			counterparty: AUTHORITY,
			defects: ['not_self_reported'],
		});
	});

	test('首次编制的目录没有2个工作日的审核期限', () => {
		expect(judged([act('catalogue.submitted', '2026-05-14', { data: { initial: true } })])).toEqual({
			runs: [],
			doubts: [],
		});
	});
});

describe('保存与投诉', () => {
	test('第二十九条第二款：保存不少于3年是下限', () => {
		const run = runOf('retention', [
			act('use.recorded', '2026-03-10', { by: DEMANDER, data: { retained_until: '2029-03-10' } }),
		]);
		expect([run.statutoryDueOn, run.spans.length, run.defects]).toEqual(['2029-03-10', 1, []]);
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
