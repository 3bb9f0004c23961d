import type { Calendar } from '#analytics/law/calendar.ts';
import type { Policy } from '#analytics/law/policy.ts';
import { debtorMissing } from './doubts.ts';
import type { Fact } from './fact.ts';
import { simpleCourses } from './simple.ts';
import type { Found } from './trace.ts';

/** Disposal of shared data as the provider requires (第二十七条第一款): by the provider's date, else the local period. */
export function disposalCourses(
	line: string,
	facts: readonly Fact[],
	policies: readonly Policy[],
	calendar: Calendar,
): Found {
	const stops = facts.filter(fact => fact.type === 'disposal.done');
	const required = facts.filter(fact => fact.type === 'disposal.required');
	const debtor = (fact: Fact) => fact.counterparty ?? stops[0]?.department;
	const starts = required.filter(fact => debtor(fact) !== undefined);
	const doubts = required.filter(fact => !starts.includes(fact)).map(fact => debtorMissing(line, fact));
	if (starts.length === 0) return { courses: [], doubts };
	const found = simpleCourses({
		clock: 'local.disposal',
		line,
		starts,
		stops,
		policies,
		calendar,
		owedBy: start => ({ department: debtor(start) ?? start.department, counterparty: start.department }),
	});
	return { courses: found.courses, doubts: [...doubts, ...found.doubts] };
}
