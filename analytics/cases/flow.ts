import type { Calendar } from '#analytics/law/calendar.ts';
import { type Day, dayOf, endOf, type Instant, startOf } from '#analytics/law/day.ts';
import { type Policy, policyOn } from '#analytics/law/policy.ts';
import { Course } from './course.ts';
import type { Fact } from './fact.ts';
import { byTime, judgedAt } from './order.ts';
import { begunBy, type Found } from './trace.ts';

/**
 * Return flow (第二十四条第一款): every batch is due on the day agreed for it, named by the batch itself. It runs from the
 * first word of the batch, at the latest from 00:00 of its due day, and ends when the batch arrived, as recorded.
 */
export function flowCourses(
	line: string,
	facts: readonly Fact[],
	policies: readonly Policy[],
	calendar: Calendar,
): Found {
	const batches = new Map<string, [due: Day, told: Fact[]]>();
	for (const fact of facts.filter(each => each.type === 'return.batch').sort(byTime)) {
		if (fact.on === undefined) continue;
		const key = `${fact.on} ${fact.catalogue ?? ''} ${fact.department}`;
		const batch = batches.get(key) ?? [fact.on, []];
		batch[1].push(fact);
		batches.set(key, batch);
	}
	const courses = [...batches.values()].map(([due, told]) => batchCourse(line, due, told, policies, calendar));
	return { courses: courses.sort((a, b) => a.start.at - b.start.at), doubts: [] };
}

function batchCourse(line: string, due: Day, told: Fact[], policies: readonly Policy[], calendar: Calendar): Course {
	const [fact] = told as [Fact, ...Fact[]];
	const at = told.reduce((earliest, each) => Math.min(earliest, judgedAt(each)), startOf(due));
	const { department, counterparty } = fact;
	const start = begunBy(fact, at, { clock: 'local.return', line, department, counterparty });
	const course = new Course({ ...start, promised: endOf(due) }, policyOn(policies, dayOf(at)), calendar);
	const arrived = told
		.filter(each => each.arrivedAt !== undefined)
		.sort((a, b) => arrivalOf(a) - arrivalOf(b) || byTime(a, b))[0];
	if (arrived === undefined) return course;
	if (arrived.incomplete) course.flag('batch_incomplete', arrived, dayOf(arrivalOf(arrived)));
	course.end(arrived, arrivalOf(arrived));
	return course;
}

/** When a batch counts as arrived: no earlier than its platform recorded it (口径⑤). */
function arrivalOf(fact: Fact): Instant {
	return Math.max(fact.arrivedAt ?? 0, fact.recordedAt);
}
