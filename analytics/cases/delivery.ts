import type { Calendar } from '#analytics/law/calendar.ts';
import { type Day, dayOf } from '#analytics/law/day.ts';
import { type Policy, policyOn } from '#analytics/law/policy.ts';
import { Course } from './course.ts';
import { stopBeforeStart } from './doubts.ts';
import { byType } from './event.ts';
import type { Fact } from './fact.ts';
import { Handover } from './handover.ts';
import { isBefore, judgedAt } from './order.ts';
import { leave } from './stop.ts';
import type { Found, Start } from './trace.ts';
import type { Track } from './tracks.ts';

/** What the delivery clocks of one line at one provider are followed from. */
type Given = {
	line: string;
	track: Track;
	/** Its acts in the order in which they count. */
	acts: readonly Fact[];
	/** The day on which the request was first received. */
	requestedOn: Day | null;
	policies: readonly Policy[];
	calendar: Calendar;
};

/** The delivery clocks (第二十二条) of one line at one provider, while its acts are taken one after another. */
type Delivery = Given & {
	courses: Course[];
	/** Whether the request is still asked for; again: withdrawn and received once more since the last agreement. */
	asked: 'yes' | 'withdrawn' | 'again';
	/** Acts of the handover taken before the agreement; on its own day they may still follow it. */
	waiting: Fact[];
	/** A delivery recorded before the agreement. */
	early: Fact | null;
	/** What was handed over in the run at hand. */
	handover: Handover;
};

/**
 * Follows the delivery clock of one line at one provider: from the agreeing reply, as recorded, to the data's being
 * available. It has neither extension nor pause. An agreement to a withdrawn request obliges to nothing.
 */
export function deliveryCourses(given: Given): Found {
	const { line, track, acts, requestedOn, policies, calendar } = given;
	const delivery: Delivery = {
		line,
		track,
		acts,
		requestedOn,
		policies,
		calendar,
		courses: [],
		asked: 'yes',
		waiting: [],
		early: null,
		handover: new Handover(),
	};
	for (const act of acts) takes.get(act.type)?.(delivery, delivery.courses.at(-1), act);
	const { courses, early } = delivery;
	const [first] = courses;
	if (early === null || first === undefined) return { courses, doubts: [] };
	if (!first.isClosed) first.excludeAll('stop_before_start', null);
	return { courses, doubts: [stopBeforeStart(line, 'delivery', early)] };
}

const takes = byType<(delivery: Delivery, course: Course | undefined, act: Fact) => void>({
	'request.received': (delivery, _, act) => {
		if (delivery.asked === 'withdrawn' && act !== delivery.track.opened) delivery.asked = 'again';
	},
	'request.withdrawn': (delivery, course, act) => {
		delivery.asked = 'withdrawn';
		if (course !== undefined && !course.isClosed) leave(course, act, 'withdrawn');
	},
	'request.replied': (delivery, course, act) => {
		if (!agrees(act, delivery.line) || delivery.asked === 'withdrawn') return;
		if (course === undefined || delivery.asked === 'again') begin(delivery, act);
	},
	'delivery.provided': (delivery, course, act) => {
		if (course === undefined) delivery.waiting.push(act);
		else if (!isBefore(act, course.start.at)) delivery.handover.provide(course, act);
		else if (!course.isClosed) delivery.early = act;
	},
	'delivery.rejected': (delivery, course, act) => {
		if (course === undefined) delivery.waiting.push(act);
		else if (delivery.asked === 'yes') delivery.handover.reject(course, act);
	},
	'delivery.rejection_decided': (delivery, course, act) => {
		if (course === undefined) delivery.waiting.push(act);
		else if (delivery.asked === 'yes' || !act.upheld) delivery.handover.decide(course, act);
	},
});

/** Whether a reply agrees to share a line: an agreement in part names the lines it agrees to. */
function agrees(act: Fact, line: string): boolean {
	if (act.type !== 'request.replied' || act.outcome === 'refuse') return false;
	return act.line !== '' || act.agreedLines === undefined || act.agreedLines.includes(line);
}

function begin(delivery: Delivery, agreed: Fact): void {
	const { line, track, policies, calendar, waiting, requestedOn } = delivery;
	const at = judgedAt(agreed);
	const { department, sharing, opened } = track;
	const counterparty = agreed.counterparty ?? track.counterparty;
	const region = agreed.region ?? opened?.region ?? null;
	const catalogue = agreed.catalogue ?? opened?.catalogue ?? null;
	const start: Start = {
		clock: 'delivery',
		line,
		fact: agreed,
		at,
		from: at,
		department,
		counterparty,
		sharing,
		region,
		catalogue,
		promised: undefined,
		requestedOn,
	};
	const course = new Course(start, policyOn(policies, dayOf(at)), calendar);
	delivery.courses.push(course);
	delivery.asked = 'yes';
	delivery.handover = new Handover();
	delivery.waiting = [];
	for (const act of waiting) takes.get(act.type)?.(delivery, course, act);
}
