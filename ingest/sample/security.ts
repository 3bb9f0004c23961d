import { type Day, daysBetween, plusDays, plusYears } from '#analytics/law/day.ts';
import { safeguards } from '#analytics/law/safeguards.ts';
import { dateOf } from './acts.ts';
import { casefile, clock, officeTime, type Row } from './casefile.ts';
import { AUTHORITY_SYSTEM, type Organisation } from './city.ts';
import { habitsOf } from './habits.ts';
import type { Holding, Holdings } from './holdings.ts';
import { type Dice, dice } from './random.ts';
import type { Setting } from './setting.ts';
import { bodiesOn, codesOf } from './usage.ts';

/** What happens on a day around security: incidents, disposals, inspections, services ended. */
export function securityOf(s: Setting, on: Day, held: Holdings): Row[] {
	if (!s.calendar.isWorkday(on)) return [];
	const die = dice(s.seed, 'security', on);
	return [
		...(die.chance(0.04) ? incident(s, die, on) : []),
		...(die.chance(0.22) ? disposal(s, die, on, held) : []),
		...(die.chance(0.08) ? inspection(s, die, on, held) : []),
		...(die.chance(0.03) ? ended(s, die, on, held) : []),
	];
}

/** What every body registers of the checklist: each item is valid for a year, and most are renewed before it expires. */
export function safeguardsOf(s: Setting): Row[] {
	return s.city.organisations.flatMap(({ slug }) =>
		Object.entries(safeguards).flatMap(([item, name]) => registered(s, slug, item, name)),
	);
}

function registered(s: Setting, slug: string, item: string, name: string): Row[] {
	const die = dice(s.seed, 'safeguard', slug, item);
	const habits = habitsOf(s, slug);
	const first = s.workday(plusDays(s.begin, die.int(3, 60)), 1);
	const late = die.chance(habits.renews) ? -die.int(3, 30) : die.int(10, 90);
	const spared = item === 'outsourcing' && die.chance(0.2);
	const inPlace = die.chance(habits.safeguards);
	const status = spared ? 'not_applicable' : inPlace ? 'in_place' : 'lacking';
	const days = habits.safeguards === 0 ? [] : [first, s.workday(plusDays(first, 364 + late), 0)];
	return days.flatMap(on => {
		const body = bodiesOn(s, on).find(one => one.slug === slug);
		if (!body) return [];
		const file = casefile(body.platform, '', `BZCS${dateOf(on)}-${slug}-${item}`);
		const until = status === 'in_place' ? { valid_until: plusYears(on, 1) } : {};
		file.tell('security.safeguard', clock(on, 10, 30), body, { data: { item: name, status, ...until } });
		return file.rows;
	});
}

function incident(s: Setting, die: Dice, on: Day): Row[] {
	const by = die.pick(bodiesOn(s, on));
	const file = casefile(by.platform, `AQ${dateOf(on)}-01`);
	const kind = die.pick(['数据泄露风险', '越权访问', '违规留存', '系统被扫描']);
	const data = { level: die.chance(0.3) ? '较大' : '一般', kind, side: 'demander', body_kind: 'other' };
	const found = officeTime(die, on);
	file.tell('security.discovered', found, by, { data });
	file.tell('security.reported', found + die.int(20, die.chance(0.12) ? 600 : 200) * 60_000, by, { data });
	file.tell('security.contained', found + 26 * 3_600_000, by, { data });
	file.tell('security.closed', clock(s.workday(on, die.int(3, 12)), 16), by, { data });
	return file.rows;
}

/** A service that somebody has had for three months at least; not one that a story needs. */
function longHeld(s: Setting, die: Dice, on: Day, held: Holdings): { body: Organisation; one: Holding } | null {
	const body = die.pick(bodiesOn(s, on));
	const before = clock(plusDays(on, -90), 0);
	const some = held.of(codesOf(s, body.slug), before).filter(one => !/-T[A-Z0-9]{2,}/.test(one.caseId));
	return some.length === 0 ? null : { body, one: die.pick(some) };
}

function ownerOf(s: Setting, one: Holding, on: Day): Organisation | undefined {
	const found = s.city.organisations.find(each => each.code === one.provider);
	return found && s.bodyOn(found.slug, on);
}

function disposal(s: Setting, die: Dice, on: Day, held: Holdings): Row[] {
	const chosen = longHeld(s, die, on, held);
	const owner = chosen && ownerOf(s, chosen.one, on);
	if (!chosen || !owner) return [];
	const file = casefile(owner.platform, `CZ${dateOf(on)}-01`);
	const about = { catalogue: chosen.one.catalogue, service_id: chosen.one.service };
	const deadline = s.workday(on, 15);
	const required = { ...about, deadline, reason: die.pick(['共享目的已实现', '共享目的无法实现']) };
	file.tell('disposal.required', clock(on, 10), owner, { counterparty: chosen.body, data: required });
	const day = s.workday(on, die.chance(0.1) ? die.int(16, 30) : die.int(3, 15));
	const done = { ...about, method: '销毁', certificate: `销毁证明${dateOf(day)}` };
	file.tell('disposal.done', clock(day, 11), s.bodyOn(chosen.body.slug, day), { counterparty: owner, data: done });
	return file.rows;
}

/** The authority looks at twenty records of the quarter before. */
function inspection(s: Setting, die: Dice, on: Day, held: Holdings): Row[] {
	const body = die.pick(bodiesOn(s, on));
	if (held.of(codesOf(s, body.slug), clock(plusDays(on, -120), 0)).length === 0) return [];
	const file = casefile(AUTHORITY_SYSTEM, '', `CY${dateOf(on)}`);
	const before = plusDays(on, -daysBetween(`${on.slice(0, 7)}-01` as Day, on) - 1);
	const quarter = Math.ceil(Number(before.slice(5, 7)) / 3);
	const data = { period: `${before.slice(0, 4)}-Q${quarter}`, sampled: 20, gaps: die.chance(0.6) ? 0 : die.int(1, 6) };
	file.tell('use.inspected', clock(on, 16), s.authority, { counterparty: body, data });
	return file.rows;
}

/** Ended after filing and consultation. */
function ended(s: Setting, die: Dice, on: Day, held: Holdings): Row[] {
	const chosen = longHeld(s, die, on, held);
	const owner = chosen && ownerOf(s, chosen.one, on);
	if (!chosen || !owner) return [];
	const file = casefile(owner.platform, '', `ZZ${dateOf(on)}`);
	const about = { catalogue: chosen.one.catalogue, service_id: chosen.one.service };
	const effective = s.workday(on, 10);
	const filing = { ...about, kind: '终止', planned_at: effective, consulted: true };
	file.tell('service.change_filed', clock(on, 11), owner, { counterparty: chosen.body, data: filing });
	const data = { ...about, effective_at: effective, reason: '系统整合' };
	file.tell('service.terminated', clock(effective, 9), s.bodyOn(owner.slug, effective), {
		counterparty: chosen.body,
		data,
	});
	return file.rows;
}
