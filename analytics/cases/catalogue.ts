import type { Calendar } from '#analytics/law/calendar.ts';
import { dayOf, type Instant, startOf } from '#analytics/law/day.ts';
import { type Policy, policyOn } from '#analytics/law/policy.ts';
import { ofType, sorted } from './acts.ts';
import { Course } from './course.ts';
import { startMissing, stopBeforeStart } from './doubts.ts';
import { doubtsOf, extend, isGood } from './extension.ts';
import type { Fact } from './fact.ts';
import { reviewer } from './first-review.ts';
import { byTime, inOrder, judgedAt } from './order.ts';
import type { Doubt } from './run.ts';
import { simpleCourses } from './simple.ts';
import { stop } from './stop.ts';
import { begunBy, type Found } from './trace.ts';

/** Catalogue clocks (第十七条): the department's update, and the authority's review of each submission. */
export function catalogueCourses(
	line: string,
	facts: readonly Fact[],
	policies: readonly Policy[],
	calendar: Calendar,
): Found {
	const updates = facts.filter(fact => fact.type !== 'catalogue.submitted' || !fact.initial);
	const update = updateCourses(line, updates, policies, calendar);
	const review = simpleCourses({
		clock: 'catalogue.review',
		line,
		starts: ofType(facts, 'catalogue.submitted'),
		stops: facts.filter(fact => fact.type === 'catalogue.published' || fact.type === 'catalogue.returned'),
		policies,
		calendar,
		owedBy: reviewer,
	});
	const reviews = review.courses.filter(course => course.start.fact.initial !== true);
	return { courses: [...update.courses, ...reviews], doubts: [...update.doubts, ...review.doubts] };
}

/**
 * Update (第十七条第二款): returned submissions reopen it for the days not yet used; the authority's time does not count. A
 * change reported before it takes effect may be answered early.
 */
function updateCourses(line: string, facts: readonly Fact[], policies: readonly Policy[], calendar: Calendar): Found {
	const triggers = [...sorted(ofType(facts, 'catalogue.triggered'), byStart)];
	const submissions = ofType(facts, 'catalogue.submitted');
	if (triggers.length === 0) {
		return { courses: [], doubts: submissions.slice(0, 1).map(act => startMissing(line, 'catalogue.update', act)) };
	}
	const courses: Course[] = [];
	const doubts: Doubt[] = [];
	const isIdle = () => courses.at(-1)?.isClosed !== false;
	const openUpTo = (moment: Instant, isEarly = false) => {
		for (let next = triggers[0]; next !== undefined; next = triggers[0]) {
			if (startOfTrigger(next) > moment && !(isEarly && isIdle() && next.occurredAt <= moment)) return;
			triggers.shift();
			if (isIdle()) courses.push(begin(line, next, policies, calendar));
		}
	};
	let early: Fact | null = null;
	for (const act of inOrder(facts)) {
		openUpTo(judgedAt(act), act.type === 'catalogue.submitted');
		const course = courses.at(-1);
		if (course !== undefined) doubts.push(...take(course, act));
		else if (act.type === 'catalogue.submitted') early = act;
	}
	openUpTo(Number.POSITIVE_INFINITY);
	if (early !== null && courses[0] !== undefined) {
		doubts.push(stopBeforeStart(line, 'catalogue.update', early));
		if (!courses[0].isClosed) courses[0].excludeAll('stop_before_start', null);
	}
	return { courses, doubts };
}

function take(course: Course, act: Fact): Doubt[] {
	if (act.type === 'catalogue.extended') {
		if (isGood(course, act)) extend(course, act);
		return doubtsOf(course, act);
	}
	if (act.type === 'catalogue.submitted' && !course.isClosed) stop(course, act);
	if (act.type === 'catalogue.returned' && course.phase === 'ended') {
		if (course.policy.returnedCatalogue === 'first_submission') course.remark(act, 'first_submission');
		else course.reopen(act, dayOf(judgedAt(act)), true);
	}
	return [];
}

function begin(line: string, trigger: Fact, policies: readonly Policy[], calendar: Calendar): Course {
	const at = startOfTrigger(trigger);
	const found = trigger.foundByAuthority === true && trigger.counterparty !== undefined;
	const department = found ? (trigger.counterparty as string) : trigger.department;
	const counterparty = found ? trigger.department : trigger.counterparty;
	const start = begunBy(trigger, at, { clock: 'catalogue.update', line, department, counterparty });
	const course = new Course(start, policyOn(policies, dayOf(at)), calendar);
	if (trigger.foundByAuthority) course.flag('not_self_reported', trigger, dayOf(at));
	return course;
}

/** 调整、变化发生之日: the date given, else the day of the event. */
function startOfTrigger(trigger: Fact): Instant {
	return trigger.on === undefined ? trigger.occurredAt : startOf(trigger.on);
}

function byStart(a: Fact, b: Fact): number {
	return startOfTrigger(a) - startOfTrigger(b) || byTime(a, b);
}
