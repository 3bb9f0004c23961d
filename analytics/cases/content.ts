import type { Calendar } from '#analytics/law/calendar.ts';
import { dayOf } from '#analytics/law/day.ts';
import type { Course } from './course.ts';
import type { Defect } from './defects.ts';
import type { Fact } from './fact.ts';
import { judgedAt } from './order.ts';

/** Working days within which a reply made is sent to the demander; a local number, only told. */
const DISPATCH_WITHIN = 1;

/** What a reply that ended a clock says against itself, as far as it says anything: none of it moves the clock. */
export function flagContent(courses: readonly Course[], facts: readonly Fact[], calendar: Calendar): void {
	if (!facts.some(isTelling)) return;
	for (const course of courses) {
		const reply = facts.find(fact => fact.type === 'request.replied' && fact.id === course.endedBy);
		if (reply === undefined || course.phase !== 'ended') continue;
		const on = dayOf(judgedAt(reply));
		for (const defect of contentOf(reply, calendar)) course.flag(defect, reply, on);
	}
}

function isTelling({ unapproved, outsideConditions, dispatchedAt }: Fact): boolean {
	return unapproved === true || outsideConditions === true || dispatchedAt !== undefined;
}

function contentOf(reply: Fact, calendar: Calendar): Defect[] {
	const { unapproved, outsideConditions, dispatchedAt, outcome } = reply;
	const made = dayOf(judgedAt(reply));
	const lag = dispatchedAt === undefined ? 0 : calendar.no(dayOf(dispatchedAt)) - calendar.no(made);
	return [
		...(unapproved ? (['reply_unapproved'] as const) : []),
		...(outsideConditions && outcome !== 'refuse' ? (['conditions_outside_catalogue'] as const) : []),
		...(lag > DISPATCH_WITHIN ? (['dispatched_late'] as const) : []),
	];
}
