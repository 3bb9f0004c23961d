import { type Day, dayOf, type Instant, plusDays, plusYears } from '#analytics/law/day.ts';
import {
	accepted,
	dateOf,
	extended,
	type Line,
	noticed,
	provided,
	replied,
	requested,
	resubmitted,
	serviceOf,
	transferred,
	withdrawn,
} from './acts.ts';
import { casefile, clock, officeTime, type Row } from './casefile.ts';
import type { Crowd } from './crowd.ts';
import { users } from './habits.ts';
import { type Manners, mannersOf } from './manners.ts';
import { type Dice, dice } from './random.ts';
import type { Setting } from './setting.ts';

/** Every act, however late, of the ordinary requests that are submitted on a day. */
export function requestsOf(s: Setting, on: Day, crowd: Crowd): Row[] {
	const die = dice(s.seed, 'requests', on);
	const count = s.calendar.isWorkday(on) ? die.int(7, 11) : die.int(0, 1);
	return Array.from({ length: count }, (_, i) => request(s, crowd, on, i + 1)).flat();
}

function request(s: Setting, crowd: Crowd, on: Day, serial: number): Row[] {
	const die = dice(s.seed, 'request', on, serial);
	const items = wanted(die, crowd);
	const owners = new Set(items.map(item => item.provider));
	const demander = crowd.demander(die, on, owners);
	const id = `SQ${dateOf(on)}-${String(serial).padStart(4, '0')}`;
	const lines = requested(s, id, demander, items, officeTime(die, on));
	const matters = new Map<string, Line[]>();
	for (const line of lines) {
		const key = `${line.provider.code} ${line.item.sharing}`;
		matters.set(key, [...(matters.get(key) ?? []), line]);
	}
	for (const matter of matters.values()) course(s, die, matter, on);
	return lines[0]?.file.rows ?? [];
}

/** One to four items, mostly of one provider. */
function wanted(die: Dice, crowd: Crowd) {
	const count = die.pick([1, 1, 1, 1, 2, 2, 3, 4]);
	const first = crowd.item(die);
	const others = Array.from({ length: count - 1 }, () =>
		die.chance(0.75) ? crowd.itemOf(die, first.provider) : crowd.item(die),
	);
	return [...new Set([first, ...others])];
}

/** What becomes of one 件: the lines of a request at one provider with one sharing type. */
function course(s: Setting, die: Dice, matter: Line[], on: Day): void {
	const [line] = matter;
	if (!line) return;
	const manners = mannersOf(s, line.item.provider);
	const period = line.item.sharing === 'unconditional' ? 1 : 10;
	const fate = die.next();
	if (period === 10 && fate < 0.026) {
		if (fate < 0.012) each(matter, one => withdrawn(one, clock(s.workday(on, 5), 11)));
		else if (fate < 0.02) handOn(s, die, matter, on);
		else each(matter, one => noticed(one, clock(s.workday(on, 3), 10)));
		return;
	}
	const started = prelude(s, die, matter, on, manners, period);
	const answeredOn = actDay(s, die, started.from, started.left, manners.lateReply, manners.pace);
	const at = notBefore(officeTime(die, answeredOn), started.from, line);
	outcome(s, die, matter, at, manners);
}

/** A notice of missing materials or an extension, if there is one; from when the rest of the period counts, and how many working days it has. */
function prelude(s: Setting, die: Dice, matter: Line[], on: Day, manners: Manners, period: number) {
	if (period === 10 && die.chance(manners.notices)) {
		const used = manners.notices > 0.5 ? 9 : die.int(1, 4);
		const asked = s.workday(on, used);
		const back = s.workday(asked, die.int(2, 8));
		each(matter, line => {
			noticed(line, clock(asked, 15, 10));
			resubmitted(line, clock(back, 10, 5));
		});
		return { from: back, left: period - used };
	}
	if (period === 10 && die.chance(manners.extensions)) {
		const days = die.pick([5, 10]);
		each(matter, line => extended(s, line, clock(s.workday(on, 7), 9, 20), clock(s.workday(on, 8), 16), days));
		return { from: s.workday(on, 8), left: period + days - 8 };
	}
	return { from: on, left: period };
}

/** The day of an act: within the working days left, or late by a few to many of them. */
export function actDay(s: Setting, die: Dice, from: Day, left: number, late: number, pace: number): Day {
	if (die.chance(late))
		return s.workday(from, left + 1 + Math.min(75, Math.floor(-Math.log(1 - die.next()) * (left === 1 ? 6 : 17))));
	if (pace >= 1) return s.workday(from, left);
	if (left === 1) return die.chance(0.5) && s.calendar.isWorkday(from) ? from : s.workday(from, 1);
	const share = Math.min(1, Math.max(0.1, pace + (die.next() - 0.5) * 0.5));
	return s.workday(from, Math.max(1, Math.round(share * left)));
}

/** An act on the day from which its period counts comes after what happened that day, and within the day. */
function notBefore(at: Instant, from: Day, line: Line): Instant {
	const latest = line.file.rows.filter(row => dayOf(row.at) === from).at(-1)?.at ?? at;
	return dayOf(at) === from && at < latest + 1_200_000 ? latest + 1_200_000 : at;
}

function outcome(s: Setting, die: Dice, matter: Line[], at: Instant, manners: Manners): void {
	const refused = matter.every(line => line.item.sharing === 'none') || die.chance(0.07);
	if (refused) {
		each(matter, line => replied(line, at, 'refuse', reasons(line)));
		return;
	}
	const partly = die.chance(0.03);
	for (const line of matter) replied(line, at, partly ? 'partial' : 'agree', partly ? partial : {});
	const due = actDay(s, die, dayOf(at), 20, manners.lateDelivery, manners.pace);
	const ready = officeTime(die, due);
	each(matter, line => delivery(s, die, line, ready));
}

const partial = { data: { reason_code: '5', reason: '部分数据项超出履行职责所必需的范围，不予提供' } };

function reasons(line: Line) {
	return line.item.sharing === 'none' ? { data: { reason_code: '1', reason: '法律、行政法规明确规定不能提供' } } : {};
}

function delivery(s: Setting, die: Dice, line: Line, ready: Instant): void {
	provided(line, ready);
	if (die.chance(0.93)) accepted(line, clock(s.workday(dayOf(ready), die.int(1, 5)), 10), die.int(3, 5));
	if (die.chance(0.12)) use(s, die, line, plusDays(dayOf(ready), die.int(20, 70)));
}

/** A record of use by the demander, to be kept three years (条例第二十九条第二款). */
function use(s: Setting, die: Dice, line: Line, on: Day): void {
	const at = officeTime(die, s.workday(on, 0));
	const record = casefile(line.file.rows[0]?.platform ?? '', `SY${line.file.id.slice(2)}${line.no && `-${line.no}`}`);
	record.tell('use.recorded', at, line.demander, {
		counterparty: line.provider,
		data: {
			catalogue: line.item.code,
			service_id: serviceOf(line.item),
			...{ scene: true, process: true, effect: true, storage: true, destruction: true },
			retained_until: plusYears(plusDays(dayOf(at), 1), 3),
		},
	});
	if (line.demander.slug !== users.careless) line.file.rows.push(...record.rows);
}

/** Handed on to a body that then answers in time. */
function handOn(s: Setting, die: Dice, matter: Line[], on: Day): void {
	const passed = s.workday(on, die.int(1, 3));
	const others = ['zwfw', 'bdc', 'sbzx']
		.map(slug => s.city.bySlug(slug))
		.filter(one => one !== matter[0]?.provider && one !== matter[0]?.demander);
	const to = die.pick(others);
	each(matter, line => {
		const onward = transferred(line, clock(passed, 9, 40), to);
		const day = actDay(s, die, passed, line.item.sharing === 'unconditional' ? 1 : 10, 0, 0.5);
		replied(onward, clock(day, 15, 25), 'refuse');
	});
}

function each(matter: Line[], act: (line: Line) => unknown): void {
	for (const line of matter) act(line);
}
