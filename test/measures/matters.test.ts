import { describe, expect, test } from 'vitest';
import { matters } from '#analytics/measures/matters.ts';
import { act, civil, hrss, received, registered, replied } from '#test/store/acts.ts';
import { asking, columns } from './asking.ts';

const { begin, ask } = asking();

const refused = { outcome: 'refuse', reason_code: '2' };
const notice = { missing_items: ['使用依据'] };

describe('one 件: the lines of a case at one department with one sharing type under one clock', () => {
	test.each([
		[
			'两行均按时',
			[
				received('A/1', '2026-03-02'),
				received('A/2', '2026-03-02'),
				replied('A/1', '2026-03-09', refused),
				replied('A/2', '2026-03-16', refused),
			],
			'2026-03-31',
			['met', 2, '2026-03-16', '2026-03-16', null],
		],
		[
			'一行逾期即逾期',
			[
				received('A/1', '2026-03-02'),
				received('A/2', '2026-03-02'),
				replied('A/1', '2026-03-09', refused),
				replied('A/2', '2026-03-18', refused),
			],
			'2026-03-31',
			['late', 2, '2026-03-16', '2026-03-18', 2],
		],
		[
			'一行未办即超期',
			[received('A/1', '2026-03-02'), received('A/2', '2026-03-02'), replied('A/1', '2026-03-18', refused)],
			'2026-03-19',
			['overdue', 2, '2026-03-16', null, 3],
		],
		[
			'一行中止，其余仍在计时：整件在办',
			[
				received('A/1', '2026-03-02'),
				received('A/2', '2026-03-02'),
				act('request.material_notice', 'A/1', '2026-03-04', notice),
			],
			'2026-03-10',
			['running', 2, '2026-03-16', null, null],
		],
		[
			'一行撤回，其余照算',
			[
				received('A/1', '2026-03-02'),
				received('A/2', '2026-03-02'),
				act('request.withdrawn', 'A/1', '2026-03-04'),
				replied('A/2', '2026-03-09', refused),
			],
			'2026-03-31',
			['met', 2, '2026-03-16', '2026-03-09', null],
		],
		[
			'各行到期日不同，在办的以最早到期者为准',
			[received('A/1', '2026-03-02'), received('A/2', '2026-03-04')],
			'2026-03-10',
			['running', 2, '2026-03-16', null, null],
		],
		[
			'逾期各行中取最早到期日与最长逾期',
			[received('A/1', '2026-03-02'), received('A/2', '2026-03-04'), replied('A', '2026-03-20', refused)],
			'2026-03-31',
			['late', 2, '2026-03-16', '2026-03-20', 4],
		],
		[
			'各行均中止，整件中止',
			[
				received('A/1', '2026-03-02'),
				received('A/2', '2026-03-02'),
				act('request.material_notice', 'A', '2026-03-04', notice),
			],
			'2026-03-10',
			['paused', 2, '2026-03-16', null, null],
		],
		[
			'各行均按时办结，以最晚到期日归期',
			[received('A/1', '2026-03-02'), received('A/2', '2026-03-04'), replied('A', '2026-03-06', refused)],
			'2026-03-31',
			['met', 2, '2026-03-18', '2026-03-06', null],
		],
	])('%s', async (_, events, as_of, expected) => {
		await begin(events);
		const rows = await ask(matters, { as_of, clocks: ['reply.conditional'] });
		expect(columns(rows, 'status', 'lines', 'due_on', 'ended_on', 'days_late')).toEqual([expected]);
	});

	test('another sharing type, another provider or another clock is another 件', async () => {
		await begin([
			received('A/1', '2026-03-02'),
			received('A/2', '2026-03-02', { sharing: 'unconditional' }),
			received('A/3', '2026-03-02', { department: civil, counterparty: hrss }),
			replied('A/1', '2026-03-09'),
		]);
		const rows = await ask(matters, { as_of: '2026-03-10', sort: 'clock' });
		expect(columns(rows, 'clock', 'department', 'sharing', 'status')).toEqual([
			['delivery', hrss, 'conditional', 'running'],
			['reply.conditional', hrss, 'conditional', 'met'],
			['reply.conditional', civil, 'conditional', 'running'],
			['reply.unconditional', hrss, 'unconditional', 'overdue'],
		]);
	});

	test('what is owed again is another 件: the first one’s lateness does not disappear', async () => {
		await begin([
			act('correction.received', 'JH1', '2026-03-02'),
			act('correction.fed_back', 'JH1', '2026-03-20', { result: 'corrected' }),
			act('correction.received', 'JH1', '2026-04-01'),
			act('correction.fed_back', 'JH1', '2026-04-02', { result: 'corrected' }),
		]);
		const rows = await ask(matters, { as_of: '2026-04-30' });
		expect(columns(rows, 'round', 'status', 'due_on')).toEqual([
			[1, 'late', '2026-03-16'],
			[2, 'met', '2026-04-16'],
		]);
	});

	test('a line that lapsed and was filed again is one 件', async () => {
		await begin([
			received('A', '2026-03-02'),
			act('request.material_notice', 'A', '2026-03-04', notice),
			act('request.material_resubmitted', 'A', '2026-04-20'),
			replied('A', '2026-04-21', refused),
		]);
		const rows = await ask(matters, { as_of: '2026-04-30' });
		expect(columns(rows, 'round', 'status', 'started_on', 'ended_on')).toEqual([
			[1, 'met', '2026-03-02', '2026-04-21'],
		]);
	});
});

describe('filters', () => {
	const story = [
		registered(hrss, '市人力社保局'),
		registered(civil, '市民政局'),
		received('SQ-1', '2026-03-02', { catalogue: 'c1' }),
		received('SQ-2', '2026-03-03'),
		replied('SQ-2', '2026-03-04', refused),
		received('SQ-3', '2026-03-20', { department: civil, counterparty: hrss }),
		act('request.withdrawn', 'SQ-3', '2026-03-23', { department: civil }),
		act('correction.received', 'JH-4', '2026-03-04', { department: civil, counterparty: hrss }),
		act('use.recorded', 'SY-5', '2026-03-02'),
		act('complaint.received', 'TS-6', '2026-03-02'),
		act('catalogue.registered', null, '2026-01-05', { catalogue: 'c1', title: '参保人员信息' }),
	];

	test.each([
		['无条件：法定计时、不含已排除', {}, ['SQ-1', 'SQ-2', 'JH-4']],
		['留存与地方计时须指明', { clocks: ['retention', 'local.complaint'] }, ['TS-6', 'SY-5']],
		['已排除须指明', { statuses: ['excluded'] }, ['SQ-3']],
		['按部门', { departments: [civil] }, ['JH-4']],
		['按状态', { statuses: ['met'] }, ['SQ-2']],
		['到期日起', { due_from: '2026-03-17' }, ['SQ-2', 'JH-4']],
		['到期日止，含当日', { due_to: '2026-03-17' }, ['SQ-1', 'SQ-2']],
		['逾期至少若干工作日', { late_min: 11 }, ['SQ-1']],
		['编号含有，不分大小写', { search: 'sq-' }, ['SQ-1', 'SQ-2']],
		['逾期天数从多到少', { statuses: ['overdue'], sort: 'days_late', descending: true }, ['SQ-1', 'JH-4']],
		['起算日从晚到早', { sort: 'started_on', descending: true }, ['JH-4', 'SQ-2', 'SQ-1']],
		['编号', { sort: 'case_id', descending: true }, ['SQ-2', 'SQ-1', 'JH-4']],
		['一页', { limit: 1, offset: 1 }, ['SQ-2']],
		['只看与本部门有关的：作为提供方或需求方', { visible: [civil] }, ['SQ-1', 'SQ-2', 'JH-4']],
		['看不到他部门之间的', { visible: ['someone'] }, []],
	])('%s', async (_, filter, expected) => {
		await begin(story);
		const rows = await ask(matters, { as_of: '2026-03-31', ...filter });
		expect(rows.map(row => row.case_id)).toEqual(expected);
	});

	test('the total is that of the whole answer on every page', async () => {
		await begin(story);
		const rows = await ask(matters, { as_of: '2026-03-31', limit: 1, offset: 1 });
		expect(rows.map(row => row.total)).toEqual([3]);
	});

	test('names of both sides and of the catalogue item; the days left are working days', async () => {
		await begin(story);
		const [row] = await ask(matters, { as_of: '2026-03-10', search: 'SQ-1' });
		expect(row).toMatchObject({
			department_name: '市人力社保局',
			counterparty_name: '市民政局',
			catalogue_title: '参保人员信息',
			status: 'running',
			days_left: 4,
			days_late: null,
		});
	});

	test('overdue by less than one working day is 0 days late, and late all the same (1.1)', async () => {
		await begin([received('A', '2026-02-27', { sharing: 'unconditional' })]);
		const rows = await ask(matters, { as_of: '2026-03-01' });
		expect(columns(rows, 'due_on', 'status', 'days_late')).toEqual([['2026-02-28', 'overdue', 0]]);
	});

	test('a due day in a year whose holidays are not published is provisional', async () => {
		await begin([received('A', '2026-12-28')]);
		const rows = await ask(matters, { as_of: '2026-12-29' });
		expect(rows.map(row => row.provisional)).toEqual([true]);
	});
});
