import { by, plus, type Raw, shanghai } from './quality-plainly.ts';
import {
	callsIn,
	endOf,
	heldOn,
	quarterDays,
	type Right,
	reportsIn,
	spanOf,
	stateOf,
	type Told,
	workdaysAfter,
} from './use-plainly.ts';

const PARTS = ['scene', 'process', 'effect', 'storage', 'destruction'];
const ITEMS = ['制度', '分类分级', '安全评估', '等保', '密评', '委托审批', '应急演练'];
const HOUR = 3_600_000;

/** S1 to S6. */
export function security(told: Told, rights: Right[]): void {
	for (const year of [2025, 2026]) {
		for (const quarter of [1, 2, 3, 4]) records(told, rights, quarterDays(year, quarter));
	}
	suspensions(told);
	findings(told);
	disposals(told);
	incidents(told);
	checklist(told, rights);
	complaints(told);
}

function records(told: Told, rights: Right[], [first, last]: [string, string]): void {
	if (first < '2025-10-01' || last < told.from || last > told.to) return;
	const calls = callsIn(told, first, last, told.to);
	const statuses = reportsIn(told, ['use.status'], first, last);
	const kept = reportsIn(told, ['use.recorded'], first, last);
	const touching = (one: Raw) => spanOf(one)[0] <= last && spanOf(one)[1] >= first;
	const inspections = told.sorted.filter(one => one.type === 'use.inspected' && touching(one));
	const looks = by(inspections, ({ data }) => told.bodyOf(data.counterparty, told.to));
	const begun = rights.filter(({ from }) => shanghai(new Date(from).toISOString()) < first);
	for (const one of heldOn(told, begun, last)) {
		const said = (statuses.get(one.key) ?? []).map(({ data }) => data.status);
		if (stateOf(one.file, calls.metered.has(one.service), calls.used.get(one.key) ?? 0, said) === 'unused') continue;
		const look = looks.get(told.bodyOf(one.code, told.to))?.at(-1)?.data;
		const whole = (kept.get(one.key) ?? []).some(isWhole) ? 1 : 0;
		told.add('S1', one.code, last, look ? (look.sampled - look.gaps) / look.sampled : whole, 1);
	}
}

function isWhole({ time, data }: Raw): boolean {
	const three = `${Number(time.slice(0, 4)) + 3}${shanghai(time).slice(4)}`;
	return PARTS.every(part => data[part]) && data.retained_until >= three;
}

function suspensions({ sorted, from, to, add }: Told): void {
	const acts = sorted.filter(({ type }) => type === 'service.suspended' || type === 'service.resumed');
	for (const own of by(acts, ({ data }) => `${data.counterparty} ${data.service_id}`).values()) {
		for (let day = from; day <= to; day = plus(day, 1)) {
			const last = own.findLast(({ time }) => shanghai(time) <= day);
			if (last?.type === 'service.suspended') add('S2b', last.data.counterparty, to, 1, 0);
		}
	}
}

const INDICATORS: Record<string, string> = { '40.1': 'A3', '40.2': 'S2a', '40.3': 'S2a', '40.6': 'S4a' };

/** The last decision on each counts; of an incident, by the day of its discovery. */
function findings({ sorted, from, to, add }: Told): void {
	const itemOf = ({ data }: Raw): string => data.item ?? data.kind;
	const decided = sorted.filter(({ type }) => type === 'finding.decided');
	const last = new Map(decided.map(one => [`${one.subject} ${itemOf(one)} ${one.data.counterparty}`, one]));
	const discovered = sorted.filter(({ type }) => type === 'security.discovered');
	for (const one of last.values()) {
		const indicator = INDICATORS[itemOf(one)];
		const incident = indicator === 'S4a' ? discovered.find(({ subject }) => subject === one.subject) : undefined;
		const on = shanghai((incident ?? one).time);
		const counts = one.data.decision === 'confirmed' && on >= from && on <= to;
		if (indicator && counts) add(indicator, one.data.counterparty, on, 1, 0);
	}
}

function disposals({ sorted, from, to, add }: Told): void {
	for (const { type, subject, data } of sorted) {
		if (type !== 'disposal.required' || data.deadline < from || data.deadline > to) continue;
		const done = sorted.find(one => one.type === 'disposal.done' && one.subject === subject);
		add('S3', data.counterparty, data.deadline, done && shanghai(done.time) <= data.deadline ? 1 : 0, 1);
	}
}

function incidents({ sorted, from, to, add }: Told): void {
	for (const { type, subject, data, time } of sorted) {
		if (type !== 'security.discovered' || subject === undefined || !data.level.includes('大')) continue;
		const due = Date.parse(time) + 4 * HOUR;
		const on = shanghai(new Date(due - 1).toISOString());
		const reported = sorted.find(one => one.type === 'security.reported' && one.subject === subject);
		const stopped = reported && Date.parse(reported.recordedtime);
		if (on >= from && on <= to) add('S4b', data.department, on, stopped !== undefined && stopped < due ? 1 : 0, 1);
	}
}

function checklist(told: Told, rights: Right[]): void {
	const { sorted, to, add, bodyOf } = told;
	const said = sorted.filter(({ type }) => type === 'security.safeguard');
	for (const [body, acts] of by(said, ({ data }) => bodyOf(data.department, to))) {
		const last = ITEMS.map(item => acts.findLast(({ data }) => data.item === item)?.data);
		for (const one of last.filter(each => each?.status !== 'not_applicable')) {
			const { status, valid_until = to } = one ?? {};
			add('S5', body, to, status === 'in_place' && valid_until >= to ? 1 : 0, 1);
		}
	}
	for (const { code } of heldOn(told, rights, to)) add('S5', code, to, 0, 0);
}

function complaints({ sorted, from, to, add }: Told): void {
	const inSpan = (on: string) => on >= from && on <= to;
	const closed = sorted.filter(({ type }) => type === 'complaint.closed');
	for (const { data, time } of closed.filter(one => one.data.upheld === true && inSpan(shanghai(one.time)))) {
		add('S6a', data.department, shanghai(time), 1, 0);
	}
	for (const { subject, data, time } of sorted.filter(({ type }) => type === 'complaint.received')) {
		const due = workdaysAfter(shanghai(time), 15);
		const answer = closed.find(one => one.subject === subject);
		const met = answer !== undefined && Date.parse(answer.time) < endOf(due);
		if (inSpan(due)) add('S6b', data.department, due, met ? 1 : 0, 1);
	}
}
