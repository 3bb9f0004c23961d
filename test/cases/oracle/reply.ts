import { byOccurrence, type Deed, dayOfDeed, excluded, inTurn, type Opinion } from './deeds.ts';
import { after, dayAt, isWorking } from './fingers.ts';
import { isBeforeDecree, openOn } from './readings.ts';
import { take } from './reply-acts.ts';
import { dueOf, goOn, isBegun, type Matter, promisedOf, setOut, type Walk } from './walk.ts';

/**
 * A second, naive opinion on reply clocks: it walks from day to day with a list of days off and make-up days and counts on
 * its fingers. It shares no code with the product, on purpose.
 */

/** One opinion per run: the first, and one more for each resubmission after a lapse or receipt after that or a withdrawal. */
export function replies(matter: Matter): Opinion[] {
	const queue = inTurn(matter.deeds);
	const found: Opinion[] = [];
	let noticed = false;
	let opened: Deed | null = isBegun(matter, matter.opened) ? matter.opened : receivedAgain(matter, queue);
	while (opened !== null) {
		const w = setOut(matter, opened, noticed);
		walk(w, queue);
		found.push(opinionOf(w));
		({ noticed, again: opened } = w);
	}
	return found;
}

/** A request that was not signed for: nothing runs until it is withdrawn and received once more. */
function receivedAgain(matter: Matter, queue: Deed[]): Deed | null {
	let left = false;
	for (let deed = queue.shift(); deed !== undefined; deed = queue.shift()) {
		left ||= deed.kind === 'withdraw';
		if (left && deed.kind === 'receive' && deed !== matter.opened && isBegun(matter, deed)) return deed;
	}
	return null;
}

function walk(w: Walk, queue: Deed[]): void {
	for (let day = Math.min(w.start, dayAt(w.arrived)); !isSettled(w, queue); day++) {
		if (day > w.start && w.still === null && isWorking(day)) w.counted.push(day);
		if (w.still !== null && w.closing === '' && day > w.lapses) lapse(w, day);
		takeAll(w, queue, day);
		if (w.still !== null && w.acted && day >= w.closed) goOn(w, day, w.ended);
		if (day >= w.start) w.history.push(standing(w, day));
	}
}

function lapse(w: Walk, day: number): void {
	w.closing = 'excluded lapsed';
	w.closed = day;
}

function takeAll(w: Walk, queue: Deed[], day: number): void {
	while (queue[0] !== undefined && dayOfDeed(queue[0]) <= day && w.again === null) {
		const deed = queue.shift();
		if (deed !== undefined) takeOne(w, deed);
	}
}

function isSettled(w: Walk, queue: Deed[]): boolean {
	const resting = w.closing === 'excluded lapsed' || (w.still === null && dueOf(w) >= 0);
	return w.again !== null || (queue.length === 0 && resting && w.history.length > 0);
}

function standing(w: Walk, day: number): string {
	if (w.closing !== '' && day >= w.closed) return w.closing;
	return w.still !== null ? 'paused' : openOn(day, dueOf(w), w.policy, w.full);
}

function takeOne(w: Walk, deed: Deed): void {
	const { kind } = deed;
	const gone = w.left || w.closing === 'excluded lapsed';
	if (kind === 'receive' && deed !== w.matter.opened && gone && isBegun(w.matter, deed)) w.again = deed;
	else if (kind === 'resubmit' && w.closing === 'excluded lapsed') w.again = deed;
	else if (w.closing === '') take[kind]?.(w, deed);
}

function opinionOf(w: Walk): Opinion {
	const { policy, start, history, matter } = w;
	if (w.waiting.length > 0) w.defects.add('extension_not_notified');
	const notices = matter.deeds.filter(({ kind }) => kind === 'tell');
	if (w.granted > 0 && w.acted && !notices.some(deed => dayOfDeed(deed) <= w.closed)) {
		w.defects.add('extension_not_notified');
	}
	const due = dueOf(w);
	const statusOn = (day: number) => history[day - start] ?? standing(w, day);
	const opinion = { from: start, statutory: after(start, w.limit), due, promised: promisedOf(w), statusOn };
	const whole = { ...opinion, defects: w.defects };
	if (isBeforeDecree(start, matter.asked, policy)) return excluded(whole, 'pre_decree');
	return w.early && w.closing === '' ? excluded(whole, 'stop_before_start') : whole;
}

/** The receipt that opened the matter: the one that came first. */
export function firstOf(receipts: readonly Deed[]): Deed | undefined {
	return [...receipts].sort(byOccurrence)[0];
}
