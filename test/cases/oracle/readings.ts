import type { Policy } from '#analytics/law/policy.ts';
import { type Deed, moment } from './deeds.ts';
import { after, dayAt, indexOf, isWorking, minuteAt, morningOf, workingFrom } from './fingers.ts';

/** The readings that every clock shares, as the naive reader understands them: when something is received, late, done. */

const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** A day that is not cut short: the clock went on only after its due hour. */
export type Full = number | null;

/** Whether a due day (negative: not reached) had run out at a moment. */
export function isOver(due: number, at: number, { dueCutoff }: Policy, full: Full = null): boolean {
	if (due < 0) return false;
	const day = dayAt(at);
	return day > due || (day === due && dueCutoff !== null && due !== full && minuteAt(at) >= minutes(dueCutoff));
}

const DECREE = indexOf('2025-08-01');

/** Out of the count: begun before the Decree, or, where a policy says so, asked for before it. `asked`: the day of receipt. */
export function isBeforeDecree(start: number, asked: number, { regime }: Policy): boolean {
	return start < DECREE || (regime === 'by_request' && asked < DECREE);
}

/** How an open clock stands at the end of a day. */
export function openOn(day: number, due: number, { dueCutoff }: Policy, full: Full = null): string {
	return due >= 0 && (day > due || (day === due && dueCutoff !== null && due !== full)) ? 'overdue' : 'running';
}

/** From when an act that ends a clock counts, and whether it was late. */
export function settled(at: number, due: number, policy: Policy, full: Full = null) {
	const day = dayAt(at);
	const late = isOver(due, at, policy, full);
	if (policy.restDayStop === 'as_is' || isWorking(day)) return { day, at, late };
	const next = workingFrom(day);
	const moved = morningOf(next);
	return !late && isOver(due, moved, policy, full) ? { day, at, late } : { day: next, at: moved, late };
}

/** Claims a moment before the due one that its record does not bear out. */
export function isBackdated(deed: Deed, due: number, policy: Policy, full: Full = null): boolean {
	return isOver(due, moment(deed), policy, full) && !isOver(due, deed.occurred, policy, full);
}

/** The day on which something is deemed received; null: it has not been received yet. */
export function deemedDay(deed: Deed, policy: Policy): number | null {
	const arrived = begunAt(deed, policy);
	if (arrived === null) return null;
	let day = dayAt(arrived.at);
	const { receiptCutoff } = policy;
	if (receiptCutoff !== null && arrived.hour && minuteAt(arrived.at) >= minutes(receiptCutoff)) day++;
	return policy.restDayReceipt === 'next_workday' ? workingFrom(day) : day;
}

/** The moment of receipt before any rule about hours and days of rest; `hour`: its hour is known. */
function begunAt(deed: Deed, policy: Policy): { at: number; hour: boolean } | null {
	const at = moment(deed);
	const arrival = { at, hour: !deed.paper };
	if (deed.kind !== 'receive') return arrival;
	const { precheck, signed } = deed;
	if (policy.forwarding === 'authority' && precheck !== undefined && precheck < at) return { at: precheck, hour: true };
	if (policy.receiptBasis === 'arrival') return arrival;
	const last = after(dayAt(at), policy.signOffWithin);
	const capped = policy.receiptBasis === 'sign_off_capped';
	if (signed === undefined) return capped ? { at: morningOf(last), hour: false } : null;
	if (signed <= at) return arrival;
	return capped && dayAt(signed) > last ? { at: morningOf(last), hour: false } : { at: signed, hour: true };
}
