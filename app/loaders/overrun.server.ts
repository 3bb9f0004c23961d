import type { Calendar } from '#analytics/law/calendar.ts';
import { type Day, plusDays } from '#analytics/law/day.ts';

/** One day after the due day on which the act was still owed. */
export type LateDay = {
	day: Day;
	/** Number of the working day late; null on a rest day. */
	n: number | null;
	/** Why it differs from a plain working day: 周末, 国庆节放假, 国庆节调休上班; null on a plain working day. */
	reason: string | null;
};

/**
 * Every day after a due day through `last` (the stop, or the day asked about), both legal dates in Asia/Shanghai.
 * Empty where `last` is not after the due day. Lateness is counted in working days (interpretation.md “逾期天数”).
 */
export function overrun(dueOn: Day, last: Day, calendar: Calendar): LateDay[] {
	const days: LateDay[] = [];
	for (let day = plusDays(dueOn, 1); day <= last; day = plusDays(day, 1)) {
		const n = calendar.isWorkday(day) ? calendar.no(day) - calendar.no(dueOn) : null;
		days.push({ day, n, reason: calendar.reason(day) });
	}
	return days;
}
