import { clocks } from '#analytics/law/clocks.ts';
import { type Day, dayOf } from '#analytics/law/day.ts';
import { isExcusable } from '#analytics/law/liability.ts';
import type { Fact } from './fact.ts';
import { type CaseState, standing } from './fold.ts';
import { concernsLine } from './lines.ts';
import { byJudged, judgedAt } from './order.ts';
import type { Run } from './run.ts';
import { statusOn } from './status.ts';
import type { Traced } from './trace.ts';

/** The facts that may move a clock: a justification (正当理由) never does. */
export function withoutPleas(facts: readonly Fact[]): readonly Fact[] {
	return facts.some(isPlea) ? facts.filter(fact => !isPlea(fact)) : facts;
}

/**
 * The runs with what was claimed and decided about their lateness (第三十九条第四项“且无正当理由”). The latest decision counts,
 * from the first of those in a row that accepted; it concerns what was late on its day, and nothing that became due later.
 * No status, due day or defect follows from it.
 */
export function withPleas(traced: Traced[], state: CaseState): Traced[] {
	if (!state.facts.some(isPlea)) return traced;
	const pleas = standing(state).filter(isPlea);
	const runs = traced.map(({ run }) => run);
	return traced.map(each => ({ ...each, run: { ...each.run, ...pleadedOf(each.run, pleas, runs) } }));
}

function isPlea({ plea }: Fact): boolean {
	return plea !== undefined;
}

function pleadedOf(run: Run, pleas: readonly Fact[], runs: readonly Run[]): Pick<Run, 'excused' | 'pleadedOn'> {
	const own = pleas.filter(each => isAbout(each, run) && names(each, run, runs));
	const claims = own
		.filter(({ type }) => type === 'justification.submitted')
		.map(dayOfPlea)
		.filter(on => on >= run.startedOn);
	const decisions = own.filter(each => each.type === 'justification.decided' && isLateOn(run, dayOfPlea(each)));
	return { excused: excusedBy(decisions), pleadedOn: claims.reduce<Day | null>(earlier, null) };
}

/** Under its clock, on its line; only a clock whose item says “且无正当理由” can be excused. */
function isAbout(act: Fact, { clock, line }: Run): boolean {
	const { liability } = clocks[clock];
	if (liability === null || !isExcusable(liability) || !concernsLine(act, line)) return false;
	return act.plea?.clock === null || act.plea?.clock === clock;
}

/**
 * Whose it is: of the department named by the code it reports under; named by another code (of the body that answers for it,
 * of its successor), of the only department that owes what the act is about.
 */
function names(act: Fact, { department }: Run, runs: readonly Run[]): boolean {
	const named = act.type === 'justification.submitted' ? act.department : act.counterparty;
	if (named === undefined || named === department) return true;
	return runs.every(run => run.department === department || !isAbout(act, run));
}

function isLateOn({ clock, spans }: Run, on: Day): boolean {
	const span = spans.find(({ from, to }) => from <= on && (to === null || on < to));
	return span !== undefined && ['late', 'overdue'].includes(statusOn(clock, span, on));
}

/** @param decisions those that concern the run */
function excusedBy(decisions: readonly Fact[]): Run['excused'] {
	const inTurn = decisions.toSorted(byJudged);
	const refused = inTurn.findLastIndex(({ plea }) => plea?.accepted !== true);
	const [first] = inTurn.slice(refused + 1);
	const last = inTurn.at(-1);
	return first === undefined || last === undefined ? null : { on: dayOfPlea(first), by: last.id };
}

function dayOfPlea(act: Fact): Day {
	return dayOf(judgedAt(act));
}

function earlier(a: Day | null, b: Day): Day {
	return a === null || b < a ? b : a;
}
