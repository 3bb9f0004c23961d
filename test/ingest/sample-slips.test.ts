import { describe, expect, test } from 'vitest';
import { caseOfSubject, type LedgerEvent } from '#analytics/cases/event.ts';
import { explain } from '#analytics/cases/explain.ts';
import { type CaseState, emptyCase, fold } from '#analytics/cases/fold.ts';
import { readEvent } from '#analytics/cases/read.ts';
import { runs } from '#analytics/cases/runs.ts';
import type { Step } from '#analytics/cases/steps.ts';
import { stateCouncil } from '#analytics/law/calendar.ts';
import { clocks } from '#analytics/law/clocks.ts';
import { endOf, toDay } from '#analytics/law/day.ts';
import { defaultPolicies } from '#analytics/law/policy.ts';
import { overrun } from '#app/loaders/overrun.server.ts';
import { history } from '#ingest/sample/story.ts';

/**
 * Every clock on every case of the sample city: its explanation is read as a person with a pencil would, from the words of
 * its steps alone, and has to come to the due day, the extension, the pause and the lateness of the run.
 */
const end = toDay('2027-01-31');
const calendar = stateCouncil();
const cases = statesOf();
const told = [...cases].flatMap(([caseId, state]) =>
	runs(state, defaultPolicies, calendar).runs.map(run => {
		const slip = explain(state, run.line, run.clock, run.run, defaultPolicies, calendar);
		if (slip === null) throw new Error(`${caseId} ${run.clock}：没有说明`);
		return { name: `${caseId} ${run.line} ${run.clock} ${run.run}`, run, slip, last: run.spans.at(-1) };
	}),
);
/** Clocks that count working days, are not taken out of the count and do not stand still at the end. */
const settled = told.filter(
	({ run, last, slip }) =>
		clocks[run.clock].workdays !== null &&
		slip.steps[0]?.text.includes('不按工作日计算') === false &&
		(last?.phase === 'open' || last?.phase === 'ended'),
);

describe('示例城市的每一件、每一个时限：照着说明的文字重算', () => {
	test(`共${told.length}个时限，其中${settled.length}个按工作日走完`, () => {
		expect(told.length).toBeGreaterThan(8_000);
		expect(settled.length).toBeGreaterThan(6_000);
		expect(new Set(told.map(({ run }) => run.clock)).size).toBeGreaterThanOrEqual(8);
	});

	test('法定天数＋写明的延期＋写明的中止＝逐日计入与中止的工作日，末日即到期日', () => {
		const wrong = settled.filter(({ run, slip, last }) => {
			const { counted, paused, extended, lastDay } = pencil(slip.steps);
			const allowed = (clocks[run.clock].workdays ?? 0) + extended;
			return (
				counted !== allowed ||
				(extended > 0 && extended !== run.extended) ||
				paused > run.paused ||
				lastDay !== last?.dueOn
			);
		});
		expect(wrong.map(({ name }) => name)).toEqual([]);
	});

	test('自起算次日起每一天说明一次，不重不漏', () => {
		const wrong = settled.filter(({ slip }) => {
			const days = slip.steps.filter(({ kind }) => kind === 'count' || kind === 'skip' || kind === 'pause');
			const first = slip.steps[0]?.day ?? '';
			return days.some(({ day }, n) => day !== after(first, n + 1));
		});
		expect(wrong.map(({ name }) => name)).toEqual([]);
	});

	test('写的星期与日期相符；休息日不计入，休息日计入的写明调休', () => {
		const steps = told.flatMap(({ slip }) => slip.steps);
		const wrong = steps.filter(({ day, kind, text }) => {
			const weekday = '日一二三四五六'[new Date(`${day}T00:00Z`).getUTCDay()] ?? '';
			const named = /^周(.)，/.exec(text)?.[1];
			if (named !== undefined && named !== weekday) return true;
			const rests = weekday === '日' || weekday === '六';
			if (kind === 'skip') return !rests && !/放假/.test(text);
			return kind === 'count' && rests && !/调休上班/.test(text);
		});
		expect(wrong.slice(0, 5)).toEqual([]);
	});

	test('逾期天数等于到期日之后逐日列出的工作日；按时的没有逾期', () => {
		const ended = settled.filter(({ slip, last }) => slip.endedOn !== null && last?.dueEnd != null);
		const wrong = ended.filter(({ slip, last }) => {
			const late = last?.endedAt != null && last.dueEnd !== null && last.endedAt >= last.dueEnd;
			if (!late) return slip.daysLate !== null;
			const days = overrun(toDay(slip.dueOn ?? ''), toDay(slip.endedOn ?? ''), calendar);
			return days.filter(({ n }) => n !== null).length !== slip.daysLate;
		});
		expect(ended.length).toBeGreaterThan(5_000);
		expect(wrong.map(({ name }) => name)).toEqual([]);
	});

	test('每一步写明依据的，依据的是条例、民法典、通知或者办法', () => {
		const bases = new Set(told.flatMap(({ slip }) => slip.steps.flatMap(({ basis }) => basis ?? [])));
		expect([...bases].filter(basis => !/条|通知|规定|办法/.test(basis))).toEqual([]);
		expect(told.every(({ slip, run }) => slip.article === clocks[run.clock].article && slip.says !== '')).toBe(true);
	});
});

/** What the words of the steps come to. A restart sets the count back, as the step says. */
function pencil(steps: readonly Step[]) {
	const sum = { counted: 0, paused: 0, extended: 0, lastDay: null as string | null };
	for (const { day, kind, text } of steps) {
		if (kind === 'count')
			sum.counted = numberIn(/第(\d+)个工作日/, text) === sum.counted + 1 ? sum.counted + 1 : Number.NaN;
		if (kind === 'pause') sum.paused++;
		if (kind === 'due') sum.lastDay = day;
		if (/重新计算期限/.test(text)) sum.counted = 0;
		sum.extended += numberIn(/同意延长(\d+)个工作日/, text);
		sum.lastDay = moved(sum.lastDay, text);
	}
	return sum;
}

function numberIn(pattern: RegExp, text: string): number {
	return Number(pattern.exec(text)?.[1] ?? 0);
}

/** A due day that had passed, moved by the days that do not count; null where the words and the calendar disagree. */
function moved(dueOn: string | null, text: string): string | null {
	const said = /(\d+)个工作日不计入逾期，到期日由.*顺延至(\d+)年(\d+)月(\d+)日/.exec(text);
	if (said === null || dueOn === null) return dueOn;
	const [, days = 0, year = 0, month = 0, date = 0] = said.map(Number);
	const on = workday(dueOn, days);
	return Date.parse(`${on}T00:00Z`) === Date.UTC(year, month - 1, date) ? on : null;
}

function after(day: string, n: number): string {
	return new Date(Date.parse(`${day}T00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);
}

/** The n-th working day after a day, by the calendar on the wall. */
function workday(day: string, n: number): string {
	let on = toDay(day);
	for (let left = n; left > 0; ) {
		on = toDay(after(on, 1));
		if (calendar.isWorkday(on)) left--;
	}
	return on;
}

function statesOf(): Map<string, CaseState> {
	const states = new Map<string, CaseState>();
	for (const [source, rows] of [...history('shudu', toDay('2026-11-22'), endOf(end)).values()].entries()) {
		for (const { event: raw, at } of rows) {
			const read = readEvent(JSON.parse(JSON.stringify(raw)));
			if (!read.ok || read.event.subject === null) continue;
			const caseId = caseOfSubject(read.event.subject);
			const event: LedgerEvent = { ...read.event, seq: 0, sourceId: source + 2, receivedAt: at };
			states.set(caseId, fold(states.get(caseId) ?? emptyCase, event));
		}
	}
	return states;
}
