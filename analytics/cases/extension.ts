import { dayOf } from '#analytics/law/day.ts';
import type { Course } from './course.ts';
import { daysMissing } from './doubts.ts';
import type { Fact } from './fact.ts';
import { isBackdated, judgedAt } from './order.ts';
import type { Doubt } from './run.ts';

/**
 * Grants an extension (第二十一条第一款, 第十七条第二款): consent must be recorded before the original due moment, days count
 * from the original due day, all extensions together stay within the limit. Anything else is kept as a defect.
 */
export function grantExtension(course: Course, consent: Fact): Doubt[] {
	const limit = course.clock.extension;
	if (consent.granted === undefined || limit === null) return [];
	if (consent.granted === 0) return [daysMissing(course.start.line, consent)];
	const on = dayOf(judgedAt(consent));
	const end = course.unextendedEnd;
	if (isBackdated(consent, end)) course.flag('backdated', consent, on);
	if (end !== null && judgedAt(consent) >= end) {
		course.flag('extension_after_due', consent, on);
		return [];
	}
	const left = limit.max - course.extended;
	if (consent.granted > left) course.flag('extension_over_limit', consent, on);
	const days = Math.min(consent.granted, left);
	if (days > 0) course.extend(days, consent, on);
	return [];
}
