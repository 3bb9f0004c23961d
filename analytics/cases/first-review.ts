import type { Calendar } from '#analytics/law/calendar.ts';
import type { Policy } from '#analytics/law/policy.ts';
import { ofType } from './acts.ts';
import type { Fact } from './fact.ts';
import { simpleCourses } from './simple.ts';
import type { Found } from './trace.ts';

/**
 * Review of a catalogue submitted for the first time (第十六条第一款): the two working days of 第十七条第三款 are for updates
 * alone. What contradicts itself is told by the statutory review (catalogue.ts), which pairs the same acts.
 */
export function firstReviewCourses(
	line: string,
	facts: readonly Fact[],
	policies: readonly Policy[],
	calendar: Calendar,
): Found {
	const starts = ofType(facts, 'catalogue.submitted');
	if (!starts.some(fact => fact.initial)) return { courses: [], doubts: [] };
	const { courses } = simpleCourses({
		clock: 'local.catalogue.review',
		line,
		starts,
		stops: facts.filter(fact => fact.type === 'catalogue.published' || fact.type === 'catalogue.returned'),
		policies,
		calendar,
		owedBy: reviewer,
	});
	return { courses: courses.filter(({ start }) => start.fact.initial), doubts: [] };
}

/** The authority that reviews a submission: as named there, else the submission's other side. */
export function reviewer({ department, counterparty, authority }: Fact) {
	return { department: authority ?? counterparty ?? 'authority', counterparty: department };
}
