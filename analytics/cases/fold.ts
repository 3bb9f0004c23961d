import type { Instant } from '#analytics/law/day.ts';
import { type LedgerEvent, splitSubject } from './event.ts';
import { type Fact, keyOf, toFact } from './fact.ts';
import { isInCase } from './vocabulary.ts';

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

/** Adds an event of the case to its state. Duplicates change nothing; the order of arrival does not matter. */
export function fold(state: CaseState, event: LedgerEvent): CaseState {
	const key = keyOf(event.sourceId, event.id);
	if (isTold(state, key, event.occurredAt)) return state;
	const { pointers } = supersede(state, event);
	if (event.data.retracts !== undefined || !isInCase(event.type)) {
		return pointers === state.pointers ? state : { facts: state.facts, pointers };
	}
	return { facts: inserted(state.facts, toFact(event, key), byTime), pointers };
}

/** The ledger holds an event once: one that is told again is told with the same time. */
function isTold({ facts, pointers }: CaseState, key: string, occurredAt: Instant): boolean {
	for (const fact of facts) if (fact.occurredAt === occurredAt && fact.key === key) return true;
	for (const { by } of pointers) if (by === key) return true;
	return false;
}

/** Tells a case of an event: its own is folded; another case's only through what it corrects or retracts here. */
export function tell(state: CaseState, caseId: string, event: LedgerEvent): CaseState {
	const own = event.subject !== null && splitSubject(event.subject).caseId === caseId;
	return own ? fold(state, event) : supersede(state, event);
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

/** Records only what an event corrects or retracts. */
function supersede(state: CaseState, event: LedgerEvent): CaseState {
	const { retracts, corrects } = event.data;
	const target = retracts ?? corrects;
	if (target === undefined || target === event.id) return state;
	const by = keyOf(event.sourceId, event.id);
	if (state.pointers.some(pointer => pointer.by === by)) return state;
	const kind = retracts === undefined ? 'corrects' : 'retracts';
	const pointer: Pointer = { by, kind, to: keyOf(event.sourceId, target) };
	return { facts: state.facts, pointers: inserted(state.pointers, pointer, (a, b) => compare(a.by, b.by)) };
}

/** The facts that stand: neither retracted nor replaced. A retraction that is itself retracted takes nothing back. */
export function standing(state: CaseState): Fact[] {
	const { facts, pointers } = state;
	if (pointers.length === 0) return facts;
	return facts.filter(({ key }) => !isRetracted(pointers, key, []) && !isReplaced(pointers, key));
}

function isRetracted(pointers: Pointer[], key: string, path: string[]): boolean {
	if (path.includes(key)) return false;
	const along = [...path, key];
	return pointers.some(({ by, kind, to }) => kind === 'retracts' && to === key && !isRetracted(pointers, by, along));
}

function isReplaced(pointers: Pointer[], key: string): boolean {
	return pointers.some(({ by, kind, to }) => kind === 'corrects' && to === key && !isRetracted(pointers, by, []));
}

function inserted<T>(list: T[], item: T, order: (a: T, b: T) => number): T[] {
	const last = list.at(-1);
	if (last === undefined) return [item];
	if (order(last, item) <= 0) return [...list, item];
	let at = list.length - 1;
	while (at > 0 && order(list[at - 1] as T, item) > 0) at--;
	return [...list.slice(0, at), item, ...list.slice(at)];
}

function byTime(a: Fact, b: Fact): number {
	return a.occurredAt - b.occurredAt || a.recordedAt - b.recordedAt || compare(a.key, b.key);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
