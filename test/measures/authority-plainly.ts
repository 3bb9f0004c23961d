import { defaultPolicies } from '#analytics/law/policy.ts';
import { type Deed, dayOfDeed, type Opinion } from '#test/cases/oracle/deeds.ts';
import { indexOf, isWorking } from '#test/cases/oracle/fingers.ts';
import { turns } from '#test/cases/oracle/turns.ts';
import { by, type Raw, shanghai } from './quality-plainly.ts';
import { fellDue, type Told } from './timely-plainly.ts';
import { deedOf } from './timely-plainly-cases.ts';
import { lateBy } from './timely-plainly-pieces.ts';

/** G1 to G7: what the authority itself owes. */
export function authority(told: Told): void {
	for (const piece of told.pieces) {
		if (piece.clock === 'catalogue.review' && fellDue(piece, told)) {
			told.add('G1', piece.code, piece.id, piece.due, piece.status === 'met' ? 1 : 0, 1);
		}
	}
	extensions(told);
	disputes(told);
	designations(told);
	orders(told);
	suspensions(told);
	forgotten(told);
	heartbeats(told);
}

const caseOf = ({ subject = '' }: Raw) => subject.split('/')[0] ?? '';
const on = ({ time }: Raw) => indexOf(shanghai(time));
/** What is received counts from when it happened, everything else from its record. */
const RECEIVED = ['request.extension_requested', 'dispute.applied', 'catalogue.designation_requested'];

/** One opinion per start and stop in turn, among acts up to the day asked. */
function turnsOf(events: Raw[], day: number, limit: number, start: string, stops: string[]): Opinion[] {
	const kindOf = ({ type }: Raw) => (type === start && RECEIVED.includes(start) ? 'receive correction' : type);
	const deeds = events.map((event): Deed => deedOf(event, kindOf(event))).filter(deed => dayOfDeed(deed) <= day);
	const first = RECEIVED.includes(start) ? 'receive correction' : start;
	return turns({ limit, clock: 'catalogue.review', start: first, stops }, deeds, defaultPolicies);
}

function extensions(told: Told): void {
	const about = told.events.filter(({ type }) => type.startsWith('request.'));
	for (const own of by(about, caseOf).values()) {
		const start = own.find(({ type }) => type === 'request.extension_requested');
		if (start === undefined) continue;
		const lines = [
			...by(
				own.filter(({ type }) => type === start.type),
				({ subject = '' }) => subject,
			).keys(),
		];
		const stops = ['request.extension_decided', 'request.replied', 'request.withdrawn'];
		const rounds = new Map<number, Opinion[]>();
		for (const line of lines) {
			const mine = own.filter(({ subject = '' }) => subject === line || subject === caseOf(start));
			for (const [n, one] of turnsOf(mine, told.day, 2, start.type, stops).entries()) {
				rounds.set(n, [...(rounds.get(n) ?? []), one]);
			}
		}
		for (const opinions of rounds.values()) counted(told, 'G2', start, opinions);
	}
}

/** A 件 of one or several lines: late or open ones decide, by the earliest due day, else the latest. */
function counted({ day, within, add }: Told, indicator: string, start: Raw, opinions: Opinion[]): void {
	const stand = opinions.map(({ due, statusOn }) => ({ due, status: statusOn(day) }));
	const late = stand.filter(({ status }) => status === 'late' || status === 'overdue');
	if (stand.some(({ status }) => status === 'running') && late.length === 0) return;
	const due = late.length > 0 ? Math.min(...late.map(each => each.due)) : Math.max(...stand.map(each => each.due));
	if (within(due)) add(indicator, start.data.authority, caseOf(start), due, late.length > 0 ? 0 : 1, 1);
}

function disputes(told: Told): void {
	const ends = ['dispute.mediated', 'dispute.escalated', 'dispute.decided'];
	const about = told.events.filter(({ type }) => type.startsWith('dispute.'));
	for (const own of by(about, caseOf).values()) {
		const start = own.find(({ data }) => data.authority);
		if (start === undefined) continue;
		const accepted = turnsOf(own, told.day, 5, 'dispute.applied', ['dispute.accepted', ...ends]);
		const mediated = turnsOf(own, told.day, 20, 'dispute.accepted', ends);
		for (const one of [...accepted, ...mediated]) counted(told, 'G3a', start, [one]);
		for (const one of mediated) lasted(told, start, one);
	}
}

function lasted({ day, within, add }: Told, start: Raw, { from, statusOn }: Opinion): void {
	const isDone = (on: number) => on >= from && ['met', 'late'].includes(statusOn(on));
	let ended = day;
	while (isDone(ended - 1)) ended--;
	if (isDone(ended) && within(ended)) add('G3b', start.data.authority, caseOf(start), ended, lateBy(from, ended), 1);
}

/** Data that several departments list under one title, that somebody asked about, or whose source was named unasked. */
function designations({ events, day, add }: Told): void {
	const authority = authorityIn(events);
	const heard = events.filter(event => on(event) <= day);
	const named = heard.filter(({ type }) => type === 'catalogue.source_designated');
	const asked = heard.filter(({ type }) => type === 'catalogue.designation_requested');
	for (const [id, own] of by(asked, caseOf)) {
		const answered = named.some(one => caseOf(one) === id && on(one) >= Math.min(...own.map(on)));
		add('G4', own[0]?.data.authority, id, day, answered ? 1 : 0, 1);
	}
	const listed = heard.filter(({ type, data }) => type === 'catalogue.registered' && data.title);
	const titles = by(listed, ({ data }) => data.title);
	for (const title of new Set([...titles.keys(), ...named.map(({ data }) => data.item as string)])) {
		const last = named.findLast(({ data }) => data.item === title);
		const several = new Set(titles.get(title)?.map(({ data }) => data.department)).size > 1;
		const unasked = last !== undefined && last.subject === undefined;
		if (several || unasked) add('G4', authority, title, day, last ? 1 : 0, 1);
	}
}

const authorityIn = (events: Raw[]): string =>
	events.find(({ type }) => type === 'organisation.changed')?.data.department ?? '';

/** Orders to put something right whose day has come: closed where verified by the day asked. */
function orders({ events, day, within, add }: Told): void {
	const heard = events.filter(event => on(event) <= day);
	const passed = heard.filter(({ type, data }) => type === 'enforcement.verified' && data.result === 'pass');
	for (const { id, type, data } of heard) {
		if (type !== 'enforcement.ordered' || !data.deadline || !within(indexOf(data.deadline))) continue;
		const isSame = (one: Raw['data']) => one.document === data.document && one.counterparty === data.counterparty;
		const closed = passed.some(one => (one.data.order ? one.data.order === id : isSame(one.data)));
		add('G5', data.department, id, indexOf(data.deadline), closed ? 1 : 0, 1);
	}
}

/** The same for rights suspended until something is put right: closed where resumed or ended. */
function suspensions({ events, day, within, add }: Told): void {
	const heard = events.filter(event => on(event) <= day);
	const ends = heard.filter(({ type }) => type === 'service.resumed' || type === 'service.terminated');
	for (const one of heard.filter(({ type, data }) => type === 'service.suspended' && data.deadline)) {
		const due = indexOf(one.data.deadline);
		const closed = ends.some(each => each.subject === one.subject && on(each) >= on(one));
		const mayStillCome = !closed && due >= day;
		if (within(due) && !mayStillCome) add('G5', authorityIn(events), caseOf(one), due, closed ? 1 : 0, 1);
	}
}

/** Late by more than two working days under a statutory clock of a department, and never reminded of. */
function forgotten({ events, pieces, day, add }: Told): void {
	const reminders = events.filter(event => event.type === 'enforcement.reminded' && on(event) <= day);
	const reminded = new Set(reminders.flatMap(one => [...(one.data.cases ?? []), caseOf(one)]));
	for (const { id, clock, status, due } of pieces) {
		const isOwed = status === 'overdue' && clock !== 'catalogue.review' && !clock.startsWith('local.');
		if (isOwed && lateBy(due, day) > 2 && !reminded.has(id)) add('G6', authorityIn(events), id, day, 1, 0);
	}
}

/** From the first report of a platform on, one for every working day that is over. */
function heartbeats({ events, day, within, add }: Told): void {
	const beats = events.filter(({ type, data }) => type === 'platform.heartbeat' && indexOf(data.date) <= day);
	for (const [platform, own] of by(beats, ({ platform }) => platform)) {
		const days = new Set(own.map(({ data }) => indexOf(data.date)));
		for (let each = Math.min(...days); each < day; each++) {
			if (isWorking(each) && within(each)) add('G7', authorityIn(events), platform, each, days.has(each) ? 1 : 0, 1);
		}
	}
}
