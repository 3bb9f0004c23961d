import type { Calendar } from '#analytics/law/calendar.ts';
import type { Policy } from '#analytics/law/policy.ts';
import type { Fact } from './fact.ts';
import { reviewer } from './first-review.ts';
import { isBefore, judgedAt } from './order.ts';
import { simpleCourses } from './simple.ts';
import type { Found } from './trace.ts';

/** Naming the source department of data that several collect (第十九条第二款). What the authority names unasked ends nothing. */
export function designationCourses(
	line: string,
	facts: readonly Fact[],
	policies: readonly Policy[],
	calendar: Calendar,
): Found {
	const starts = facts.filter(fact => fact.type === 'catalogue.designation_requested');
	if (starts.length === 0) return { courses: [], doubts: [] };
	const first = starts.map(judgedAt).reduce((a, b) => Math.min(a, b));
	const stops = facts.filter(fact => fact.type === 'catalogue.source_designated' && !isBefore(fact, first));
	return simpleCourses({ clock: 'local.designation', line, starts, stops, policies, calendar, owedBy: reviewer });
}
