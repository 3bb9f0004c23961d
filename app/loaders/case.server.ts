import { defects } from '#analytics/cases/defects.ts';
import type { LedgerEvent } from '#analytics/cases/event.ts';
import { type Explanation, explain } from '#analytics/cases/explain.ts';
import { type CaseState, emptyCase, tell } from '#analytics/cases/fold.ts';
import type { Doubt } from '#analytics/cases/run.ts';
import { runs } from '#analytics/cases/runs.ts';
import { toEventType, zhType } from '#analytics/cases/vocabulary.ts';
import { stateCouncil } from '#analytics/law/calendar.ts';
import { toClockName } from '#analytics/law/clocks.ts';
import { endOf } from '#analytics/law/day.ts';
import { defaultPolicies } from '#analytics/law/policy.ts';
import { caseEvents, caseRuns } from '#analytics/measures/case.ts';
import type { Row } from '#analytics/measures/measure.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { Refusal } from '#app/refusal.ts';
import { actDetails, type Detail } from '#app/words/acts.ts';
import { common, type Framed, framed } from './frame.server.ts';

/** A clock run with the slip that explains it; defects in words. */
export type CaseRun = Omit<Row<typeof caseRuns>, 'defects'> & { defects: string[]; slip: Explanation | null };

/** An event in words. */
export type CaseEvent = Omit<Row<typeof caseEvents>, 'body'> & { title: string; details: Detail[] };

export type CaseData = Framed & {
	case_id: string;
	/** Line the page is narrowed to; null: all. */
	line: string | null;
	/** Lines of the case, in order; one empty name where it has none. */
	lines: string[];
	runs: CaseRun[];
	/** Runs beyond those shown; they show when the page is narrowed to their line. */
	more: number;
	events: CaseEvent[];
	doubts: Doubt[];
};

/** Slips on one page: each is laid out day by day. */
const MOST = 40;

/** One case: its events, its clock runs, and how each due day came about. Throws Refusal 404 where the viewer may see nothing of it. */
export async function caseData(
	viewer: Viewer,
	asked: Asked,
	context: House,
	{ caseId, line }: { caseId: string; line: string | null },
): Promise<CaseData> {
	const question = { ...common(viewer, asked), case_id: caseId };
	const [frame, clockRuns, events] = await Promise.all([
		framed(asked, context),
		context.store.ask(caseRuns, question),
		context.store.ask(caseEvents, question),
	]);
	if (clockRuns.length === 0 && events.length === 0) {
		throw new Refusal(404, 'no_case', `没有编号为“${caseId}”的事项，或不在您可查看的范围内。请核对编号。`);
	}
	const state = stateOn(caseId, await context.store.caseFacts(caseId, asked.known), asked);
	const lines = [...new Set(clockRuns.map(run => run.line))].sort((a, b) =>
		a.localeCompare(b, 'zh-CN', { numeric: true }),
	);
	const chosen = clockRuns.filter(run => line === null || run.line === line);
	return {
		...frame,
		case_id: caseId,
		line,
		lines,
		runs: explained(chosen.slice(0, MOST), state),
		more: Math.max(0, chosen.length - MOST),
		events: events.filter(event => line === null || event.line === '' || event.line === line).map(inWords),
		doubts: doubtsOf(state, viewer),
	};
}

/** The case as it stood at 24:00 of the day asked about. */
function stateOn(caseId: string, told: LedgerEvent[], { as_of }: Asked): CaseState {
	const state = told.reduce((known, event) => tell(known, caseId, event), emptyCase);
	return { ...state, facts: state.facts.filter(fact => fact.occurredAt < endOf(as_of)) };
}

function explained(rows: Row<typeof caseRuns>[], state: CaseState): CaseRun[] {
	const calendar = stateCouncil();
	return rows.map(row => {
		const clock = toClockName(row.clock);
		const slip = clock ? explain(state, row.line, clock, row.run, defaultPolicies, calendar) : null;
		return { ...row, defects: row.defects.map(defectWords), slip };
	});
}

/** Doubts concern the case as a whole; a liaison, who may see part of it, is not shown them. */
function doubtsOf(state: CaseState, viewer: Viewer): Doubt[] {
	return viewer.visible === null ? runs(state, defaultPolicies, stateCouncil()).doubts : [];
}

function defectWords(code: string): string {
	const defect = Object.hasOwn(defects, code) ? defects[code as keyof typeof defects] : null;
	return defect ? `${defect.zh}（${defect.article}）` : '其他不规范情形';
}

function inWords({ body, ...event }: Row<typeof caseEvents>): CaseEvent {
	const type = toEventType(event.type);
	const { data } = JSON.parse(body) as { data?: Record<string, unknown> };
	return { ...event, title: type ? zhType(type) : '其他事件', details: actDetails(data ?? {}) };
}
