import { dayOf, plusDays } from '#analytics/law/day.ts';
import { workdaysAfter } from '#analytics/law/due.ts';
import type { Course } from './course.ts';
import type { Defect } from './defects.ts';
import type { Fact } from './fact.ts';
import { isBackdated, isBefore, judgedAt } from './order.ts';
import { begin, type Reply } from './replying.ts';

/** A notice of missing materials: the clock stands still if it can, by the policy's rule (口径③). */
export function notify(reply: Reply, course: Course, act: Fact): void {
	if (course.isClosed || isBefore(act, course.start.at)) return;
	const on = dayOf(judgedAt(act));
	course.noticedOn.push(on);
	const defect = noticeDefect(course, act, reply.noticed, reply.track.facts);
	reply.noticed = true;
	if (defect !== null) {
		if (defect === 'notice_after_due' && isBackdated(act, course.dueEnd)) course.flag('backdated', act, on);
		course.flag(defect, act, on);
	} else if (course.policy.materials !== 'NONE') {
		reply.pausedOn = on;
		course.pause(act, on);
	}
}

/** Resubmission in time ends the pause; after the line has lapsed it is a new application with a new period. */
export function resubmit(reply: Reply, course: Course, act: Fact): void {
	const on = dayOf(judgedAt(act));
	if (course.excludedFor === 'lapsed') {
		begin(reply, act, judgedAt(act));
	} else if (course.phase === 'paused') {
		reply.pausedOn = null;
		if (course.policy.materials === 'RESTART') course.restart(act, on);
		else course.resume(act, on);
	}
}

/** 补正逾期中止: a pause that outlasts the policy's working days takes the line out of the count. `act`: the next one; null: none comes. */
export function lapse(reply: Reply, act: Fact | null): void {
	if (reply.pausedOn === null) return;
	const course = reply.courses.at(-1);
	if (course?.phase !== 'paused') return;
	const last = workdaysAfter(reply.pausedOn, course.policy.lapseAfter, reply.calendar);
	if (act !== null && dayOf(judgedAt(act)) <= last) return;
	course.exclude('lapsed', null, plusDays(last, 1));
	reply.pausedOn = null;
}

/**
 * Why a notice of missing materials cannot make the clock stand still (第二十一条第二款 "一次性告知"): only the first one can, in
 * time and with its items; null: it can.
 * @param before the provider has given notice before
 * @param facts the acts of the request at this provider
 */
function noticeDefect(course: Course, notice: Fact, before: boolean, facts: readonly Fact[]): Defect | null {
	if (before) return 'second_notice';
	if (!notice.itemised) return 'notice_without_items';
	if (course.dueEnd !== null && judgedAt(notice) >= course.dueEnd) return 'notice_after_due';
	return facts.some(fact => isAnswer(fact, notice)) ? 'notice_after_answer' : null;
}

/** A resubmission that had arrived before the notice it answers was recorded: nobody is waited for any more. */
function isAnswer(fact: Fact, notice: Fact): boolean {
	const answered = fact.type === 'request.material_resubmitted' && fact.occurredAt >= notice.occurredAt;
	return answered && dayOf(judgedAt(fact)) < dayOf(judgedAt(notice));
}
