import { defects } from '#analytics/cases/defects.ts';
import { byRecord } from '#analytics/cases/evidence.ts';
import { type Explanation, explain } from '#analytics/cases/explain.ts';
import { type Fact, keyOf } from '#analytics/cases/fact.ts';
import { type CaseState, regionOf } from '#analytics/cases/fold.ts';
import { repeated, settled } from '#analytics/cases/of-record.ts';
import { judgedAt } from '#analytics/cases/order.ts';
import type { Doubt } from '#analytics/cases/run.ts';
import { runs } from '#analytics/cases/runs.ts';
import { toEventType, zhType } from '#analytics/cases/vocabulary.ts';
import type { Calendar } from '#analytics/law/calendar.ts';
import { toClockName } from '#analytics/law/clocks.ts';
import { type Day, dayOf, toDay } from '#analytics/law/day.ts';
import type { Policy } from '#analytics/law/policy.ts';
import { caseEvents, caseRuns } from '#analytics/measures/case.ts';
import type { Row } from '#analytics/measures/measure.ts';
import type { KnownCase } from '#analytics/store/facts.ts';
import type { Asked } from '#app/asked.ts';
import { may } from '#app/auth/rights.ts';
import type { Viewer } from '#app/auth/viewer.server.ts';
import type { House } from '#app/context.ts';
import { Refusal } from '#app/refusal.ts';
import { actDetails, type Detail } from '#app/words/acts.ts';
import { type Breach, breachesOf } from './breaches.server.ts';
import { type CasePlatforms, casePlatforms } from './case-platforms.server.ts';
import { common, type Framed, framed } from './frame.server.ts';
import { nameIn, type PlatformName } from './platform-names.server.ts';
import { type Beside, besides } from './proof.server.ts';
import { type Refiled, refiledOf } from './restarts.server.ts';
import { type Risk, risksOf } from './risk.server.ts';

/** A clock run with the slip that explains it; defects in words. */
export type CaseRun = Omit<Row<typeof caseRuns>, 'defects'> & {
	defects: string[];
	slip: Explanation | null;
};

/** An event in words, and the platform that reports it; `repeats`: it says again what another one counts for. */
export type CaseEvent = Omit<Row<typeof caseEvents>, 'body'> & {
	title: string;
	details: Detail[];
	platform: string;
	repeats: boolean;
} & Beside;

export type CaseData = Framed & {
	/** The number under which the case stands. */
	case_id: string;
	/** The number asked for, where the case stands under another one; else null. */
	asked_id: string | null;
	reported: CasePlatforms;
	/** The viewer may decide which cases are one. */
	may_link: boolean;
	/** Line the page is narrowed to; null: all. */
	line: string | null;
	/** Lines of the case, in order; one empty name where it has none. */
	lines: string[];
	runs: CaseRun[];
	/** Runs beyond those shown; they show when the page is narrowed to their line. */
	more: number;
	events: CaseEvent[];
	doubts: Doubt[];
	/** Requests that may be the same one under another number, before this one or after it; empty for who may not see them. */
	restarts: Refiled[];
	/** What is under way, and how likely it is to become overdue. */
	risks: Risk[];
	/** What it may have broken, under the items of Articles 39 to 41. */
	breaches: Breach[];
};

const BEFORE_ALL = toDay('2000-01-01');

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
	const [frame, clockRuns, events, sources, told, leads] = await Promise.all([
		framed(asked, context),
		context.store.ask(caseRuns, question),
		context.store.ask(caseEvents, question),
		context.sources.list(),
		caseOn(caseId, asked, context),
		breachesOf(viewer, asked, context, caseId),
	]);
	demandSeen(caseId, told.whole, { clockRuns, events });
	const { root } = told.whole;
	const name = nameIn(sources);
	const joined = new Map(sources.map(({ id, createdAt }) => [id, createdAt]));
	const beside = besides(events, told, { viewer, asked, joined });
	const lines = [...new Set(clockRuns.map(run => run.line))].sort((a, b) =>
		a.localeCompare(b, 'zh-CN', { numeric: true }),
	);
	const chosen = clockRuns.filter(run => line === null || run.line === line);
	return {
		...frame,
		case_id: root,
		asked_id: caseId === root ? null : caseId,
		reported: casePlatforms(told.whole, events, asked, viewer, name),
		may_link: may(viewer.account.role, 'link'),
		line,
		lines,
		runs: chosen.slice(0, MOST).map(row => explained(row, told)),
		more: Math.max(0, chosen.length - MOST),
		events: inWords(
			events.filter(event => line === null || event.line === '' || event.line === line),
			told.whole,
			{ name, beside },
		),
		doubts: doubtsOf(told, viewer),
		restarts: await refiledOf(viewer, asked, context, root),
		risks: clockRuns.some(run => run.status === 'running') ? await risksOf(viewer, asked, context, root) : [],
		breaches: leads,
	};
}

/** A case as it stood on a day, and what it is counted by. */
export type CaseOn = { state: CaseState; policies: readonly Policy[]; calendar: Calendar; whole: KnownCase };

/** The case as it stood at 24:00 of the day asked about, by the law known then: acts count from the moment they are judged by (口径⑤). */
export async function caseOn(caseId: string, { as_of, known }: Asked, { store }: House): Promise<CaseOn> {
	const whole = await store.caseFacts(caseId, known);
	const { policies, calendars } = store.lawAt(known);
	const told = settled(whole.state);
	const facts = told.facts.filter(fact => effectiveOn(fact) <= as_of).map(byRecord);
	const state = { ...told, facts };
	return { state, policies, calendar: calendars.of(regionOf(whole.state)).calendar, whole };
}

/** A change of the catalogue takes effect on its own day, whenever it was registered (口径⑪); a decision on evidence for all days (口径⑤). */
function effectiveOn(fact: Fact): Day {
	if (fact.decides !== undefined) return BEFORE_ALL;
	return fact.type === 'catalogue.triggered' && fact.on !== undefined ? fact.on : dayOf(judgedAt(fact));
}

/** A row of the case with its explanation, from the case as it stood on the day. */
export function explained(row: Row<typeof caseRuns>, told: CaseOn): CaseRun {
	const { state, policies, calendar } = told;
	const { line, run } = row;
	const clock = toClockName(row.clock);
	const inWords = { ...row, defects: row.defects.map(defectWords) };
	return { ...inWords, slip: clock === null ? null : explain(state, line, clock, run, policies, calendar) };
}

/** Doubts concern the case as a whole; a liaison, who may see part of it, is not shown them. */
function doubtsOf({ state, policies, calendar }: CaseOn, viewer: Viewer): Doubt[] {
	return viewer.visible === null ? runs(state, policies, calendar).doubts : [];
}

function defectWords(code: string): string {
	const defect = Object.hasOwn(defects, code) ? defects[code as keyof typeof defects] : null;
	if (defect === null) return '其他不规范情形';
	return defect.article === null ? defect.zh : `${defect.zh}（${defect.article}）`;
}

/** Throws Refusal 404 where the viewer may see nothing under this number. */
function demandSeen(
	caseId: string,
	{ root }: KnownCase,
	{ clockRuns, events }: { clockRuns: readonly unknown[]; events: readonly Row<typeof caseEvents>[] },
): void {
	const seen = caseId === root ? clockRuns.length + events.length > 0 : events.some(each => each.case_id === caseId);
	if (!seen) throw new Refusal(404, 'no_case', `没有编号为“${caseId}”的事项，或不在您可查看的范围内。请核对编号。`);
}

/** Events of a case in words. */
export function inWords(
	rows: Row<typeof caseEvents>[],
	{ state }: KnownCase,
	{ name, beside }: { name: PlatformName; beside: ReturnType<typeof besides> },
): CaseEvent[] {
	const again = repeated(state);
	return rows.map(row => {
		const { body, ...event } = row;
		const type = toEventType(event.type);
		const { data } = JSON.parse(body) as { data?: Record<string, unknown> };
		const words = { title: type ? zhType(type) : '其他事件', details: actDetails(data ?? {}) };
		const repeats = again.has(keyOf(event.source_id, event.event_id));
		return { ...event, ...words, platform: name(event.source_id), repeats, ...beside(row) };
	});
}
