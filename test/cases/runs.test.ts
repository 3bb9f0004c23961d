import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LedgerEvent } from '#analytics/cases/event.ts';
import { explain } from '#analytics/cases/explain.ts';
import type { Run } from '#analytics/cases/run.ts';
import { eventTypes, isInCase } from '#analytics/cases/vocabulary.ts';
import { defaultPolicies } from '#analytics/law/policy.ts';
import { calendar, folded, judged } from './casebook.ts';
import { anyPolicies } from './policies.ts';

const HOUR = 3_600_000;
const FROM = Date.parse('2025-07-15T00:00:00+08:00');

/** Any event of any type, with any of the fields that matter, in any line, by anybody. */
const anyEvent = fc
	.record({
		type: fc.constantFrom(...eventTypes.filter(type => isInCase(type))),
		id: fc.integer({ min: 0, max: 30 }).map(String),
		hours: fc.integer({ min: 0, max: 24 * 60 }),
		delay: fc.constantFrom(0, 0, 1, 30, 200),
		dayOnly: fc.boolean(),
		line: fc.constantFrom('', '', '/1', '/2'),
		department: fc.constantFrom('A', 'B', 'C'),
		counterparty: fc.constantFrom('A', 'B', 'C'),
		data: fc.record(
			{
				sharing: fc.constantFrom('unconditional', 'conditional', 'none'),
				outcome: fc.constantFrom('agree', 'partial', 'refuse'),
				reason: fc.constantFrom('', '理由'),
				reason_code: fc.constantFrom('1', '6'),
				missing_items: fc.constantFrom([], ['依据']),
				granted: fc.boolean(),
				granted_wd: fc.integer({ min: 0, max: 12 }),
				to_dept: fc.constantFrom('A', 'B', 'C'),
				trigger_date: fc.constantFrom('2025-07-20', '2025-09-01'),
				retained_until: fc.constantFrom('2025-08-01', '2028-08-20', '9999-12-31'),
				due_at: fc.constantFrom(null, '2025-08-20T12:00:00+08:00'),
				result: fc.constantFrom('deferred', 'done'),
				initial: fc.boolean(),
				level: fc.constantFrom('较大', '一般'),
				deadline: fc.constantFrom('2025-08-12', '2025-08-20T12:00:00+08:00'),
				due_date: fc.constantFrom('2025-08-12', '2025-08-20'),
				arrived_at: fc.constantFrom('2025-08-11', '2025-08-20T12:00:00+08:00'),
				effective_at: fc.constantFrom('2025-08-12', '2025-08-20T12:00:00+08:00'),
				discovered_at: fc.constantFrom('2025-08-01', '2025-08-20T12:00:00+08:00'),
				dispatched_at: fc.constantFrom('2025-08-12', '2025-09-20T12:00:00+08:00'),
				approver_ok: fc.boolean(),
				consulted: fc.boolean(),
				agreed_lines: fc.constantFrom([], ['1'], ['2'], ['1', '2']),
				upheld: fc.boolean(),
				signed_at: fc.constantFrom('2025-07-20T12:00:00+08:00', '2025-08-09T18:00:00+08:00', '2025-08-20'),
				precheck_at: fc.constantFrom('2025-07-18T12:00:00+08:00', '2025-08-01T18:00:00+08:00'),
				corrects: fc.integer({ min: 0, max: 30 }).map(String),
				retracts: fc.integer({ min: 0, max: 30 }).map(String),
			},
			{ requiredKeys: ['sharing', 'outcome'] },
		),
	})
	.map(({ type, id, hours, delay, dayOnly, line, department, counterparty, data }): LedgerEvent => {
		const occurredAt = FROM + (dayOnly ? Math.floor(hours / 24) * 24 : hours) * HOUR;
		const times = { occurredAt, recordedAt: occurredAt + delay * HOUR, dayOnly, receivedAt: 0 };
		return {
			id,
			type,
			subject: `SQ${line}`,
			...times,
			data: { department, counterparty, ...data },
			seq: 0,
			sourceId: 1,
		};
	});

/** The readings as shipped, or any others. */
const anyReading = fc.oneof(fc.constant(defaultPolicies), anyPolicies);

const anyCase = fc.uniqueArray(anyEvent, { maxLength: 14, selector: event => event.id });

function checkSpans(run: Run): void {
	const { spans, startedOn } = run;
	expect(spans[0]?.from).toBe(startedOn);
	expect(spans.at(-1)?.to).toBeNull();
	for (const [n, span] of spans.entries()) {
		if (n > 0) expect(spans[n - 1]?.to).toBe(span.from);
		if (span.to !== null) expect(span.from < span.to).toBe(true);
		expect(span.endedAt !== null).toBe(span.phase === 'ended');
		expect(span.excludedFor !== null).toBe(span.phase === 'excluded');
		expect(span.dueEnd === null).toBe(span.dueOn === null);
	}
}

describe('任何事件组合', () => {
	test('计时的各段首尾相接、逐日唯一，说明都写得出来', () => {
		fc.assert(
			fc.property(anyCase, anyReading, (events, policies) => {
				const { runs } = judged(events, policies);
				const numbers = new Set(runs.map(({ clock, line, run }) => `${clock} ${line} ${run}`));
				expect(numbers.size).toBe(runs.length);
				for (const run of runs) {
					checkSpans(run);
					const told = explain(folded(events), run.line, run.clock, run.run, policies, calendar);
					expect(told?.steps.find(step => step.kind === 'start')?.day).toBe(run.startedOn);
					expect(told?.steps.map(step => step.day)).toEqual(told?.steps.map(step => step.day).sort());
				}
			}),
			{ numRuns: 5000 },
		);
	});

	test('任何次序、任何重复，计时都相同', () => {
		const shuffled = anyCase.chain(events =>
			fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
		);
		fc.assert(
			fc.property(shuffled, anyReading, ([events, others], policies) => {
				expect(judged([...others, ...others.slice(0, 3)], policies)).toEqual(judged(events, policies));
			}),
			{ numRuns: 3000 },
		);
	});
});
