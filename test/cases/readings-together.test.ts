import { describe, expect, test } from 'vitest';
import { defaultPolicies, type Policy } from '#analytics/law/policy.ts';
import {
	AUTHORITY,
	act,
	DEMANDER,
	extended,
	judged,
	notice,
	received,
	replied,
	resubmitted,
	runOf,
	statusOn,
	withdrawn,
} from './casebook.ts';

const conditional = 'reply.conditional' as const;

/** The readings as shipped, but for these. */
const under = (readings: Partial<Policy>): Policy[] => defaultPolicies.map(each => ({ ...each, ...readings }));
const provided = (time: string) => act('delivery.provided', time);
const rejected = (time: string) => act('delivery.rejected', time, { by: DEMANDER, data: { reason: '接口不可用' } });
const decided = (time: string, upheld: boolean) =>
	act('delivery.rejection_decided', time, { by: AUTHORITY, data: { upheld, reason: '经核实' } });

describe('两种口径相遇之处', () => {
	test('以签收为收到：未签收的不起算，撤回后再次收到并签收的起算', () => {
		const policies = under({ receiptBasis: 'sign_off' });
		const unsigned = [received('2026-06-01'), withdrawn('2026-06-03'), received('2026-06-08', { id: 'R2' })];
		const { runs, doubts } = judged(unsigned, policies);
		expect([runs, doubts.map(doubt => [doubt.code, doubt.eventId])]).toEqual([
			[],
			[
				['not_signed', 'request.received 2026-06-01'],
				['not_signed', 'R2'],
			],
		]);
		const signed = received('2026-06-09', { id: 'R3', data: { signed_at: '2026-06-10T09:00:00+08:00' } });
		expect(runOf(conditional, [...unsigned, signed], policies).startedOn).toBe('2026-06-10');
	});

	test('异议经认定不成立：原提供有效，此后多提供一次不使异议期限重新开始', () => {
		const agreed = [received('2026-06-01'), replied('2026-06-05')];
		const dismissed = [...agreed, provided('2026-06-10'), rejected('2026-06-12'), decided('2026-06-16', false)];
		const run = runOf('delivery', [...dismissed, provided('2026-06-25'), rejected('2026-06-29')]);
		expect(['2026-06-15', '2026-06-16', '2026-06-29', '2026-07-31'].map(day => statusOn(run, day))).toEqual([
			'running',
			'met',
			'met',
			'met',
		]);
		expect(statusOn(runOf('delivery', [...dismissed, decided('2026-06-22', true)]), '2026-06-22')).toBe('running');
	});

	test('撤回申请之后认定异议成立：提供的计时不恢复', () => {
		const agreed = [received('2026-06-01'), replied('2026-06-05'), provided('2026-06-10'), rejected('2026-06-12')];
		const upheld = [...agreed, decided('2026-06-16', true)];
		const policies = under({ rejection: 'upheld' });
		expect(statusOn(runOf('delivery', upheld, policies), '2026-07-31')).toBe('overdue');
		expect(statusOn(runOf('delivery', [...upheld, withdrawn('2026-06-15')], policies), '2026-07-31')).toBe('met');
	});

	test('休息日提供、视为次一工作日，其间即被拒收又撤回：自撤回日起不计', () => {
		const agreed = [received('2026-09-15'), replied('2026-09-19'), provided('2026-10-04')];
		const policies = under({ restDayStop: 'next_workday' });
		const run = runOf('delivery', [...agreed, rejected('2026-10-05T09:00'), withdrawn('2026-10-05T19:00')], policies);
		expect(['2026-10-04', '2026-10-05', '2026-10-08'].map(day => statusOn(run, day))).toEqual([
			'running',
			'excluded withdrawn',
			'excluded withdrawn',
		]);
	});

	test('早于收到的：不生效的拒绝、没有点到本行的部分同意，不构成时间矛盾', () => {
		const refused = [received('2026-06-02'), replied('2026-06-01', { data: { outcome: 'refuse' } })];
		expect(statusOn(runOf(conditional, refused), '2026-06-03')).toBe('excluded stop_before_start');
		const policies = under({ refusalWithoutReason: 'void', partialReply: 'named_lines' });
		expect(statusOn(runOf(conditional, refused, policies), '2026-06-03')).toBe('running');
		const inPart = replied('2026-06-01', { data: { outcome: 'partial', reason: '…', agreed_lines: ['2'] } });
		const both = [received('2026-06-02', { line: '1' }), received('2026-06-02', { line: '2', id: 'R2' }), inPart];
		const { runs } = judged(both, policies);
		const replies = runs.filter(run => run.clock === conditional);
		expect(replies.map(run => statusOn(run, '2026-06-03'))).toEqual(['running', 'excluded stop_before_start']);
	});

	test('承诺的到期日随同样的中止、延期推移，已过的也一样', () => {
		const policies = under({ promised: { [conditional]: 3 } });
		const noticed = [received('2026-06-01'), notice('2026-06-08'), resubmitted('2026-06-10')];
		const promised = (...more: ReturnType<typeof act>[]) =>
			runOf(conditional, [...noticed, ...more], policies).promisedDueOn;
		expect(runOf(conditional, [received('2026-06-01')], policies).promisedDueOn).toBe('2026-06-04');
		expect([promised(), promised(extended('2026-06-11', 2))]).toEqual(['2026-06-08', '2026-06-10']);
	});

	test('只写日期的转办与收到同日：原部门不计，新部门自该日起算', () => {
		const transfer = act('request.transferred', '2026-06-01!', { data: { to_dept: 'B' } });
		const { runs } = judged([received('2026-06-01T15:00'), transfer]);
		expect(runs.map(run => [run.department === 'B', run.startedOn, statusOn(run, '2026-06-02')])).toEqual([
			[false, '2026-06-01', 'excluded transferred'],
			[true, '2026-06-01', 'running'],
		]);
	});
});
