import type { Instant } from '#analytics/law/day.ts';
import { type CaseState, joined, standing } from './fold.ts';

/** A case under its own number, with what it was told. */
export type ToldCase = { caseNo: number; caseId: string; state: CaseState };

/** What somebody decided of two cases: that they are one, or are not. `record`: source of the platform of record, where named. */
export type Decision = { seq: number; one: string; other: string; same: boolean; record: number | null };

/** Cases that are one: told as one case, under the number of the one that was filed first. */
export type SameCase = { root: ToldCase; members: readonly ToldCase[]; state: CaseState };

/**
 * Which cases are one and the same, reported by several platforms (第三十二条): those that share the number of a superior
 * platform (`global_case`) unless somebody decided otherwise, and those that somebody decided to be one. The latest decision
 * of a pair stands. The order of cases and decisions of different pairs does not matter.
 */
export function sameCases(cases: readonly ToldCase[], decisions: readonly Decision[]): SameCase[] {
	const [only] = cases;
	const latest = new Map(decisions.map(each => [pairOf(each), each]));
	const record = [...latest.values()].filter(each => each.same && each.record !== null);
	if (only !== undefined && cases.length === 1) return [told([only], record)];
	const groups = new Map(cases.map(each => [each.caseId, new Set([each])]));
	const unite = (a: string, b: string) => {
		const [one, other] = [groups.get(a), groups.get(b)];
		if (one === undefined || other === undefined || one === other) return;
		for (const each of other) groups.set(each.caseId, one.add(each));
	};
	for (const ids of sharing(cases, latest).values()) for (const id of ids) unite(ids[0] as string, id);
	for (const { one, other, same } of latest.values()) if (same) unite(one, other);
	return [...new Set(groups.values())].map(group => told([...group], record));
}

/** Case ids by number of a superior platform. Of two cases decided to be different, the later id does not count under a shared number. */
function sharing(cases: readonly ToldCase[], latest: ReadonlyMap<string, Decision>): Map<string, string[]> {
	const byNumber = new Map<string, string[]>();
	for (const { caseId, state } of [...cases].sort((a, b) => (a.caseId < b.caseId ? -1 : 1))) {
		for (const number of new Set(standing(state).flatMap(({ global }) => global ?? []))) {
			const ids = byNumber.get(number) ?? [];
			const isApart = ids.some(id => latest.get(pairOf({ one: id, other: caseId }))?.same === false);
			if (!isApart) byNumber.set(number, [...ids, caseId]);
		}
	}
	return byNumber;
}

function pairOf({ one, other }: Pick<Decision, 'one' | 'other'>): string {
	return JSON.stringify(one < other ? [one, other] : [other, one]);
}

function told(members: readonly ToldCase[], decided: readonly Decision[]): SameCase {
	const inOrder = [...members].sort((a, b) => filedAt(a) - filedAt(b) || (a.caseId < b.caseId ? -1 : 1));
	const ids = new Set(members.map(({ caseId }) => caseId));
	const record = decided
		.filter(({ one, other }) => ids.has(one) && ids.has(other))
		.sort((a, b) => a.seq - b.seq)
		.at(-1);
	const state = joined(inOrder.map(each => each.state));
	const root = inOrder[0] as ToldCase;
	return { root, members: inOrder, state: record?.record == null ? state : { ...state, record: record.record } };
}

/** When the application was filed: its submission, else the first act known. */
function filedAt({ state: { facts } }: ToldCase): Instant {
	return (facts.find(({ type }) => type === 'request.submitted') ?? facts[0])?.occurredAt ?? Number.POSITIVE_INFINITY;
}
