import { type Day, dayOf, type Instant, plusDays } from '#analytics/law/day.ts';
import { dailiesOf, heartbeatsOf, registers, type Tally } from './background.ts';
import type { Row } from './casefile.ts';
import { crowdOf } from './crowd.ts';
import { requestsOf } from './everyday.ts';
import { holdings } from './holdings.ts';
import { qualityOf } from './quality.ts';
import { safeguardsOf, securityOf } from './security.ts';
import { openSetting, type Setting } from './setting.ts';
import { openStock } from './stock.ts';
import { heldBack } from './stories/faults.ts';
import { stories } from './stories/stories.ts';
import { upkeepOf } from './upkeep.ts';
import { usageOf } from './usage.ts';

/** The story as it goes on, day by day; each day depends only on seed, anchor and the day itself. */
export type Chronicle = {
	setting: Setting;
	/** Every platform's rows, by platform code, in the order of `at`; complete up to the end of the last day told. */
	rows: ReadonlyMap<string, Row[]>;
	/** Goes on to the end of a day; days already told stay as they are. */
	tellUntil(day: Day): void;
	/** Adds rows that no plan foresaw; those of a day come before the next day is told, whose heartbeat counts them. */
	add(rows: Row[]): void;
};

/** Begins the story of the invented city: everything from 18 months before the anchor on. */
export function chronicle(seed: string, anchor: Day): Chronicle {
	const setting = openSetting(seed, anchor);
	const crowd = crowdOf(setting);
	const rows = new Map<string, Row[]>(setting.city.platforms.map(one => [one.code, []]));
	const tally: Tally = new Map();
	const held = holdings();
	let next = setting.begin;
	const write = (told: Row[]) => {
		for (const row of told) {
			count(tally, row);
			rows.get(row.platform)?.push(heldBack(setting, row));
		}
	};
	const sort = () => {
		for (const told of rows.values()) told.sort(inOrder);
	};
	const plan = (told: Row[]) => {
		held.note(told);
		write(told);
	};
	plan([...registers(setting), ...stories(setting).flatMap(one => one.rows), ...openStock(setting)]);
	write(safeguardsOf(setting));
	return {
		setting,
		rows,
		tellUntil(day) {
			if (next > day) return;
			for (; next <= day; next = plusDays(next, 1)) {
				if (next > setting.begin) write(heartbeatsOf(setting, plusDays(next, -1), tally));
				plan([...requestsOf(setting, next, crowd), ...upkeepOf(setting, next, crowd)]);
				write([...qualityOf(setting, next), ...dailiesOf(setting, next, held)]);
				write([...usageOf(setting, next, held), ...securityOf(setting, next, held)]);
			}
			sort();
		},
		add(told) {
			write(told);
			if (told.length > 0) sort();
		},
	};
}

/**
 * Every platform's rows that it has handed out up to an instant, in their order: 18 months up to the anchor and whatever followed it.
 * Pure: the same arguments, the same bytes.
 */
export function history(seed: string, anchor: Day, until: Instant): Map<string, Row[]> {
	const told = chronicle(seed, anchor);
	told.tellUntil(dayOf(until));
	return new Map([...told.rows].map(([platform, rows]) => [platform, rows.filter(row => row.at <= until)]));
}

function inOrder(a: Row, b: Row): number {
	return a.at - b.at || (a.event.id < b.event.id ? -1 : a.event.id > b.event.id ? 1 : 0);
}

function count(tally: Tally, row: Row): void {
	const key = `${row.platform} ${dayOf(row.at)}`;
	const counts = tally.get(key) ?? {};
	counts[row.event.type] = (counts[row.event.type] ?? 0) + 1;
	tally.set(key, counts);
}
