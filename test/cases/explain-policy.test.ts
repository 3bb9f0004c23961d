import { describe, expect, test } from 'vitest';
import type { LedgerEvent } from '#analytics/cases/event.ts';
import { explain } from '#analytics/cases/explain.ts';
import type { ClockName } from '#analytics/law/clocks.ts';
import type { Policy } from '#analytics/law/policy.ts';
import {
	act,
	calendar,
	extended,
	folded,
	notice,
	notified,
	provided,
	received,
	rejected,
	replied,
	resubmitted,
	ruled,
	under,
} from './casebook.ts';

const reply = 'reply.conditional' as const;
const asked = received('2026-06-01', { id: 'R' });
const agreed = [asked, replied('2026-06-05', { id: 'A' })];
const delivered = provided('2026-06-30', { id: 'D' });
const objection = rejected('2026-07-03', { id: 'J' });
const refusal = (data: object) => replied('2026-06-05', { id: 'A', data: { outcome: 'refuse', ...data } });
const receipt = (time: string, data: Record<string, unknown> = {}) => [received(time, { id: 'R', data })];
const update = [
	act('catalogue.triggered', '2026-05-06'),
	act('catalogue.submitted', '2026-05-14'),
	act('catalogue.returned', '2026-05-18', { id: 'T' }),
];

type Row = [
	title: string,
	clock: ClockName,
	deviation: Partial<Policy>,
	events: LedgerEvent[],
	day: string,
	words: string,
];

/** 每行一句：说明中某日的一步，全文如下（口径文号为杭数〔2026〕5号）。 */
const rows: Row[] = [
	['到达', reply, {}, receipt('2026-06-01'), '2026-06-01', '收到申请（R），起算；当日不计入'],
	[
		'签收',
		reply,
		{ receiptBasis: 'sign_off' },
		receipt('2026-06-01', { signed_at: '2026-06-04T09:30:00+08:00' }),
		'2026-06-04',
		'收到申请（R），2026年6月1日10时到达；按现行口径（杭数〔2026〕5号），以2026年6月4日9时30分签收为收到，自2026年6月4日起算；当日不计入',
	],
	[
		'未签收',
		reply,
		{ receiptBasis: 'sign_off_capped', signOffWithin: 3 },
		receipt('2026-06-01'),
		'2026-06-04',
		'收到申请（R），2026年6月1日10时到达；按现行口径（杭数〔2026〕5号），3个工作日内未签收的，以第3个工作日为收到，自2026年6月4日起算；当日不计入',
	],
	[
		'主管部门收到',
		reply,
		{ forwarding: 'authority' },
		receipt('2026-06-01', { precheck_at: '2026-05-28T09:00:00+08:00' }),
		'2026-05-28',
		'收到申请（R），2026年6月1日10时到达；按现行口径（杭数〔2026〕5号），主管部门2026年5月28日9时已收到，以其收到为准，自2026年5月28日起算；当日不计入',
	],
	[
		'钟点与休息日',
		reply,
		{ receiptCutoff: '17:30', restDayReceipt: 'next_workday' },
		receipt('2026-06-05T18:00'),
		'2026-06-08',
		'收到申请（R），2026年6月5日18时到达；按现行口径（杭数〔2026〕5号），当日17时30分以后收到的顺延至次日，休息日收到的顺延至其后第一个工作日，自2026年6月8日起算；当日不计入',
	],
	[
		'纸质办件没有钟点',
		reply,
		{ restDayReceipt: 'next_workday' },
		receipt('2026-06-06!'),
		'2026-06-08',
		'收到申请（R），2026年6月6日到达；按现行口径（杭数〔2026〕5号），休息日收到的顺延至其后第一个工作日，自2026年6月8日起算；当日不计入',
	],
	[
		'到期日18时',
		reply,
		{ dueCutoff: '18:00' },
		[asked],
		'2026-06-15',
		'到期日，按现行口径（杭数〔2026〕5号）当日18时前办结为按时',
	],
	[
		'恢复已过18时',
		reply,
		{ dueCutoff: '18:00' },
		[asked, notice('2026-06-15'), resubmitted('2026-06-26T20:00')],
		'2026-06-26',
		'到期日，恢复计时已过当日18时，当日24时前办结为按时',
	],
	[
		'无理由不是答复',
		reply,
		{ refusalWithoutReason: 'void' },
		[asked, refusal({})],
		'2026-06-05',
		'未说明理由：不同意共享的，应当说明理由（A），按现行口径（杭数〔2026〕5号）不是答复，计时继续',
	],
	[
		'无理由仍为答复',
		reply,
		{},
		[asked, refusal({})],
		'2026-06-05',
		'未说明理由：不同意共享的，应当说明理由（A），按现行口径（杭数〔2026〕5号）仍为答复',
	],
	[
		'材料不全不是答复',
		reply,
		{},
		[asked, refusal({ reason_code: '6' })],
		'2026-06-05',
		'直接拒绝：申请材料不全的，不得直接予以拒绝（A），按现行口径（杭数〔2026〕5号）不是答复，计时继续',
	],
	[
		'材料不全仍为答复',
		reply,
		{ refusalForMaterials: 'stops' },
		[asked, refusal({ reason_code: '6' })],
		'2026-06-05',
		'直接拒绝：申请材料不全的，不得直接予以拒绝（A），按现行口径（杭数〔2026〕5号）仍为答复',
	],
	[
		'部分同意未列本行',
		reply,
		{ partialReply: 'named_lines' },
		[asked, refusal({ outcome: 'partial', agreed_lines: ['2'] })],
		'2026-06-05',
		'作出答复（A），按现行口径（杭数〔2026〕5号）部分同意没有列明本行，尚未答复本行，计时继续',
	],
	[
		'事后同意不生效',
		reply,
		{},
		[asked, extended('2026-06-16', 5, { id: 'X' })],
		'2026-06-16',
		'到期后才同意延期（X），按现行口径（杭数〔2026〕5号）延期不生效',
	],
	[
		'事后同意有效',
		reply,
		{ extensionConsent: 'any_time' },
		[asked, extended('2026-06-16', 5, { id: 'X' })],
		'2026-06-16',
		'到期后才同意延期（X），按现行口径（杭数〔2026〕5号）事后同意仍然有效',
	],
	[
		'告知之日生效',
		reply,
		{ extensionNotice: 'required' },
		[asked, extended('2026-06-10', 5, { id: 'X' }), notified('2026-06-11', { id: 'N' })],
		'2026-06-11',
		'延期审批（X）：经同级主管部门同意延长5个工作日，自原到期日起续算；自告知需求部门（N）之日起生效',
	],
	[
		'未告知不生效',
		reply,
		{ extensionNotice: 'required' },
		[asked, extended('2026-06-10', 5, { id: 'X' })],
		'2026-06-10',
		'延期未告知需求部门（X），按现行口径（杭数〔2026〕5号）未在原到期日届满前告知，延期不生效',
	],
	[
		'休息日办结',
		reply,
		{ restDayStop: 'next_workday' },
		[asked, replied('2026-06-13', { id: 'A' })],
		'2026-06-15',
		'作出答复（A），2026年6月13日为休息日，按现行口径（杭数〔2026〕5号）视为2026年6月15日办结',
	],
	[
		'视为收到之前办结',
		reply,
		{ restDayReceipt: 'next_workday' },
		[...receipt('2026-06-06'), replied('2026-06-07', { id: 'A' })],
		'2026-06-08',
		'作出答复（A），已于2026年6月7日办结',
	],
	[
		'承诺期限',
		reply,
		{ promised: { 'reply.conditional': 5 } },
		[asked],
		'2026-06-08',
		'承诺期限届满日：按现行口径（杭数〔2026〕5号）承诺5个工作日，是否逾期仍以法定的10个工作日为准',
	],
	[
		'验收不通过',
		'delivery',
		{},
		[...agreed, delivered, objection],
		'2026-07-03',
		'验收不通过（J），按现行口径（杭数〔2026〕5号）原提供不生效，自原起算日继续计时',
	],
	[
		'异议不成立',
		'delivery',
		{},
		[...agreed, delivered, objection, ruled('2026-07-08', false, { id: 'O' })],
		'2026-07-08',
		'验收异议认定（O）：异议不成立，提供数据（D）仍然有效，以2026年6月30日提供为准',
	],
	[
		'须经认定',
		'delivery',
		{ rejection: 'upheld' },
		[...agreed, delivered, objection],
		'2026-07-03',
		'验收不通过（J），按现行口径（杭数〔2026〕5号）经主管部门认定异议成立的，原提供方不生效',
	],
	[
		'异议成立',
		'delivery',
		{ rejection: 'upheld' },
		[...agreed, delivered, objection, ruled('2026-07-08', true, { id: 'O' })],
		'2026-07-08',
		'验收异议认定（O）：异议成立，按现行口径（杭数〔2026〕5号）原提供不生效，自原起算日继续计时',
	],
	[
		'其间再次提供',
		'delivery',
		{ rejection: 'upheld' },
		[...agreed, delivered, objection, provided('2026-07-06', { id: 'D2' }), ruled('2026-07-08', true, { id: 'O' })],
		'2026-07-08',
		'提供数据（D2），2026年7月6日再次提供，原提供经验收异议认定（O）不生效后以此为准',
	],
	[
		'不影响提供',
		'delivery',
		{ rejection: 'never' },
		[...agreed, delivered, objection],
		'2026-07-03',
		'验收不通过（J），按现行口径（杭数〔2026〕5号）验收意见不影响提供的效力',
	],
	[
		'没有理由',
		'delivery',
		{},
		[...agreed, delivered, rejected('2026-07-03', { id: 'J', data: { reason: '' } })],
		'2026-07-03',
		'验收不通过（J），按现行口径（杭数〔2026〕5号）未说明理由的，提供仍然有效',
	],
	[
		'超过期限',
		'delivery',
		{},
		[...agreed, delivered, rejected('2026-07-08', { id: 'J' })],
		'2026-07-08',
		'验收不通过（J），按现行口径（杭数〔2026〕5号）超过5个工作日的，提供仍然有效',
	],
	[
		'以首次报送为准',
		'catalogue.update',
		{ returnedCatalogue: 'first_submission' },
		update,
		'2026-05-18',
		'目录审核退回（T），按现行口径（杭数〔2026〕5号）以首次报送为准，退回不再计入更新期限',
	],
	[
		'以前的申请',
		'delivery',
		{ regime: 'by_request' },
		[received('2025-07-20'), replied('2025-08-05')],
		'2025-08-05',
		'申请收到于2025年8月1日以前，按现行口径（杭数〔2026〕5号）其后各环节不适用法定时限，单独列示',
	],
];

describe('计时说明写明口径及其文号', () => {
	test.each(rows)('%s', (_, clock, deviation, events, day, words) => {
		const policies = under({ document: '杭数〔2026〕5号', ...deviation });
		const told = explain(folded(events), '', clock, 1, policies, calendar);
		expect(told?.steps.filter(step => step.day === day).map(step => step.text)).toContain(words);
	});

	test('缺省口径没有文号，只说按现行口径', () => {
		const told = explain(folded([asked, refusal({})]), '', reply, 1, under({}), calendar);
		expect(told?.steps.map(step => step.text)).toContain(
			'未说明理由：不同意共享的，应当说明理由（A），按现行口径仍为答复',
		);
	});

	test('到期日当日截止时刻之后办结：逾期不足1个工作日，法定口径同样', () => {
		const late = [asked, replied('2026-06-15T19:00')];
		const told = explain(folded(late), '', reply, 1, under({ dueCutoff: '18:00' }), calendar);
		expect([told?.daysLate, told?.daysLateStatutory]).toEqual([0, 0]);
	});

	test('延期之后办结：未逾期，按法定期限则逾期', () => {
		const events = [asked, extended('2026-06-10', 5), replied('2026-06-16T17:00')];
		const told = explain(folded(events), '', reply, 1, under({ dueCutoff: '18:00' }), calendar);
		expect([told?.daysLate, told?.daysLateStatutory]).toEqual([null, 1]);
	});
});

describe('法定到期日的时刻（《民法典》第二百零三条第二款）', () => {
	test.each([
		['延期之后：法定到期日仍止于口径的时刻，不是24时', { dueCutoff: '17:30' }, '2026-09-15T17:30', '2026-09-29T17:30'],
		['没有截止时刻的，均止于24时', {}, '2026-09-16T00:00', '2026-09-30T00:00'],
	])('%s', (_, deviation, statutory, effective) => {
		const events = [received('2026-09-01'), extended('2026-09-10', 10)];
		const slip = explain(folded(events), '', reply, 1, under(deviation), calendar);
		const ends = [slip?.statutoryDueEnd, slip?.dueEnd].map(end => new Date((end ?? 0) + 8 * 3_600_000).toISOString());
		expect(ends.map(end => end.slice(0, 16))).toEqual([statutory, effective]);
	});
});
