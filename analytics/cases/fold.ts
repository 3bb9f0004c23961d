import { caseOfSubject, type LedgerEvent } from './event.ts';
import { type Fact, keyOf, toFact } from './fact.ts';
import { byTime } from './order.ts';

/** `by` says that `to` was replaced, or never happened. */
export type Pointer = { by: string; kind: 'corrects' | 'retracts'; to: string };

/** The folded facts of one case, as plain JSON. Sorted, so that the same events give the same state in any order. */
export type CaseState = {
	facts: Fact[];
	pointers: Pointer[];
	/** Source of the platform of record, where somebody has decided it. */
	record?: number;
	/** Lines of a case of which nothing is told twice any more (of-record.ts). Never folded. */
	settled?: readonly string[];
};

/** A case of which nothing is known. */
export const emptyCase: CaseState = { facts: [], pointers: [] };

/** The state of a case that is told so many events. */
export function folded(events: readonly LedgerEvent[]): CaseState {
	const state = { facts: [], pointers: [] };
	for (const event of events) take(state, event);
	return state;
}

/** Adds an event of the case to its state. Duplicates change nothing; the order of arrival does not matter. */
export function fold(state: CaseState, event: LedgerEvent): CaseState {
	const after = copyOf(state);
	return take(after, event) ? after : state;
}

function copyOf({ facts, pointers }: CaseState): CaseState {
	return { facts: [...facts], pointers: [...pointers] };
}

/** Adds an event of the case to a state in the making. False: it changed nothing. */
function take(state: CaseState, event: LedgerEvent): boolean {
	if (isTold(state, event)) return false;
	const supersedes = supersede(state, event);
	const fact = event.data.retracts === undefined ? toFact(event) : null;
	if (fact === null) return supersedes;
	insert(state.facts, fact, byTime);
	return true;
}

/** The ledger holds an event once: one that is told again is told with the same time. */
function isTold({ facts, pointers }: CaseState, { sourceId, id, occurredAt }: LedgerEvent): boolean {
	for (const fact of facts) {
		if (fact.occurredAt === occurredAt && fact.source === sourceId && fact.id === id) return true;
	}
	return pointers.length > 0 && isPointing(pointers, keyOf(sourceId, id));
}

function isPointing(pointers: readonly Pointer[], key: string): boolean {
	return pointers.some(({ by }) => by === key);
}

/** Tells a case of an event: its own is folded; another case's only through what it corrects or retracts here. */
export function tell(state: CaseState, caseId: string, event: LedgerEvent): CaseState {
	const own = event.subject !== null && caseOfSubject(event.subject) === caseId;
	if (own) return fold(state, event);
	const after = copyOf(state);
	return supersede(after, event) ? after : state;
}

/** The first region that the acts of a case name; null: none does. Its calendar is the one the case is counted by. */
export function regionOf({ facts }: CaseState): string | null {
	return facts.find(({ region }) => region !== undefined)?.region ?? null;
}

/** Several cases told as one: the facts of all of them, in the same order as if one case had been told them. */
export function joined(states: readonly CaseState[]): CaseState {
	const [only] = states;
	if (only !== undefined && states.length === 1) return only;
	return {
		facts: states.flatMap(({ facts }) => facts).sort(byTime),
		pointers: states.flatMap(({ pointers }) => pointers).sort((a, b) => compare(a.by, b.by)),
	};
}

/** Records what an event corrects or retracts. False: nothing, or nothing new. */
function supersede({ pointers }: CaseState, { sourceId, id, data }: LedgerEvent): boolean {
	const { retracts, corrects } = data;
	const target = retracts ?? corrects;
	if (target === undefined || target === id) return false;
	const by = keyOf(sourceId, id);
	if (isPointing(pointers, by)) return false;
	const kind = retracts === undefined ? 'corrects' : 'retracts';
	insert(pointers, { by, kind, to: keyOf(sourceId, target) }, (a, b) => compare(a.by, b.by));
	return true;
}

/** The facts that stand: neither retracted nor replaced. A retraction that is itself retracted takes nothing back. */
export function standing(state: CaseState): Fact[] {
	const { facts, pointers } = state;
	if (pointers.length === 0) return facts;
	return facts.filter(({ source, id }) => {
		const key = keyOf(source, id);
		return !isRetracted(pointers, key, []) && !isReplaced(pointers, key);
	});
}

function isRetracted(pointers: Pointer[], key: string, path: string[]): boolean {
	if (path.includes(key)) return false;
	const along = [...path, key];
	return pointers.some(({ by, kind, to }) => kind === 'retracts' && to === key && !isRetracted(pointers, by, along));
}

function isReplaced(pointers: Pointer[], key: string): boolean {
	return pointers.some(({ by, kind, to }) => kind === 'corrects' && to === key && !isRetracted(pointers, by, []));
}

/** Puts an item where it belongs in a list that is in order: nearly always at its end. */
function insert<T>(list: T[], item: T, order: (a: T, b: T) => number): void {
	let at = list.length;
	while (at > 0 && order(list[at - 1] as T, item) > 0) at--;
	if (at === list.length) list.push(item);
	else list.splice(at, 0, item);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
