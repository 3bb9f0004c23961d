import { type Deed, dayOfDeed } from '#test/cases/oracle/deeds.ts';
import { between, indexOf, isWorking } from '#test/cases/oracle/fingers.ts';
import { by, type Raw, shanghai } from './quality-plainly.ts';
import { type Own, ownsOn } from './timely-plainly-cases.ts';

/** 件: all lines of a case at one department with the same sharing type under one clock, as they stand on a day (index). */
export type Piece = Pick<Own, 'id' | 'clock' | 'code' | 'counterparty' | 'sharing' | 'round'> & {
	/** met | late | overdue | running | paused | withdrawn | lapsed | transferred | …: why it is out. */
	status: string;
	from: number;
	/** The effective due day; -1: none. */
	due: number;
	/** The day on which the last line was done; -1: something is open. */
	ended: number;
	/** Working days from the start to that day without those on which it stood still, the longest of the lines. */
	net: number;
	/** Ended by what the clock asks for, not by a withdrawal or a transfer. */
	done: boolean;
	notices: number;
	extended: boolean;
	outcome: 'agree' | 'partial' | 'refuse' | null;
	/** A refusal that names no reason. */
	bare: boolean;
	/** Every line that is late was found justified. */
	excused: boolean;
};

type Line = Omit<Piece, 'excused'> & { excused: boolean; closed: boolean };

export function piecesOn(events: Raw[], day: number, bodyOf: (code: string, on: string) => string): Piece[] {
	const pleas = events.filter(({ type, time }) => type === 'justification.decided' && indexOf(shanghai(time)) <= day);
	const lines = ownsOn(events, day, bodyOf)
		.filter(({ opinion }) => opinion.from <= day)
		.map(own => lineOf(own, day, pleas));
	const keyOf = ({ id, code, clock, sharing, round }: Line) => [id, code, clock, sharing, round].join('|');
	return [...by(lines, keyOf).values()].map(pieceOf);
}

const isLate = (status: string) => status === 'late' || status === 'overdue';
const isOut = (status: string) => !['met', 'late', 'overdue', 'running', 'paused'].includes(status);

function lineOf({ opinion, deeds, unextended, ...own }: Own, day: number, pleas: Raw[]): Line {
	const { from, due, statusOn } = opinion;
	const status = statusOn(day).replace('excluded ', '');
	const closed = status === 'met' || status === 'late';
	let ended = day;
	while (closed && ended > from && statusOn(ended - 1) === status) ended--;
	const acts = closed ? deeds.filter(deed => Math.max(dayOfDeed(deed), from) === ended) : [];
	return {
		...own,
		...{ status, closed, from, due: isOut(status) ? -1 : due, ended: closed ? ended : -1 },
		net: closed ? workedDays(from, ended, statusOn) : 0,
		...answered(own, closed, acts),
		notices: deeds.filter(({ kind }) => kind.startsWith('notice')).length,
		extended: due !== unextended,
		excused: isLate(status) && isExcused(own, pleas),
	};
}

/** Whether the acts that closed a line did what was owed, and what a reply said of it. */
function answered({ clock, line }: Pick<Own, 'clock' | 'line'>, closed: boolean, acts: Deed[]) {
	/** 第二十一条 knows replies to requests for data that are shared alone. */
	if (!clock.startsWith('reply.')) {
		return { done: closed && !acts.some(({ kind }) => kind === 'withdraw'), outcome: null, bare: false };
	}
	const answer = acts.findLast(({ kind }) => /^(agree|partial|refuse)/.test(kind) && kind !== 'refuse6');
	if (answer === undefined) return { done: false, outcome: null, bare: false };
	const [said = '', isBare] = answer.kind.split(' ');
	const isNamed = answer.agreed?.includes(line);
	const outcome = (
		said === 'partial' && isNamed !== undefined ? (isNamed ? 'agree' : 'refuse') : said
	) as Piece['outcome'];
	return { done: true, outcome, bare: isBare !== undefined && outcome === 'refuse' };
}

/** Working days of a span, the first day not counted, nor those on the eve of which it stood still. */
function workedDays(from: number, to: number, statusOn: (day: number) => string): number {
	let sum = 0;
	for (let day = from + 1; day <= to; day++) if (isWorking(day) && statusOn(day - 1) !== 'paused') sum++;
	return sum;
}

/** The latest decision about the line under this clock found a justification; only item 39.4 knows one. */
function isExcused({ id, line, clock }: Pick<Own, 'id' | 'line' | 'clock'>, pleas: Raw[]): boolean {
	if (!['reply.unconditional', 'reply.conditional', 'delivery'].includes(clock)) return false;
	const about = pleas.filter(
		({ subject, data }) => [id, `${id}/${line}`].includes(subject ?? '') && data.clock === clock,
	);
	return about.at(-1)?.data.accepted === true;
}

function pieceOf(lines: Line[]): Piece {
	const [first] = lines as [Line, ...Line[]];
	const own = lines.filter(({ status }) => !isOut(status));
	const among = (status: string) => own.filter(each => each.status === status);
	const status = ['overdue', 'late', 'running', 'paused', 'met'].find(each => among(each).length > 0) ?? first.status;
	const late = own.filter(each => isLate(each.status));
	const dues = (some: Line[]) => some.map(({ due }) => due).filter(due => due >= 0);
	const earliest = [late, among('running')].find(some => dues(some).length > 0);
	const due = earliest ? Math.min(...dues(earliest)) : Math.max(-1, ...dues(own));
	const outcomes = own.map(({ outcome }) => outcome);
	const whole = own.length > 0 && own.every(({ closed }) => closed);
	const outcome = outcomes.every(each => each === outcomes[0]) ? outcomes[0] : 'partial';
	return {
		...first,
		...{ status, due, from: Math.min(...lines.map(each => each.from)) },
		ended: whole ? Math.max(...own.map(({ ended }) => ended)) : -1,
		net: Math.max(...own.filter(({ done }) => done).map(({ net }) => net), 0),
		done: own.some(({ done }) => done),
		notices: Math.max(...lines.map(({ notices }) => notices)),
		extended: lines.some(({ extended }) => extended),
		outcome: outcome ?? null,
		bare: lines.some(({ bare }) => bare),
		excused: late.length > 0 && late.every(({ excused }) => excused),
	};
}

/** Working days by which something is late on a day that is still open. */
export const lateBy = (due: number, day: number) => between(due, day);
