import type { Calendar } from '#analytics/law/calendar.ts';
import { type Day, dayOf } from '#analytics/law/day.ts';
import type { Policy } from '#analytics/law/policy.ts';
import { hasType, ofType } from './acts.ts';
import { flagContent } from './content.ts';
import { deliveryCourses } from './delivery.ts';
import { startMissing } from './doubts.ts';
import type { Fact } from './fact.ts';
import { inOrder, judgedAt } from './order.ts';
import { replyCourses } from './reply.ts';
import { simpleCourses } from './simple.ts';
import { add, type Found } from './trace.ts';
import { type Track, tracksOf } from './tracks.ts';

/** Reply and delivery clocks of one line of a request, provider by provider: two clocks, two breaches (第二十一条, 第二十二条). */
export function requestCourses(
	line: string,
	facts: readonly Fact[],
	policies: readonly Policy[],
	calendar: Calendar,
): Found {
	const { tracks, doubts } = tracksOf(line, facts);
	const acts = tracks.map(track => inOrder(track.facts));
	const requestedOn = firstReceipt(facts);
	const found: Found = { courses: [], doubts };
	tracks.forEach((track, n) => {
		const noticed = tracks.some((each, at) => at < n && each.department === track.department && gaveNotice(each));
		add(found, replyCourses({ line, track, acts: acts[n] ?? [], noticed, requestedOn, policies, calendar }));
	});
	for (const track of tracks)
		if (track.sharing === 'none') add(found, unsharedCourses(line, track, policies, calendar));
	flagContent(found.courses, facts, calendar);
	const replies = found.courses.length;
	tracks.forEach((track, n) => {
		add(found, deliveryCourses({ line, track, acts: acts[n] ?? [], requestedOn, policies, calendar }));
	});
	if (found.courses.length > replies) return found;
	const replied = hasType(facts, 'request.replied');
	const provided = ofType(facts, 'delivery.provided').find(fact => fact.line === line || !replied);
	if (provided !== undefined) doubts.push(startMissing(line, 'delivery', provided));
	return found;
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
		starts: ofType(track.facts, 'request.received'),
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
	return hasType(track.facts, 'request.material_notice');
}
