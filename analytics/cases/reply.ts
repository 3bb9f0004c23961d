import { dayOf } from '#analytics/law/day.ts';
import { ofType } from './acts.ts';
import type { Course } from './course.ts';
import { answers, defectOf, leavesOpen, outcomeOf } from './decision.ts';
import { sharingMissing, startMissing, stopBeforeStart } from './doubts.ts';
import { byType } from './event.ts';
import { Consents, doubtsOf, isGood } from './extension.ts';
import type { Fact } from './fact.ts';
import { lapse, notify, resubmit } from './materials.ts';
import { isBefore, judgedAt } from './order.ts';
import { begin, clockOf, type Given, type Reply } from './replying.ts';
import { leave, stop } from './stop.ts';
import type { Found } from './trace.ts';

/** Follows the reply clocks of one line at one provider. */
export function replyCourses(given: Given): Found {
	const { line, track } = given;
	const { opened, sharing } = track;
	if (opened === null) {
		const decision = track.facts.find(isDecision);
		return { courses: [], doubts: decision === undefined ? [] : [startMissing(line, clockOf(track), decision)] };
	}
	if (sharing === null) return { courses: [], doubts: [sharingMissing(line, opened)] };
	if (sharing === 'none') return { courses: [], doubts: [] };
	const { acts, noticed, requestedOn, policies, calendar } = given;
	const reply: Reply = {
		line,
		track,
		acts,
		noticed,
		requestedOn,
		policies,
		calendar,
		courses: [],
		doubts: [],
		withdrawn: false,
		pausedOn: null,
		early: null,
		consents: new Consents(),
	};
	begin(reply, opened, track.startedAt);
	for (const act of acts) {
		lapse(reply, act);
		const course = reply.courses.at(-1);
		if (course === undefined) wait(reply, act);
		else takes.get(act.type)?.(reply, course, act);
	}
	lapse(reply, null);
	settle(reply);
	return { courses: reply.courses, doubts: reply.doubts };
}

const takes = byType<(reply: Reply, course: Course, act: Fact) => void>({
	'request.received': receiveAgain,
	'request.replied': decide,
	'request.material_notice': notify,
	'request.material_resubmitted': resubmit,
	'request.extension_decided': (reply, course, act) => {
		if (isGood(course, act)) reply.consents.take(course, act);
		reply.doubts.push(...doubtsOf(course, act));
	},
	'request.extension_notified': (reply, course, act) => reply.consents.notify(course, act),
	'request.withdrawn': (reply, course, act) => {
		if (course.isClosed) return;
		leave(course, act, 'withdrawn');
		reply.withdrawn = true;
	},
	'request.transferred': (reply, course, act) => {
		const { department, startedAt } = reply.track;
		const elsewhere = act.transferredTo !== department && !isBefore(act, startedAt);
		if (!course.isClosed && elsewhere && act.transferredTo !== act.department) leave(course, act, 'transferred');
	},
});

function isDecision(fact: Fact): boolean {
	return fact.type === 'request.replied' && fact.forMaterials !== true;
}

/** While no clock has begun, only a request withdrawn and received once more can begin one. */
function wait(reply: Reply, act: Fact): void {
	if (act.type === 'request.withdrawn') reply.withdrawn = true;
	if (act.type === 'request.received' && reply.withdrawn) begin(reply, act, judgedAt(act));
}

/** A request received again after its withdrawal or lapse is owed again, with a new period. */
function receiveAgain(reply: Reply, course: Course, act: Fact): void {
	const isOver = reply.withdrawn || course.excludedFor === 'lapsed';
	if (isOver && act !== reply.track.opened) begin(reply, act, judgedAt(act));
}

/** 第二十一条第二款: what the policy holds to be no reply is kept as a defect, and the clock runs on. */
function decide(reply: Reply, course: Course, act: Fact): void {
	if (course.isClosed) return;
	const isAnswer = answers(act, reply.line, course.policy);
	if (isAnswer && isBefore(act, course.start.at)) {
		reply.early = act;
		return;
	}
	const defect = defectOf(act, reply.line, course.policy);
	if (defect !== null) course.flag(defect, act, dayOf(judgedAt(act)));
	if (isAnswer) {
		stop(course, act);
		course.outcome = outcomeOf(act, reply.line);
	}
	if (!isAnswer && leavesOpen(act, reply.line, course.policy)) course.remark(act, 'not_named');
}

function settle(reply: Reply): void {
	const { early, line, track, doubts } = reply;
	const last = reply.courses.at(-1);
	if (last === undefined) return;
	reply.consents.settle(last);
	if (early !== null) {
		doubts.push(stopBeforeStart(line, last.start.clock, early));
		if (!last.isClosed) last.excludeAll('stop_before_start', null);
	}
	for (const course of reply.courses) {
		if (course.extended === 0 || course.endedBy === null) continue;
		const { closedOn } = course;
		const notices = ofType(track.facts, 'request.extension_notified');
		if (closedOn !== null && !notices.some(notice => dayOf(judgedAt(notice)) <= closedOn)) {
			course.flag('extension_not_notified', null, closedOn);
		}
	}
}
