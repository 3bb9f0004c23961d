import type { Course } from './course.ts';
import { notedOn, type Traced } from './trace.ts';

/** A course as the finished run of its number, with what happened on its way. */
export function finish(course: Course, run: number): Traced {
	if (isBeforeDecree(course)) course.excludeAll('pre_decree', null);
	const { clock, line, department, counterparty, sharing, region, catalogue, fact } = course.start;
	return {
		run: {
			clock,
			line,
			run,
			department,
			counterparty,
			region,
			catalogue,
			sharing,
			startedAt: course.start.from,
			startedOn: course.startedOn,
			startedBy: fact.id,
			endedBy: course.endedBy,
			statutoryDueOn: course.statutoryDueOn,
			promisedDueOn: course.promisedDueOn,
			spans: course.spans,
			extended: course.extended,
			paused: course.paused,
			noticedOn: course.noticedOn,
			outcome: course.outcome,
			defects: course.defects,
			defectDays: course.defects.map(defect => notedOn(course.acts, defect) ?? course.startedOn),
			backdated: [],
			excused: null,
			pleadedOn: null,
		},
		acts: course.acts,
		policy: course.policy,
	};
}

/** 第四十四条: a statutory clock that began before the Decree; where the policy goes by requests, any of an older request. */
function isBeforeDecree({ clock, policy, start, startedOn }: Course): boolean {
	if (!clock.statutory) return false;
	const { requestedOn } = start;
	const isOfOld = policy.regime === 'by_request' && requestedOn !== null && requestedOn < clock.inForce;
	return startedOn < clock.inForce || isOfOld;
}
