import type { Calendar } from '#analytics/law/calendar.ts';
import type { Policy } from '#analytics/law/policy.ts';
import { deliveryCourses } from './delivery.ts';
import { startMissing } from './doubts.ts';
import type { Fact } from './fact.ts';
import { replyCourses } from './reply.ts';
import type { Found } from './trace.ts';
import { type Track, tracksOf } from './tracks.ts';

/** Reply and delivery clocks of one line of a request, provider by provider: two clocks, two breaches (第二十一条, 第二十二条). */
export function requestCourses(line: string, facts: Fact[], policies: readonly Policy[], calendar: Calendar): Found {
	const { tracks, doubts } = tracksOf(line, facts);
	const replies = tracks.map((track, n) => {
		const noticed = tracks.slice(0, n).some(before => before.department === track.department && gaveNotice(before));
		return replyCourses({ line, track, noticed, policies, calendar });
	});
	const deliveries = tracks.map(track => deliveryCourses(line, track, policies, calendar));
	const found = [...replies, ...deliveries];
	const replied = facts.some(fact => fact.type === 'request.replied');
	const provided = facts.find(fact => fact.type === 'delivery.provided' && (fact.line === line || !replied));
	const unstarted = provided !== undefined && deliveries.every(({ courses }) => courses.length === 0);
	return {
		courses: found.flatMap(({ courses }) => courses),
		doubts: [
			...doubts,
			...found.flatMap(each => each.doubts),
			...(unstarted ? [startMissing(line, 'delivery', provided)] : []),
		],
	};
}

function gaveNotice(track: Track): boolean {
	return track.facts.some(fact => fact.type === 'request.material_notice');
}
