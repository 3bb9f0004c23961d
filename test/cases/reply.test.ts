import { describe, expect, test } from 'vitest';
import { clocks } from '#analytics/law/clocks.ts';
import { act, DEMANDER, judged, received, replied, runOf, statusOn } from './casebook.ts';

const conditional = 'reply.conditional' as const;

describe('答复（第二十一条第一款）', () => {
	test('收到之日不计入，第10个工作日24时前答复为按时', () => {
		const run = runOf(conditional, [received('2026-06-01'), replied('2026-06-15T23:59')]);
		expect(run).toMatchObject({
			startedOn: '2026-06-01',
			statutoryDueOn: '2026-06-15',
			defects: [],
			paused: 0,
			extended: 0,
		});
		expect(statusOn(run, '2026-06-14')).toBe('running');
		expect(statusOn(run, '2026-06-15')).toBe('met');
	});

	test('第11日零时答复为逾期', () => {
		const run = runOf(conditional, [received('2026-06-01'), replied('2026-06-16T00:00')]);
		expect(statusOn(run, '2026-06-15')).toBe('running');
		expect(statusOn(run, '2026-06-16')).toBe('late');
	});

	test('到期日当日尚未逾期，次日起超期', () => {
		const run = runOf(conditional, [received('2026-06-01')]);
		expect(statusOn(run, '2026-06-15')).toBe('running');
		expect(statusOn(run, '2026-06-16')).toBe('overdue');
	});

	test('期限内周末答复为按时（口径⑭）', () => {
		expect(statusOn(runOf(conditional, [received('2026-06-01'), replied('2026-06-13')]), '2026-06-13')).toBe('met');
	});

	test('只有日期的纸质答复，到期日当日为按时', () => {
		const run = runOf(conditional, [received('2026-06-01'), replied('2026-06-15!')]);
		expect(statusOn(run, '2026-06-15')).toBe('met');
	});

	test('收到与答复同日，纸质答复只有日期：不算早于收到', () => {
		const run = runOf(conditional, [received('2026-06-01'), replied('2026-06-01!')]);
		expect(statusOn(run, '2026-06-01')).toBe('met');
	});

	test('共享属性以收到时为准，此后改变不影响时限（陷阱10）', () => {
		const run = runOf('reply.unconditional', [
			received('2026-06-01', { data: { sharing: 'unconditional' } }),
			received('2026-06-02', { data: { sharing: 'conditional' } }),
		]);
		expect(run).toMatchObject({ sharing: 'unconditional', statutoryDueOn: '2026-06-02' });
	});

	test('不予共享类没有法定答复期限（口径⑨）', () => {
		const { runs, doubts } = judged([received('2026-06-01', { data: { sharing: 'none' } })]);
		expect([runs.filter(run => clocks[run.clock].statutory), doubts]).toEqual([[], []]);
	});

	test('签收不影响起算：以到达提供部门平台为收到', () => {
		const run = runOf(conditional, [received('2026-06-01', { data: { signed_at: '2026-06-04' } })]);
		expect(run.startedOn).toBe('2026-06-01');
	});

	test('提交与主管部门审查不起算：自转送到提供部门起算', () => {
		const run = runOf(conditional, [act('request.submitted', '2026-05-28', { by: DEMANDER }), received('2026-06-01')]);
		expect(run.startedOn).toBe('2026-06-01');
	});

	test('地方承诺短于法定：以法定期限计（口径⑮）', () => {
		const run = runOf(conditional, [
			received('2026-06-01', { data: { promised_due: '2026-06-08' } }),
			replied('2026-06-12'),
		]);
		expect(statusOn(run, '2026-06-12')).toBe('met');
	});

	test('其他国家机关的计时与部门相同，是否排名由机构登记决定（口径⑰）', () => {
		const run = runOf(conditional, [received('2026-06-01', { by: '某某中级人民法院' })]);
		expect([run.department, run.statutoryDueOn]).toEqual(['某某中级人民法院', '2026-06-15']);
	});

	test('收到日早于条例施行：整体不计（口径⑯）', () => {
		const run = runOf(conditional, [received('2025-07-31'), replied('2025-08-20')]);
		expect(run.spans).toHaveLength(1);
		expect(statusOn(run, '2025-07-31')).toBe('excluded pre_decree');
		expect(statusOn(runOf(conditional, [received('2025-08-01')]), '2025-08-18')).toBe('overdue');
	});
});

describe('答复的内容（第二十一条第二款）', () => {
	test('不同意而未说明理由：按时，但记为问题（口径①）', () => {
		const run = runOf(conditional, [received('2026-06-01'), replied('2026-06-02', { data: { outcome: 'refuse' } })]);
		expect(statusOn(run, '2026-06-02')).toBe('met');
		expect(run.defects).toEqual(['refused_without_reason']);
	});

	test('不同意并说明理由：没有问题', () => {
		const data = { outcome: 'refuse', reason_code: '2', reason: '该数据不在本部门' };
		expect(runOf(conditional, [received('2026-06-01'), replied('2026-06-02', { data })]).defects).toEqual([]);
	});

	test('以材料不全为由直接拒绝：不是答复，计时继续（口径②）', () => {
		const data = { outcome: 'refuse', reason_code: '6', reason: '材料不全' };
		const run = runOf(conditional, [received('2026-06-01'), replied('2026-06-02', { data })]);
		expect(statusOn(run, '2026-06-16')).toBe('overdue');
		expect(run.defects).toEqual(['refused_for_materials']);
	});

	test('部分同意而未说明理由：只记在不同意的行', () => {
		const { runs } = judged([
			received('2026-06-01', { line: '1' }),
			received('2026-06-01', { line: '2', id: 'R2' }),
			replied('2026-06-05', { data: { outcome: 'partial', agreed_lines: ['2'] } }),
		]);
		const replies = runs.filter(run => run.clock === conditional);
		expect(replies.map(run => run.defects)).toEqual([['refused_without_reason'], []]);
	});

	test('“原则同意，另行研究”不是答复的一种结果', () => {
		expect(() => replied('2026-06-05', { data: { outcome: 'agree_in_principle' } })).toThrow('bad_data');
	});

	test('部分同意也是答复（口径⑥）', () => {
		const data = { outcome: 'partial', reason: '个人信息项不予提供' };
		expect(statusOn(runOf(conditional, [received('2026-06-01'), replied('2026-06-05', { data })]), '2026-06-05')).toBe(
			'met',
		);
	});
});
