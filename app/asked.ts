import type { Day, Instant } from '#analytics/law/day.ts';
import { type Period, readDay, readPeriod, yearSoFar } from './period.ts';
import { Refusal } from './refusal.ts';

/** What is asked of every page: which span, as it stood on which day, as known at which place in the ledger. */
export type Asked = {
	period: Period;
	/** Figures are as of 24:00 of this day (Asia/Shanghai). */
	as_of: Day;
	/** The last `seq` taken into account. */
	known: number;
	/** The day whose 24:00 the address fixes what is known by; null: by a `seq`, or not at all. */
	known_on: Day | null;
	/** When the event at `known` was received, where the address fixes it; null: it does not, or nothing was received. */
	known_at: Instant | null;
	/** True where the address fixes as_of or known: the page then never changes by itself. */
	frozen: boolean;
	/** True where the day lies after today: nothing further is assumed to happen until then. */
	forecast: boolean;
	/** What the address said, to be written back into links; absent keys follow the clock. */
	given: { period?: string; as_of?: string; known?: string };
};

/**
 * Reads `period`, `as_of` and `known` of an address. `today` is the legal date now, `position` the store's last `seq`.
 * Defaults: the year so far, today, everything known. Where `known` is a day (`known_on`), the `seq` is for `recalled`
 * (loaders) to tell. Throws Refusal 400 with a Chinese sentence.
 */
export function readAsked(query: URLSearchParams, today: Day, position: number): Asked {
	const given = givenOf(query);
	const asOf = given.as_of === undefined ? today : readAsOf(given.as_of);
	const known = given.known === undefined ? position : readKnown(given.known, today, position);
	return {
		period: given.period === undefined ? yearSoFar(asOf) : readPeriod(given.period),
		as_of: asOf,
		known: typeof known === 'number' ? known : position,
		known_on: typeof known === 'number' ? null : known,
		known_at: null,
		frozen: given.as_of !== undefined || given.known !== undefined,
		forecast: asOf > today,
		given,
	};
}

/** A place in the ledger by its `seq`, or by a day, whose 24:00 is meant. Throws Refusal 400. */
export function readKnown(text: string, today: Day, position: number): number | Day {
	if (/^\d{1,15}$/.test(text)) return readSeq(text, position);
	if (!/^\d{4}-\d\d-\d\d$/.test(text)) {
		throw new Refusal(
			400,
			'bad_known',
			`所知时点“${text}”不正确，应为日期（如 2026-10-31，指该日24时）或者账本序号（非负整数）。`,
		);
	}
	const on = readDay(text, '所知时点');
	if (on <= today) return on;
	throw new Refusal(400, 'bad_known', `所知时点“${text}”晚于今日，届时的数据尚不可知。请改为今日以前的日期。`);
}

/** The words of the form beside every figure (AsOfBar) for what the address says in one: `then`, and two days of a span. */
const FORM = ['period', 'as_of', 'known', 'period_from', 'period_to'] as const;

/** Names that make up the question, as forms and addresses say it. */
export const questionNames: readonly string[] = FORM;

/**
 * The address that says the same without what only the form says: `period=range` with `period_from` and `period_to`,
 * `known=then` (known by the end of the day asked about), and fields left empty. Null: it says nothing of the kind.
 */
export function plainAddress(query: URLSearchParams): URLSearchParams | null {
	const plain = new URLSearchParams([...query].filter(([name, value]) => !(questionNames.includes(name) && !value)));
	const [from, to] = [plain.get('period_from'), plain.get('period_to')];
	if (plain.get('period') === 'range') {
		if (from && to) plain.set('period', `${from}..${to}`);
		else plain.delete('period');
	}
	plain.delete('period_from');
	plain.delete('period_to');
	if (plain.get('known') === 'then') {
		const asOf = plain.get('as_of');
		if (asOf) plain.set('known', asOf);
		else plain.delete('known');
	}
	return plain.toString() === new URLSearchParams([...query]).toString() ? null : plain;
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

/** The working-day table reaches from 2000 to 2040. */
function readAsOf(text: string): Day {
	const on = readDay(text, '截至日期');
	if (on >= '2000-01-01' && on <= '2040-12-31') return on;
	throw new Refusal(400, 'bad_day', `截至日期“${text}”超出可查询的范围，应在2000年至2040年之间。`);
}

function readSeq(text: string, position: number): number {
	const known = Number(text);
	if (known <= position) return known;
	throw new Refusal(400, 'bad_known', `账本序号“${text}”尚不存在，目前最新为${position}。请去掉该条件，查看最新数据。`);
}
