import { dayAt, isWorking } from './fingers.ts';

/**
 * A second, naive opinion on reply clocks: it walks from day to day with a list of days off and make-up days and counts on
 * its fingers. It shares no code with the product, on purpose.
 */

export type Told = {
	kind: 'reply' | 'refuse6' | 'notice' | 'bare' | 'resubmit' | 'extend' | 'withdraw' | 'receive';
	occurred: number;
	recorded: number;
	days: number;
	id: string;
};

export type Rule = 'NONE' | 'SUSPEND' | 'RESTART';

/** One run as the naive reader sees it. `dueOn`: index of the day; meaningless for an excluded run. */
export type Opinion = { from: number; dueOn: number; statusOn: (day: number) => string };

type Walk = {
	limit: number;
	start: number;
	rule: Rule;
	noticed: boolean;
	/** Working days counted since the start, or since the period began anew. */
	counted: number;
	extended: number;
	/** The day on which the last allowed working day was counted; -1: not yet. */
	due: number;
	/** The same without extension. */
	baseDue: number;
	/** Everything told, whenever it is taken. */
	told: Told[];
	/** Working days the clock has stood still; -1: it runs. */
	still: number;
	/** The day on which it stopped moving. */
	since: number;
	/** The day of the tenth of them. */
	tenth: number;
	closed: string | null;
	history: string[];
	/** Withdrawn, in time or not. */
	left: boolean;
	/** A resubmission after the lapse, or a receipt after it or after the withdrawal. */
	again: number | null;
};

const HORIZON = 150;
const arrives = (kind: Told['kind']) => kind === 'resubmit' || kind === 'receive';
/** When an act counts: done no earlier than it was recorded; arrived no later than it was recorded. */
const moment = ({ kind, occurred, recorded }: Told) =>
	arrives(kind) ? Math.min(occurred, recorded) : Math.max(occurred, recorded);

/** One opinion per run of the clock: the first, and one more for each resubmission after a lapse. */
export function opinions(limit: number, start: number, told: Told[], rule: Rule): Opinion[] {
	const queue = [...told].sort(
		(a, b) =>
			dayAt(moment(a)) - dayAt(moment(b)) ||
			a.occurred - b.occurred ||
			a.recorded - b.recorded ||
			(a.id < b.id ? -1 : 1),
	);
	const early = told.some(act => act.kind === 'reply' && moment(act) < start);
	const walks: Walk[] = [];
	for (let at: number | null = start; at !== null; at = walks.at(-1)?.again ?? null) {
		walks.push(walk(limit, at, queue, told, rule, walks.at(-1)?.noticed ?? false));
	}
	return walks.map(walked => {
		const from = dayAt(walked.start);
		const quarantined = walks.length === 1 && early && walked.closed === null;
		return {
			from,
			dueOn: walked.due,
			statusOn: day =>
				quarantined ? 'excluded stop_before_start' : (walked.history[day - from] ?? walked.closed ?? 'beyond'),
		};
	});
}

function walk(limit: number, start: number, queue: Told[], told: Told[], rule: Rule, noticed: boolean): Walk {
	const w: Walk = {
		...{ limit, start, rule, noticed, counted: 0, extended: 0, due: -1, baseDue: -1, still: -1, tenth: -1 },
		...{ told, since: -1, closed: null, history: [], left: false, again: null },
	};
	const first = dayAt(start);
	for (let day = first; day < first + HORIZON && w.again === null; day++) {
		if (day > first && isWorking(day)) countDay(w, day);
		if (w.closed === null && w.still >= 10 && day > w.tenth) w.closed = 'excluded lapsed';
		takeAll(w, queue, day);
		w.history.push(w.closed ?? openStatus(w, day));
	}
	return w;
}

function takeAll(w: Walk, queue: Told[], day: number): void {
	for (let act = queue[0]; act !== undefined && dayAt(moment(act)) <= day; act = queue[0]) {
		queue.shift();
		if (
			act.kind === 'receive'
				? w.left || w.closed === 'excluded lapsed'
				: w.closed === 'excluded lapsed' && act.kind === 'resubmit'
		) {
			w.again = moment(act);
			return;
		}
		if (w.closed === null) take[act.kind](w, act, day);
	}
}

function openStatus(w: Walk, day: number): string {
	if (w.still >= 0) return 'paused';
	return isLate(w, day) ? 'overdue' : 'running';
}

function countDay(w: Walk, day: number): void {
	if (w.still >= 0) {
		w.still++;
		if (w.still === 10) w.tenth = day;
		return;
	}
	w.counted++;
	if (w.counted === w.limit && w.baseDue < 0) w.baseDue = day;
	if (w.counted === w.limit + w.extended && w.due < 0) w.due = day;
}

function isLate(w: Walk, day: number): boolean {
	return w.still < 0 && w.due >= 0 && day > w.due;
}

const take: Record<Told['kind'], (w: Walk, act: Told, day: number) => void> = {
	reply: (w, act, day) => {
		if (moment(act) < w.start) return;
		w.closed = isLate(w, day) ? 'late' : 'met';
		goOn(w, day);
	},
	refuse6: () => {},
	receive: () => {},
	withdraw: (w, _, day) => {
		w.left = true;
		w.closed = isLate(w, day) ? 'late' : 'excluded withdrawn';
	},
	extend: (w, act, day) => extend(w, act.days, day),
	notice: notify,
	bare: notify,
	resubmit: (w, _, day) => {
		if (w.still < 0) return;
		goOn(w, day);
		if (w.rule === 'RESTART') Object.assign(w, { counted: 0, due: -1, baseDue: -1 });
	},
};

/**
 * A due day already reached when the clock stopped moves on by the working days it stood still, and at least to the day on
 * which the clock goes on. What had expired before it stopped has expired.
 */
function goOn(w: Walk, day: number): void {
	if (w.still < 0) return;
	if (w.due >= 0) w.due = Math.max(day, later(w.due, w.still));
	if (w.baseDue >= w.since) w.baseDue = Math.max(day, later(w.baseDue, w.still));
	w.still = -1;
}

function later(day: number, working: number): number {
	let on = day;
	for (let left = working; left > 0; ) if (isWorking(++on)) left--;
	return on;
}

function extend(w: Walk, asked: number, day: number): void {
	const expired = w.still < 0 && w.baseDue >= 0 && day > w.baseDue;
	const days = Math.min(asked, 10 - w.extended);
	if (expired || days <= 0) return;
	w.extended += days;
	if (w.counted < w.limit + w.extended) w.due = -1;
}

function notify(w: Walk, act: Told, day: number): void {
	if (moment(act) < w.start) return;
	const answered = w.told.some(
		each => each.kind === 'resubmit' && each.occurred >= act.occurred && dayAt(moment(each)) < day,
	);
	const valid = !w.noticed && act.kind === 'notice' && !isLate(w, day) && !answered;
	w.noticed = true;
	if (valid && w.rule !== 'NONE') Object.assign(w, { still: 0, since: day });
}
