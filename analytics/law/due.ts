import type { Calendar } from './calendar.ts';
import type { Clock } from './clocks.ts';
import { type Day, dayOf, type Instant, plusDays, plusYears } from './day.ts';

/** When a clock runs out. */
export type Due = {
	/** The last day that is still in time, up to its 24:00 (民法典第二百零三条第二款); for a floor clock, the day on which the duty may end. */
	on: Day;
	/** Some counted day lies in a year whose holiday notice is not published (暂定). */
	provisional: boolean;
	article: string;
};

/**
 * Due day of a clock that starts on a day or at an instant. The start day is not counted (民法典第二百零一条), whether it is
 * a working day or not; `extended` working days are added to the statutory ones (第二十一条第一款, 第十七条第二款).
 * @throws RangeError for a clock that counts neither working days nor years: its limit is an hour, or what an act sets
 */
export function due(clock: Clock, start: Day | Instant, extended: number, calendar: Calendar): Due {
	const from = typeof start === 'number' ? dayOf(start) : start;
	const on = dueOn(clock, from, extended, calendar);
	return { on, provisional: clock.years === null && isProvisional(from, on, calendar), article: clock.article };
}

/** The due day alone. Throws as `due` does. */
export function dueOn(clock: Clock, from: Day, extended: number, calendar: Calendar): Day {
	if (clock.years !== null) return plusYears(from, clock.years);
	if (clock.workdays === null) throw new RangeError(limitElsewhere(clock));
	return workdaysAfter(from, clock.workdays + extended, calendar);
}

function limitElsewhere({ zh, hours, given }: Clock): string {
	return hours === null
		? `${zh}没有固定的天数，以${given ?? '有关规定'}为准`
		: `${zh}按小时计算，不按工作日计算，最长${hours}小时`;
}

/** The `n`-th working day after a day. */
export function workdaysAfter(from: Day, n: number, calendar: Calendar): Day {
	return calendar.dayOf(calendar.no(from) + n);
}

/** True where counting from the day after `from` up to `on` touches a year without a published notice. */
export function isProvisional(from: Day, on: Day, calendar: Calendar): boolean {
	return calendar.provisional(on) || calendar.provisional(plusDays(from, 1));
}
