import { type Day, daysBetween, plusDays, plusYears, toDay } from '#analytics/law/day.ts';
import { Refusal } from './refusal.ts';
import { longDay } from './words/format.ts';

/** A span of days, both included, with its name in words. */
export type Period = { from: Day; to: Day; label: string };

/** The Decree is in force since this day: no period that begins before it can be compared with (domain: 同比). */
const IN_FORCE = toDay('2025-08-01');

/** Halves and quarters: first day, last day, name. */
const PARTS: Record<string, readonly [string, string, string]> = {
	H1: ['01-01', '06-30', '上半年'],
	H2: ['07-01', '12-31', '下半年'],
	Q1: ['01-01', '03-31', '第一季度'],
	Q2: ['04-01', '06-30', '第二季度'],
	Q3: ['07-01', '09-30', '第三季度'],
	Q4: ['10-01', '12-31', '第四季度'],
};

/**
 * Reads `2026`, `2026-H1`, `2026-Q3`, `2026-07`, `2026-10-R12` (the twelve months that end with October) or
 * `2026-01-01..2026-03-31`. Throws Refusal 400.
 */
export function readPeriod(text: string): Period {
	const year = /^(\d{4})(?:-(H[12]|Q[1-4]|\d{2}))?$/.exec(text);
	if (year?.[1]) return partOfYear(year[1], year[2], text);
	const rolling = /^(\d{4}-\d{2})-R12$/.exec(text);
	if (rolling?.[1]) return twelveMonths(rolling[1], text);
	const [from, to, more] = text.split('..');
	if (from === undefined || to === undefined || more !== undefined) throw wrongPeriod(text);
	const span = { from: readDay(from, '统计区间的起始日'), to: readDay(to, '统计区间的截止日') };
	if (span.from > span.to) throw new Refusal(400, 'bad_period', `统计区间“${text}”的起始日晚于截止日，请对调后重试。`);
	return { ...span, label: `${longDay(span.from)}至${longDay(span.to)}` };
}

/** 环比: the period of the same length directly before, whole months by months, anything else by days; null: no lawful base. */
export function previousOf({ from, to }: Period): Period | null {
	const months = wholeMonths(from, to);
	if (months !== null) return lawful(movedBy(from, to, -months));
	return lawful(named(plusDays(from, -daysBetween(from, to) - 1), plusDays(from, -1)));
}

/** 同比: the same period a year earlier; null: no lawful base (the first is August 2025). */
export function yearBefore({ from, to }: Period): Period | null {
	if (wholeMonths(from, to) !== null) return lawful(movedBy(from, to, -12));
	return lawful(named(plusYears(from, -1), plusYears(to, -1)));
}

/**
 * The day as of which an earlier period is comparable with one asked about as of `asOf`: as long after its own end, or,
 * while that one is still running, as long after its own beginning.
 */
export function asOfLike(period: Period, asOf: Day, base: Period): Day {
	if (asOf >= period.to) return plusDays(base.to, daysBetween(period.to, asOf));
	const reached = plusDays(base.from, daysBetween(period.from, asOf));
	return reached < base.to ? reached : base.to;
}

/** Reads a day of an address. Throws Refusal 400 naming the thing. */
export function readDay(text: string, name: string): Day {
	try {
		return toDay(text.trim());
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		throw new Refusal(400, 'bad_day', `${name}“${text}”不是有效日期，应为 2026-11-21 的形式。`);
	}
}

/** The period from the first of the year of a day to that day. */
export function yearSoFar(on: Day): Period {
	const from = toDay(`${on.slice(0, 4)}-01-01`);
	return { from, to: on, label: `${longDay(from)}至${longDay(on)}` };
}

function partOfYear(year: string, part: string | undefined, text: string): Period {
	if (part === undefined) return span(year, '01-01', '12-31', '');
	const [from, to, name] = PARTS[part] ?? [];
	if (from && to && name) return span(year, from, to, name);
	return monthOf(`${year}-${part}`, text);
}

function span(year: string, from: string, to: string, name: string): Period {
	return { from: toDay(`${year}-${from}`), to: toDay(`${year}-${to}`), label: `${year}年${name}` };
}

function monthOf(month: string, text: string): Period {
	const number = Number(month.slice(5));
	if (number < 1 || number > 12) throw wrongPeriod(text);
	const from = toDay(`${month}-01`);
	return { from, to: plusDays(monthsLater(from, 1), -1), label: `${month.slice(0, 4)}年${number}月` };
}

function twelveMonths(month: string, text: string): Period {
	const last = monthOf(month, text);
	return { from: monthsLater(last.from, -11), to: last.to, label: `截至${last.label}的12个月` };
}

/** The first day of another month; `first` is the first of a month. */
function monthsLater(first: Day, months: number): Day {
	const month = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1 + months;
	return toDay(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`);
}

/** How many whole months a span is; null: it begins or ends within one. */
function wholeMonths(from: Day, to: Day): number | null {
	const next = plusDays(to, 1);
	if (!from.endsWith('-01') || !next.endsWith('-01')) return null;
	return (
		(Number(next.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(next.slice(5, 7)) - Number(from.slice(5, 7))
	);
}

function movedBy(from: Day, to: Day, months: number): Period {
	return named(monthsLater(from, months), plusDays(monthsLater(plusDays(to, 1), months), -1));
}

/** The span under the name that people use: 2026年第三季度 rather than its two days. */
function named(from: Day, to: Day): Period {
	const year = from.slice(0, 4);
	const part = Object.keys(PARTS).map(name => `${year}-${name}`);
	const usual = [from.slice(0, 7), ...part, year, `${to.slice(0, 7)}-R12`].map(readPeriod);
	return usual.find(one => one.from === from && one.to === to) ?? readPeriod(`${from}..${to}`);
}

function lawful(period: Period): Period | null {
	return period.from < IN_FORCE ? null : period;
}

function wrongPeriod(text: string): Refusal {
	return new Refusal(
		400,
		'bad_period',
		`统计区间“${text}”不正确，可用：2026（全年）、2026-H1（半年）、2026-Q3（季度）、2026-07（月）、2026-10-R12（截至该月的12个月）、2026-01-01..2026-03-31（起止日）。`,
	);
}
