import { describe, expect, test } from 'vitest';
import { AUTHORITY, act, dueOf, judged, PROVIDER, runOf, statusOn, under } from './casebook.ts';

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

	test('以首次报送为准的，退回不使更新期限恢复，审核期限不变（口径⑫）', () => {
		const returned = act('catalogue.returned', '2026-05-18', { by: AUTHORITY });
		const first = under({ returnedCatalogue: 'first_submission' });
		const { runs } = judged([triggered, submitted('2026-05-14'), returned, submitted('2026-05-25')], first);
		expect(runs.map(run => [run.clock, statusOn(run, '2026-05-25'), dueOf(run)])).toEqual([
			['catalogue.update', 'met', '2026-05-19'],
			['catalogue.review', 'met', '2026-05-18'],
			['catalogue.review', 'running', '2026-05-27'],
		]);
	});

	test('到期次日周六报送、周一退回：退回不消灭已经发生的逾期', () => {
		const late = act('catalogue.triggered', '2026-05-11', { data: { trigger_date: '2026-05-09' } });
		const returned = act('catalogue.returned', '2026-05-25', { by: AUTHORITY });
		const run = runOf('catalogue.update', [late, submitted('2026-05-23'), returned]);
		expect([run.statutoryDueOn, dueOf(run)]).toEqual(['2026-05-22', '2026-05-25']);
		expect(['2026-05-22', '2026-05-24', '2026-05-25'].map(day => statusOn(run, day))).toEqual([
			'running',
			'late',
			'overdue',
		]);
		const again = runOf('catalogue.update', [late, submitted('2026-05-23'), returned, submitted('2026-05-25T16:00')]);
		expect(statusOn(again, '2026-05-25')).toBe('late');
	});

	test('逾期报送后被退回：审核时间不计入逾期', () => {
		const returned = act('catalogue.returned', '2026-05-25', { by: AUTHORITY });
		const run = runOf('catalogue.update', [triggered, submitted('2026-05-21'), returned]);
		expect([statusOn(run, '2026-05-21'), statusOn(run, '2026-05-25'), dueOf(run), run.paused]).toEqual([
			'late',
			'overdue',
			'2026-05-21',
			2,
		]);
	});

	test('施行前即已登记的事由，施行前报送为按时；登记在后的为时间矛盾', () => {
		const early = act('catalogue.triggered', '2026-04-28', { data: { trigger_date: '2026-05-06' } });
		const run = runOf('catalogue.update', [early, submitted('2026-04-30')]);
		expect([run.startedOn, statusOn(run, '2026-05-06')]).toEqual(['2026-05-06', 'met']);
		const returned = act('catalogue.returned', '2026-05-04', { by: AUTHORITY });
		expect(dueOf(runOf('catalogue.update', [early, submitted('2026-04-30'), returned]))).toBe('2026-05-19');
		const found = judged([triggered, submitted('2026-04-30')]);
		expect(found.doubts.map(({ code }) => code)).toEqual(['stop_before_start']);
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
		const { runs, doubts } = judged([act('catalogue.submitted', '2026-05-14', { data: { initial: true } })]);
		expect([runs.map(run => run.clock), doubts]).toEqual([['local.catalogue.review'], []]);
	});

	test('首次编制的目录审核发布之后，更新的审核另行计时', () => {
		const first = act('catalogue.submitted', '2026-04-14', { data: { initial: true } });
		const published = act('catalogue.published', '2026-04-28', { by: AUTHORITY });
		expect(judged([first, published]).runs.map(run => run.clock)).toEqual(['local.catalogue.review']);
		const { runs, doubts } = judged([first, published, triggered, submitted('2026-05-14')]);
		expect(runs.map(run => [run.clock, statusOn(run, '2026-05-14')])).toEqual([
			['catalogue.update', 'met'],
			['catalogue.review', 'running'],
			['local.catalogue.review', 'met'],
		]);
		expect(doubts).toEqual([]);
	});
});
