import type { Doubt, Run, Span } from '#analytics/cases/run.ts';
import type { Calendar } from '#analytics/law/calendar.ts';
import { dayOf } from '#analytics/law/day.ts';

type OfCase = { case_no: number; case_id: string };

export type RunRow = ReturnType<typeof runRow>;
export type DoubtRow = OfCase & ReturnType<typeof doubtRow>;

/**
 * Rows of `clock_run` and `doubt` without their version, by key: what one case says at one moment of the ledger, by the
 * calendar it is counted by. A run's key is clock, line, number and first day of the span; a doubt is its own key.
 */
export function rowsOfCase(
	{ caseNo, caseId }: { caseNo: number; caseId: string },
	told: { runs: Run[]; doubts: Doubt[] },
	by: ByCalendar,
): { runs: Map<string, RunRow>; doubts: Map<string, DoubtRow> } {
	const of = { case_no: caseNo, case_id: caseId };
	const runs = numbered(told.runs).flatMap(({ run, round }) =>
		run.spans.map(span => runRow(of, { run, span, round }, by)),
	);
	const doubts = told.doubts.map(doubt => ({ ...of, ...doubtRow(doubt) }));
	return {
		runs: new Map(runs.map(row => [JSON.stringify([caseNo, row.clock, row.line, row.run, row.stands_from]), row])),
		doubts: new Map(doubts.map(row => [JSON.stringify(row), row])),
	};
}

/** Runs with their round: which time it is that the line owes this to be done by this department. */
function numbered(runs: Run[]): { run: Run; round: number }[] {
	const owed = new Map<string, number>();
	return runs.map(run => {
		const key = JSON.stringify([run.clock, run.line, run.department, run.sharing]);
		const before = owed.get(key) ?? 0;
		if (run.spans.at(-1)?.phase !== 'excluded') owed.set(key, before + 1);
		return { run, round: before + 1 };
	});
}

type ByCalendar = { key: string; calendar: Calendar };

/** One literal: put together from several objects, every row would be a dictionary of its own, ten times as large. */
function runRow(of: OfCase, { run, span, round }: { run: Run; span: Span; round: number }, by: ByCalendar) {
	const { calendar } = by;
	const endedOn = span.endedAt === null ? null : dayOf(span.endedAt);
	return {
		case_no: of.case_no,
		case_id: of.case_id,
		line: run.line,
		clock: run.clock,
		run: run.run,
		department: run.department,
		counterparty: run.counterparty,
		region: run.region,
		catalogue: run.catalogue,
		sharing: run.sharing,
		started_on: run.startedOn,
		started_no: calendar.no(run.startedOn),
		started_at: run.startedAt,
		started_by: run.startedBy,
		statutory_due_on: run.statutoryDueOn,
		stands_from: span.from,
		stands_to: span.to,
		phase: span.phase,
		due_on: span.dueOn,
		due_end: span.dueEnd,
		due_no: span.dueOn === null ? null : calendar.no(span.dueOn),
		provisional: span.provisional,
		ended_at: span.endedAt,
		ended_on: endedOn,
		ended_no: endedOn === null ? null : calendar.no(endedOn),
		ended_by: span.phase === 'ended' ? run.endedBy : null,
		excluded_for: span.excludedFor,
		left_undone: span.left,
		extended: span.extended,
		paused_days: span.paused,
		noticed_on: run.noticedOn,
		outcome: run.outcome,
		defects: run.defects,
		defect_days: run.defectDays,
		backdated: run.backdated,
		excused_on: run.excused?.on ?? null,
		excused_by: run.excused?.by ?? null,
		pleaded_on: run.pleadedOn,
		calendar: by.key,
		round,
	};
}

function doubtRow(doubt: Doubt) {
	const { line, code, message, eventId, tellings } = doubt;
	return { line, code, message, event_id: eventId, tellings: tellings === undefined ? null : JSON.stringify(tellings) };
}
