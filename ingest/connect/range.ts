import type { Range } from '#analytics/ledger/back-fills.ts';
import { zoneOf } from '../mappings/zone.ts';

/** A range that the source's order does not know. The message is for people, in Chinese. */
export class WrongRange extends Error {}

const DAY = 86_400_000;
const WRITTEN = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?)?$/;

/** A range in times: from an instant on, before another; a day that is named last belongs to it. `ahead`: the zone's offset, ms. */
type Times = { from: number | null; until: number | null; ahead(at: number): number };

/** A range of days or times in a zone (IANA name). Throws WrongRange. */
export function boundsInTime({ begins, ends }: Range, zone: string): Times {
	const clocks = zoneOf(zone);
	const at = (told: string, of: 'begins' | 'ends') => {
		const [, day, hm, seconds = ':00'] = WRITTEN.exec(told) ?? [];
		const local = Date.parse(`${day}T${hm ?? '00:00'}${seconds}Z`);
		if (day === undefined || Number.isNaN(local) || !new Date(local).toISOString().startsWith(day))
			throw new WrongRange(
				`补采的${of === 'begins' ? '起' : '止'}“${told}”应为日期或者时间，如 2026-03-01、2026-03-01 08:00。`,
			);
		const last = of === 'ends' && hm === undefined ? local + DAY : local;
		return clocks.instants(last)[0] ?? last;
	};
	const from = begins === null ? null : at(begins, 'begins');
	const until = ends === null ? null : at(ends, 'ends');
	if (from !== null && until !== null && from >= until) throw backwards();
	return { from, until, ahead: clocks.offset };
}

/** A range of whole numbers, both ends in it. Throws WrongRange. */
export function boundsInNumbers({ begins, ends }: Range): { from: bigint | null; last: bigint | null } {
	const number = (told: string | null, of: string) => {
		if (told === null) return null;
		if (!/^\d{1,30}$/.test(told))
			throw new WrongRange(`补采的${of}“${told}”应为数字：该来源按序号、页码或者条数读取。`);
		return BigInt(told);
	};
	const [from, last] = [number(begins, '起'), number(ends, '止')];
	if (from !== null && last !== null && from > last) throw backwards();
	return { from, last };
}

function backwards(): WrongRange {
	return new WrongRange('补采的起晚于止，请核对。');
}

/** What cannot be said of a source's list; `of`: which end. Throws WrongRange where it is said. */
export function refuseBound(told: string | null, of: '起' | '止', why: string): void {
	if (told !== null) throw new WrongRange(`该来源${why}，补采不能指定${of}。请留空。`);
}
