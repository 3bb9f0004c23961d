import type { Calendar } from '#analytics/law/calendar.ts';
import { dayOf } from '#analytics/law/day.ts';
import { type Policy, policyOn } from '#analytics/law/policy.ts';
import { Course } from './course.ts';
import { stopBeforeStart } from './doubts.ts';
import type { Fact } from './fact.ts';
import { inOrder, isBefore, judgedAt } from './order.ts';
import { leave, stop } from './stop.ts';
import type { Found } from './trace.ts';
import type { Track } from './tracks.ts';

/**
 * The delivery clock (第二十二条) of one line at one provider: from the agreeing reply, as recorded, to the data's being
 * available. It has neither extension nor pause.
 */
export function deliveryCourses(line: string, track: Track, policies: readonly Policy[], calendar: Calendar): Found {
	const acts = inOrder(track.facts);
	const agreed = acts.find(act => isAgreement(act, line));
	if (agreed === undefined) return { courses: [], doubts: [] };
	const course = new Course(
		{
			clock: 'delivery',
			line,
			fact: agreed,
			at: judgedAt(agreed),
			department: track.department,
			counterparty: agreed.counterparty ?? track.counterparty,
			sharing: track.sharing,
			region: agreed.region ?? track.opened?.region ?? null,
			catalogue: agreed.catalogue ?? track.opened?.catalogue ?? null,
		},
		calendar,
	);
	const { rejectionWithin } = policyOn(policies, course.startedOn);
	const early = take(course, acts, rejectionWithin);
	if (early === null) return { courses: [course], doubts: [] };
	if (!course.isClosed) course.excludeAll('stop_before_start', null);
	return { courses: [course], doubts: [stopBeforeStart(line, 'delivery', early)] };
}

function isAgreement(act: Fact, line: string): boolean {
	if (act.type !== 'request.replied' || act.outcome === 'refuse') return false;
	return act.line !== '' || act.agreedLines === undefined || act.agreedLines.includes(line);
}

/** Takes the acts in order; returns a delivery recorded before the agreement, if there was one. */
function take(course: Course, acts: Fact[], rejectionWithin: number): Fact | null {
	let early: Fact | null = null;
	for (const act of acts) {
		if (act.type === 'delivery.provided' && !course.isClosed) {
			if (isBefore(act, course.start.at)) early = act;
			else stop(course, act);
		} else if (act.type === 'delivery.rejected' && voids(act, course, rejectionWithin)) {
			course.reopen(act, dayOf(judgedAt(act)), false);
		} else if (act.type === 'request.withdrawn' && !course.isClosed && !isBefore(act, course.start.at)) {
			leave(course, act, 'withdrawn');
		}
	}
	return early;
}

/** A rejection with its reason, within the working days of the policy, makes the delivery void. */
function voids(act: Fact, course: Course, within: number): boolean {
	const { closedOn } = course;
	if (course.phase !== 'ended' || closedOn === null || !act.reasoned) return false;
	return course.workdays(closedOn, dayOf(judgedAt(act))) <= within;
}
