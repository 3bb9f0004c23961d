import type { Calendar } from '#analytics/law/calendar.ts';
import type { Clock } from '#analytics/law/clocks.ts';
import { type Day, endOf, type Instant, plusDays } from '#analytics/law/day.ts';
import type { Policy } from '#analytics/law/policy.ts';
import { sayAct, sayDay, sayDue, sayPromised, sayStatutoryDue } from './sentences.ts';
import type { Act } from './trace.ts';

/** One step from the start of a clock to its due day. */
export type Step = {
	day: Day;
	kind: 'start' | 'count' | 'skip' | 'pause' | 'notice' | 'resubmit' | 'extend' | 'due' | 'stop' | 'note';
	/** Number of the working day, on `count`. */
	n: number | null;
	/** A Chinese sentence. */
	text: string;
	/** Article or title of the holiday notice. */
	basis: string | null;
};

/** What the steps of a run are laid out from. */
export type Layout = {
	clock: Clock;
	/** The version of the readings; null where there is no case. */
	policy: Policy | null;
	startedOn: Day;
	statutoryDueOn: Day | null;
	/** A shorter period promised locally: its days and its due day; null: none. */
	promised: { days: number; dueOn: Day } | null;
	dueOn: Day | null;
	/** The first instant that is too late; null: 24:00 of the due day. */
	dueEnd: Instant | null;
	provisional: boolean;
	acts: Act[];
	calendar: Calendar;
};

/** Every day from the start to the due day, each with its reason, and every act on its day. */
export function stepsOf(layout: Layout): Step[] {
	const { startedOn, clock } = layout;
	const acts = layout.acts.map(act => (act.on < startedOn ? { ...act, on: startedOn } : act));
	const excluded = acts.findLast(act => act.kind === 'exclude');
	const counted = clock.workdays !== null && acts[0]?.counted !== false && layout.dueOn !== null;
	const steps: Step[] = [];
	const count: Count = { n: 0, still: false };
	for (const day of daysOf(layout, acts, excluded, counted)) {
		if (counted && day > startedOn) steps.push(...countDay(layout, day, count));
		for (const act of acts.filter(each => each.on === day)) {
			steps.push({ day, n: null, ...sayAct(act, layout) });
			if (act.kind === 'restart') count.n = 0;
			count.still = standsStill(act, acts, count.still);
		}
		if (excluded?.on !== day) steps.push(...deadlines(layout, day, count));
	}
	return steps;
}

/** Working days so far, and whether the clock stands still. */
type Count = { n: number; still: boolean };

/** The day on which the count ends: the due day, or the one that had passed before it was moved. */
function lastCounted({ acts, dueOn }: Layout): Day | null {
	return acts.find(({ past }) => past !== undefined)?.past ?? dueOn;
}

function countDay(layout: Layout, day: Day, count: Count): Step[] {
	const { calendar, dueOn } = layout;
	const last = lastCounted(layout);
	if (last !== null && day > last && (!count.still || last !== dueOn)) return [];
	const counts = calendar.isWorkday(day) && !count.still;
	if (counts) count.n++;
	const n = counts ? count.n : null;
	return [{ day, n, ...sayDay(day, n, count.still, calendar) }];
}

function deadlines(layout: Layout, day: Day, { still }: Count): Step[] {
	const { clock, policy, statutoryDueOn, promised } = layout;
	const dueOn = lastCounted(layout);
	const told: Step[] = [];
	if (day === promised?.dueOn && policy !== null && !still) {
		told.push({ day, n: null, ...sayPromised(clock, promised.days, policy) });
	}
	if (day === dueOn && (!still || dueOn !== layout.dueOn)) told.push({ day, n: null, ...dueStep(layout) });
	else if (day === statutoryDueOn && day !== dueOn) told.push({ day, n: null, ...sayStatutoryDue(clock) });
	return told;
}

function dueStep(layout: Layout): ReturnType<typeof sayDue> {
	const { dueOn, dueEnd, acts, calendar } = layout;
	return sayDue(layout, {
		promised: acts[0]?.counted === false,
		wholeDay: dueOn === null || dueEnd === null || dueEnd === endOf(dueOn),
		unpublished: layout.provisional ? calendar.rules.unpublished : null,
	});
}

/** The days that have a step: all up to the due day where working days are counted, then those with an act. */
function daysOf(layout: Layout, acts: Act[], excluded: Act | undefined, counted: boolean): Day[] {
	const { startedOn } = layout;
	const dueOn = lastCounted(layout);
	const acted = acts.map(act => act.on).filter(on => excluded === undefined || on <= excluded.on);
	const days = new Set<Day>([startedOn, ...acted]);
	const last = excluded?.on ?? dueOn;
	if (last === null) return [...days].sort();
	if (counted) for (let day = startedOn; day <= last; day = plusDays(day, 1)) days.add(day);
	else if (excluded === undefined) days.add(last);
	return [...days].sort();
}

/** Whether the clock stands still after an act. A submission stands still only if it was sent back later. */
function standsStill(act: Act, acts: Act[], before: boolean): boolean {
	if (act.kind === 'pause') return true;
	if (act.kind === 'stop') return acts[acts.indexOf(act) + 1]?.kind === 'resume';
	if (act.kind === 'resume' || act.kind === 'restart' || act.kind === 'exclude') return false;
	return before;
}
