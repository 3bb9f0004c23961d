import { after, indexOf, nameOf } from '#test/cases/oracle/fingers.ts';
import { by, plus, type Raw, shanghai } from './quality-plainly.ts';
import { security } from './safeguards-plainly.ts';

/** The indicators on use and safeguards once more, from the raw events alone: neither our SQL nor our fold. */

export type Told = {
	from: string;
	to: string;
	bodyOf: (code: string, on: string) => string;
	sorted: Raw[];
	add: (indicator: string, code: string, on: string, num: number, den: number) => void;
};

/** A right to a service: whose, of whom, and from when to when (milliseconds). */
export type Right = { code: string; provider: string; service: string; file: boolean; from: number; to: number };

const at = ({ time }: Raw) => Date.parse(time.length === 10 ? `${time}T00:00:00+08:00` : time);
export const endOf = (day: string) => Date.parse(`${plus(day, 1)}T00:00:00+08:00`);
const servicesOf = ({ data }: Raw): string[] => data.services ?? [data.service_id ?? data.catalogue];
const moment = (said: string) => Date.parse(said.length === 10 ? `${said}T00:00:00+08:00` : said);

/** First and last day that a report is about. */
export function spanOf({ data, time }: Raw): [string, string] {
	const quarter = /^(\d{4})-Q(\d)$/.exec(data.period ?? '');
	if (quarter) return quarterDays(Number(quarter[1]), Number(quarter[2]));
	const day = shanghai(time);
	if (!/^\d{4}-\d{2}$/.test(data.period ?? '')) return [day, day];
	const [year, month] = data.period.split('-').map(Number);
	return [`${data.period}-01`, plus(new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10), -1)];
}

export function quarterDays(year: number, quarter: number): [string, string] {
	const day = (month: number) => new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
	return [day(quarter * 3 - 3), plus(day(quarter * 3), -1)];
}

/** Every right there ever was: opened by a delivery, closed by a termination, a disposal or a rejection. */
function rightsOf(sorted: Raw[]): Right[] {
	const byCase = new Map<string, { service: string; code: string; provider: string; method: string }>();
	const open = new Map<string, Right>();
	const all: Right[] = [];
	const given = (code: string, provider: string, service: string, method: string, from: number) => {
		const key = `${code} ${service}`;
		if (open.has(key)) return;
		const right = { code, provider, service, file: /file|batch/.test(method), from, to: Number.POSITIVE_INFINITY };
		open.set(key, right);
		all.push(right);
	};
	const closed = (code: string | undefined, service: string, to: number) => {
		for (const [key, right] of open) {
			if (right.service !== service || (code !== undefined && right.code !== code)) continue;
			right.to = to;
			open.delete(key);
		}
	};
	for (const { type, subject = '', data } of sorted) {
		if (type !== 'delivery.provided' || byCase.has(subject)) continue;
		const { counterparty: code, department: provider, method = '' } = data;
		byCase.set(subject, { service: data.service_id ?? data.catalogue, code, provider, method });
	}
	const turn = (event: Raw): [number, () => void] => {
		const { type, subject = '', data } = event;
		const told = byCase.get(subject);
		const service = data.service_id ?? told?.service ?? data.catalogue;
		const effective = data.effective_at ? moment(data.effective_at) : at(event);
		const does: Record<string, () => void> = {
			'delivery.provided': () => given(data.counterparty, data.department, service, data.method ?? '', at(event)),
			'delivery.accepted': () => given(data.department, data.counterparty, service, told?.method ?? '', at(event)),
			'delivery.rejected': () => closed(data.department, service, at(event)),
			'disposal.done': () => closed(data.department, service, at(event)),
			'service.terminated': () => closed(data.counterparty, service, effective),
		};
		return [type === 'service.terminated' ? effective : at(event), does[type] ?? (() => {})];
	};
	const acts = sorted.map(turn);
	for (const [, act] of acts.sort(([a], [b]) => a - b)) act();
	return all;
}

/** Rights that stand at the end of a day, each body and service once, and whether they are suspended then. */
export function heldOn(told: Told, rights: Right[], day: string) {
	const standing = rights.filter(({ from, to }) => from < endOf(day) && to >= endOf(day));
	const groups = by(standing, ({ code, service }) => `${told.bodyOf(code, day)} ${service}`);
	const halting = told.sorted.filter(({ type }) => type === 'service.suspended' || type === 'service.resumed');
	const acts = by(halting, ({ data }) => `${told.bodyOf(data.counterparty, day)} ${data.service_id}`);
	return [...groups].map(([key, own]) => {
		const first = own.toSorted((a, b) => a.from - b.from)[0] as Right;
		const halted = (acts.get(key) ?? []).findLast(({ time }) => Date.parse(time) < endOf(day));
		return { ...first, key, file: own.every(({ file }) => file), suspended: halted?.type === 'service.suspended' };
	});
}

/** Calls that name their caller, the last report of a day: successful ones in a span, by body and service; and which services are metered. */
export function callsIn(told: Told, from: string, to: string, bodyDay: string) {
	const daily = told.sorted.filter(
		({ type, data }) => type === 'service.daily' && data.counterparty && data.date >= from && data.date <= to,
	);
	const last = new Map(
		daily.map(one => [
			`${one.data.department} ${one.data.counterparty} ${one.data.service_id} ${one.data.date}`,
			one.data,
		]),
	);
	const used = new Map<string, number>();
	for (const { counterparty, service_id, calls, failures, checks = 0 } of last.values()) {
		const key = `${told.bodyOf(counterparty, bodyDay)} ${service_id}`;
		used.set(key, (used.get(key) ?? 0) + calls - failures - checks);
	}
	return { daily: [...last.values()], used, metered: new Set([...last.values()].map(one => one.service_id as string)) };
}

/** The reports of some types whose span touches another one, by body and service. */
export function reportsIn(told: Told, types: string[], from: string, to: string) {
	const some = told.sorted.filter(one => types.includes(one.type) && spanOf(one)[0] <= to && spanOf(one)[1] >= from);
	return by(
		some.flatMap(one => servicesOf(one).map(service => ({ ...one, service }))),
		({ data, service }) => `${told.bodyOf(data.department, told.to)} ${service}`,
	);
}

/** used | unused | null: nobody knows. */
export function stateOf(file: boolean, metered: boolean, calls: number, statuses: string[]): string | null {
	if (!file && metered) return calls > 0 ? 'used' : 'unused';
	if (statuses.includes('in_use')) return 'used';
	return statuses.includes('unused') ? 'unused' : null;
}

/** Σnum and Σden of every A and S indicator and department; the events are those heard by the last day, none taken back. */
export function plainlyUsed(events: Raw[], span: Pick<Told, 'from' | 'to' | 'bodyOf'>) {
	const sums = new Map<string, { num: number; den: number }>();
	const add: Told['add'] = (indicator, code, on, num, den) => {
		const key = `${indicator} ${span.bodyOf(code, on)}`;
		const sum = sums.get(key) ?? { num: 0, den: 0 };
		sums.set(key, { num: sum.num + num, den: sum.den + den });
	};
	const sorted = events.toSorted((a, b) => at(a) - at(b) || (a.id < b.id ? -1 : 1));
	const told: Told = { ...span, sorted, add };
	const rights = rightsOf(sorted);
	application(told, rights);
	requests(told);
	security(told, rights);
	return sums;
}

function application(told: Told, rights: Right[]): void {
	const { from, to, add, bodyOf } = told;
	const calls = callsIn(told, from, to, to);
	const statuses = reportsIn(told, ['use.status'], from, to);
	const records = reportsIn(told, ['use.status', 'use.recorded'], from, to);
	const effects = reportsIn(told, ['use.effect'], from, to);
	const served = new Set<string>();
	const used = (one: ReturnType<typeof heldOn>[number]) => {
		const said = (statuses.get(one.key) ?? []).map(({ data }) => data.status);
		return stateOf(one.file, calls.metered.has(one.service), calls.used.get(one.key) ?? 0, said);
	};
	const held = heldOn(told, rights, to).filter(({ suspended }) => !suspended);
	for (const one of held) add('A5', one.code, to, records.has(one.key) ? 1 : 0, 1);
	const ripe = held.filter(right => shanghai(new Date(right.from).toISOString()) <= plus(to, -30));
	for (const one of ripe.filter(each => used(each) !== null)) add('A1', one.code, to, used(one) === 'used' ? 1 : 0, 1);
	for (const one of ripe.filter(each => used(each) === 'used')) {
		add('A2', one.code, to, effects.has(one.key) ? 1 : 0, 1);
		served.add(`${bodyOf(one.provider, to)} ${bodyOf(one.code, to)}`);
	}
	for (const pair of served) add('A7c', pair.split(' ')[0] ?? '', to, 1, 0);
	for (const { counterparty, calls: number, rows } of calls.daily) {
		add('A7a', counterparty, to, number, 0);
		add('A7b', counterparty, to, rows, 0);
	}
}

/** 件 by case, provider and sharing type; the stories about requests are left out of both computations. */
function requests({ sorted, from, to, add }: Told): void {
	const keyOf = ({ subject = '', data }: Raw) => `${subject.split('/')[0]} ${data.department}`;
	const received = sorted.filter(({ type }) => type === 'request.received');
	const notices = by(
		sorted.filter(({ type }) => type === 'request.material_notice'),
		keyOf,
	);
	const passed = by(
		sorted.filter(({ type }) => type === 'request.transferred'),
		keyOf,
	);
	for (const own of by(received, one => `${keyOf(one)} ${one.data.sharing}`).values()) {
		const [first] = own as [Raw, ...Raw[]];
		const on = shanghai(first.time);
		const lines = own.map(({ subject }) => subject);
		const among = (acts: Map<string, Raw[]>) =>
			(acts.get(keyOf(first)) ?? []).filter(one => lines.includes(one.subject));
		if (on < from || on > to || among(passed).length === lines.length) continue;
		add('A4', first.data.counterparty, on, among(notices).length > 0 ? 0 : 1, 1);
	}
}

/** Some working days after a day, by hand. */
export const workdaysAfter = (day: string, n: number) => nameOf(after(indexOf(day), n));
