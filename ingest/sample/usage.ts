import { type Day, plusYears, startOf, toDay } from '#analytics/law/day.ts';
import { dateOf } from './acts.ts';
import { type Casefile, casefile, clock, type Row } from './casefile.ts';
import { MERGED, type Organisation } from './city.ts';
import { habitsOf } from './habits.ts';
import type { Holding, Holdings } from './holdings.ts';
import { dice } from './random.ts';
import type { Setting } from './setting.ts';

/** Planted: data that was obtained and never used (应用未用). */
export const IDLE_MARK = 'TYW';
/** Planted: data delivered as files. */
export const FILE_MARK = 'TYF';

/**
 * What the bodies report on a day about what they were given: each month which services are in use, and in the last month
 * of a quarter the record of use (条例第二十九条第二款) and the effects.
 */
export function usageOf(s: Setting, on: Day, held: Holdings): Row[] {
	if (!s.calendar.isWorkday(on)) return [];
	return bodiesOn(s, on).flatMap(body => {
		if (reportingDay(s, body.slug, on) !== on) return [];
		const mine = held.of(codesOf(s, body.slug), startOf(on));
		return mine.length === 0
			? []
			: [...statusOf(s, body, on, mine), ...(isLast(on) ? quarterOf(s, body, on, mine) : [])];
	});
}

/** Bodies that stand on a day, the authority left out. */
export function bodiesOn(s: Setting, on: Day): Organisation[] {
	const gone: readonly string[] = on < s.merger ? [MERGED.to] : MERGED.from;
	return s.city.organisations.filter(one => one.kind !== 'authority' && !gone.includes(one.slug));
}

/** The merged bureau goes on with what both its predecessors were given. */
export function codesOf(s: Setting, slug: string): string[] {
	const slugs = slug === MERGED.to ? [slug, ...MERGED.from] : [slug];
	return slugs.map(one => s.city.bySlug(one).code);
}

/** A working day between the 6th and the 20th of the month, the body's own. */
function reportingDay(s: Setting, slug: string, on: Day): Day {
	const first = toDay(`${on.slice(0, 7)}-01`);
	return s.workday(first, dice(s.seed, 'reporting day', slug).int(4, 11));
}

function isLast(on: Day): boolean {
	return Number(on.slice(5, 7)) % 3 === 0;
}

/** `2026-Q3` */
function quarterName(on: Day): string {
	return `${on.slice(0, 4)}-Q${Math.ceil(Number(on.slice(5, 7)) / 3)}`;
}

/** A body uses a service or it does not; now and then one begins or ceases to be used. */
function inUse(s: Setting, body: Organisation, on: Day, one: Holding): boolean {
	if (one.caseId.includes(`-${IDLE_MARK}`)) return false;
	if (one.caseId.includes(`-${FILE_MARK}`)) return true;
	const share = habitsOf(s, body.slug).used;
	const always = dice(s.seed, 'in use', body.slug, one.service).chance(share);
	return dice(s.seed, 'in use', body.slug, one.service, quarterName(on)).chance(share === 1 ? 0 : 0.06)
		? !always
		: always;
}

function statusOf(s: Setting, body: Organisation, on: Day, mine: readonly Holding[]): Row[] {
	const die = dice(s.seed, 'status', body.slug, on);
	if (!die.chance(habitsOf(s, body.slug).reports)) return [];
	const file = casefile(body.platform, '', `SYZT${dateOf(on)}-${body.slug}`);
	const tell = (status: 'in_use' | 'unused', some: Holding[]) => {
		if (some.length === 0) return;
		const reason =
			status === 'unused' ? { reason: die.pick(['业务系统尚未对接', '业务场景调整', '数据项不满足需要']) } : {};
		const data = { services: some.map(one => one.service), period: on.slice(0, 7), status, ...reason };
		file.tell('use.status', clock(on, 15, 30), body, { data });
	};
	tell(
		'in_use',
		mine.filter(one => inUse(s, body, on, one)),
	);
	tell(
		'unused',
		mine.filter(one => !inUse(s, body, on, one)),
	);
	return file.rows;
}

function quarterOf(s: Setting, body: Organisation, on: Day, mine: readonly Holding[]): Row[] {
	const die = dice(s.seed, 'quarter', body.slug, on);
	const habits = habitsOf(s, body.slug);
	const services = mine.filter(one => inUse(s, body, on, one)).map(one => one.service);
	const file = casefile(body.platform, `SYJL${dateOf(on)}-${body.slug}`);
	const about = { services, period: quarterName(on) };
	if (services.length > 0 && die.chance(habits.records)) recorded(file, body, on, about, die.chance(habits.whole));
	if (services.length > 0 && die.chance(habits.effects)) {
		const some = services.filter(service =>
			dice(s.seed, 'effect', body.slug, service).chance(0.4 + habits.effects * 0.6),
		);
		const effect = { business: die.pick(['一件事联办', '资格核验', '免申即享']), saved: '减少提交材料' };
		const data = { ...about, services: some, ...effect };
		if (some.length > 0) file.tell('use.effect', clock(on, 16, 20), body, { data });
	}
	return file.rows;
}

function recorded(file: Casefile, body: Organisation, on: Day, about: object, whole: boolean): void {
	const parts = { scene: true, process: true, effect: true, storage: true, destruction: whole };
	const data = { ...about, ...parts, retained_until: plusYears(toDay(`${on.slice(0, 4)}-12-31`), 3) };
	file.tell('use.recorded', clock(on, 16), body, { data });
}
