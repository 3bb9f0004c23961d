import { corrections } from './quality-plainly-corrections.ts';
import { refreshes } from './quality-plainly-refreshes.ts';
import { services } from './quality-plainly-services.ts';

/** The quality indicators once more, from the raw events alone, one loop at a time: neither our SQL nor our fold. */

export type Raw = {
	platform: string;
	id: string;
	type: string;
	time: string;
	recordedtime: string;
	subject?: string;
	// biome-ignore lint/suspicious/noExplicitAny: events as a platform wrote them.
	data: Record<string, any>;
};

export type Plainly = { from: string; to: string; bodyOf: (code: string, on: string) => string };

export type Add = (indicator: string, code: string, on: string, num: number, den: number) => void;

type Sum = { num: number; den: number };
/** `indicator department` → numerator and denominator. */
export type Sums = Map<string, Sum>;

const DAY = 86_400_000;
export const shanghai = (time: string) => new Date(Date.parse(time) + 8 * 3_600_000).toISOString().slice(0, 10);
export const plus = (on: string, days: number) => new Date(Date.parse(on) + days * DAY).toISOString().slice(0, 10);
const mean = (list: number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;

/** Lists by key, in their order. */
export function by<T>(list: Iterable<T>, keyOf: (one: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
	return groups;
}

/** Σnum and Σden of every indicator and department. */
export function plainly(events: Raw[], span: Plainly): Sums {
	const sums: Sums = new Map();
	const add = (indicator: string, code: string, on: string, num: number, den: number) => {
		const key = `${indicator} ${span.bodyOf(code, on)}`;
		const sum = sums.get(key) ?? { num: 0, den: 0 };
		sums.set(key, { num: sum.num + num, den: sum.den + den });
	};
	const inSpan = (on: string) => on >= span.from && on <= span.to;
	const sorted = events.toSorted((a, b) => Date.parse(a.time) - Date.parse(b.time));
	const of = (...types: string[]) => sorted.filter(({ type }) => types.includes(type));

	const items = new Map<string, Raw['data'] & { owner: string; since: string }>();
	for (const { type, time, data } of of('catalogue.registered', 'catalogue.submitted', 'catalogue.published')) {
		const since = items.get(data.catalogue)?.since ?? shanghai(time);
		const owner = type === 'catalogue.published' ? data.counterparty : data.department;
		const whole = type === 'catalogue.registered';
		const update_cycle = data.update_cycle ?? items.get(data.catalogue)?.update_cycle;
		if (data.sharing && since <= span.to) items.set(data.catalogue, { ...data, update_cycle, owner, since, whole });
	}
	for (const item of items.values()) add('Q6', item.owner, span.to, isComplete(item) ? 1 : 0, 1);

	assessments(
		of('quality.assessed').filter(({ time }) => inSpan(shanghai(time))),
		items,
		add,
	);
	refreshes(of('quality.refreshed'), items, span, add);
	const acts = of('correction.received', 'correction.verified', 'correction.fed_back', 'correction.reopened');
	corrections(acts, inSpan, add);
	services(of('service.daily'), acts, span, inSpan, add);
	return sums;
}

const blank = (value: unknown) =>
	value === null || value === '' || JSON.stringify(value) === '[]' || JSON.stringify(value) === '{}';

function isComplete(item: Raw['data']): boolean {
	const elements = ['title', 'items', 'format', 'update_cycle', 'share_method', 'classification'];
	if (elements.some(name => blank(item[name]))) return false;
	if (item.sharing === 'conditional' && blank(item.conditions)) return false;
	return item.sharing !== 'none' || hasGrounds(item);
}

function hasGrounds(item: Raw['data']): boolean {
	const left = item.whole && item.legal_basis === undefined;
	return !blank(item.legal_basis) && !blank(item.non_share_reason) && !left;
}

function assessments(told: Raw[], items: Map<string, Raw['data']>, add: Add): void {
	const latest = new Map<string, [indicator: string, code: string, on: string, value: number]>();
	for (const { time, data } of told) {
		const dimensions = sharesOf(data);
		const same = dimensions.get('04');
		const on = shanghai(time);
		if (dimensions.size > 0)
			latest.set(`Q1 ${data.catalogue}`, ['Q1', data.catalogue, on, 100 * mean([...dimensions.values()].map(mean))]);
		if (same) latest.set(`Q7 ${data.catalogue}`, ['Q7', data.catalogue, on, mean(same)]);
	}
	for (const [indicator, code, on, value] of latest.values())
		add(indicator, items.get(code)?.owner ?? '', on, value, 1);
}

/** Shares of the good, by the first two digits of the rule. */
function sharesOf({ rule_set, checks }: Raw['data']): Map<string, number[]> {
	const dimensions = new Map<string, number[]>();
	for (const { rule, passing, checked, outcome } of rule_set === 'GB/T 36344-2018' ? checks : []) {
		if (outcome === 'errored' || outcome === 'skipped') continue;
		const good = rule === '0303' || rule === '0305' ? 1 - passing / checked : passing / checked;
		const dimension = rule.slice(0, 2);
		dimensions.set(dimension, [...(dimensions.get(dimension) ?? []), good]);
	}
	return dimensions;
}
