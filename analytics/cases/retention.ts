import type { Calendar } from '#analytics/law/calendar.ts';
import { dayOf, startOf } from '#analytics/law/day.ts';
import { type Policy, policyOn } from '#analytics/law/policy.ts';
import { ofType, sorted } from './acts.ts';
import { Course } from './course.ts';
import type { Fact } from './fact.ts';
import { byTime } from './order.ts';
import { begunBy, type Found } from './trace.ts';

/** Retention of use records (第二十九条第二款): a floor. Each record runs for itself; one to be destroyed too early ends short. */
export function retentionCourses(
	line: string,
	facts: readonly Fact[],
	policies: readonly Policy[],
	calendar: Calendar,
): Found {
	const records = sorted(ofType(facts, 'use.recorded'), byTime);
	const courses = records.map(fact => {
		const { department, counterparty, occurredAt: at } = fact;
		const start = begunBy(fact, at, { clock: 'retention', line, department, counterparty });
		const course = new Course(start, policyOn(policies, dayOf(at)), calendar);
		if (fact.incomplete) course.flag('record_incomplete', fact, dayOf(at));
		if (fact.on !== undefined && course.statutoryDueOn !== null && fact.on < course.statutoryDueOn) {
			course.flag('retention_short', fact, dayOf(at));
			course.end(fact, startOf(fact.on));
		}
		return course;
	});
	return { courses, doubts: [] };
}
