import { defects } from '#analytics/cases/defects.ts';
import type { Calendar } from '#analytics/law/calendar.ts';
import type { Day, Instant } from '#analytics/law/day.ts';
import { dueHour, late, longDay } from './format.ts';
import { exclusions, statuses } from './zh.ts';

/** How a clock stands on a day. Days late are working days; null: not late, or by the statute while it has not ended. */
export type Outcome = {
	startedOn: Day;
	statutoryDueOn: Day | null;
	promisedDueOn: Day | null;
	dueOn: Day | null;
	/** The first instant that is too late; null: no time limit. */
	dueEnd: Instant | null;
	provisional: boolean;
	/** met late overdue running paused untimed excluded, as in 090_runs_on.sql. */
	status: string;
	endedOn: Day | null;
	excludedFor: string | null;
	daysLate: number | null;
	daysLateStatutory: number | null;
	extended: number;
	paused: number;
	/** Codes, see defects.ts. */
	defects: readonly string[];
};

/** What is different in words, most important first; empty: nothing. Null: there is no such clock. */
export function differences(before: Outcome, after: Outcome | null, calendar: Calendar): string[] {
	if (after === null) return ['按此口径没有这一次计时'];
	const told = [
		changed('', statusWords(before), statusWords(after)),
		changed('有效到期日', dueWords(before), dueWords(after), apart(before, after, calendar)),
		changed('逾期', latenessWords(before.daysLate), latenessWords(after.daysLate)),
		changed('起算日', longDay(before.startedOn), longDay(after.startedOn)),
		changed('法定到期日', dayWords(before.statutoryDueOn), dayWords(after.statutoryDueOn)),
		changed('按法定到期日逾期', latenessWords(before.daysLateStatutory), latenessWords(after.daysLateStatutory)),
		changed('办结日', dayWords(before.endedOn), dayWords(after.endedOn)),
		changed('承诺到期日', dayWords(before.promisedDueOn), dayWords(after.promisedDueOn)),
		changed('延期', `${before.extended}个工作日`, `${after.extended}个工作日`),
		changed('中止计时', `${before.paused}个工作日`, `${after.paused}个工作日`),
	];
	return [...told.flatMap(each => each ?? []), ...irregular(before, after)];
}

/** A status in words, with why it does not count. */
export function statusWords({ status, excludedFor }: Outcome): string {
	const name = statuses[status]?.name ?? '状态不明';
	const why = excludedFor === null ? undefined : exclusions[excludedFor];
	return why === undefined ? name : `${name}（${why}）`;
}

/** When it is due: the day and its hour; not settled while the clock stands still. */
export function dueWords({ dueOn, dueEnd, status, provisional }: Outcome): string {
	if (status === 'paused') return '待补正后确定';
	if (dueOn === null) return '没有期限';
	return `${longDay(dueOn)} ${dueHour(dueOn, dueEnd)}${provisional ? '（暂定）' : ''}`;
}

/** A day, or that there is none. */
export function dayWords(on: Day | null): string {
	return on === null ? '无' : longDay(on);
}

/** Working days late in words, or that it is not. */
export function latenessWords(days: number | null): string {
	return days === null ? '无' : late(days);
}

function changed(what: string, from: string, to: string, note = ''): string | null {
	return from === to ? null : `${what}由${from}变为${to}${note}`;
}

/** By how many working days a due day lies earlier or later. */
function apart(before: Outcome, after: Outcome, calendar: Calendar): string {
	if (before.status === 'paused' || after.status === 'paused' || before.dueOn === null || after.dueOn === null)
		return '';
	const days = calendar.no(after.dueOn) - calendar.no(before.dueOn);
	return days === 0 ? '' : `（${days > 0 ? '晚' : '早'}${Math.abs(days)}个工作日）`;
}

function irregular(before: Outcome, after: Outcome): string[] {
	const added = after.defects.filter(code => !before.defects.includes(code));
	const gone = before.defects.filter(code => !after.defects.includes(code));
	return [
		...added.map(code => `多出不规范情形“${defectWords(code)}”`),
		...gone.map(code => `不再有不规范情形“${defectWords(code)}”`),
	];
}

function defectWords(code: string): string {
	return Object.hasOwn(defects, code) ? defects[code as keyof typeof defects].zh : '其他不规范情形';
}
