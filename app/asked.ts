import { type Day, plusDays, toDay } from '#analytics/law/day.ts';
import { Refusal } from './refusal.ts';
import { longDay } from './words/format.ts';

/** A span of days, both included, with its name in words. */
export type Period = { from: Day; to: Day; label: string };

/** What is asked of every page: which span, as it stood on which day, as known at which place in the ledger. */
export type Asked = {
	period: Period;
	/** Figures are as of 24:00 of this day (Asia/Shanghai). */
	as_of: Day;
	/** The last `seq` taken into account. */
	known: number;
	/** True where the address fixes as_of or known: the page then never changes by itself. */
	frozen: boolean;
	/** True where the day lies after today: nothing further is assumed to happen until then. */
	forecast: boolean;
	/** What the address said, to be written back into links; absent keys follow the clock. */
	given: { period?: string; as_of?: string; known?: string };
};

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
 * Reads `period`, `as_of` and `known` of an address. `today` is the legal date now, `position` the store's last `seq`.
 * Defaults: the year so far, today, everything known. Throws Refusal 400 with a Chinese sentence.
 */
export function readAsked(query: URLSearchParams, today: Day, position: number): Asked {
	const given = givenOf(query);
	const asOf = given.as_of === undefined ? today : readAsOf(given.as_of);
	return {
		period: given.period === undefined ? yearSoFar(asOf) : readPeriod(given.period),
		as_of: asOf,
		known: given.known === undefined ? position : readKnown(given.known, position),
		frozen: given.as_of !== undefined || given.known !== undefined,
		forecast: asOf > today,
		given,
	};
}

/** Reads `2026`, `2026-H1`, `2026-Q3`, `2026-07` or `2026-01-01..2026-03-31`. Throws Refusal 400. */
export function readPeriod(text: string): Period {
	const year = /^(\d{4})(?:-(H[12]|Q[1-4]|\d{2}))?$/.exec(text);
	if (year?.[1]) return partOfYear(year[1], year[2], text);
	const [from, to, more] = text.split('..');
	if (from === undefined || to === undefined || more !== undefined) throw wrongPeriod(text);
	const span = { from: readDay(from, '统计区间的起始日'), to: readDay(to, '统计区间的截止日') };
	if (span.from > span.to) throw new Refusal(400, 'bad_period', `统计区间“${text}”的起始日晚于截止日，请对调后重试。`);
	return { ...span, label: `${longDay(span.from)}至${longDay(span.to)}` };
}

/** The address of a page with the question written back; empty values are left out, lists are repeated. */
export function linkTo(
	asked: Pick<Asked, 'given'>,
	path: string,
	more: Record<string, string | number | readonly string[] | null | undefined> = {},
): string {
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries({ ...asked.given, ...more })) {
		for (const one of Array.isArray(value) ? value : [value]) {
			if (one !== null && one !== undefined && one !== '') query.append(name, String(one));
		}
	}
	const text = query.toString();
	return text ? `${path}?${text}` : path;
}

function givenOf(query: URLSearchParams): Asked['given'] {
	const given: Asked['given'] = {};
	for (const name of ['period', 'as_of', 'known'] as const) {
		const value = query.get(name)?.trim();
		if (value) given[name] = value;
	}
	return given;
}

function partOfYear(year: string, part: string | undefined, text: string): Period {
	if (part === undefined) return span(year, '01-01', '12-31', '');
	const [from, to, name] = PARTS[part] ?? [];
	if (from && to && name) return span(year, from, to, name);
	const month = Number(part);
	if (month < 1 || month > 12) throw wrongPeriod(text);
	const next = month === 12 ? `${Number(year) + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
	return { from: toDay(`${year}-${part}-01`), to: plusDays(toDay(next), -1), label: `${year}年${month}月` };
}

function span(year: string, from: string, to: string, name: string): Period {
	return { from: toDay(`${year}-${from}`), to: toDay(`${year}-${to}`), label: `${year}年${name}` };
}

function yearSoFar(on: Day): Period {
	const from = toDay(`${on.slice(0, 4)}-01-01`);
	return { from, to: on, label: `${longDay(from)}至${longDay(on)}` };
}

/** The working-day table reaches from 2000 to 2040. */
function readAsOf(text: string): Day {
	const on = readDay(text, '截至日期');
	if (on >= '2000-01-01' && on <= '2040-12-31') return on;
	throw new Refusal(400, 'bad_day', `截至日期“${text}”超出可查询的范围，应在2000年至2040年之间。`);
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

function readKnown(text: string, position: number): number {
	const known = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
	if (Number.isNaN(known)) throw new Refusal(400, 'bad_known', `数据版本“${text}”不正确，应为非负整数。`);
	if (known > position) {
		throw new Refusal(
			400,
			'bad_known',
			`数据版本“${text}”尚不存在，目前最新为${position}。请去掉该条件，查看最新数据。`,
		);
	}
	return known;
}

function wrongPeriod(text: string): Refusal {
	return new Refusal(
		400,
		'bad_period',
		`统计区间“${text}”不正确，可用：2026（全年）、2026-H1（半年）、2026-Q3（季度）、2026-07（月）、2026-01-01..2026-03-31（起止日）。`,
	);
}
