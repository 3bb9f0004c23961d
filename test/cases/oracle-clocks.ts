import { dayAt, isWorking } from './fingers.ts';
import type { Opinion } from './oracle.ts';

/**
 * A second, naive opinion on the clocks of delivery, correction, catalogue update and review: day by day, on the fingers.
 * It shares no code with the product, on purpose.
 */

export type Deed = { kind: string; occurred: number; recorded: number; days: number; id: string };

/** When a deed counts: done no earlier than it was recorded; received no later than it was recorded. */
const counts = ({ kind, occurred, recorded }: Deed) =>
	kind === 'receive' ? Math.min(occurred, recorded) : Math.max(occurred, recorded);

const after = (day: number, working: number): number => {
	let on = day;
	for (let left = working; left > 0; ) if (isWorking(++on)) left--;
	return on;
};

const working = (from: number, to: number): number => {
	let sum = 0;
	for (let day = from + 1; day <= to; day++) if (isWorking(day)) sum++;
	return sum;
};

const inTurn = (deeds: Deed[]) =>
	[...deeds].sort(
		(a, b) =>
			dayAt(counts(a)) - dayAt(counts(b)) ||
			a.occurred - b.occurred ||
			a.recorded - b.recorded ||
			(a.id < b.id ? -1 : 1),
	);

/** Starts and stops taking turns: correction, review. */
export function turns(limit: number, start: string, stops: string[], deeds: Deed[]): Opinion[] {
	const rounds: { from: number; to: number | null }[] = [];
	let orphan = false;
	for (const deed of [...deeds].sort((a, b) => counts(a) - counts(b))) {
		const last = rounds.at(-1);
		if (deed.kind === start && (last === undefined || last.to !== null)) {
			rounds.push({ from: dayAt(counts(deed)), to: null });
		} else if (stops.includes(deed.kind)) {
			if (last === undefined) orphan = true;
			else last.to ??= dayAt(counts(deed));
		}
	}
	return rounds.map(({ from, to }, n) => {
		const dueOn = after(from, limit);
		if (n === 0 && to === null && orphan) return { from, dueOn, statusOn: () => 'excluded stop_before_start' };
		const inTime = to !== null && to <= dueOn ? 'met' : 'late';
		return { from, dueOn, statusOn: day => (to !== null && day >= to ? inTime : openOn(day, dueOn)) };
	});
}

const openOn = (day: number, dueOn: number) => (dueOn >= 0 && day > dueOn ? 'overdue' : 'running');

type Handing = {
	agreed: Deed;
	dueOn: number;
	begun: boolean;
	withdrawn: boolean;
	orphan: boolean;
	standing: string;
	since: number;
	changes: { on: number; to: string }[];
};

function change(h: Handing, on: number, to: string): void {
	Object.assign(h, { standing: to, since: on });
	h.changes.push({ on, to });
}

const hands: Record<string, (h: Handing, deed: Deed, day: number) => void> = {
	agree: h => {
		h.begun ||= !h.withdrawn;
	},
	withdraw: (h, _, day) => {
		h.withdrawn = true;
		if (h.begun && h.standing === 'open') change(h, day, day > h.dueOn ? 'late' : 'excluded withdrawn');
	},
	provide: (h, deed, day) => {
		if (h.standing !== 'open') return;
		if (counts(deed) < counts(h.agreed)) h.orphan = true;
		else change(h, day, day > h.dueOn ? 'late, provided' : 'met, provided');
	},
	reject: (h, _, day) => {
		if (h.standing.endsWith('provided') && working(h.since, day) <= 5) change(h, day, 'open');
	},
};

/** Delivery, from the one agreement on. */
export function deliveries(agreed: Deed, others: Deed[]): Opinion[] {
	const from = dayAt(counts(agreed));
	const dueOn = after(from, 20);
	const h: Handing = {
		...{ agreed, dueOn, begun: false, withdrawn: false, orphan: false },
		...{ standing: 'open', since: -1, changes: [] },
	};
	for (const deed of inTurn([agreed, ...others])) hands[deed.kind]?.(h, deed, dayAt(counts(deed)));
	if (!h.begun) return [];
	const statusOn = (day: number) => {
		if (h.orphan && h.standing === 'open') return 'excluded stop_before_start';
		const now = h.changes.findLast(({ on }) => on <= day)?.to ?? 'open';
		return now === 'open' ? openOn(day, dueOn) : now.replace(', provided', '');
	};
	return [{ from, dueOn, statusOn }];
}

type Update = {
	used: number;
	extended: number;
	/** The day on which the last allowed working day was used; -1: not yet. `base`: the same without extension. */
	due: number;
	base: number;
	/** Working days with the authority, and since when. */
	still: number;
	since: number;
	standing: string;
};

const updating: Record<string, (u: Update, deed: Deed, day: number) => void> = {
	submit: (u, _, day) => {
		if (u.standing !== 'open') return;
		Object.assign(u, { standing: u.due >= 0 && day > u.due ? 'late' : 'met', still: 0, since: day });
	},
	return: (u, _, day) => {
		if (u.standing === 'open') return;
		u.standing = 'open';
		if (u.due >= 0) u.due = Math.max(u.due >= u.since ? day : 0, after(u.due, u.still));
		if (u.base >= u.since) u.base = Math.max(day, after(u.base, u.still));
	},
	extend: (u, deed, day) => {
		if (u.standing !== 'open' || (u.base >= 0 && day > u.base)) return;
		u.extended = Math.min(5, u.extended + deed.days);
		if (u.used < 10 + u.extended) u.due = -1;
	},
};

function spend(u: Update, day: number): void {
	if (u.standing !== 'open') {
		u.still++;
		return;
	}
	u.used++;
	if (u.used === 10 && u.base < 0) u.base = day;
	if (u.used === 10 + u.extended && u.due < 0) u.due = day;
}

/** Catalogue update, from the day a change takes effect; `known`: the moment it was registered. */
export function updates(start: number, known: number, deeds: Deed[]): Opinion[] {
	const from = dayAt(start);
	const u: Update = { used: 0, extended: 0, due: -1, base: -1, still: -1, since: -1, standing: 'open' };
	const history = new Map<number, string>();
	const queue = inTurn(deeds);
	const begins = queue.findIndex(deed => counts(deed) >= start || (deed.kind === 'submit' && known <= counts(deed)));
	const before = queue.splice(0, begins < 0 ? queue.length : begins);
	for (let day = from - 60; day < from + 150; day++) {
		if (day > from && isWorking(day)) spend(u, day);
		for (let deed = queue[0]; deed !== undefined && dayAt(counts(deed)) <= day; deed = queue[0]) {
			queue.shift();
			updating[deed.kind]?.(u, deed, day);
		}
		history.set(day, u.standing === 'open' ? openOn(day, u.due) : u.standing);
	}
	const quarantined = u.standing === 'open' && before.some(({ kind }) => kind === 'submit');
	const statusOn = (day: number) => (quarantined ? 'excluded stop_before_start' : (history.get(day) ?? ''));
	return [{ from, dueOn: u.due, statusOn }];
}
