import { between, indexOf, nameOf } from '#test/cases/oracle/fingers.ts';
import { authority } from './authority-plainly.ts';
import { by, type Raw } from './quality-plainly.ts';
import { lateBy, type Piece, piecesOn } from './timely-plainly-pieces.ts';

/** T1 to T12 and G1 to G7 once more, from the raw events alone: neither our SQL nor our fold. */

export type Asked = { asOf: string; from: string; to: string; bodyOf: (code: string, on: string) => string };

/** What counts for a body under an indicator: the case or other thing it is about, and by which day. */
export type Unit = {
	indicator: string;
	department: string;
	about: string;
	on: string;
	num: number;
	den: number;
	excused: boolean;
};

export type Told = Asked & {
	events: Raw[];
	pieces: Piece[];
	/** Days as indices: the day asked, and the span of the period up to it. */
	day: number;
	within: (day: number) => boolean;
	/** Something counts for a body as it is on a day. */
	add: (
		indicator: string,
		code: string,
		about: string,
		on: number,
		num: number,
		den: number,
		excused?: boolean,
	) => void;
};

/** Every unit of every T and G indicator. */
export function plainlyTimely(events: Raw[], asked: Asked): Unit[] {
	const units: Unit[] = [];
	const day = indexOf(asked.asOf);
	const [from, to] = [indexOf(asked.from), Math.min(day, indexOf(asked.to))];
	const add: Told['add'] = (indicator, code, about, index, num, den, excused = false) => {
		const on = nameOf(index);
		units.push({ indicator, department: asked.bodyOf(code, on), about, on, num, den, excused });
	};
	const pieces = piecesOn(events, day, asked.bodyOf);
	const told: Told = { ...asked, events, pieces, day, within: on => on >= from && on <= to, add };
	timely(told);
	authority(told);
	return units;
}

const rates: Record<string, string> = {
	'reply.unconditional': 'T1',
	'reply.conditional': 'T2',
	delivery: 'T3',
	correction: 'T4',
	'catalogue.update': 'T5',
};
const spans: Record<string, string> = {
	'reply.unconditional': 'T6a',
	'reply.conditional': 'T6a',
	delivery: 'T6b',
	correction: 'T6c',
};

function timely(told: Told): void {
	for (const piece of told.pieces) {
		due(piece, told);
		ended(piece, told);
		received(piece, told);
		overdue(piece, told);
	}
	returns(told);
}

function due(piece: Piece, told: Told): void {
	const { clock, code, id, status, excused } = piece;
	const indicator = rates[clock];
	if (indicator && fellDue(piece, told)) told.add(indicator, code, id, piece.due, status === 'met' ? 1 : 0, 1, excused);
}

export const fellDue = ({ status, due }: Piece, { within }: Told) =>
	['met', 'late', 'overdue'].includes(status) && within(due);

/** What ended in the period, by the day on which it did. */
function ended(piece: Piece, told: Told): void {
	const { code, ended: on, clock, outcome, id, net, done, bare } = piece;
	if (on < 0 || !told.within(on)) return;
	if (spans[clock] && done) told.add(spans[clock], code, id, on, net, 1);
	if (clock === 'delivery' && done) whole(piece, told);
	if (outcome !== null) told.add('T11a', code, id, on, outcome === 'refuse' ? 0 : 1, 1);
	if (outcome === 'refuse') told.add('T11b', code, id, on, bare ? 1 : 0, 1);
}

/** From the receipt of the request to the delivery. */
function whole({ code, ended: on, id, sharing, round }: Piece, { pieces, add }: Told): void {
	const same = pieces.filter(each => each.id === id && each.code === code && each.sharing === sharing);
	const request = same.find(each => each.round === round && each.clock.startsWith('reply.'));
	if (request) add('T12', code, id, on, between(request.from, on), 1);
}

function received({ id, clock, from, status, code, extended, notices }: Piece, { within, add }: Told): void {
	if (!clock.startsWith('reply.') || !within(from) || ['pre_decree', 'stop_before_start'].includes(status)) return;
	add('T9', code, id, from, extended ? 1 : 0, 1);
	add('T10a', code, id, from, notices > 0 ? 1 : 0, 1);
	if (notices > 0) add('T10b', code, id, from, notices > 1 ? 1 : 0, 1);
}

/** The stock of the day asked, at whoever must act; of what was late before it took over, the days since. */
function overdue({ id, clock, status, code, due }: Piece, { day, bodyOf, add }: Told): void {
	if (status !== 'overdue' || !rates[clock]) return;
	let began = due;
	while (began < day && bodyOf(code, nameOf(began)) !== bodyOf(code, nameOf(day))) began++;
	add('T8a', code, id, day, 1, 0);
	add('T8b', code, id, day, lateBy(Math.max(due, began - 1), day), 1);
}

/** Batches that were to come on a day agreed on; several reports about one day and item are one batch. */
function returns({ events, day, within, add }: Told): void {
	const batches = events.filter(({ type }) => type === 'return.batch');
	const keyOf = ({ subject, data }: Raw) => `${subject} ${data.due_date} ${data.catalogue} ${data.department}`;
	for (const told of by(batches, keyOf).values()) {
		const [{ subject = '', data }] = told as [Raw, ...Raw[]];
		const due = indexOf(data.due_date);
		const arrivals = told.filter(each => each.data.arrived_at !== undefined);
		const came = arrivals.map(each => Math.max(Date.parse(each.data.arrived_at), Date.parse(each.recordedtime)));
		const inTime = Math.min(...came) < Date.parse(`${nameOf(due + 1)}T00:00:00+08:00`);
		// On its due day a batch that has not come may still come.
		if (within(due) && (inTime || due < day)) add('T7', data.department, subject, due, inTime ? 1 : 0, 1);
	}
}
