import { dayOf, type Instant, startOf } from '#analytics/law/day.ts';
import { workdaysAfter } from '#analytics/law/due.ts';
import type { Course } from './course.ts';
import type { Fact } from './fact.ts';
import { isBackdated, judgedAt } from './order.ts';

/** Ends a run by the act that was owed. `by`: a later act since which that holds. */
export function stop(course: Course, act: Fact, by?: Fact): void {
	if (isBackdated(act, course.dueEnd)) course.flag('backdated', act, dayOf(judgedAt(act)));
	course.end(act, countsFrom(course, judgedAt(act)), by);
}

/** Withdrawal and transfer: before the due moment nothing is owed any more; after it the run ends, late. */
export function leave(course: Course, act: Fact, why: 'withdrawn' | 'transferred'): void {
	const end = course.dueEnd;
	if (end !== null && judgedAt(act) >= end) {
		course.left = true;
		stop(course, act);
	} else course.exclude(why, act, dayOf(judgedAt(act)));
}

/** 口径⑭: on a day of rest, by policy, at the start of the next working day; what was in time stays in time. */
function countsFrom(course: Course, at: Instant): Instant {
	const { policy, calendar } = course;
	if (policy.restDayStop === 'as_is') return at;
	const on = dayOf(at);
	if (calendar.isWorkday(on)) return at;
	const { dueEnd } = course;
	const moved = startOf(workdaysAfter(on, 1, calendar));
	return dueEnd !== null && at < dueEnd && moved >= dueEnd ? at : moved;
}
