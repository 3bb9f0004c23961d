import { describe, expect, test } from 'vitest';
import type { LedgerEvent } from '#analytics/cases/event.ts';
import {
	act,
	dueOf,
	extended,
	judged,
	notice,
	provided,
	received,
	rejected,
	replied,
	resubmitted,
	runOf,
	spanOn,
	statusOn,
	under,
	withdrawn,
} from './casebook.ts';

const conditional = 'reply.conditional' as const;
const until6 = under({ dueCutoff: '18:00' });
const at = (time: string) => Date.parse(`${time}:00+08:00`);

describe('到期日何时结束（《民法典》第二百零三条第二款“有业务时间的，停止业务活动的时间为截止时间”）', () => {
	const asked = received('2026-06-01');
	const rows: [title: string, events: LedgerEvent[], day: string, whole: string, cut: string][] = [
		['到期日17时59分答复', [asked, replied('2026-06-15T17:59')], '2026-06-15', 'met', 'met'],
		['到期日18时整答复', [asked, replied('2026-06-15T18:00')], '2026-06-15', 'met', 'late'],
		['到期日未答复，当日24时', [asked], '2026-06-15', 'running', 'overdue'],
		['到期前一日未答复', [asked], '2026-06-14', 'running', 'running'],
		['到期日18时撤回', [asked, withdrawn('2026-06-15T18:00')], '2026-06-15', 'excluded withdrawn', 'late'],
		[
			'到期日17时撤回',
			[asked, withdrawn('2026-06-15T17:00')],
			'2026-06-15',
			'excluded withdrawn',
			'excluded withdrawn',
		],
		['到期日18时告知补正', [asked, notice('2026-06-15T18:00')], '2026-06-16', 'paused', 'overdue'],
		['到期日17时告知补正', [asked, notice('2026-06-15T17:00')], '2026-06-16', 'paused', 'paused'],
		['到期日18时同意延期', [asked, extended('2026-06-15T18:00', 5)], '2026-06-16', 'running', 'overdue'],
		['到期日17时同意延期', [asked, extended('2026-06-15T17:00', 5)], '2026-06-16', 'running', 'running'],
	];

	test.each(rows)('%s', (_, events, day, whole, cut) => {
		expect([statusOn(runOf(conditional, events), day), statusOn(runOf(conditional, events, until6), day)]).toEqual([
			whole,
			cut,
		]);
	});

	test('到期后的告知、延期各记问题；倒签以截止时刻为界', () => {
		const late = (event: LedgerEvent) => runOf(conditional, [asked, event], until6).defects;
		expect(late(notice('2026-06-15T18:00'))).toEqual(['notice_after_due']);
		expect(late(extended('2026-06-15T18:00', 5))).toEqual(['extension_after_due']);
		expect(late(replied('2026-06-15T17:00', { recorded: '2026-06-15T19:00' }))).toEqual(['backdated']);
	});

	test('延期后的到期日同样到18时', () => {
		const run = runOf(conditional, [asked, extended('2026-06-10', 5), replied('2026-06-23T18:00')], until6);
		expect([dueOf(run), statusOn(run, '2026-06-23')]).toEqual(['2026-06-23', 'late']);
	});

	test.each([
		['提供', 'delivery', [asked, replied('2026-06-05')], '2026-07-06T18:00'],
		['校核', 'correction', [act('correction.received', '2026-06-01')], '2026-06-15T18:00'],
		['目录更新', 'catalogue.update', [act('catalogue.triggered', '2026-06-01')], '2026-06-15T18:00'],
		['目录审核', 'catalogue.review', [act('catalogue.submitted', '2026-06-01')], '2026-06-03T18:00'],
		['投诉举报，未承诺时刻', 'local.complaint', [act('complaint.received', '2026-06-01')], '2026-06-23T18:00'],
	] as const)('按工作日计的都到18时：%s', (_, clock, events, end) => {
		expect(runOf(clock, events, until6).spans.at(-1)?.dueEnd).toBe(at(end));
	});

	test('承诺时刻与保存期限不受影响', () => {
		const data = { due_at: '2026-06-05T21:00:00+08:00' };
		const promised = runOf('local.complaint', [act('complaint.received', '2026-06-01', { data })], until6);
		expect(promised.spans.at(-1)?.dueEnd).toBe(at('2026-06-05T21:00'));
		const kept = runOf('retention', [act('use.recorded', '2026-03-10')], until6);
		expect(kept.spans.at(-1)?.dueEnd).toBe(at('2029-03-11T00:00'));
	});
});

describe('中止与截止时刻（口径③“期限中止时不可能届满”）', () => {
	const onLastDay = [received('2026-06-01'), notice('2026-06-15')];

	test('补正在截止时刻之前：当日18时到期', () => {
		const run = runOf(conditional, [...onLastDay, resubmitted('2026-06-27T09:00')], until6);
		expect([dueOf(run), spanOn(run, '2026-06-27').dueEnd]).toEqual(['2026-06-27', at('2026-06-27T18:00')]);
	});

	test('补正在截止时刻之后：当日24时到期，不致恢复即逾期', () => {
		const run = runOf(conditional, [...onLastDay, resubmitted('2026-06-27T20:00')], until6);
		expect([dueOf(run), spanOn(run, '2026-06-27').dueEnd]).toEqual(['2026-06-27', at('2026-06-28T00:00')]);
		expect([statusOn(run, '2026-06-27'), statusOn(run, '2026-06-28')]).toEqual(['running', 'overdue']);
	});

	test('补正在截止时刻之后，此后同意延期：延期后的到期日到18时', () => {
		const run = runOf(
			conditional,
			[...onLastDay, resubmitted('2026-06-26T20:00'), extended('2026-06-26T21:00', 1)],
			until6,
		);
		expect([dueOf(run), run.defects, run.spans.at(-1)?.dueEnd]).toEqual(['2026-06-29', [], at('2026-06-29T18:00')]);
	});

	test('中止期间晚间答复：为按时', () => {
		const run = runOf(conditional, [...onLastDay, replied('2026-06-17T20:00')], until6);
		expect([statusOn(run, '2026-06-17'), dueOf(run)]).toEqual(['met', '2026-06-17']);
	});

	test('目录晚间退回：不致恢复即逾期；报送已过截止时刻的，退回不使其恢复', () => {
		const update = (submitted: string, returned: string) =>
			runOf(
				'catalogue.update',
				[
					act('catalogue.triggered', '2026-05-06'),
					act('catalogue.submitted', submitted),
					act('catalogue.returned', returned),
				],
				until6,
			);
		expect(statusOn(update('2026-05-19T17:00', '2026-05-21T20:00'), '2026-05-21')).toBe('running');
		const late = update('2026-05-19T19:00', '2026-05-23T20:00');
		expect([statusOn(late, '2026-05-19'), statusOn(late, '2026-05-23')]).toEqual(['late', 'overdue']);
	});
});

describe('休息日办结（口径⑭）', () => {
	const moved = under({ restDayStop: 'next_workday' });
	const asked = received('2026-06-01');
	const rows: [title: string, events: LedgerEvent[], ended: string, status: string][] = [
		['周六答复，视为周一零时', [asked, replied('2026-06-13')], '2026-06-15T00:00', 'met'],
		['放假日逾期答复，视为节后首个工作日', [asked, replied('2026-06-20')], '2026-06-22T00:00', 'late'],
		['调休上班的周六答复，当时', [received('2026-02-25'), replied('2026-02-28')], '2026-02-28T10:00', 'met'],
		[
			'周末到期，当日答复：不因顺延而逾期',
			[asked, notice('2026-06-15'), resubmitted('2026-06-27'), replied('2026-06-27T12:00')],
			'2026-06-27T12:00',
			'met',
		],
		['到期后周六撤回', [asked, withdrawn('2026-06-27')], '2026-06-29T00:00', 'late'],
		[
			'中止期间周六答复：视为周一，仍为按时',
			[asked, notice('2026-06-05'), replied('2026-06-13')],
			'2026-06-15T00:00',
			'met',
		],
	];

	test.each(rows)('%s', (_, events, ended, status) => {
		const run = runOf(conditional, events, moved);
		expect([run.spans.at(-1)?.endedAt, statusOn(run, ended.slice(0, 10))]).toEqual([at(ended), status]);
	});

	test('视为办结之前，仍在办理', () => {
		const run = runOf(conditional, [asked, replied('2026-06-13')], moved);
		expect(statusOn(run, '2026-06-14')).toBe('running');
	});

	test('提供在周六，周日验收不通过：该次提供不生效，各段仍相接', () => {
		const run = runOf(
			'delivery',
			[asked, replied('2026-06-05'), provided('2026-06-13'), rejected('2026-06-14')],
			moved,
		);
		expect(run.spans.map(({ from, to, phase }) => [from, to, phase])).toEqual([
			['2026-06-05', '2026-06-14', 'open'],
			['2026-06-14', null, 'open'],
		]);
	});

	test('周六报送、周日退回：审核未占用工作日', () => {
		const run = runOf(
			'catalogue.update',
			[
				act('catalogue.triggered', '2026-05-06'),
				act('catalogue.submitted', '2026-05-16'),
				act('catalogue.returned', '2026-05-17'),
			],
			moved,
		);
		expect([run.paused, dueOf(run)]).toEqual([0, '2026-05-19']);
	});

	test('与截止时刻并用：周一18时到期，周六答复视为周一零时，为按时', () => {
		const both = under({ restDayStop: 'next_workday', dueCutoff: '18:00' });
		expect(statusOn(runOf(conditional, [asked, replied('2026-06-13')], both), '2026-06-15')).toBe('met');
	});
});

describe('承诺期限（口径⑮，第二十三条“缩短审核和提供共享政务数据的时间”）', () => {
	const promised = under({ promised: { 'reply.conditional': 5, delivery: 20, 'local.complaint': 3 } });
	const asked = received('2026-06-01');

	test.each([
		['自同一起算日数5个工作日', [asked], '2026-06-08', '2026-06-15'],
		['延期同样顺延', [asked, extended('2026-06-03', 3)], '2026-06-11', '2026-06-18'],
		['中止同样顺延', [asked, notice('2026-06-03'), resubmitted('2026-06-05')], '2026-06-10', '2026-06-17'],
	] as const)('%s', (_, events, promise, due) => {
		const run = runOf(conditional, [...events], promised);
		expect([run.promisedDueOn, dueOf(run)]).toEqual([promise, due]);
	});

	test('超过承诺而未超过法定期限的，为按时', () => {
		expect(statusOn(runOf(conditional, [asked, replied('2026-06-12')], promised), '2026-06-12')).toBe('met');
	});

	test('没有承诺、承诺不短于法定、非法定时限的，没有承诺到期日', () => {
		expect(runOf(conditional, [asked]).promisedDueOn).toBeNull();
		expect(runOf('delivery', [asked, replied('2026-06-05')], promised).promisedDueOn).toBeNull();
		expect(runOf('local.complaint', [act('complaint.received', '2026-06-01')], promised).promisedDueOn).toBeNull();
	});
});

describe('条例施行以前（口径⑯，第四十四条）', () => {
	const byRequest = under({ regime: 'by_request' });
	const july = [received('2025-07-20'), replied('2025-08-05')];
	const statuses = (events: LedgerEvent[], policies = byRequest) =>
		judged(events, policies).runs.map(run => [run.clock, statusOn(run, '2025-08-05')]);

	test('七月的申请，八月同意：按环节则提供适用，按申请则一并不适用', () => {
		expect(statuses(july, under({}))).toEqual([
			['reply.conditional', 'excluded pre_decree'],
			['delivery', 'running'],
		]);
		expect(statuses(july)).toEqual([
			['reply.conditional', 'excluded pre_decree'],
			['delivery', 'excluded pre_decree'],
		]);
	});

	test('八月一日的申请：都适用', () => {
		expect(statuses([received('2025-08-01'), replied('2025-08-05')])).toEqual([
			['reply.conditional', 'met'],
			['delivery', 'running'],
		]);
	});

	test('七月的申请八月转办到新部门：按申请仍不适用', () => {
		const elsewhere = received('2025-08-04', { id: 'R2', by: 'B' });
		const transferred = act('request.transferred', '2025-08-04T09:00', { data: { to_dept: 'B' } });
		expect(statuses([received('2025-07-20'), transferred, elsewhere]).map(([, status]) => status)).toEqual([
			'excluded pre_decree',
			'excluded pre_decree',
		]);
	});

	test('七月三十一日晚间到达、视为八月一日收到的：按环节适用，按申请不适用', () => {
		const late = [received('2025-07-31T18:00')];
		const cutoff = { receiptCutoff: '17:30' };
		expect(statusOn(runOf(conditional, late, under(cutoff)), '2025-08-05')).toBe('running');
		expect(statusOn(runOf(conditional, late, under({ ...cutoff, regime: 'by_request' })), '2025-08-05')).toBe(
			'excluded pre_decree',
		);
	});

	test('校核不因申请而定：自收到校核申请之日', () => {
		expect(statuses([act('correction.received', '2025-08-01')])).toEqual([['correction', 'running']]);
	});
});
