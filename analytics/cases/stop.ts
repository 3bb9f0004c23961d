import { dayOf } from '#analytics/law/day.ts';
import type { Course } from './course.ts';
import type { Fact } from './fact.ts';
import { isBackdated, judgedAt } from './order.ts';

/** Ends a run by the act that was owed, at its judged moment. */
export function stop(course: Course, act: Fact): void {
	if (isBackdated(act, course.dueEnd)) course.flag('backdated', act, dayOf(judgedAt(act)));
	course.end(act, judgedAt(act));
}

/** Withdrawal and transfer: before the due moment nothing is owed any more; after it the run ends, late. */
export function leave(course: Course, act: Fact, why: 'withdrawn' | 'transferred'): void {
	const end = course.dueEnd;
	if (end !== null && judgedAt(act) >= end) stop(course, act);
	else course.exclude(why, act, dayOf(judgedAt(act)));
}
