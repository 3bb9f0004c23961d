import type { Calendar } from '#analytics/law/calendar.ts';
import { dayOf, type Instant } from '#analytics/law/day.ts';
import { type Policy, policyOn } from '#analytics/law/policy.ts';
import { ofType, sorted } from './acts.ts';
import { Course } from './course.ts';
import { debtorMissing } from './doubts.ts';
import type { Fact } from './fact.ts';
import { byJudged, byTime, judgedAt } from './order.ts';
import { simpleCourses } from './simple.ts';
import { stop } from './stop.ts';
import { begunBy, type Found } from './trace.ts';

/** Rectification while access is suspended (第二十七条第二款): the limit is the one in the order; without one there is none. */
export function rectificationCourses(
	line: string,
	facts: readonly Fact[],
	policies: readonly Policy[],
	calendar: Calendar,
): Found {
	const suspended = ofType(facts, 'service.suspended');
	const starts = suspended.filter(fact => fact.counterparty !== undefined);
	const doubts = suspended.filter(fact => fact.counterparty === undefined).map(fact => debtorMissing(line, fact));
	if (starts.length === 0) return { courses: [], doubts };
	const found = simpleCourses({
		clock: 'local.rectification',
		line,
		starts,
		stops: facts.filter(fact => fact.type === 'service.resumed' || fact.type === 'service.terminated'),
		policies,
		calendar,
		owedBy: ({ counterparty = '', department }) => ({ department: counterparty, counterparty: department }),
	});
	return { courses: found.courses, doubts: [...doubts, ...found.doubts] };
}

/**
 * Filing before a service is changed or terminated (第二十七条第三款): due by the moment of effect. A termination while access
 * is suspended is the measure of 第二十七条第二款 and needs none.
 */
export function filingCourses(
	line: string,
	facts: readonly Fact[],
	policies: readonly Policy[],
	calendar: Calendar,
): Found {
	const filings = [...sorted(ofType(facts, 'service.change_filed'), byJudged)];
	const changes = facts.filter(isChange).filter(fact => !isMeasure(fact, facts));
	const ordered = changes.sort((a, b) => effectOf(a) - effectOf(b) || byTime(a, b));
	const before = new Map(ordered.map(change => [change, takeBefore(filings, effectOf(change))]));
	const courses = ordered.map(change => {
		const filing = before.get(change) ?? filings.shift() ?? null;
		return filed(line, { change, filing }, policies, calendar);
	});
	return { courses, doubts: [] };
}

type Filed = { change: Fact; filing: Fact | null };

function filed(line: string, { change, filing }: Filed, policies: readonly Policy[], calendar: Calendar): Course {
	const promised = effectOf(change);
	const known = Math.min(judgedAt(change), promised - 1);
	const at = filing === null ? known : Math.min(known, judgedAt(filing));
	const { department, counterparty } = change;
	const start = begunBy(change, at, { clock: 'local.filing', line, department, counterparty });
	const course = new Course({ ...start, promised }, policyOn(policies, dayOf(at)), calendar);
	if (filing === null) return course;
	if (filing.notConsulted) course.flag('not_consulted', filing, dayOf(judgedAt(filing)));
	stop(course, filing);
	return course;
}

/** The last filing before a moment, taken out of the list. */
function takeBefore(filings: Fact[], moment: Instant): Fact | null {
	const at = filings.findLastIndex(filing => judgedAt(filing) < moment);
	return at < 0 ? null : (filings.splice(at, 1)[0] ?? null);
}

function isChange(fact: Fact): boolean {
	return fact.type === 'service.changed' || fact.type === 'service.terminated';
}

function isMeasure(change: Fact, facts: readonly Fact[]): boolean {
	if (change.type !== 'service.terminated') return false;
	const acts = facts.filter(fact => fact.type === 'service.suspended' || fact.type === 'service.resumed');
	const last = acts.sort(byJudged).findLast(fact => judgedAt(fact) <= judgedAt(change));
	return last?.type === 'service.suspended';
}

function effectOf(change: Fact): Instant {
	return change.effectiveAt ?? change.occurredAt;
}
