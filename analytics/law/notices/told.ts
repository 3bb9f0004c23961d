import type { HolidayYear } from '../calendar.ts';
import { type Day, daysBetween, plusDays, toDay, weekday } from '../day.ts';

/** One day as a notice tells it: off, or a make-up working day, and the festival it belongs to. */
export type ToldDay = { on: Day; name: string; off: boolean };

/** What a reader made of a text. `problems`: Chinese sentences about everything it did not understand. */
export type Told = { days: ToldDay[]; problems: string[]; title: string | null; address: string | null };

/** The title of the State Council's yearly notice. */
export function noticeTitle(year: number): string {
	return `国务院办公厅关于${year}年部分节假日安排的通知`;
}

/** 周日 … 周六. */
export function sayWeekday(on: Day): string {
	return `周${'日一二三四五六'[weekday(on)]}`;
}

/** 2026年1月4日（周日）. */
export function sayDate(on: Day): string {
	const [year, month, day] = on.split('-').map(Number);
	return `${year}年${month}月${day}日（${sayWeekday(on)}）`;
}

/** The day of three numbers; null where the calendar has no such day. */
export function dayOfParts(year: number, month: number, day: number): Day | null {
	const two = (n: number) => String(n).padStart(2, '0');
	return readDay(`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`);
}

/** Reads `2026-11-21`; null for anything else. */
export function readDay(text: unknown): Day | null {
	if (typeof text !== 'string') return null;
	try {
		return toDay(text);
	} catch {
		return null;
	}
}

/** Every day from one to another, both included; empty where `to` is earlier. */
export function daysFrom(from: Day, to: Day): Day[] {
	return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, n) => plusDays(from, n));
}

/** Days in order as the ranges of a year; a day told in two ways is a problem, and the first telling stays. */
export function gather(days: readonly ToldDay[]): Pick<HolidayYear, 'off' | 'work'> & { problems: string[] } {
	const told = new Map<Day, ToldDay>();
	const problems: string[] = [];
	for (const day of days) {
		const before = told.get(day.on) ?? day;
		if (before.off !== day.off || before.name !== day.name) {
			problems.push(`${sayDate(day.on)}有两种说法：${sayTold(before)}；${sayTold(day)}`);
		}
		told.set(day.on, before);
	}
	const inOrder = [...told.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
	const work = inOrder.filter(day => !day.off).map(({ name, on }) => ({ name, date: on }));
	return { off: ranges(inOrder.filter(day => day.off)), work, problems };
}

/** 国庆节放假, 国庆节调休上班. */
export function sayTold({ name, off }: Pick<ToldDay, 'name' | 'off'>): string {
	return off ? `${name}放假` : `${name}调休上班`;
}

/** The days of a year, one by one. Throws RangeError on a day that is none. */
export function tellingOf(year: HolidayYear): ToldDay[] {
	return [
		...year.off.flatMap(({ name, from, to }) => daysFrom(toDay(from), toDay(to)).map(on => ({ on, name, off: true }))),
		...year.work.map(({ name, date }) => ({ on: toDay(date), name, off: false })),
	];
}

function ranges(days: ToldDay[]): HolidayYear['off'] {
	const found: HolidayYear['off'] = [];
	for (const { on, name } of days) {
		const last = found.at(-1);
		if (last?.name === name && plusDays(last.to as Day, 1) === on) last.to = on;
		else found.push({ name, from: on, to: on });
	}
	return found;
}
