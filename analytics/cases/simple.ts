import type { Calendar } from '#analytics/law/calendar.ts';
import { type ClockName, clocks } from '#analytics/law/clocks.ts';
import { dayOf } from '#analytics/law/day.ts';
import { type Policy, policyOn } from '#analytics/law/policy.ts';
import { Course } from './course.ts';
import { startMissing, stopBeforeStart } from './doubts.ts';
import { byRecord } from './evidence.ts';
import type { Fact } from './fact.ts';
import { receiptOf } from './receipt.ts';
import { type Round, roundsOf } from './rounds.ts';
import type { Doubt } from './run.ts';
import { stop } from './stop.ts';
import type { Found, Start } from './trace.ts';

type Simple = {
	clock: ClockName;
	line: string;
	starts: readonly Fact[];
	stops: readonly Fact[];
	policies: readonly Policy[];
	calendar: Calendar;
	/** Who owes the act; default: the department of the start. */
	owedBy?: (start: Fact) => { department: string; counterparty: string | null };
};

/** Clocks that only start and stop: no extension, no pause, no withdrawal. */
export function simpleCourses(simple: Simple): Found {
	const { clock, line, starts, stops } = simple;
	if (starts.length === 0) return { courses: [], doubts: stops.slice(0, 1).map(act => startMissing(line, clock, act)) };
	const doubts: Doubt[] = [];
	const courses = roundsOf(starts.map(byRecord), stops).map(round => {
		const course = begin(simple, round);
		if (round.stop !== null) stop(course, round.stop);
		if (round.early !== null) {
			course.excludeAll('stop_before_start', null);
			doubts.push(stopBeforeStart(line, clock, round.early));
		}
		return course;
	});
	return { courses, doubts };
}

function begin({ clock, line, policies, calendar, owedBy }: Simple, { start, at }: Round): Course {
	const { department, counterparty = null } = owedBy?.(start) ?? start;
	const { sharing = null, region = null, catalogue = null, dueAt: promised } = start;
	const policy = policyOn(policies, dayOf(at));
	const from = (clocks[clock].statutory ? receiptOf(start, at, policy, calendar)?.at : null) ?? at;
	const begun: Start = {
		clock,
		line,
		fact: start,
		at,
		from,
		department,
		counterparty,
		sharing,
		region,
		catalogue,
		promised,
		requestedOn: null,
	};
	return new Course(begun, policy, calendar);
}
