import type { Calendar } from '#analytics/law/calendar.ts';
import type { ClockName } from '#analytics/law/clocks.ts';
import { type Day, dayOf, type Instant, plusDays } from '#analytics/law/day.ts';
import { workdaysAfter } from '#analytics/law/due.ts';
import { type Policy, policyOn } from '#analytics/law/policy.ts';
import { Course } from './course.ts';
import type { Defect } from './defects.ts';
import { sharingMissing, startMissing, stopBeforeStart } from './doubts.ts';
import { grantExtension } from './extension.ts';
import type { Fact } from './fact.ts';
import { inOrder, isBackdated, isBefore, judgedAt } from './order.ts';
import type { Doubt } from './run.ts';
import { leave, stop } from './stop.ts';
import type { Found } from './trace.ts';
import type { Track } from './tracks.ts';
import type { EventType } from './vocabulary.ts';

/** The reply clocks (第二十一条) of one line at one provider, while its acts are taken one after another. */
type Reply = {
	line: string;
	track: Track;
	policy: Policy;
	calendar: Calendar;
	courses: Course[];
	doubts: Doubt[];
	/** The provider has given notice of missing materials before; only the first one can stop the clock. */
	noticed: boolean;
	/** The request was withdrawn and has not been received again. */
	withdrawn: boolean;
	pausedOn: Day | null;
	/** A decision recorded before the request was received. */
	early: Fact | null;
};

/** What the reply clocks are followed from; `noticed`: the provider gave notice when it had the request before. */
type Given = { line: string; track: Track; noticed: boolean; policies: readonly Policy[]; calendar: Calendar };

/** Follows the reply clocks of one line at one provider. */
export function replyCourses({ line, track, noticed, policies, calendar }: Given): Found {
	const { opened, sharing } = track;
	if (opened === null) {
		const decision = track.facts.find(isDecision);
		return { courses: [], doubts: decision === undefined ? [] : [startMissing(line, clockOf(track), decision)] };
	}
	if (sharing === null) return { courses: [], doubts: [sharingMissing(line, opened)] };
	if (sharing === 'none') return { courses: [], doubts: [] };
	const policy = policyOn(policies, dayOf(track.startedAt));
	const open = { courses: [], doubts: [], withdrawn: false, pausedOn: null, early: null };
	const reply: Reply = { line, track, noticed, policy, calendar, ...open };
	begin(reply, opened, track.startedAt);
	for (const act of inOrder(track.facts)) {
		lapse(reply, dayOf(judgedAt(act)));
		takes[act.type]?.(reply, current(reply), act);
	}
	lapse(reply, null);
	settle(reply);
	return { courses: reply.courses, doubts: reply.doubts };
}

const takes: Partial<Record<EventType, (reply: Reply, course: Course, act: Fact) => void>> = {
	'request.received': receiveAgain,
	'request.replied': decide,
	'request.material_notice': notify,
	'request.material_resubmitted': resubmit,
	'request.extension_decided': (reply, course, act) => {
		if (!course.isClosed) reply.doubts.push(...grantExtension(course, act));
	},
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
};

function isDecision(fact: Fact): boolean {
	return fact.type === 'request.replied' && fact.forMaterials !== true;
}

function clockOf({ sharing }: Track): ClockName {
	return sharing === 'unconditional' ? 'reply.unconditional' : 'reply.conditional';
}

function current(reply: Reply): Course {
	return reply.courses.at(-1) as Course;
}

function begin(reply: Reply, opened: Fact, at: Instant): void {
	const { line, calendar, track } = reply;
	const receipt = track.opened ?? opened;
	const start = {
		clock: clockOf(track),
		line,
		fact: opened,
		at,
		department: track.department,
		counterparty: track.counterparty,
		sharing: track.sharing,
		region: receipt.region ?? null,
		catalogue: receipt.catalogue ?? null,
	};
	reply.courses.push(new Course(start, calendar));
	Object.assign(reply, { withdrawn: false, early: null });
}

/** A request received again after its withdrawal or lapse is owed again, with a new period. */
function receiveAgain(reply: Reply, course: Course, act: Fact): void {
	const isOver = reply.withdrawn || course.excludedFor === 'lapsed';
	if (isOver && act !== reply.track.opened) begin(reply, act, judgedAt(act));
}

/** 第二十一条第二款: a refusal for incomplete materials is no reply; one without reasons is, and is a defect. */
function decide(reply: Reply, course: Course, act: Fact): void {
	if (course.isClosed) return;
	const on = dayOf(judgedAt(act));
	if (act.forMaterials) {
		course.flag('refused_for_materials', act, on);
	} else if (isBefore(act, course.start.at)) {
		reply.early = act;
	} else {
		if (act.outcome !== 'agree' && !act.reasoned && !names(act, reply.line))
			course.flag('refused_without_reason', act, on);
		stop(course, act);
	}
}

/** An agreement in part that names the line among those agreed to. */
function names(act: Fact, line: string): boolean {
	return act.outcome === 'partial' && act.agreedLines?.includes(line) === true;
}

/** 第二十一条第二款 "一次性告知": only the first notice, in time and with its items, can make the clock stand still. */
function notify(reply: Reply, course: Course, act: Fact): void {
	if (course.isClosed || isBefore(act, course.start.at)) return;
	const on = dayOf(judgedAt(act));
	const defect = defectOf(reply, course, act);
	reply.noticed = true;
	if (defect !== null) {
		if (defect === 'notice_after_due' && isBackdated(act, course.dueEnd)) course.flag('backdated', act, on);
		course.flag(defect, act, on);
	} else if (reply.policy.materials !== 'NONE') {
		reply.pausedOn = on;
		course.pause(act, on);
	}
}

function defectOf(reply: Reply, course: Course, notice: Fact): Defect | null {
	if (reply.noticed) return 'second_notice';
	if (!notice.itemised) return 'notice_without_items';
	if (course.dueEnd !== null && judgedAt(notice) >= course.dueEnd) return 'notice_after_due';
	return reply.track.facts.some(fact => answers(fact, notice)) ? 'notice_after_answer' : null;
}

/** Resubmission in time ends the pause; after the line has lapsed it is a new application with a new period. */
function resubmit(reply: Reply, course: Course, act: Fact): void {
	const on = dayOf(judgedAt(act));
	if (course.excludedFor === 'lapsed') {
		begin(reply, act, judgedAt(act));
	} else if (course.phase === 'paused') {
		reply.pausedOn = null;
		if (reply.policy.materials === 'RESTART') course.restart(act, on);
		else course.resume(act, on);
	}
}

/** A resubmission that had arrived before the notice it answers was recorded: nobody is waited for any more. */
function answers(fact: Fact, notice: Fact): boolean {
	const answered = fact.type === 'request.material_resubmitted' && fact.occurredAt >= notice.occurredAt;
	return answered && dayOf(judgedAt(fact)) < dayOf(judgedAt(notice));
}

/** 补正逾期中止: a pause that outlasts the policy's working days takes the line out of the count. `by` null: for good. */
function lapse(reply: Reply, by: Day | null): void {
	if (reply.pausedOn === null || current(reply).phase !== 'paused') return;
	const last = workdaysAfter(reply.pausedOn, reply.policy.lapseAfter, reply.calendar);
	if (by !== null && by <= last) return;
	current(reply).exclude('lapsed', null, plusDays(last, 1));
	reply.pausedOn = null;
}

function settle(reply: Reply): void {
	const { early, line, track, doubts } = reply;
	if (early !== null) {
		const course = current(reply);
		doubts.push(stopBeforeStart(line, course.start.clock, early));
		if (!course.isClosed) course.excludeAll('stop_before_start', null);
	}
	const notices = track.facts.filter(fact => fact.type === 'request.extension_notified');
	for (const course of reply.courses) {
		const { closedOn } = course;
		if (course.extended === 0 || closedOn === null || course.endedBy === null) continue;
		if (!notices.some(notice => dayOf(judgedAt(notice)) <= closedOn)) {
			course.flag('extension_not_notified', null, closedOn);
		}
	}
}
