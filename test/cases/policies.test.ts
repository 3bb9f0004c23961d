import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LedgerEvent } from '#analytics/cases/event.ts';
import { explain } from '#analytics/cases/explain.ts';
import type { Run } from '#analytics/cases/run.ts';
import type { Step } from '#analytics/cases/steps.ts';
import { type Clock, clocks } from '#analytics/law/clocks.ts';
import { dayOf, plusDays, toDay } from '#analytics/law/day.ts';
import type { Policy } from '#analytics/law/policy.ts';
import {
	act,
	calendar,
	dueOf,
	extended,
	folded,
	judged,
	notice,
	notified,
	received,
	replied,
	resubmitted,
	withdrawn,
} from './casebook.ts';
import { anyPolicies, anyPolicy } from './policies.ts';

const start = toDay('2026-05-20');
/** A moment within sixty days of the start, on any day and at any hour. */
const moment = fc
	.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 23 }))
	.map(([days, hour]) => `${plusDays(start, days)}T${String(hour).padStart(2, '0')}:10`);
const days = fc.integer({ min: 1, max: 12 });
const signed = { signed_at: '2026-05-21T09:00:00+08:00', precheck_at: '2026-05-18T09:00:00+08:00' };
const asked = received(`${start}T09:00`, { data: signed });

/** Acts that may come between the receipt and the end of a reply clock. */
const between: fc.Arbitrary<LedgerEvent[]> = fc.tuple(
	moment.map(time => notice(time)),
	moment.map(time => resubmitted(time)),
	fc.tuple(moment, days).map(([time, n]) => extended(time, n)),
	moment.map(time => notified(time)),
	moment.map(time => replied(time, { data: { outcome: 'refuse', reason: '…' } })),
	moment.map(time => withdrawn(time)),
);
const some = between.chain(events => fc.subarray(events));

function first(events: LedgerEvent[], policies: readonly Policy[]): Run | undefined {
	return judged(events, policies).runs.find(run => run.clock === 'reply.conditional' && run.run === 1);
}

function due(events: LedgerEvent[], policies: readonly Policy[]): string {
	const run = first(events, policies);
	return (run && dueOf(run)) ?? '';
}

/** 补正逾期中止: what comes afterwards moves the run no more. */
function isLapsed(events: LedgerEvent[], policies: readonly Policy[]): boolean {
	return first(events, policies)?.spans.at(-1)?.excludedFor === 'lapsed';
}

const zh = (day: string) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

function dayIn(text: string): string {
	const [year = '', month = '', day = ''] = text.split(/[年月日]/);
	return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

describe('任何口径', () => {
	test('延期不使到期日提前', () => {
		const granted = fc.tuple(moment, days).map(([time, n]) => extended(time, n, { id: 'X' }));
		fc.assert(
			fc.property(some, granted, anyPolicies, (events, extension, policies) => {
				const longer = [asked, ...events, extension];
				if (isLapsed(longer, policies)) return;
				expect(due(longer, policies) >= due([asked, ...events], policies)).toBe(true);
			}),
			{ numRuns: 3000 },
		);
	});

	test('中止与重新计算不使到期日提前', () => {
		const others = some.map(events => events.filter(({ type }) => !type.startsWith('request.material')));
		fc.assert(
			fc.property(others, moment, moment, anyPolicies, (events, told, answered, policies) => {
				const paused = [asked, ...events, notice(told), resubmitted(answered)];
				if (isLapsed(paused, policies)) return;
				expect(due(paused, policies) >= due([asked, ...events], policies)).toBe(true);
			}),
			{ numRuns: 3000 },
		);
	});

	test('先延n日再延m日，等于延n＋m日', () => {
		const each = fc.integer({ min: 1, max: 5 });
		fc.assert(
			fc.property(moment, each, each, some, anyPolicy, (time, n, m, events, policy) => {
				const rest = [asked, ...events.filter(({ type }) => type !== 'request.extension_decided')];
				const twice = due([...rest, extended(time, n, { id: 'X1' }), extended(time, m, { id: 'X2' })], [policy]);
				expect(twice).toBe(due([...rest, extended(time, n + m, { id: 'X1' })], [policy]));
			}),
			{ numRuns: 3000 },
		);
	});

	test('先数n个工作日再数m个，等于数n＋m个：承诺n日并延m日，与承诺n＋m日相同', () => {
		const each = fc.integer({ min: 1, max: 4 });
		fc.assert(
			fc.property(each, each, anyPolicy, (n, m, policy) => {
				const base: Policy = { ...policy, extensionNotice: 'defect' };
				const promise = (promised: number): Policy[] => [{ ...base, promised: { 'reply.conditional': promised } }];
				const consented = first([asked, extended(`${start}T10:00`, m)], promise(n));
				expect(consented?.promisedDueOn).toBe(first([asked], promise(n + m))?.promisedDueOn);
			}),
		);
	});

	test('承诺到期日不晚于到期日', () => {
		fc.assert(
			fc.property(some, anyPolicies, (events, policies) => {
				const run = first([asked, ...events], policies);
				if (run === undefined || run.promisedDueOn === null) return;
				expect(run.promisedDueOn <= (dueOf(run) ?? '')).toBe(true);
			}),
			{ numRuns: 3000 },
		);
	});

	test('办结与休息日顺延都不使按时变为逾期', () => {
		fc.assert(
			fc.property(moment, anyPolicy, (time, policy) => {
				const isLate = (restDayStop: Policy['restDayStop']) => {
					const last = first([asked, replied(time)], [{ ...policy, restDayStop }])?.spans.at(-1);
					return last !== undefined && last.endedAt !== null && last.dueEnd !== null && last.endedAt >= last.dueEnd;
				};
				expect(isLate('next_workday')).toBe(isLate('as_is'));
			}),
			{ numRuns: 3000 },
		);
	});
});

describe('任何口径的计时说明，可由自己的步骤重算', () => {
	const catalogue = fc.tuple(
		moment.map(time => act('catalogue.submitted', time, { id: 'S1' })),
		moment.map(time => act('catalogue.returned', time, { id: 'T1' })),
		moment.map(time => act('catalogue.submitted', time, { id: 'S2' })),
		fc
			.tuple(moment, fc.integer({ min: 1, max: 8 }))
			.map(([time, n]) => act('catalogue.extended', time, { data: { granted_wd: n } })),
	);
	const cases = fc.oneof(
		some.map(events => [asked, ...events]),
		catalogue
			.chain(events => fc.subarray(events))
			.map(events => [act('catalogue.triggered', `${start}T09:00`), ...events]),
	);

	test('计入与中止的工作日之和＝规定的工作日＋延期＋中止；起算日、到期日与计时相同', () => {
		fc.assert(
			fc.property(cases, anyPolicies, (events, policies) => {
				for (const run of judged(events, policies).runs) check(run, events, policies);
			}),
			{ numRuns: 3000 },
		);
	});

	function check(run: Run, events: LedgerEvent[], policies: readonly Policy[]): void {
		const told = explain(folded(events), run.line, run.clock, run.run, policies, calendar);
		const last = run.spans.at(-1);
		if (told === null || last === undefined) throw new Error('没有这一计时');
		expect([told.steps[0]?.kind, told.steps[0]?.day, told.dueOn]).toEqual(['start', run.startedOn, last.dueOn]);
		if (last.phase === 'open' || last.phase === 'ended') {
			expect(told.endedOn).toBe(last.endedAt === null ? null : dayOf(last.endedAt));
			recount(run, told.steps, last.dueOn ?? '');
		}
	}

	function recount(run: Run, steps: Step[], dueOn: string): void {
		const { workdays }: Clock = clocks[run.clock];
		const allowed = (workdays ?? 0) + run.extended;
		const due = steps.find(step => step.kind === 'due')?.day ?? '';
		const counted = steps.filter(step => step.kind === 'count');
		if (steps.some(step => step.text.includes('重新计算期限'))) {
			expect([due, counted.at(-1)?.n]).toEqual([dueOn, allowed]);
		} else if (steps.some(step => step.text.includes('到期日由'))) {
			expect(movedOn(due, steps)).toBe(dueOn);
		} else {
			const still = steps.filter(step => step.day <= dueOn && step.kind === 'pause');
			expect([due, counted.length + still.length]).toEqual([dueOn, allowed + run.paused]);
			expect(counted.map(step => step.n)).toEqual(counted.map((_, n) => n + 1));
		}
	}

	/** The due day, from the words of the steps that move it after it had passed. */
	function movedOn(due: string, steps: Step[]): string {
		let on = due;
		const moved = steps.slice(steps.findIndex(({ text }) => text.includes('到期日由')));
		for (const { kind, text } of moved) {
			const [, from, to] = /到期日由(.+日)顺延至(.+日)/.exec(text) ?? [];
			if (to !== undefined) {
				expect(from).toBe(zh(on));
				on = dayIn(to);
			} else if (kind === 'extend') {
				const granted = Number(/延长(\d+)个工作日/.exec(text)?.[1]);
				on = calendar.dayOf(calendar.no(toDay(on)) + granted);
			}
		}
		return on;
	}
});
