import { describe, expect, test } from 'vitest';
import {
	AUTHORITY,
	act,
	DEMANDER,
	dueOf,
	extended,
	judged,
	notice,
	policy,
	received,
	replied,
	resubmitted,
	runOf,
	spanOn,
	statusOn,
	withdrawn,
} from './casebook.ts';

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
		expect(judged([received('2026-06-01', { data: { sharing: 'none' } })])).toEqual({ runs: [], doubts: [] });
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

	test('部分同意也是答复（口径⑥）', () => {
		const data = { outcome: 'partial', reason: '个人信息项不予提供' };
		expect(statusOn(runOf(conditional, [received('2026-06-01'), replied('2026-06-05', { data })]), '2026-06-05')).toBe(
			'met',
		);
	});
});

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

describe('倒签、撤回、转办', () => {
	test('陷阱5：以平台记录时间为准，所称时间在到期前的记为倒签', () => {
		const run = runOf(conditional, [received('2026-06-01'), replied('2026-06-15', { recorded: '2026-06-17' })]);
		expect(statusOn(run, '2026-06-16')).toBe('overdue');
		expect(statusOn(run, '2026-06-17')).toBe('late');
		expect(run.defects).toEqual(['backdated']);
	});

	test('到期前撤回：自撤回日起不计', () => {
		const run = runOf(conditional, [received('2026-06-01'), withdrawn('2026-06-10')]);
		expect(statusOn(run, '2026-06-09')).toBe('running');
		expect(statusOn(run, '2026-06-10')).toBe('excluded withdrawn');
	});

	test('到期后撤回：计为逾期', () => {
		const run = runOf(conditional, [received('2026-06-01'), withdrawn('2026-06-20', { id: 'W' })]);
		expect(statusOn(run, '2026-06-19')).toBe('overdue');
		expect(statusOn(run, '2026-06-20')).toBe('late');
		expect(run.endedBy).toBe('W');
	});

	test('转办：原部门自转办日起不计，新部门自收到之日重新起算', () => {
		const transfer = act('request.transferred', '2026-06-04', { data: { to_dept: 'B' } });
		const { runs } = judged([
			received('2026-06-01'),
			transfer,
			received('2026-06-05', { by: 'B' }),
			replied('2026-06-10', { by: 'B' }),
		]);
		const replies = runs.filter(run => run.clock === conditional);
		expect(replies.map(run => [run.run, run.department, run.startedOn, statusOn(run, '2026-06-10')])).toEqual([
			[1, expect.any(String), '2026-06-01', 'excluded transferred'],
			[2, 'B', '2026-06-05', 'met'],
		]);
	});

	test('转办后没有新的收到：自转办时起算；没有写明去向：存疑', () => {
		const to = (data: object) =>
			judged([received('2026-06-01'), act('request.transferred', '2026-06-04', { data: { ...data } })]);
		expect(to({ to_dept: 'B' }).runs.map(run => [run.department.length > 1, run.startedOn])).toEqual([
			[true, '2026-06-01'],
			[false, '2026-06-04'],
		]);
		expect(to({}).doubts.map(({ code }) => code)).toEqual(['transfer_without_destination']);
	});

	test('转来转去：每次收到都是新的计时', () => {
		const { runs } = judged([
			received('2026-06-01', { by: 'A' }),
			act('request.transferred', '2026-06-02', { by: 'A', data: { to_dept: 'B', counterparty: DEMANDER } }),
			received('2026-06-02T15:00', { by: 'B' }),
			act('request.transferred', '2026-06-03', { by: 'B', data: { to_dept: 'A', counterparty: DEMANDER } }),
			received('2026-06-03T15:00', { by: 'A', id: 'A2' }),
			replied('2026-06-05', { by: 'A', data: { counterparty: DEMANDER } }),
		]);
		const replies = runs.filter(run => run.clock === conditional);
		expect(replies.map(run => [run.department, run.startedOn, statusOn(run, '2026-06-05')])).toEqual([
			['A', '2026-06-01', 'excluded transferred'],
			['B', '2026-06-02', 'excluded transferred'],
			['A', '2026-06-03', 'met'],
		]);
	});
});

describe('分行、存疑', () => {
	test('每行各自计时；不写行号的事件及于各行', () => {
		const { runs } = judged([
			received('2026-06-01', { line: '1' }),
			received('2026-06-02', { line: '2' }),
			replied('2026-06-10'),
		]);
		const replies = runs.filter(run => run.clock === conditional);
		expect(replies.map(run => [run.line, run.startedOn, run.spans.at(-1)?.phase])).toEqual([
			['1', '2026-06-01', 'ended'],
			['2', '2026-06-02', 'ended'],
		]);
	});

	test('答复早于收到：整体不计，存疑', () => {
		const found = judged([received('2026-06-05'), replied('2026-06-01', { data: { outcome: 'refuse', reason: '…' } })]);
		expect(found.runs.map(run => statusOn(run, '2026-06-05'))).toEqual(['excluded stop_before_start']);
		expect(found.runs[0]?.spans).toHaveLength(1);
		expect(found.doubts).toMatchObject([{ code: 'stop_before_start', eventId: 'request.replied 2026-06-01' }]);
	});

	test('有答复而无收到：不产生答复计时，存疑', () => {
		const found = judged([replied('2026-06-01', { data: { outcome: 'refuse', reason: '…' } })]);
		expect(found.runs).toEqual([]);
		expect(found.doubts.map(({ code }) => code)).toEqual(['start_missing']);
	});
});
