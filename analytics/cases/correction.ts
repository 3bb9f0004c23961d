import type { Calendar } from '#analytics/law/calendar.ts';
import { dayOf } from '#analytics/law/day.ts';
import type { Policy } from '#analytics/law/policy.ts';
import { ofType } from './acts.ts';
import type { Fact } from './fact.ts';
import { inOrder, judgedAt } from './order.ts';
import { simpleCourses } from './simple.ts';
import type { Found } from './trace.ts';

/** Correction (第二十六条第二款): verify, correct and feed back. A feedback that puts the correction off does not stop the clock. */
export function correctionCourses(
	line: string,
	facts: readonly Fact[],
	policies: readonly Policy[],
	calendar: Calendar,
): Found {
	const fedBack = ofType(facts, 'correction.fed_back');
	const found = simpleCourses({
		clock: 'correction',
		line,
		starts: ofType(facts, 'correction.received'),
		stops: fedBack.filter(fact => !fact.deferred),
		policies,
		calendar,
	});
	for (const act of inOrder(fedBack.filter(fact => fact.deferred))) {
		const course = found.courses.findLast(({ start }) => start.at <= judgedAt(act));
		const on = dayOf(judgedAt(act));
		if (course === undefined || course.phase === 'excluded') continue;
		if (course.closedOn === null || on <= course.closedOn) course.flag('correction_deferred', act, on);
	}
	return found;
}

/** Complaints and reports (第三十七条第二款 "按照规定及时处理"): a local period, or the moment promised to the complainant. */
export function complaintCourses(
	line: string,
	facts: readonly Fact[],
	policies: readonly Policy[],
	calendar: Calendar,
): Found {
	return simpleCourses({
		clock: 'local.complaint',
		line,
		starts: ofType(facts, 'complaint.received'),
		stops: ofType(facts, 'complaint.closed'),
		policies,
		calendar,
	});
}
