import type { Policy } from '#analytics/law/policy.ts';
import { byOccurrence, type Deed, dayOfDeed, excluded, governing, inTurn, moment, type Opinion } from './deeds.ts';
import { after, dayAt, isWorking, morningOf, nameOf } from './fingers.ts';
import { type Full, isBackdated, isBeforeDecree, isOver, openOn, settled } from './readings.ts';

/** A naive opinion on the update of a catalogue: working days at the department are counted, those at the authority are not. */

/** The day on which the last of so many working days was counted; -1: not yet. */
type End = { days: number; day: number };

type Update = {
	policy: Policy;
	from: number;
	today: number;
	used: number;
	granted: number;
	/** With the extension, without it, and by the shorter promise. */
	due: End;
	base: End;
	promised: End;
	/** Working days with the authority. */
	still: number;
	closing: '' | 'met' | 'late';
	closed: number;
	/** The moment from which the submission counts. */
	ended: number;
	full: Full;
	/** What had run out before it was returned, where the due day has moved past it. */
	ranOut: { day: number; was: number } | null;
	defects: Set<string>;
	/** Status by day from the start. */
	history: string[];
};

const startOf = ({ occurred, on }: Deed): number => (on === undefined ? occurred : morningOf(on));

/** One opinion per change that found no update under way. */
export function updates(deeds: readonly Deed[], policies: readonly Policy[]): Opinion[] {
	const triggers = deeds.filter(({ kind }) => kind === 'trigger');
	triggers.sort((a, b) => startOf(a) - startOf(b) || byOccurrence(a, b));
	const found: Update[] = [];
	let orphan = false;
	for (const deed of inTurn(deeds.filter(({ kind }) => kind !== 'trigger'))) {
		open(found, triggers, policies, deed);
		const u = found.at(-1);
		if (u === undefined) {
			orphan ||= deed.kind === 'submit';
			continue;
		}
		pass(u, dayOfDeed(deed));
		take[deed.kind]?.(u, deed);
	}
	open(found, triggers, policies, null);
	return found.map((u, n) => opinionOf(u, orphan && n === 0));
}

/** Begins what has taken effect, or, where a submission comes early, what was known by then; without a deed: everything. */
function open(found: Update[], triggers: Deed[], policies: readonly Policy[], deed: Deed | null): void {
	for (let next = triggers[0]; next !== undefined; next = triggers[0]) {
		const idle = found.at(-1)?.closing !== '';
		const early = deed?.kind === 'submit' && idle && next.occurred <= moment(deed);
		if (deed !== null && !early && startOf(next) > moment(deed)) return;
		triggers.shift();
		if (idle) found.push(begin(dayAt(startOf(next)), policies));
	}
}

function begin(from: number, policies: readonly Policy[]): Update {
	const policy = governing(policies, nameOf(from));
	const promise = policy.promised['catalogue.update'] ?? 10;
	return {
		...{
			policy,
			from,
			today: from,
			used: 0,
			granted: 0,
			still: 0,
			closing: '',
			closed: -1,
			ended: -1,
			full: null,
			ranOut: null,
		},
		...{ due: { days: 10, day: -1 }, base: { days: 10, day: -1 }, promised: { days: promise, day: -1 } },
		...{ defects: new Set(), history: [] },
	};
}

/** Lets the days pass up to a day. */
function pass(u: Update, day: number): void {
	while (u.today < day) {
		u.history[u.today - u.from] = standing(u, u.today);
		u.today++;
		if (!isWorking(u.today)) continue;
		if (u.closing !== '' && u.today > u.closed) u.still++;
		else spend(u);
	}
}

function spend(u: Update): void {
	u.used++;
	for (const end of [u.due, u.promised]) if (end.day < 0 && u.used === end.days + u.granted) end.day = u.today;
	if (u.base.day < 0 && u.used === u.base.days) u.base.day = u.today;
}

/** The day that was the last one: the due day, or the one that had run out before that moved. */
function lastOf({ due, ranOut }: Update): number {
	return ranOut?.day === due.day ? ranOut.was : due.day;
}

function standing(u: Update, day: number): string {
	return u.closing !== '' && day >= u.closed ? u.closing : openOn(day, lastOf(u), u.policy, u.full);
}

const take: Record<string, (u: Update, deed: Deed) => void> = {
	submit: (u, deed) => {
		if (u.closing !== '') return;
		const { day, at, late } = settled(moment(deed), lastOf(u), u.policy, u.full);
		if (isBackdated(deed, lastOf(u), u.policy, u.full)) u.defects.add('backdated');
		Object.assign(u, { closing: late ? 'late' : 'met', closed: Math.max(day, u.from), ended: at, still: 0 });
	},
	return: (u, deed) => {
		if (u.closing !== '' && u.policy.returnedCatalogue === 'remaining_days') goBack(u, deed);
	},
	prolong: (u, deed) => {
		if (u.closing !== '') return;
		if (isBackdated(deed, u.base.day, u.policy, u.full)) u.defects.add('backdated');
		if (isOver(u.base.day, moment(deed), u.policy, u.full)) {
			u.defects.add('extension_after_due');
			if (u.policy.extensionConsent === 'before_due') return;
		}
		const days = Math.min(deed.days ?? 0, 5 - u.granted);
		if (days < (deed.days ?? 0)) u.defects.add('extension_over_limit');
		u.granted += days;
		for (const end of [u.due, u.promised]) if (end.day >= 0) end.day = after(end.day, days);
	},
};

/** Back at the department: the days with the authority are added; what ran out while it was there runs out that day. */
function goBack(u: Update, deed: Deed): void {
	const day = Math.max(dayOfDeed(deed), u.closed);
	const was = lastOf(u);
	const move = (end: End, late: boolean) => {
		if (end.day >= 0) end.day = Math.max(late ? 0 : day, after(end.day, u.still));
	};
	const isLate = (end: End) => isOver(end.day, u.ended, u.policy, u.full);
	const [promised, base] = [isLate(u.promised), isLate(u.base)];
	move(u.due, u.closing === 'late');
	move(u.promised, promised);
	if (!base) move(u.base, false);
	if (u.closing === 'late' && u.due.day >= day) u.ranOut = { day: u.due.day, was };
	if (u.closing === 'met' && isOver(day, moment(deed), u.policy)) u.full = day;
	u.closing = '';
}

function opinionOf(u: Update, orphan: boolean): Opinion {
	const { from, policy, defects, history, promised } = u;
	const counted = u.closing === '' ? u.today : Math.min(u.today, u.closed);
	for (const end of [u.due, promised]) if (end.day < 0) end.day = after(counted, end.days + u.granted - u.used);
	const opinion = {
		...{ from, statutory: after(from, 10), due: u.due.day, promised: promised.days < 10 ? promised.day : -1, defects },
		statusOn: (day: number) => history[day - from] ?? standing(u, day),
	};
	if (isBeforeDecree(from, Number.POSITIVE_INFINITY, policy)) return excluded(opinion, 'pre_decree');
	return orphan && u.closing === '' ? excluded(opinion, 'stop_before_start') : opinion;
}
