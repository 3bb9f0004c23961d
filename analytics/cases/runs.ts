import type { Calendar } from '#analytics/law/calendar.ts';
import type { Policy } from '#analytics/law/policy.ts';
import { catalogueCourses } from './catalogue.ts';
import { consentCourses } from './consent.ts';
import { complaintCourses, correctionCourses } from './correction.ts';
import type { Course } from './course.ts';
import { designationCourses } from './designation.ts';
import { discoveryCourses } from './discovery.ts';
import { disposalCourses } from './disposal.ts';
import { disputeCourses } from './dispute.ts';
import { withEvidence } from './evidence.ts';
import type { Fact } from './fact.ts';
import { finish } from './finish.ts';
import { firstReviewCourses } from './first-review.ts';
import { flowCourses } from './flow.ts';
import type { CaseState } from './fold.ts';
import { incidentCourses } from './incident.ts';
import { withPleas } from './justification.ts';
import { concernsLine } from './lines.ts';
import { told } from './of-record.ts';
import { requestCourses } from './request.ts';
import { retentionCourses } from './retention.ts';
import type { Doubt, Run } from './run.ts';
import { filingCourses, rectificationCourses } from './service.ts';
import { add, type Found, type Traced } from './trace.ts';
import { type EventType, eventTypes } from './vocabulary.ts';

/** A family of clocks: the first words of its events, and how their acts come to courses. */
type Family = (line: string, facts: readonly Fact[], policies: readonly Policy[], calendar: Calendar) => Found;

const families: [words: string[], family: Family][] = [
	[['request', 'delivery'], together(requestCourses, consentCourses)],
	[['correction'], together(correctionCourses, discoveryCourses)],
	[['catalogue'], together(catalogueCourses, firstReviewCourses, designationCourses)],
	[['use'], retentionCourses],
	[['complaint'], complaintCourses],
	[['disposal'], disposalCourses],
	[['service'], together(rectificationCourses, filingCourses)],
	[['return'], flowCourses],
	[['dispute'], disputeCourses],
	[['security'], incidentCourses],
];

/** Several families that follow the same acts. */
function together(...members: Family[]): Family {
	return (line, facts, policies, calendar) => {
		const found: Found = { courses: [], doubts: [] };
		for (const family of members) add(found, family(line, facts, policies, calendar));
		return found;
	};
}

const familyOf: ReadonlyMap<EventType, Family> = new Map(
	eventTypes.flatMap(type => {
		const found = families.find(([words]) => words.includes(type.slice(0, type.indexOf('.'))));
		return found === undefined ? [] : [[type, found[1]]];
	}),
);

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
	const { facts, lines, doubts } = told(state);
	const found: Found = { courses: [], doubts: [...doubts] };
	for (const line of lines) {
		const own = lines.length === 1 ? facts : facts.filter(fact => concernsLine(fact, line));
		const only = onlyFamily(own);
		if (only !== null) add(found, only(line, own, policies, calendar));
		else for (const [family, acts] of byFamily(own)) add(found, family(line, acts, policies, calendar));
	}
	return { traced: withPleas(numbered(found.courses), state), doubts: found.doubts };
}

/** The family that all the facts of a line are acts of, as nearly always; null where there is none, or more than one. */
function onlyFamily(facts: readonly Fact[]): Family | null {
	const [first] = facts;
	const family = first === undefined ? undefined : familyOf.get(first.type);
	return family !== undefined && facts.every(({ type }) => familyOf.get(type) === family) ? family : null;
}

/** The families that have acts among the facts of a line, and these. */
function byFamily(facts: readonly Fact[]): (readonly [Family, readonly Fact[]])[] {
	return families
		.map(([, family]) => [family, facts.filter(({ type }) => familyOf.get(type) === family)] as const)
		.filter(([, acts]) => acts.length > 0);
}

function numbered(courses: Course[]): Traced[] {
	return courses.map(({ start: { clock, line } }, n) => {
		let run = 1;
		for (let at = 0; at < n; at++) {
			const before = courses[at] as Course;
			if (before.start.clock === clock && before.start.line === line) run++;
		}
		return withEvidence(finish(courses[n] as Course, run));
	});
}
