import { describe, expect, test } from 'vitest';
import type { Run } from '#analytics/cases/run.ts';
import { act, DEMANDER, dueOf, judged, notice, received, replied, runOf, statusOn, withdrawn } from './casebook.ts';

const conditional = 'reply.conditional' as const;

describe('倒签、撤回、转办', () => {
	test('陷阱5：以平台记录时间为准，所称时间在到期前的记为倒签', () => {
		const run = runOf(conditional, [received('2026-06-01'), replied('2026-06-15', { recorded: '2026-06-17' })]);
		expect(statusOn(run, '2026-06-16')).toBe('overdue');
		expect(statusOn(run, '2026-06-17')).toBe('late');
		expect(run.defects).toEqual(['backdated']);
	});

	test('记录早于所称办理时间：停止计时以较晚者为准，起算以较早者为准', () => {
		const late = runOf(conditional, [received('2026-06-01'), replied('2026-06-17', { recorded: '2026-06-15' })]);
		expect([statusOn(late, '2026-06-16'), statusOn(late, '2026-06-17')]).toEqual(['overdue', 'late']);
		const early = runOf(conditional, [received('2026-06-03', { recorded: '2026-06-01' })]);
		expect([early.startedOn, early.statutoryDueOn]).toEqual(['2026-06-01', '2026-06-15']);
	});

	test('两个平台报同一申请的收到：只有一个计时，以先到者为准', () => {
		const run = runOf(conditional, [received('2026-06-02', { source: 2 }), received('2026-06-01')]);
		expect([run.startedOn, dueOf(run)]).toEqual(['2026-06-01', '2026-06-15']);
	});

	test('撤回之后再次收到：重新起算，义务不因此消失', () => {
		const again = received('2026-06-10', { id: 'R2' });
		const { runs } = judged([received('2026-06-01'), withdrawn('2026-06-05'), again]);
		expect(runs.map(run => [run.startedOn, dueOf(run), statusOn(run, '2026-06-25')])).toEqual([
			['2026-06-01', '2026-06-15', 'excluded withdrawn'],
			['2026-06-10', '2026-06-25', 'running'],
		]);
		const late = judged([received('2026-06-01'), withdrawn('2026-06-20'), received('2026-06-22', { id: 'R2' })]).runs;
		expect(late.map(run => statusOn(run, '2026-06-22'))).toEqual(['late', 'running']);
	});

	test('到期后转办：原部门计为逾期', () => {
		const transfer = act('request.transferred', '2026-06-17', { data: { to_dept: 'B' } });
		const { runs } = judged([received('2026-06-01'), transfer]);
		expect(runs.map(run => statusOn(run, '2026-06-17'))).toEqual(['late', 'running']);
	});

	test('转出又转回的部门，前次已告知过：再次告知不中止', () => {
		const { runs } = judged([
			received('2026-06-01', { by: 'A' }),
			notice('2026-06-02', { by: 'A', data: { counterparty: DEMANDER } }),
			act('request.transferred', '2026-06-03', { by: 'A', data: { to_dept: 'B', counterparty: DEMANDER } }),
			received('2026-06-03T15:00', { by: 'B' }),
			act('request.transferred', '2026-06-04', { by: 'B', data: { to_dept: 'A', counterparty: DEMANDER } }),
			received('2026-06-04T15:00', { by: 'A', id: 'A2' }),
			notice('2026-06-05', { by: 'A', data: { counterparty: DEMANDER } }),
		]);
		expect([statusOn(runs.at(-1) as Run, '2026-06-05'), runs.at(-1)?.defects]).toEqual(['running', ['second_notice']]);
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
