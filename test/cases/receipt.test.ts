import { describe, expect, test } from 'vitest';
import type { Policy } from '#analytics/law/policy.ts';
import {
	AUTHORITY,
	act,
	dueOf,
	judged,
	notice,
	received,
	replied,
	resubmitted,
	runOf,
	statusOn,
	under,
	withdrawn,
} from './casebook.ts';

const conditional = 'reply.conditional' as const;
const signOff = { receiptBasis: 'sign_off' } as const;
const capped = (signOffWithin: number) => ({ receiptBasis: 'sign_off_capped', signOffWithin }) as const;
const authority = { forwarding: 'authority' } as const;
const cutoff = { receiptCutoff: '17:30' } as const;
const nextWorkday = { restDayReceipt: 'next_workday' } as const;
const signed = (at: string) => ({ signed_at: `${at}:00+08:00` });
const prechecked = (at: string) => ({ precheck_at: `${at}:00+08:00` });

describe('何为收到（第二十一条第一款“自收到……之日起10个工作日内”）', () => {
	const rows: [
		title: string,
		deviation: Partial<Policy>,
		time: string,
		data: Record<string, unknown>,
		start: string,
		due: string,
	][] = [
		['到达：签收只作记录', {}, '2026-06-01', signed('2026-06-04T09:00'), '2026-06-01T10:00', '2026-06-15'],
		['签收：自签收之日起', signOff, '2026-06-01', signed('2026-06-04T09:00'), '2026-06-04T09:00', '2026-06-18'],
		['签收早于到达的，以到达为准', signOff, '2026-06-01', signed('2026-05-29T09:00'), '2026-06-01T10:00', '2026-06-15'],
		[
			'签收有限：1日内未签的，以第1个工作日为收到',
			capped(1),
			'2026-06-01',
			signed('2026-06-04T09:00'),
			'2026-06-02T00:00',
			'2026-06-16',
		],
		[
			'签收有限：3日内签收，以签收为准',
			capped(3),
			'2026-06-01',
			signed('2026-06-02T16:00'),
			'2026-06-02T16:00',
			'2026-06-16',
		],
		[
			'签收有限：第3日签收，保留签收时刻',
			capped(3),
			'2026-06-01',
			signed('2026-06-04T16:00'),
			'2026-06-04T16:00',
			'2026-06-18',
		],
		['签收有限：从未签收，第3个工作日为收到', capped(3), '2026-06-01', {}, '2026-06-04T00:00', '2026-06-18'],
		['签收有限：假期中到达，节后第1个工作日为收到', capped(1), '2026-10-03', {}, '2026-10-08T00:00', '2026-10-21'],
		['提供部门：转送前的审查不计', {}, '2026-06-01', prechecked('2026-05-28T09:00'), '2026-06-01T10:00', '2026-06-15'],
		[
			'主管部门：自主管部门收到起',
			authority,
			'2026-06-01',
			prechecked('2026-05-28T09:00'),
			'2026-05-28T09:00',
			'2026-06-11',
		],
		['主管部门：没有收到时间的，以到达为准', authority, '2026-06-01', {}, '2026-06-01T10:00', '2026-06-15'],
		[
			'主管部门：晚于到达的，以到达为准',
			authority,
			'2026-06-01',
			prechecked('2026-06-02T09:00'),
			'2026-06-01T10:00',
			'2026-06-15',
		],
		[
			'主管部门已收到的，不再等签收',
			{ ...authority, ...signOff },
			'2026-06-01',
			prechecked('2026-05-28T09:00'),
			'2026-05-28T09:00',
			'2026-06-11',
		],
		[
			'主管部门没有收到时间的，仍看签收',
			{ ...authority, ...signOff },
			'2026-06-01',
			signed('2026-06-02T09:00'),
			'2026-06-02T09:00',
			'2026-06-16',
		],
		['钟点不论', {}, '2026-06-01T23:50', {}, '2026-06-01T23:50', '2026-06-15'],
		['17时30分之前收到，当日', cutoff, '2026-06-01T17:29', {}, '2026-06-01T17:29', '2026-06-15'],
		['17时30分整收到，次日', cutoff, '2026-06-01T17:30', {}, '2026-06-02T00:00', '2026-06-16'],
		['纸质办件没有钟点，当日', cutoff, '2026-06-01!', {}, '2026-06-01T00:00', '2026-06-15'],
		[
			'签收在17时30分之后，次日',
			{ ...cutoff, ...signOff },
			'2026-06-01',
			signed('2026-06-02T18:00'),
			'2026-06-03T00:00',
			'2026-06-17',
		],
		[
			'主管部门17时30分之后收到，次日',
			{ ...cutoff, ...authority },
			'2026-06-01',
			prechecked('2026-05-28T18:00'),
			'2026-05-29T00:00',
			'2026-06-12',
		],
		['休息日收到，当日', {}, '2026-10-03', {}, '2026-10-03T10:00', '2026-10-20'],
		['休息日收到，视为节后第一个工作日收到', nextWorkday, '2026-10-03', {}, '2026-10-08T00:00', '2026-10-21'],
		['调休上班的周日不是休息日', nextWorkday, '2026-09-20', {}, '2026-09-20T10:00', '2026-10-10'],
		['调休上班的周六不是休息日', nextWorkday, '2026-02-28', {}, '2026-02-28T10:00', '2026-03-13'],
		['周五17时30分之后，顺延至周六', cutoff, '2026-06-05T18:00', {}, '2026-06-06T00:00', '2026-06-22'],
		[
			'周五17时30分之后，再顺延至周一',
			{ ...cutoff, ...nextWorkday },
			'2026-06-05T18:00',
			{},
			'2026-06-08T00:00',
			'2026-06-23',
		],
		[
			'节前最后一日17时30分之后，顺延至节后',
			{ ...cutoff, ...nextWorkday },
			'2026-09-30T18:00',
			{},
			'2026-10-08T00:00',
			'2026-10-21',
		],
		[
			'周六签收，顺延至周一',
			{ ...signOff, ...nextWorkday },
			'2026-06-05',
			signed('2026-06-06T09:00'),
			'2026-06-08T00:00',
			'2026-06-23',
		],
	];

	test.each(rows)('%s', (_, deviation, time, data, start, due) => {
		const run = runOf(conditional, [received(time, { data })], under(deviation));
		expect([run.startedAt, run.startedOn]).toEqual([Date.parse(`${start}:00+08:00`), start.slice(0, 10)]);
		expect([run.statutoryDueOn, dueOf(run)]).toEqual([due, due]);
	});

	test('尚未签收的，按签收口径不起算，存疑', () => {
		const found = judged([received('2026-06-01', { id: 'R' }), replied('2026-06-03')], under(signOff));
		expect(found.runs.map(run => run.clock)).toEqual(['delivery']);
		expect(found.doubts).toMatchObject([{ code: 'not_signed', eventId: 'R' }]);
		expect(found.doubts[0]?.message).toContain('按现行口径不起算，请核实');
	});

	test('撤回之后再次收到的，同样须签收；签收的才起算', () => {
		const events = [received('2026-06-01', { data: signed('2026-06-01T11:00') }), withdrawn('2026-06-03')];
		const again = (data: Record<string, unknown>) =>
			judged([...events, received('2026-06-10', { id: 'R2', data })], under(signOff));
		expect(again({}).runs.map(run => run.startedOn)).toEqual(['2026-06-01']);
		expect(again({}).doubts).toMatchObject([{ code: 'not_signed', eventId: 'R2' }]);
		expect(again(signed('2026-06-12T09:00')).runs.map(run => run.startedOn)).toEqual(['2026-06-01', '2026-06-12']);
	});

	test('未签收即撤回，再次收到并签收的，起算', () => {
		const again = received('2026-06-10', { id: 'R2', data: signed('2026-06-10T11:00') });
		const { runs } = judged([received('2026-06-01'), withdrawn('2026-06-03'), again], under(signOff));
		expect(runs.map(run => [run.startedOn, dueOf(run)])).toEqual([['2026-06-10', '2026-06-25']]);
	});

	test('转办而无收到的，不待签收；转办在休息日的，顺延', () => {
		const transferred = act('request.transferred', '2026-06-06', { by: AUTHORITY, data: { to_dept: 'B' } });
		const events = [received('2026-06-01', { data: signed('2026-06-01T11:00') }), transferred];
		const { runs, doubts } = judged(events, under({ ...signOff, ...nextWorkday }));
		expect(runs.map(run => [run.department === 'B', run.startedOn])).toEqual([
			[false, '2026-06-01'],
			[true, '2026-06-08'],
		]);
		expect(doubts).toEqual([]);
	});

	test('补正逾期中止之后才补正的：不待签收，休息日补正的顺延', () => {
		const { runs } = judged(
			[received('2026-06-01', { data: signed('2026-06-01T11:00') }), notice('2026-06-05'), resubmitted('2026-06-27')],
			under({ ...signOff, ...nextWorkday }),
		);
		expect(runs.map(run => [run.startedOn, dueOf(run)])).toEqual([
			['2026-06-01', '2026-06-15'],
			['2026-06-29', '2026-07-13'],
		]);
	});
});

describe('实际收到与视为收到之间的办理', () => {
	test('答复在两者之间的，为按时，自视为收到之日起计', () => {
		const found = judged([received('2026-10-03'), replied('2026-10-04')], under(nextWorkday));
		const [run] = found.runs;
		expect(run?.spans).toMatchObject([
			{ from: '2026-10-08', phase: 'ended', endedAt: Date.parse('2026-10-04T10:00+08:00') },
		]);
		expect(run && statusOn(run, '2026-10-08')).toBe('met');
		expect(found.doubts).toEqual([]);
	});

	test.each([
		['休息日收到', nextWorkday, '2026-10-03', {}, '2026-10-02'],
		['主管部门先收到', authority, '2026-06-01', prechecked('2026-05-28T09:00'), '2026-05-29'],
	])('答复早于实际收到的，仍为时间矛盾：%s', (_, deviation, time, data, answered) => {
		const found = judged(
			[received(time, { data }), replied(answered, { data: { outcome: 'refuse', reason: '…' } })],
			under(deviation),
		);
		expect(found.doubts.map(({ code }) => code)).toEqual(['stop_before_start']);
		expect(found.runs[0]?.spans.at(-1)?.excludedFor).toBe('stop_before_start');
	});

	test('告知在两者之间的，自视为收到之日起中止，不多扣', () => {
		const events = [received('2026-06-06'), notice('2026-06-07'), resubmitted('2026-06-10')];
		const run = runOf(conditional, events, under(nextWorkday));
		expect([run.startedOn, run.paused, dueOf(run)]).toEqual(['2026-06-08', 2, '2026-06-25']);
	});

	test('在视为收到之前撤回的，自视为收到之日起不计', () => {
		const run = runOf(conditional, [received('2026-06-06'), withdrawn('2026-06-07')], under(nextWorkday));
		expect(statusOn(run, '2026-06-08')).toBe('excluded withdrawn');
	});
});

describe('其他计时的收到', () => {
	const both = under({ ...cutoff, ...nextWorkday, ...signOff });

	test('校核申请：钟点与休息日同样适用，签收不适用（第二十六条第二款）', () => {
		const run = runOf('correction', [act('correction.received', '2026-06-05T18:00')], both);
		expect([run.startedOn, dueOf(run)]).toEqual(['2026-06-08', '2026-06-23']);
	});

	test('目录审核：钟点与休息日同样适用（第十七条第三款）', () => {
		const run = runOf('catalogue.review', [act('catalogue.submitted', '2026-07-03T18:00')], both);
		expect([run.startedOn, dueOf(run)]).toEqual(['2026-07-06', '2026-07-08']);
	});

	test.each([
		[
			'提供：自同意答复作出之日（第二十二条第一款）',
			'delivery',
			[received('2026-06-01'), replied('2026-06-06T18:00')],
			'2026-06-06',
		],
		[
			'目录更新：自变化发生之日（第十七条第二款）',
			'catalogue.update',
			[act('catalogue.triggered', '2026-06-06T18:00')],
			'2026-06-06',
		],
		['投诉举报：非法定时限，不适用', 'local.complaint', [act('complaint.received', '2026-06-06T18:00')], '2026-06-06'],
		[
			'首次编制目录的审核：非法定时限，不适用',
			'local.catalogue.review',
			[act('catalogue.submitted', '2026-06-06T18:00', { data: { initial: true } })],
			'2026-06-06',
		],
		['使用记录：自记录形成之日', 'retention', [act('use.recorded', '2026-06-06T18:00')], '2026-06-06'],
	] as const)('不顺延：%s', (_, clock, events, start) => {
		expect(runOf(clock, events, both).startedOn).toBe(start);
	});
});

describe('口径版本按起算行为之日选用', () => {
	const later: Policy[] = [...under({}), ...under({ effective: '2026-06-08' as Policy['effective'], ...nextWorkday })];

	test.each([
		['实际收到在施行前一日：旧口径', '2026-06-07', '2026-06-07'],
		['实际收到在施行后的休息日：新口径', '2026-06-13', '2026-06-15'],
	])('%s', (_, time, start) => {
		expect(runOf(conditional, [received(time)], later).startedOn).toBe(start);
	});

	test('撤回后再次收到的，以再次收到之日选用', () => {
		const { runs } = judged(
			[received('2026-06-06'), withdrawn('2026-06-10'), received('2026-06-13', { id: 'R2' })],
			later,
		);
		expect(runs.map(run => run.startedOn)).toEqual(['2026-06-06', '2026-06-15']);
	});

	test('一次计时自始至终只用一个版本：施行后的告知仍按旧口径', () => {
		const versions = [...under({}), ...under({ effective: '2026-06-03' as Policy['effective'], materials: 'NONE' })];
		const events = [received('2026-06-01'), notice('2026-06-05'), resubmitted('2026-06-12')];
		expect(dueOf(runOf(conditional, events, versions))).toBe('2026-06-23');
	});

	test('提供以同意答复之日选用', () => {
		const versions = [...under({}), ...under({ effective: '2026-06-03' as Policy['effective'], dueCutoff: '18:00' })];
		const { runs } = judged([received('2026-06-01'), replied('2026-06-04')], versions);
		const ends = runs.map(run => run.spans.at(-1)?.dueEnd ?? 0);
		expect(ends).toEqual([Date.parse('2026-06-16T00:00+08:00'), Date.parse('2026-07-03T18:00+08:00')]);
	});
});
