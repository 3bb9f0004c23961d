import type { Calendar } from '#analytics/law/calendar.ts';
import { type Clock, type ClockName, clocks } from '#analytics/law/clocks.ts';
import type { Day } from '#analytics/law/day.ts';
import { isProvisional, workdaysAfter } from '#analytics/law/due.ts';
import type { Explanation } from './explain.ts';
import { stepsOf } from './steps.ts';
import type { Act } from './trace.ts';

/**
 * Tries out a due day with a number of working days that is not the statutory one. It rests on no article, and no day of it
 * is a statutory due day.
 * @param days working days, at least 1
 * @param extended further working days, as if granted before the due day
 * @throws RangeError where a day lies outside the calendar
 */
export function explainTrial(
	clock: ClockName,
	startedOn: Day,
	days: number,
	extended: number,
	calendar: Calendar,
): Explanation {
	const trial: Clock = {
		...clocks[clock],
		workdays: days,
		years: null,
		hours: null,
		extension: null,
		statutory: false,
	};
	const dueOn = workdaysAfter(startedOn, days + extended, calendar);
	const provisional = isProvisional(startedOn, dueOn, calendar);
	const acts: Act[] = [{ kind: 'start', on: startedOn, fact: null }];
	if (extended > 0) {
		acts.push({ kind: 'extend', on: workdaysAfter(startedOn, days, calendar), fact: null, days: extended });
	}
	const when = { startedOn, statutoryDueOn: null, promised: null, dueOn, dueEnd: null, provisional };
	const steps = stepsOf({ clock: trial, policy: null, ...when, acts, calendar });
	const says = `按指定的${days}个工作日试算，非法定时限`;
	const open = { promisedDueOn: null, endedOn: null, daysLate: null, daysLateStatutory: null, defects: [] };
	return { clock, article: '非法定时限', says, steps, dueOn, statutoryDueOn: null, provisional, ...open };
}
