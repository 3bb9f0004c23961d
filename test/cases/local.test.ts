import { describe, expect, test } from 'vitest';
import type { LedgerEvent } from '#analytics/cases/event.ts';
import { readEvent } from '#analytics/cases/read.ts';
import { type ClockName, clocks } from '#analytics/law/clocks.ts';
import { endOf, toDay } from '#analytics/law/day.ts';
import { AUTHORITY, act, DEMANDER, dueOf, judged, PROVIDER, received, replied, runOf, statusOn } from './casebook.ts';

const by = (who: string, data: Record<string, unknown> = {}) => ({ by: who, data });
/** An act of the authority towards the demander. */
const ofAuthority = (data: Record<string, unknown> = {}) => by(AUTHORITY, { counterparty: DEMANDER, ...data });

const first = act('catalogue.submitted', '2026-06-01', { data: { initial: true, authority: AUTHORITY } });
const unshared = received('2026-06-01', { data: { sharing: 'none' } });
const wanted = act('request.extension_requested', '2026-06-01', { data: { authority: AUTHORITY } });
const dispute = act('dispute.applied', '2026-06-01', by(DEMANDER, { authority: AUTHORITY }));
const accepted = act('dispute.accepted', '2026-06-01', ofAuthority());
const required = (deadline?: string) => act('disposal.required', '2026-06-01', { data: deadline ? { deadline } : {} });
const suspended = (deadline?: string) =>
	act('service.suspended', '2026-06-01', ofAuthority(deadline ? { deadline } : {}));
const batch = (due: string, time: string, more = {}) => act('return.batch', time, { data: { due_date: due, ...more } });
const found = (discovered_at: string) => act('correction.received', '2026-06-09', { data: { discovered_at } });

describe('逐件计时与不计时', () => {
	const designated = (time: string) => act('catalogue.source_designated', time, ofAuthority());

	test('明确数源部门：由主管部门承担，主动明确的不计时', () => {
		const asked = act('catalogue.designation_requested', '2026-06-01', { data: { authority: AUTHORITY } });
		const run = runOf('local.designation', [asked, designated('2026-06-30')]);
		expect([run.department, run.counterparty, dueOf(run), statusOn(run, '2026-06-30')]).toEqual([
			AUTHORITY,
			PROVIDER,
			'2026-06-30',
			'met',
		]);
		expect(judged([designated('2026-06-30')])).toEqual({ runs: [], doubts: [] });
		const before = runOf('local.designation', [designated('2026-05-20'), asked]);
		expect(statusOn(before, '2026-07-01')).toBe('overdue');
	});

	test('使用记录逐件核对：缺项的记为问题，没有按季的计时', () => {
		const { runs } = judged([act('use.recorded', '2026-03-10', by(DEMANDER, { effect: '' }))]);
		expect(runs.map(run => [run.clock, run.defects])).toEqual([['retention', ['record_incomplete']]]);
	});
});

describe('没有数字的义务：地方时限', () => {
	test.each<[string, ClockName, LedgerEvent[], string | null, string, string, string]>([
		[
			'首次编制的目录10个工作日内审核',
			'local.catalogue.review',
			[first],
			'2026-06-15',
			AUTHORITY,
			'2026-06-15',
			'running',
		],
		[
			'首次编制的目录按时发布',
			'local.catalogue.review',
			[first, act('catalogue.published', '2026-06-15', ofAuthority())],
			'2026-06-15',
			AUTHORITY,
			'2026-06-30',
			'met',
		],
		['不予共享类申请10个工作日', 'local.reply.none', [unshared], '2026-06-15', PROVIDER, '2026-06-16', 'overdue'],
		['延期申请2个工作日内批复', 'local.extension', [wanted], '2026-06-03', AUTHORITY, '2026-06-04', 'overdue'],
		[
			'已经答复的，延期不必再批',
			'local.extension',
			[wanted, replied('2026-06-02')],
			'2026-06-03',
			AUTHORITY,
			'2026-06-30',
			'met',
		],
		['争议5个工作日内受理', 'local.dispute.accept', [dispute], '2026-06-08', AUTHORITY, '2026-06-09', 'overdue'],
		[
			'直接协调的，即为受理',
			'local.dispute.accept',
			[dispute, act('dispute.mediated', '2026-06-05', ofAuthority())],
			'2026-06-08',
			AUTHORITY,
			'2026-06-30',
			'met',
		],
		['争议20个工作日内协调', 'local.dispute.mediate', [accepted], '2026-06-30', AUTHORITY, '2026-06-30', 'running'],
		[
			'报政府决定的，协调即告结束',
			'local.dispute.mediate',
			[accepted, act('dispute.escalated', '2026-07-01', ofAuthority())],
			'2026-06-30',
			AUTHORITY,
			'2026-07-02',
			'late',
		],
		[
			'处置以提供部门的期限为限',
			'local.disposal',
			[required('2026-06-12')],
			'2026-06-12',
			DEMANDER,
			'2026-06-13',
			'overdue',
		],
		['提供部门未写明期限：20个工作日', 'local.disposal', [required()], '2026-06-30', DEMANDER, '2026-06-30', 'running'],
		[
			'处置完成',
			'local.disposal',
			[required('2026-06-12'), act('disposal.done', '2026-06-12T23:00', by(DEMANDER))],
			'2026-06-12',
			DEMANDER,
			'2026-06-12',
			'met',
		],
		[
			'整改以暂停决定的期限为限',
			'local.rectification',
			[suspended('2026-06-12')],
			'2026-06-12',
			DEMANDER,
			'2026-06-13',
			'overdue',
		],
		['暂停决定没有写明期限：无时限', 'local.rectification', [suspended()], null, DEMANDER, '2026-12-31', 'untimed'],
		[
			'回流按时',
			'local.return',
			[batch('2026-06-10', '2026-06-10', { arrived_at: '2026-06-10T09:00:00+08:00' })],
			'2026-06-10',
			PROVIDER,
			'2026-06-10',
			'met',
		],
		[
			'到期未回流',
			'local.return',
			[batch('2026-06-10', '2026-06-11')],
			'2026-06-10',
			PROVIDER,
			'2026-06-11',
			'overdue',
		],
		[
			'到期之后才回流',
			'local.return',
			[
				batch('2026-06-10', '2026-06-10'),
				batch('2026-06-10', '2026-06-12', { arrived_at: '2026-06-12T09:00:00+08:00' }),
			],
			'2026-06-10',
			PROVIDER,
			'2026-06-12',
			'late',
		],
		[
			'发现后5个工作日内提出校核',
			'local.correction.raise',
			[found('2026-06-02')],
			'2026-06-09',
			DEMANDER,
			'2026-06-09',
			'met',
		],
		[
			'发现后第6个工作日才提出',
			'local.correction.raise',
			[found('2026-06-01')],
			'2026-06-08',
			DEMANDER,
			'2026-06-09',
			'late',
		],
	])('%s', (_, clock, events, due, department, day, status) => {
		const run = runOf(clock, events);
		expect([dueOf(run), run.department, statusOn(run, day)]).toEqual([due, department, status]);
	});

	test('不写发现时间的校核申请，不产生提出校核的计时', () => {
		expect(judged([act('correction.received', '2026-06-09')]).runs.map(run => run.clock)).toEqual(['correction']);
	});

	test('发现时间晚于申请：存疑', () => {
		expect(judged([found('2026-06-10')]).doubts.map(doubt => doubt.code)).toEqual(['discovered_later']);
	});

	test('要求处置而未写明需求部门：存疑，不产生计时', () => {
		const { runs, doubts } = judged([{ ...required(), data: { department: PROVIDER } }]);
		expect([runs, doubts.map(doubt => doubt.code)]).toEqual([[], ['debtor_missing']]);
	});
});

describe('变更、终止服务先备案（第二十七条第三款）', () => {
	const ended = (time: string, effective_at: string) => act('service.terminated', time, { data: { effective_at } });
	const filing = (time: string, consulted?: boolean) =>
		act('service.change_filed', time, { data: consulted === undefined ? {} : { consulted } });

	test.each<[string, LedgerEvent[], string, string[]]>([
		['生效之前备案：按时', [filing('2026-06-01', true), ended('2026-06-10', '2026-06-10')], 'met', []],
		['生效之后才备案：逾期', [ended('2026-06-10', '2026-06-10'), filing('2026-06-11')], 'late', []],
		['没有备案：超期', [ended('2026-06-10', '2026-06-10')], 'overdue', []],
		['备案而未协商：另记', [filing('2026-06-01', false), ended('2026-06-10', '2026-06-10')], 'met', ['not_consulted']],
		['公告在前、尚未生效：在办', [ended('2026-06-10', '2026-06-20')], 'running', []],
	])('%s', (_, events, status, defects) => {
		const run = runOf('local.filing', events);
		expect([statusOn(run, '2026-06-15'), run.defects]).toEqual([status, defects]);
	});

	test('暂停共享后终止是第二十七条第二款的处置，无须备案', () => {
		const { runs } = judged([suspended('2026-06-05'), act('service.terminated', '2026-06-10', ofAuthority())]);
		expect(runs.map(run => [run.clock, statusOn(run, '2026-06-10')])).toEqual([['local.rectification', 'late']]);
	});

	test('两次变更各备各案', () => {
		const { runs } = judged([
			act('service.changed', '2026-06-01', { data: { effective_at: '2026-06-01' } }),
			filing('2026-06-15'),
			ended('2026-06-20', '2026-06-20'),
		]);
		expect(runs.map(run => [run.startedBy.slice(0, 18), statusOn(run, '2026-06-20')])).toEqual([
			['service.changed 20', 'overdue'],
			['service.terminated', 'met'],
		]);
	});
});

describe('安全事件报告：按小时计算，夜间和节假日照计（非法定时限）', () => {
	const discovered = (time: string, data: Record<string, unknown>) =>
		act('security.discovered', time, { data: { level: '较大', ...data } });
	const moment = (text: string) => Date.parse(`${text}:00+08:00`);

	test.each([
		['关键信息基础设施运营者1小时', { body_kind: 'critical' }, '2026-02-17T23:30'],
		['中央和国家机关2小时', { body_kind: 'central' }, '2026-02-18T00:30'],
		['其他单位4小时，跨过春节的夜', { body_kind: 'other' }, '2026-02-18T02:30'],
		['未写明单位类别的，按其他单位', {}, '2026-02-18T02:30'],
	])('%s', (_, data, due) => {
		const run = runOf('local.security.report', [discovered('2026-02-17T22:30', data)]);
		expect(run.spans.at(-1)?.dueEnd).toBe(moment(due));
	});

	test.each([
		['2026-06-01T13:59', 'met'],
		['2026-06-01T14:00', 'late'],
	])('%s 报告：%s', (time, status) => {
		const events = [discovered('2026-06-01T10:00', {}), act('security.reported', time)];
		expect(statusOn(runOf('local.security.report', events), '2026-06-01')).toBe(status);
	});

	test('只知发现之日的，自该日24时起算', () => {
		const event = act('security.discovered', '2026-06-01!', { data: { level: '重大' } });
		expect(runOf('local.security.report', [event]).spans[0]?.dueEnd).toBe(endOf(toDay('2026-06-01')) + 4 * 3_600_000);
	});

	test('一般级别的事件没有按小时的期限', () => {
		expect(judged([discovered('2026-06-01', { level: '一般' })]).runs).toEqual([]);
	});

	test('平台记录晚于发现的，仍自发现起算', () => {
		const event = act('security.discovered', '2026-06-01T10:00', {
			recorded: '2026-06-02T10:00',
			data: { level: '较大' },
		});
		expect(runOf('local.security.report', [event]).spans[0]?.dueEnd).toBe(moment('2026-06-01T14:00'));
	});
});

describe('合同没有变严', () => {
	const raw = (type: string, data: Record<string, unknown>, subject?: string) => ({
		...{ specversion: '1.0', id: '1', source: '/platforms/330100-hrss', type, time: '2026-06-01T10:00:00+08:00' },
		...(subject === undefined ? {} : { subject }),
		data: { department: PROVIDER, ...data },
	});

	test.each([
		['dispute.raised', {}],
		['disposal.required', {}],
		['return.batch', { expected_rows: '很多', arrived_rows: null }],
		['security.discovered', { level: 3, body_kind: {} }],
		['service.terminated', {}],
	])('%s 不带办件编号也收：不属于任何案件', (type, data) => {
		const read = readEvent(raw(type, data));
		expect(read.ok && read.event.subject).toBeNull();
	});

	test.each([
		['request.replied', { outcome: 'agree', approver_ok: '是', conditions: 5, dispatched_at: '昨天' }],
		['correction.received', { discovered_at: '昨天' }],
		['use.recorded', { scene: 1, destruction: null }],
	])('%s 新读的字段写成什么都不拒收', (type, data) => {
		expect(readEvent(raw(type, data, 'SQ1')).ok).toBe(true);
	});

	test('地方时限不早于条例施行而排除，也不称法定', () => {
		const run = runOf('local.dispute.accept', [act('dispute.applied', '2025-07-01', by(DEMANDER))]);
		expect([clocks[run.clock].statutory, statusOn(run, '2025-07-02')]).toEqual([false, 'running']);
	});
});
