import type { Calendar } from '#analytics/law/calendar.ts';
import { type Day, dayOf } from '#analytics/law/day.ts';
import type { Policy } from '#analytics/law/policy.ts';
import { flagContent } from './content.ts';
import type { Course } from './course.ts';
import { deliveryCourses } from './delivery.ts';
import { startMissing } from './doubts.ts';
import type { Fact } from './fact.ts';
import { judgedAt } from './order.ts';
import { replyCourses } from './reply.ts';
import { simpleCourses } from './simple.ts';
import type { Found } from './trace.ts';
import { type Track, tracksOf } from './tracks.ts';

/** Reply and delivery clocks of one line of a request, provider by provider: two clocks, two breaches (第二十一条, 第二十二条). */
export function requestCourses(
	line: string,
	facts: readonly Fact[],
	policies: readonly Policy[],
	calendar: Calendar,
): Found {
	const { tracks, doubts } = tracksOf(line, facts);
	const requestedOn = firstReceipt(facts);
	const replies = tracks.map((track, n) => {
		const noticed = tracks.slice(0, n).some(before => before.department === track.department && gaveNotice(before));
		return replyCourses({ line, track, noticed, requestedOn, policies, calendar });
	});
	const informed = tracks
		.filter(({ sharing }) => sharing === 'none')
		.map(track => unsharedCourses(line, track, policies, calendar));
	const deliveries = tracks.map(track => deliveryCourses({ line, track, requestedOn, policies, calendar }));
	flagContent([...replies, ...informed], facts, calendar);
	const replied = facts.some(fact => fact.type === 'request.replied');
	const provided = facts.find(fact => fact.type === 'delivery.provided' && (fact.line === line || !replied));
	if (provided !== undefined && deliveries.every(({ courses }) => courses.length === 0)) {
		deliveries.push({ courses: [], doubts: [startMissing(line, 'delivery', provided)] });
	}
	const courses: Course[] = [];
	for (const found of [...replies, ...informed, ...deliveries]) {
		courses.push(...found.courses);
		doubts.push(...found.doubts);
	}
	return { courses, doubts };
}

/** The day on which the request was first received, wherever; null where no receipt is known. */
function firstReceipt(facts: readonly Fact[]): Day | null {
	let first = Number.POSITIVE_INFINITY;
	for (const fact of facts) if (fact.type === 'request.received') first = Math.min(first, judgedAt(fact));
	return first === Number.POSITIVE_INFINITY ? null : dayOf(first);
}

/** A request for data that are not shared has no statutory period (口径⑨): a local clock tells how long the answer took. */
function unsharedCourses(line: string, track: Track, policies: readonly Policy[], calendar: Calendar): Found {
	const { courses } = simpleCourses({
		clock: 'local.reply.none',
		line,
		starts: track.facts.filter(fact => fact.type === 'request.received'),
		stops: track.facts.filter(isAnswer),
		policies,
		calendar,
		owedBy: () => ({ department: track.department, counterparty: track.counterparty }),
	});
	return { courses, doubts: [] };
}

function isAnswer(fact: Fact): boolean {
	return fact.type === 'request.withdrawn' || (fact.type === 'request.replied' && fact.forMaterials !== true);
}

function gaveNotice(track: Track): boolean {
	return track.facts.some(fact => fact.type === 'request.material_notice');
}
