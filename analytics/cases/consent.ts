import type { Calendar } from '#analytics/law/calendar.ts';
import type { Policy } from '#analytics/law/policy.ts';
import { ofType } from './acts.ts';
import type { Fact } from './fact.ts';
import { isBefore, judgedAt } from './order.ts';
import { simpleCourses } from './simple.ts';
import type { Found } from './trace.ts';

/** The authority's decision on an extension asked for (第二十一条第一款, 口径④). A reply or a withdrawal leaves nothing to decide. */
export function consentCourses(
	line: string,
	facts: readonly Fact[],
	policies: readonly Policy[],
	calendar: Calendar,
): Found {
	const starts = ofType(facts, 'request.extension_requested');
	if (starts.length === 0) return { courses: [], doubts: [] };
	const decisions = ofType(facts, 'request.extension_decided');
	const ends = facts.filter(fact => fact.type === 'request.withdrawn' || isReply(fact));
	const after = starts.map(judgedAt).reduce((a, b) => Math.min(a, b));
	return simpleCourses({
		clock: 'local.extension',
		line,
		starts,
		stops: [...decisions, ...ends.filter(fact => !isBefore(fact, after))],
		policies,
		calendar,
		owedBy: start => ({
			department: start.authority ?? decider(start, decisions) ?? 'authority',
			counterparty: start.department,
		}),
	});
}

function isReply(fact: Fact): boolean {
	return fact.type === 'request.replied' && fact.forMaterials !== true;
}

/** Who decided on a request that does not name its authority. */
function decider(start: Fact, decisions: readonly Fact[]): string | undefined {
	const after = decisions.filter(each => !isBefore(each, judgedAt(start)));
	const first = after.reduce<Fact | null>((a, b) => (a === null || judgedAt(b) < judgedAt(a) ? b : a), null);
	return first?.department;
}
