import { type Day, daysBetween, plusDays, startOf, toDay, weekday } from '#analytics/law/day.ts';
import { dateOf, serviceOf } from './acts.ts';
import { casefile, clock, type Row } from './casefile.ts';
import { AUTHORITY_SYSTEM, type Item, MERGED, type Organisation } from './city.ts';
import type { Holdings } from './holdings.ts';
import { cycleOf } from './quality.ts';
import { type Dice, dice } from './random.ts';
import type { Setting } from './setting.ts';

/** What the platforms register on the first day told: every organisation, every catalogue item, every platform. */
export function registers(s: Setting): Row[] {
	const at = clock(s.begin, 8, 30);
	const bodies = casefile(AUTHORITY_SYSTEM, '', 'JG');
	for (const one of s.city.organisations) {
		if (one.slug === MERGED.to) continue;
		const data = { kind: 'establish', to: [body(one)], effective: toDay('2019-03-01'), document: '示编〔2019〕1号' };
		bodies.tell('organisation.changed', at, s.authority, { data });
	}
	const items = casefile(AUTHORITY_SYSTEM, '', 'MLDJ');
	for (const item of s.city.items) {
		items.tell('catalogue.registered', at + 600_000, s.providerOn(item, s.begin), { data: registered(item) });
	}
	const joined = casefile(AUTHORITY_SYSTEM, '', 'PT');
	for (const one of s.city.platforms) {
		joined.tell('platform.joined', at + 1_200_000, s.authority, { data: { platform: one.code, title: one.name } });
	}
	return [...bodies.rows, ...items.rows, ...joined.rows];
}

/** How the authority names an organisation in its register. */
export function body(one: Organisation) {
	const rankable = one.kind === 'department' || one.kind === 'district';
	return { code: one.code, name: one.name, region: one.region, kind: one.kind, rankable };
}

function registered(item: Item) {
	const basis =
		item.sharing === 'none' ? { non_share_reason: '法律明确规定不能提供', legal_basis: '相关法律规定' } : {};
	const scope = item.sharing === 'conditional' ? { conditions: '限履行法定职责时按申请用途使用' } : {};
	return {
		...{
			catalogue: item.code,
			catalogue_version: '1',
			title: item.title,
			sharing: item.sharing,
			update_cycle: cycleOf(item),
		},
		...{ share_method: '服务接口', classification: '一般数据', ...basis, ...scope },
	};
}

/** The 60 interfaces whose daily records are told, from 60 days before the anchor on. */
function servicesOf(s: Setting): Item[] {
	const asked = ['police', 'hrss', 'samr', 'nr', 'tax', 'bdc', 'civil', 'housing', 'ybj', 'health', 'edu', 'qiming'];
	return asked.flatMap(slug =>
		s.city
			.itemsOf(slug)
			.filter(item => item.sharing !== 'none')
			.slice(0, 5),
	);
}

/** Daily record of every service for a day, written shortly after midnight; one service is called by a robot ten million times. Each names one caller. */
export function dailiesOf(s: Setting, on: Day, held: Holdings): Row[] {
	if (daysBetween(on, s.anchor) > 60) return [];
	return servicesOf(s).flatMap((item, i) => {
		const die = dice(s.seed, 'service', item.code, on);
		const owner = s.providerOn(item, on);
		const file = casefile(owner.platform, '', `RB${dateOf(on)}-${String(i + 1).padStart(2, '0')}`);
		const base = i === 0 ? 10_000_000 : 40 * (1 + ((i * 37) % 90));
		const calls = Math.round(base * (weekday(on) % 6 === 0 ? 0.2 : 1) * (0.8 + die.next() * 0.4));
		const failures = Math.round(calls * (i % 17 === 5 ? 0.08 : 0.002) * die.next());
		const data = { service_id: serviceOf(item), date: on, calls, failures, rows: calls - failures };
		const counted = { catalogue: item.code, ...data, ...minutesOf(die, on, i, failures) };
		const counterparty = callerOf(s, serviceOf(item), on, held, i === 0);
		file.tell('service.daily', clock(plusDays(on, 1), 0, 20), owner, { counterparty, data: counted });
		return file.rows;
	});
}

/** Minutes of a day in which the `i`-th service was there: some are maintained on Sundays, some break down. */
function minutesOf(die: Dice, on: Day, i: number, failures: number) {
	const planned = weekday(on) === 0 && i % 10 === 3 ? 120 : 0;
	const broken = i % 17 === 5 && die.chance(0.3) ? die.int(20, 200) : 0;
	const outage = failures > 50 ? 12 + broken : broken;
	return { availability_minutes: 1440 - planned - outage, ...(planned > 0 ? { planned_minutes: planned } : {}) };
}

/** Who called a service on a day: one of those who were given it, in turn; the robot is always the same one. */
function callerOf(s: Setting, service: string, on: Day, held: Holdings, robot: boolean): Organisation | undefined {
	const holders = held.holders(service, startOf(on));
	const at = robot ? 0 : dice(s.seed, 'caller', service, on).int(0, Math.max(0, holders.length - 1));
	const caller = s.city.organisations.find(one => one.code === holders[at]?.demander);
	return caller && s.bodyOn(caller.slug, on);
}

/** How many events of each type every platform wrote on a day. */
export type Tally = Map<string, Record<string, number>>;

/** The platforms' reconciliation of a day (报送对账日报), written ten minutes after its end. */
export function heartbeatsOf(s: Setting, on: Day, tally: Tally): Row[] {
	return s.city.platforms.flatMap(platform => {
		const file = casefile(platform.code, '', `DZ${dateOf(on)}`);
		const owner = s.city.organisations.find(one => one.platform === platform.code && platform.region === one.region);
		const keeper = platform.code.endsWith('-exchange') || !owner ? s.authority : owner;
		const data = { date: on, counts: tally.get(`${platform.code} ${on}`) ?? {} };
		file.tell('platform.heartbeat', clock(plusDays(on, 1), 0, 10), keeper, { data });
		return file.rows;
	});
}
