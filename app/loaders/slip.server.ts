import { byRecord, judged } from '#analytics/cases/evidence.ts';
import { judgedAt } from '#analytics/cases/order.ts';
import { zhType } from '#analytics/cases/vocabulary.ts';
import type { Calendar } from '#analytics/law/calendar.ts';
import { type ClockName, toClockName } from '#analytics/law/clocks.ts';
import { type Instant, toDay } from '#analytics/law/day.ts';
import type { Policy } from '#analytics/law/policy.ts';
import { caseRuns } from '#analytics/measures/case.ts';
import type { Asked } from '#app/asked.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { whole } from '#app/filters.ts';
import { type AskedSupposition, readSupposition } from '#app/policies/supposition.ts';
import { Refusal } from '#app/refusal.ts';
import { type StartReason, startReason } from '#app/words/slip.ts';
import { type CaseOn, type CaseRun, caseOn, explained } from './case.server.ts';
import { common, type Framed, framed } from './frame.server.ts';
import { type LateDay, overrun } from './overrun.server.ts';
import { type WhatIf, whatIf } from './what-if.server.ts';

/** Which clock of which case. */
export type SlipQuestion = { caseId: string; line: string; clock: ClockName; run: number };

/** The event that started a run, when it counts, and why it does. */
type SlipStart = StartReason & { title: string; eventId: string; at: Instant | null; dayOnly: boolean };

export type SlipData = Framed & {
	case_id: string;
	run: CaseRun & { slip: NonNullable<CaseRun['slip']> };
	start: SlipStart;
	/** Days after the due day on which the act was owed; empty where it is not late. */
	late_days: LateDay[];
	/** Version of the working-day calendar. */
	calendar: string;
	/** The reading by which the run was judged. */
	policy: Policy;
	/** The same clock under other readings: what was asked, and what the address said. */
	supposed: WhatIf & Pick<AskedSupposition, 'given' | 'message'>;
	made_at: Instant;
};

/** Reads `line clock run` of an address; line and run may be absent. Throws Refusal 400. */
export function readSlipQuestion(caseId: string, query: URLSearchParams): SlipQuestion {
	const clock = toClockName(query.get('clock') ?? '');
	if (clock === null) throw new Refusal(400, 'bad_clock', '没有指明时限，或时限名称不正确。请从事项页面打开计时说明。');
	const run = whole(query, 'run', '计时次数', { least: 1, most: 1_000_000 }) ?? 1;
	return { caseId, line: query.get('line') ?? '', clock, run };
}

/** Everything a printed slip says about one clock. Throws Refusal 404 where the viewer may see no such clock. */
export async function slipData(
	viewer: Viewer,
	asked: Asked,
	context: House,
	{ caseId, line, clock, run }: SlipQuestion,
	query: URLSearchParams,
): Promise<SlipData> {
	const [frame, rows] = await Promise.all([
		framed(asked, context),
		context.store.ask(caseRuns, { ...common(viewer, asked), case_id: caseId }),
	]);
	const row = rows.find(each => each.line === line && each.clock === clock && each.run === run);
	if (row === undefined) throw missing(caseId);
	const on = await caseOn(caseId, asked, context);
	const { calendar } = on;
	const told = explained(row, on);
	const supposition = readSupposition(query, on.policies);
	const supposed = whatIf(on, { line, clock, run, asOf: asked.as_of }, supposition.supposition);
	if (told.slip === null || supposed === null) throw missing(caseId);
	return {
		...frame,
		case_id: on.whole.root,
		run: { ...told, slip: told.slip },
		start: startOf(told, clock, told.slip.policy, on),
		late_days: lateDays(told, asked, calendar),
		calendar: calendar.version,
		policy: told.slip.policy,
		supposed: { ...supposed, given: supposition.given, message: supposition.message },
		made_at: context.now(),
	};
}

/** The slip as JSON: the explanation, on what it rests, and other readings. Throws Refusal 400 where those asked for make no sense. */
export function slipAnswer({ run, supposed, ...data }: SlipData) {
	const { given, message, ...whatIf } = supposed;
	if (message !== null) throw new Refusal(400, 'bad_policy', message);

	const { slip, line, status, department, department_name, counterparty, catalogue } = run;
	const { extended, paused_days, days_late, days_left } = run;
	const { case_id, as_of, known, calendar, late_days, start } = data;
	return {
		case_id,
		line,
		run: run.run,
		as_of,
		known,
		calendar,
		department,
		department_name,
		counterparty,
		catalogue,
		status,
		extended,
		paused_days,
		days_late,
		days_left,
		...slip,
		start,
		late_days,
		supposed: { given, ...whatIf },
	};
}

function missing(caseId: string): Refusal {
	const message = `事项“${caseId}”没有这一计时，或不在您可查看的范围内。请从事项页面打开计时说明。`;
	return new Refusal(404, 'no_run', message);
}

function startOf({ started_by, line }: CaseRun, clock: ClockName, policy: Policy, on: CaseOn): SlipStart {
	const facts = judged(on.state).filter(fact => fact.id === started_by);
	const fact = facts.find(each => each.line === line) ?? facts[0];
	const act = fact === undefined || clock === 'delivery' ? fact : byRecord(fact);
	const reason = startReason(clock, act ?? null, policy, on.calendar);
	if (act === undefined) return { ...reason, title: '起算事件', eventId: started_by, at: null, dayOnly: true };
	const at = act.type === 'catalogue.triggered' ? null : judgedAt(act);
	return { ...reason, title: zhType(act.type), eventId: started_by, at, dayOnly: act.dayOnly === true };
}

function lateDays({ slip, days_late, ended_on }: CaseRun, { as_of }: Asked, calendar: Calendar): LateDay[] {
	if (days_late === null || slip?.dueOn == null) return [];
	return overrun(slip.dueOn, ended_on === null ? as_of : toDay(ended_on), calendar);
}
