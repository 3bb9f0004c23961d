import type { Calendar } from '#analytics/law/calendar.ts';
import { dayOf } from '#analytics/law/day.ts';
import { type Policy, policyOn } from '#analytics/law/policy.ts';
import { ofType, sorted } from './acts.ts';
import { Course } from './course.ts';
import { discoveredLater } from './doubts.ts';
import type { Fact } from './fact.ts';
import { byTime, judgedAt } from './order.ts';
import { stop } from './stop.ts';
import { begunBy, type Found } from './trace.ts';

/** Raising a correction promptly (第二十六条第二款): from what the demander says it found, to the request that reached the provider. */
export function discoveryCourses(
	line: string,
	facts: readonly Fact[],
	policies: readonly Policy[],
	calendar: Calendar,
): Found {
	const found: Found = { courses: [], doubts: [] };
	const told = new Set<string>();
	for (const fact of sorted(ofType(facts, 'correction.received'), byTime)) {
		const { discoveredAt, counterparty, department } = fact;
		const key = `${discoveredAt} ${counterparty}`;
		if (discoveredAt === undefined || counterparty === undefined || told.has(key)) continue;
		told.add(key);
		if (dayOf(discoveredAt) > dayOf(judgedAt(fact))) {
			found.doubts.push(discoveredLater(line, fact));
			continue;
		}
		const at = Math.min(discoveredAt, judgedAt(fact));
		const owed = { department: counterparty, counterparty: department };
		const start = begunBy(fact, at, { clock: 'local.correction.raise', line, ...owed });
		const course = new Course(start, policyOn(policies, dayOf(at)), calendar);
		stop(course, fact);
		found.courses.push(course);
	}
	return found;
}
