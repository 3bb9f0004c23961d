import type { Calendar } from '#analytics/law/calendar.ts';
import type { Policy } from '#analytics/law/policy.ts';
import { catalogueCourses } from './catalogue.ts';
import { complaintCourses, correctionCourses } from './correction.ts';
import type { Course } from './course.ts';
import { judged, withEvidence } from './evidence.ts';
import type { Fact } from './fact.ts';
import { finish } from './finish.ts';
import type { CaseState } from './fold.ts';
import { concernsLine } from './lines.ts';
import { ofRecord } from './of-record.ts';
import { requestCourses } from './request.ts';
import { retentionCourses } from './retention.ts';
import type { Doubt, Run } from './run.ts';
import type { Found, Traced } from './trace.ts';

/** A family of clocks: the first word of its events, and how their acts come to courses. */
type Family = (line: string, facts: Fact[], policies: readonly Policy[], calendar: Calendar) => Found;

const families: [prefixes: string[], family: Family][] = [
	[['request.', 'delivery.'], requestCourses],
	[['correction.'], correctionCourses],
	[['catalogue.'], catalogueCourses],
	[['use.'], retentionCourses],
	[['complaint.'], complaintCourses],
];

/**
 * The clock runs of a case and what a person must look at, from its folded facts.
 * @param policies versions of the readings that the Decree leaves open; at least one
 */
export function runs(
	state: CaseState,
	policies: readonly Policy[],
	calendar: Calendar,
): { runs: Run[]; doubts: Doubt[] } {
	const { traced, doubts } = trace(state, policies, calendar);
	return { runs: traced.map(({ run }) => run), doubts };
}

/** The same with what happened on the way, for explanations. */
export function trace(
	state: CaseState,
	policies: readonly Policy[],
	calendar: Calendar,
): { traced: Traced[]; doubts: Doubt[] } {
	const { facts, lines, doubts: told } = ofRecord(judged(state), state.record);
	const courses: Course[] = [];
	const doubts: Doubt[] = [...told];
	for (const line of lines) {
		const own = facts.filter(fact => concernsLine(fact, line));
		for (const [prefixes, family] of families) {
			const acts = own.filter(fact => prefixes.some(prefix => fact.type.startsWith(prefix)));
			if (acts.length === 0) continue;
			const found = family(line, acts, policies, calendar);
			courses.push(...found.courses);
			doubts.push(...found.doubts);
		}
	}
	return { traced: numbered(courses), doubts };
}

function numbered(courses: Course[]): Traced[] {
	const counts = new Map<string, number>();
	return courses.map(course => {
		const key = `${course.start.clock} ${course.start.line}`;
		const run = (counts.get(key) ?? 0) + 1;
		counts.set(key, run);
		return withEvidence(finish(course, run));
	});
}
