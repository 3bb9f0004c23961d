import type { Policy } from '#analytics/law/policy.ts';
import { type Deed, dayOfDeed, governing, moment } from './deeds.ts';
import { after, between, nameOf } from './fingers.ts';
import { deemedDay, type Full, isBackdated, isOver } from './readings.ts';

/** What the opinion is formed on: the acts of one line at one department. */
export type Matter = {
	line: string;
	conditional: boolean;
	/** The first receipt, or the transfer that nobody received. */
	opened: Deed;
	deeds: Deed[];
	policies: readonly Policy[];
	/** The day on which the request first arrived anywhere. */
	asked: number;
};

/** A reply clock on its walk from day to day. */
export type Walk = {
	matter: Matter;
	policy: Policy;
	limit: number;
	/** When it truly arrived, and the day from which it is counted. */
	arrived: number;
	start: number;
	/** The working days counted, one by one. */
	counted: number[];
	granted: number;
	/** The notice while the clock stands still; null: it runs. `lapses`: the last day to resubmit. */
	still: Deed | null;
	lapses: number;
	/** How long it stood still, which counted day that began on (-1: none), and what had run out by then. */
	stood: { from: number; to: number; at: number; broken: boolean; expired: boolean } | null;
	full: Full;
	/** Notice was given before; only the first can stop the clock. */
	noticed: boolean;
	closing: string;
	closed: number;
	/** Status by day from the start. */
	history: string[];
	left: boolean;
	again: Deed | null;
	early: boolean;
	/** An extension was told to the demander; consents that wait for it. */
	told: boolean;
	waiting: number[];
	/** Ended by an act, counted from a moment. */
	acted: boolean;
	ended: number;
	defects: Set<string>;
};

const policyOf = ({ policies }: Matter, deed: Deed): Policy => governing(policies, nameOf(dayOfDeed(deed)));
export const isBegun = (matter: Matter, deed: Deed): boolean => deemedDay(deed, policyOf(matter, deed)) !== null;

/** Sets out with an act that starts the clock. */
export function setOut(matter: Matter, opened: Deed, noticed: boolean): Walk {
	const policy = policyOf(matter, opened);
	const start = deemedDay(opened, policy) ?? -1;
	return {
		matter,
		policy,
		limit: matter.conditional ? 10 : 1,
		arrived: moment(opened),
		start,
		counted: [],
		granted: 0,
		still: null,
		lapses: -1,
		stood: null,
		full: null,
		noticed,
		closing: '',
		closed: -1,
		history: [],
		left: false,
		again: null,
		early: false,
		told: false,
		waiting: [],
		acted: false,
		ended: -1,
		defects: new Set(),
	};
}

/** The day on which the last allowed working day was counted; -1: not yet. */
export const dueOf = (w: Walk): number => w.counted[w.limit + w.granted - 1] ?? -1;

/** The same without extension. */
export const baseOf = ({ counted, limit, stood }: Walk): number =>
	(stood?.expired && stood.at === limit - 1 ? stood.from : counted[limit - 1]) ?? -1;

export const ranOut = (w: Walk, due: number, deed: Deed): boolean => isOver(due, moment(deed), w.policy, w.full);
export const claims = (w: Walk, due: number, deed: Deed): boolean => isBackdated(deed, due, w.policy, w.full);

/** The same by a shorter promise; -1: none. */
export function promisedOf(w: Walk): number {
	const days = w.policy.promised[w.matter.conditional ? 'reply.conditional' : 'reply.unconditional'];
	if (days === undefined || days >= w.limit) return -1;
	const at = days + w.granted - 1;
	const { stood } = w;
	const on = (stood?.broken && stood.at === at ? stood.from : w.counted[at]) ?? -1;
	return stood?.broken && on >= 0 && on <= stood.from ? after(on, between(stood.from, stood.to)) : on;
}

/** What ran out on the day the clock stopped runs out on the day it goes on. */
export function goOn(w: Walk, day: number, moment: number): void {
	if (w.still === null) return;
	const from = dayOfDeed(w.still);
	const at = w.counted.at(-1) === from ? w.counted.length - 1 : -1;
	const [broken, expired] = [ranOut(w, promisedOf(w), w.still), ranOut(w, baseOf(w), w.still)];
	w.stood = { from, to: day, at, broken, expired };
	if (at >= 0) w.counted[at] = day;
	if (isOver(day, moment, w.policy)) w.full = day;
	w.still = null;
}
