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
import type { EventType } from './vocabulary.ts';

/** The delivery clocks (第二十二条) of one line at one provider, while its acts are taken one after another. */
type Delivery = {
	line: string;
	track: Track;
	policies: readonly Policy[];
	calendar: Calendar;
	courses: Course[];
	/** Whether the request is still asked for; again: withdrawn and received once more since the last agreement. */
	asked: 'yes' | 'withdrawn' | 'again';
	/** Deliveries and rejections taken before the agreement; on its own day they may still follow it. */
	waiting: Fact[];
	/** A delivery recorded before the agreement. */
	early: Fact | null;
	/** The last act that ended the clock was a delivery. */
	provided: boolean;
};

/**
 * Follows the delivery clock of one line at one provider: from the agreeing reply, as recorded, to the data's being
 * available. It has neither extension nor pause. An agreement to a withdrawn request obliges to nothing.
 */
export function deliveryCourses(line: string, track: Track, policies: readonly Policy[], calendar: Calendar): Found {
	const delivery: Delivery = {
		...{ line, track, policies, calendar },
		...{ courses: [], asked: 'yes', waiting: [], early: null, provided: false },
	};
	for (const act of inOrder(track.facts)) takes[act.type]?.(delivery, delivery.courses.at(-1), act);
	const { courses, early } = delivery;
	const [first] = courses;
	if (early === null || first === undefined) return { courses, doubts: [] };
	if (!first.isClosed) first.excludeAll('stop_before_start', null);
	return { courses, doubts: [stopBeforeStart(line, 'delivery', early)] };
}

const takes: Partial<Record<EventType, (delivery: Delivery, course: Course | undefined, act: Fact) => void>> = {
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
		else if (!course.isClosed) provide(delivery, course, act);
	},
	'delivery.rejected': (delivery, course, act) => {
		if (course === undefined) delivery.waiting.push(act);
		else if (delivery.provided && voids(delivery, course, act)) {
			delivery.provided = false;
			course.reopen(act, dayOf(judgedAt(act)), false);
		}
	},
};

/** Whether a reply agrees to share a line: an agreement in part names the lines it agrees to. */
function agrees(act: Fact, line: string): boolean {
	if (act.type !== 'request.replied' || act.outcome === 'refuse') return false;
	return act.line !== '' || act.agreedLines === undefined || act.agreedLines.includes(line);
}

function begin(delivery: Delivery, agreed: Fact): void {
	const { line, track, calendar, waiting } = delivery;
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
	delivery.courses.push(course);
	delivery.asked = 'yes';
	delivery.provided = false;
	for (const act of waiting.splice(0)) takes[act.type]?.(delivery, course, act);
}

function provide(delivery: Delivery, course: Course, act: Fact): void {
	if (isBefore(act, course.start.at)) {
		delivery.early = act;
		return;
	}
	stop(course, act);
	delivery.provided = true;
}

/** A rejection with its reason, within the working days of the policy, makes the delivery void. */
function voids(delivery: Delivery, course: Course, act: Fact): boolean {
	const { closedOn } = course;
	if (course.phase !== 'ended' || closedOn === null || !act.reasoned) return false;
	const { rejectionWithin } = policyOn(delivery.policies, course.startedOn);
	return course.workdays(closedOn, dayOf(judgedAt(act))) <= rejectionWithin;
}
