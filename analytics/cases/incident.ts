import type { Calendar } from '#analytics/law/calendar.ts';
import { dayOf } from '#analytics/law/day.ts';
import type { Policy } from '#analytics/law/policy.ts';
import type { Fact } from './fact.ts';
import { simpleCourses } from './simple.ts';
import type { Found } from './trace.ts';

/** Reporting a security incident of 较大 or above (第三十五条第三款): in hours from its discovery, through nights and holidays. */
export function incidentCourses(
	line: string,
	facts: readonly Fact[],
	policies: readonly Policy[],
	calendar: Calendar,
): Found {
	const starts = facts.filter(fact => fact.type === 'security.discovered' && fact.dueAt !== undefined);
	if (starts.length === 0) return { courses: [], doubts: [] };
	const stops = facts.filter(fact => fact.type === 'security.reported');
	const found = simpleCourses({ clock: 'local.security.report', line, starts, stops, policies, calendar });
	for (const course of found.courses) {
		if (course.start.fact.ofProvider) course.flag('incident_of_provider', course.start.fact, dayOf(course.start.at));
	}
	return found;
}
