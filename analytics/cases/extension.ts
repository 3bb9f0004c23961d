import { dayOf } from '#analytics/law/day.ts';
import type { Course } from './course.ts';
import { daysMissing } from './doubts.ts';
import type { Fact } from './fact.ts';
import { isBackdated, judgedAt } from './order.ts';
import type { Doubt } from './run.ts';

/**
 * Whether a consent to an extension (第二十一条第一款, 第十七条第二款) may have effect on an open run: it names its days, and was
 * recorded before the original due moment unless the policy lets a later one cure (口径④). What is irregular is flagged.
 */
export function isGood(course: Course, consent: Fact): boolean {
	if (course.isClosed || course.clock.extension === null || !consent.granted) return false;
	const on = dayOf(judgedAt(consent));
	const end = course.unextendedEnd;
	if (isBackdated(consent, end)) course.flag('backdated', consent, on);
	if (end === null || judgedAt(consent) < end) return true;
	course.flag('extension_after_due', consent, on);
	return course.policy.extensionConsent === 'any_time';
}

/** A consent that names no days moves nothing and is a doubt. */
export function doubtsOf(course: Course, consent: Fact): Doubt[] {
	const isNamed = course.isClosed || course.clock.extension === null || consent.granted !== 0;
	return isNamed ? [] : [daysMissing(course.start.line, consent)];
}

/**
 * Extends a run: days count from the original due day, all extensions together stay within the limit.
 * @param notice the notice to the demander without which the consent had no effect
 */
export function extend(course: Course, consent: Fact, notice?: Fact): void {
	const left = (course.clock.extension?.max ?? 0) - course.extended;
	const { granted = 0 } = consent;
	if (granted > left) course.flag('extension_over_limit', consent, dayOf(judgedAt(consent)));
	const days = Math.min(granted, left);
	if (days > 0) course.extend(days, consent, dayOf(judgedAt(notice ?? consent)), notice);
}

/** Consents of one run that wait for the notice to the demander, where the policy requires it (口径④). */
export class Consents {
	#notice: Fact | null = null;
	#waiting: Fact[] = [];

	/** A consent that is good: it takes effect now, or with the notice. */
	take(course: Course, consent: Fact): void {
		if (course.policy.extensionNotice === 'required' && this.#notice === null) this.#waiting.push(consent);
		else extend(course, consent);
	}

	/** The notice: before the original due moment, unless the policy lets later ones cure. */
	notify(course: Course, notice: Fact): void {
		const { unextendedEnd: end, policy } = course;
		const isInTime = end === null || judgedAt(notice) < end || policy.extensionConsent === 'any_time';
		if (course.isClosed || !isInTime) return;
		this.#notice = notice;
		for (const consent of this.#waiting.splice(0)) extend(course, consent, notice);
	}

	/** What waited in vain is a defect of the day of consent. */
	settle(course: Course): void {
		for (const consent of this.#waiting) course.flag('extension_not_notified', consent, dayOf(judgedAt(consent)));
		this.#waiting = [];
	}
}
