import type { LedgerEvent } from '#analytics/cases/event.ts';
import { type CaseState, type Pointer, standing } from '#analytics/cases/fold.ts';
import type { Kept } from './events.ts';
import { grouped } from './grouped.ts';
import { type Versions, versionsFrom } from './versions.ts';

/** Row of `superseded` without its version. */
export type SupersededRow = { source_id: number; event_id: string; how: 'corrected' | 'retracted' };

/** A correction or retraction that concerns another case than its own, as that case is told of it from `at` on. */
export type Stray = { caseNo: number; caseId: string; at: number; event: LedgerEvent };

/**
 * What corrections and retractions do. `linked` holds, in order of `seq`, every event that pointers link to a new one; new
 * are those beyond `after`.
 */
export function follow(
	linked: readonly Kept[],
	after: number,
): { superseded: Versions<SupersededRow>[]; strays: Stray[] } {
	const known = new Map(linked.map(each => [keyOf(each), each]));
	return {
		superseded: chainsOf(linked).map(chain => supersededBy(chain, after)),
		strays: linked.flatMap(each => straysOf(each, known)).filter(({ at }) => at > after),
	};
}

const keyOf = ({ event }: Kept) => `${event.sourceId}:${event.id}`;
const targetOf = ({ event, target }: Kept) => (target === null ? null : `${event.sourceId}:${target}`);

/** The events that one points at, directly and further on; pointers that go in a circle end where they began. */
function* pointedAt(from: Kept, known: ReadonlyMap<string, Kept>): Generator<Kept> {
	const seen = new Set([keyOf(from)]);
	for (let key = targetOf(from); key !== null && !seen.has(key); ) {
		seen.add(key);
		const next = known.get(key);
		if (next === undefined) return;
		yield next;
		key = targetOf(next);
	}
}

/** Events that pointers link to each other, in order of `seq`; each event is in one chain. */
function chainsOf(linked: readonly Kept[]): Kept[][] {
	const towards = new Map<string, string>();
	const rootOf = (key: string): string => {
		let root = key;
		for (let next = towards.get(root); next !== undefined; next = towards.get(root)) root = next;
		return root;
	};
	for (const each of linked) {
		const from = rootOf(keyOf(each));
		const to = rootOf(targetOf(each) ?? keyOf(each));
		if (from !== to) towards.set(from, to);
	}
	return [...grouped(linked, each => rootOf(keyOf(each))).values()];
}

function supersededBy(chain: readonly Kept[], after: number): Versions<SupersededRow> {
	const before = chain.filter(({ event }) => event.seq <= after);
	const versions = versionsFrom(rowsOf(before));
	const told = [...before];
	for (const each of chain.slice(before.length)) {
		told.push(each);
		versions.stand(rowsOf(told), each.event.seq);
	}
	return versions;
}

/** Which of the events do not stand, by the rules of the fold. */
function rowsOf(events: readonly Kept[]): Map<string, SupersededRow> {
	const pointers = events.flatMap(pointerOf);
	const targets = new Set(pointers.map(({ to }) => to));
	const facing = events.filter(each => targets.has(keyOf(each)));
	const untouched = keysOf(
		facing,
		pointers.filter(({ kind }) => kind === 'retracts'),
	);
	const good = keysOf(facing, pointers);
	const gone = facing.filter(each => !good.has(keyOf(each)));
	return new Map(
		gone.map(each => [
			keyOf(each),
			{
				source_id: each.event.sourceId,
				event_id: each.event.id,
				how: untouched.has(keyOf(each)) ? 'corrected' : 'retracted',
			},
		]),
	);
}

function pointerOf(each: Kept): Pointer[] {
	const to = targetOf(each);
	return to === null || each.kind === null ? [] : [{ by: keyOf(each), kind: each.kind, to }];
}

function keysOf(events: readonly Kept[], pointers: Pointer[]): Set<string> {
	const facts: CaseState['facts'] = events.map(each => {
		const { sourceId: source, id, type, occurredAt, recordedAt, data } = each.event;
		return { source, id, type, line: '', occurredAt, recordedAt, department: data.department };
	});
	return new Set(standing({ facts, pointers }).map(({ source, id }) => `${source}:${id}`));
}

function straysOf(pointer: Kept, known: ReadonlyMap<string, Kept>): Stray[] {
	const strays: Stray[] = [];
	let at = pointer.event.seq;
	for (const { event, caseNo, caseId } of pointedAt(pointer, known)) {
		at = Math.max(at, event.seq);
		if (caseNo === null || caseId === null || caseNo === pointer.caseNo) continue;
		strays.push({ caseNo, caseId, at, event: pointer.event });
	}
	return strays;
}
