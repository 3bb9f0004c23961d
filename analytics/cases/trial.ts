import type { Calendar } from '#analytics/law/calendar.ts';
import { type Clock, type ClockName, clocks } from '#analytics/law/clocks.ts';
import { type Day, dayOf, type Instant } from '#analytics/law/day.ts';
import { isProvisional, workdaysAfter } from '#analytics/law/due.ts';
import type { Policy } from '#analytics/law/policy.ts';
import { Deadline, lastMoment } from './deadline.ts';
import type { Explanation } from './explain.ts';
import type { Fact } from './fact.ts';
import { receiptOf } from './receipt.ts';
import { stepsOf } from './steps.ts';
import { type Act, begunBy, type Start } from './trace.ts';

/** A due day to try out, without a case. */
export type Trial = {
	clock: ClockName;
	/** When the act that starts the clock arrived; `dayOnly`: a paper act, of which only the day is known. */
	at: Instant;
	dayOnly: boolean;
	/** When a request was signed for, and when the authority had it for its check; null: not told. */
	signedAt: Instant | null;
	precheckAt: Instant | null;
	/** Working days of a granted extension, or further ones of a trial with its own number of days. */
	extended: number;
	/** Working days in the place of the statutory ones; null: the statutory ones. */
	days: number | null;
};

const HOUR = 3_600_000;

/**
 * Explains the due day of any clock for a start, by the rules that cases are judged by. With a number of days of its own it
 * rests on no article, and no day of it is a statutory due day.
 * @throws RangeError, in Chinese, where the clock has no such extension or no fixed limit, the act is not signed for and the
 * policy asks for it, or a day lies outside the calendar
 */
export function explainDue(trial: Trial, policy: Policy, calendar: Calendar): Explanation {
	const { days, extended } = trial;
	const clock = clockOf(trial);
	if (days === null) checkExtension(clock, extended);
	const fact = factOf(trial);
	const from = startOf(trial, fact, policy, calendar);
	const promised = promisedBy(clock, trial);
	const start = begunBy(fact, trial.at, { clock: trial.clock, line: '', department: '' });
	const timed: Start = { ...start, from, promised };
	const found =
		days === null ? statutory(timed, extended, policy, calendar) : own(from, days, extended, policy, calendar);
	const { before, ...when } = found;
	const startedOn = dayOf(from);
	const acts: Act[] = [{ kind: 'start', on: startedOn, fact, counted: promised === undefined }];
	if (extended > 0) acts.push({ kind: 'extend', on: before, fact: null, days: extended });
	const told =
		when.promisedDueOn === null ? null : { days: policy.promised[trial.clock] ?? 0, dueOn: when.promisedDueOn };
	const steps = stepsOf({ clock, policy, startedOn, ...when, promised: told, acts, calendar });
	const open = { endedOn: null, daysLate: null, daysLateStatutory: null, defects: [], policy };
	return { clock: trial.clock, ...groundOf(clock, days), steps, ...when, ...open };
}

type When = Pick<
	Explanation,
	'dueOn' | 'dueEnd' | 'statutoryDueOn' | 'statutoryDueEnd' | 'promisedDueOn' | 'provisional'
> & {
	/** Due day before the extension. */
	before: Day;
};

function statutory(start: Start, extended: number, policy: Policy, calendar: Calendar): When {
	const deadline = new Deadline(start, clocks[start.clock], dayOf(start.from), policy, calendar);
	const { statutoryOn, end: statutoryDueEnd } = deadline;
	if (extended > 0) deadline.extend(extended);
	const { on: dueOn, end: dueEnd, promisedOn: promisedDueOn, provisional } = deadline;
	return {
		dueOn,
		dueEnd,
		statutoryDueOn: statutoryOn,
		statutoryDueEnd,
		promisedDueOn,
		provisional,
		before: statutoryOn ?? dayOf(start.from),
	};
}

function own(from: Instant, days: number, extended: number, policy: Policy, calendar: Calendar): When {
	const startedOn = dayOf(from);
	const before = workdaysAfter(startedOn, days, calendar);
	const dueOn = workdaysAfter(startedOn, days + extended, calendar);
	const provisional = isProvisional(startedOn, dueOn, calendar);
	const none = { statutoryDueOn: null, statutoryDueEnd: null, promisedDueOn: null };
	return { dueOn, dueEnd: lastMoment(dueOn, policy), ...none, provisional, before };
}

function clockOf({ clock, days }: Trial): Clock {
	if (days === null) return clocks[clock];
	return { ...clocks[clock], workdays: days, years: null, hours: null, extension: null, statutory: false };
}

function groundOf({ article, says }: Clock, days: number | null): Pick<Explanation, 'article' | 'says'> {
	return days === null ? { article, says } : { article: '非法定时限', says: `按指定的${days}个工作日试算，非法定时限` };
}

function checkExtension({ extension, zh }: Clock, extended: number): void {
	if (extended <= (extension?.max ?? 0)) return;
	throw new RangeError(extension === null ? `${zh}没有延长的规定` : `${zh}至多延长${extension.max}个工作日`);
}

/** The act that starts the clock, as if a platform had told it. */
function factOf({ clock, at, dayOnly, signedAt, precheckAt }: Trial): Fact {
	const fact: Fact = {
		source: 0,
		id: '',
		type: clocks[clock].starts,
		line: '',
		occurredAt: at,
		recordedAt: at,
		department: '',
	};
	if (dayOnly) fact.dayOnly = true;
	if (signedAt !== null) fact.signedAt = signedAt;
	if (precheckAt !== null) fact.precheckAt = precheckAt;
	return fact;
}

function startOf({ clock, at }: Trial, fact: Fact, policy: Policy, calendar: Calendar): Instant {
	const received = clocks[clock].statutory ? receiptOf(fact, at, policy, calendar) : { at };
	if (received !== null) return received.at;
	throw new RangeError('所用口径以签收为收到，尚未签收的不起算：请给出签收时间');
}

/** A clock of hours runs to the moment so many hours later. */
function promisedBy({ hours, workdays, zh }: Clock, { at, dayOnly }: Trial): Instant | undefined {
	if (hours === null || workdays !== null) return undefined;
	if (dayOnly) throw new RangeError(`${zh}按小时计算，请给出起算的时刻`);
	return at + hours * HOUR;
}
