import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeTime } from '#analytics/cases/times.ts';
import { explainDue, type Trial } from '#analytics/cases/trial.ts';
import { startOf, toDay } from '#analytics/law/day.ts';
import { defaultPolicies, type Policy } from '#analytics/law/policy.ts';
import { act, calendar, judged, replied } from './casebook.ts';

const hour = fc.option(fc.constantFrom('09:00', '12:00', '17:30', '18:00'), { nil: null });
const policies = fc.record({
	receiptBasis: fc.constantFrom('arrival', 'sign_off', 'sign_off_capped'),
	signOffWithin: fc.integer({ min: 1, max: 5 }),
	forwarding: fc.constantFrom('provider', 'authority'),
	restDayReceipt: fc.constantFrom('as_is', 'next_workday'),
	receiptCutoff: hour,
	dueCutoff: hour,
	promised: fc.constantFrom({}, { delivery: 15, 'reply.conditional': 5, correction: 3 }),
}) as fc.Arbitrary<Partial<Policy>>;

const first = startOf(toDay('2025-08-02'));
const moments = fc.integer({ min: 0, max: 24 * 60 * 480 }).map(minutes => first + minutes * 60_000);
const shifts = fc.integer({ min: 1, max: 6 * 24 * 60 }).map(minutes => minutes * 60_000);
const starts = fc.constantFrom(
	['reply.unconditional', 'request.received', { sharing: 'unconditional' }] as const,
	['reply.conditional', 'request.received', { sharing: 'conditional' }] as const,
	['delivery', 'request.replied', {}] as const,
	['correction', 'correction.received', {}] as const,
	['catalogue.review', 'catalogue.submitted', {}] as const,
);

describe('到期日试算', () => {
	test('试算与事项适用同一规则：任何收到时刻、任何口径，到期相同', () => {
		let compared = 0;
		fc.assert(
			fc.property(
				starts,
				moments,
				policies,
				fc.option(shifts),
				fc.option(shifts),
				(start, at, altered, sign, check) => {
					const [clock, type, data] = start;
					const policy = { ...(defaultPolicies[0] as Policy), ...altered };
					const signedAt = sign === null ? null : at + sign;
					const precheckAt = check === null ? null : at - check;
					const trial: Trial = { clock, at, dayOnly: false, signedAt, precheckAt, extended: 0, days: null };
					const run = runOf({ ...trial, type, data }, policy);
					if (run === undefined) {
						expect(() => explainDue(trial, policy, calendar)).toThrow('尚未签收');
						return;
					}
					const { dueOn, dueEnd, statutoryDueOn, promisedDueOn, provisional } = explainDue(trial, policy, calendar);
					const span = run.spans[0];
					expect([dueOn, dueEnd, provisional]).toEqual([span?.dueOn, span?.dueEnd, span?.provisional]);
					expect([statutoryDueOn, promisedDueOn]).toEqual([run.statutoryDueOn, run.promisedDueOn]);
					compared++;
				},
			),
			{ numRuns: 2000 },
		);
		expect(compared).toBeGreaterThan(1000);
	});
});

type Told = Trial & { type: string; data: object };

/** The run of a case that is told what the trial is asked. */
function runOf({ clock, at, signedAt, precheckAt, type, data }: Told, policy: Policy) {
	const time = `${writeTime(at)}!`;
	const signed = signedAt === null ? {} : { signed_at: writeTime(signedAt) };
	const checked = precheckAt === null ? {} : { precheck_at: writeTime(precheckAt) };
	const told =
		type === 'request.replied'
			? [act('request.received', `${writeTime(at - 60_000)}!`, { data: { sharing: 'conditional' } }), replied(time)]
			: [act(type, time, { data: { ...data, ...(type === 'request.received' ? { ...signed, ...checked } : {}) } })];
	const used = type === 'request.replied' ? { ...policy, receiptBasis: 'arrival' as const } : policy;
	return judged(told, [used]).runs.find(run => run.clock === clock);
}
