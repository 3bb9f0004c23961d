import { type CaseState, emptyCase, regionOf, tell } from '#analytics/cases/fold.ts';
import { runs } from '#analytics/cases/runs.ts';
import { type SameCase, sameCases, type ToldCase } from '#analytics/cases/same-case.ts';
import { grouped } from './grouped.ts';
import { type Component, decidedAt, decidedSince } from './links.ts';
import type { Stray } from './pointers.ts';
import { type DoubtRow, type RunRow, rowsOfCase } from './rows.ts';
import type { Law } from './statutes.ts';
import { type Versions, versionsFrom } from './versions.ts';

/** A case that is told as one with others: row of `case_group` without its version. */
type GroupRow = { case_no: number; case_id: string; root_no: number; root_id: string; record: number | null };

/** What a component says at one moment of the ledger: rows by key. */
type Said = { runs: Map<string, RunRow>; doubts: Map<string, DoubtRow>; groups: Map<string, GroupRow> };

/** A component after a block of events: the folded facts of its cases, and the versions that the block made of their rows. */
export type Folded = {
	cases: ToldCase[];
	runs: Versions<RunRow>;
	doubts: Versions<DoubtRow>;
	groups: Versions<GroupRow>;
};

/** Folds what the cases of a component are told beyond `after`, and cuts a version after every event that changes their rows. */
export function foldTogether(
	{ cases, decisions }: Component,
	states: ReadonlyMap<number, CaseState>,
	told: ReadonlyMap<number, readonly Stray[]>,
	law: Law,
	after: number,
): Folded {
	let members = cases.map(each => ({ ...each, state: states.get(each.caseNo) ?? emptyCase }));
	const versions = openedWith(said(sameCases(members, decidedAt(decisions, after)), law));
	const news = grouped(
		members.flatMap(({ caseNo }) => told.get(caseNo) ?? []),
		({ at }) => at,
	);
	const moments = new Set([...news.keys(), ...decidedSince(decisions, after)]);
	for (const at of [...moments].sort((a, b) => a - b)) {
		members = members.map(each => toldOf(each, news.get(at) ?? []));
		stand(versions, said(sameCases(members, decidedAt(decisions, at)), law), at);
	}
	return { cases: members, ...versions };
}

/** The versions that a change of the law makes at its `seq` of what a component says. */
export function refoldTogether(
	component: Component,
	states: ReadonlyMap<number, CaseState>,
	law: { before: Law; after: Law },
	seq: number,
): Folded {
	const { cases, before, after } = saidUnder(component, states, law);
	const versions = openedWith(before);
	stand(versions, after, seq);
	return { cases, ...versions };
}

/** What a component says before and after a change of the law. */
export function saidUnder(
	{ cases, decisions }: Component,
	states: ReadonlyMap<number, CaseState>,
	law: { before: Law; after: Law },
): { cases: ToldCase[]; before: Said; after: Said } {
	const members = cases.map(each => ({ ...each, state: states.get(each.caseNo) ?? emptyCase }));
	const one = sameCases(members, decidedAt(decisions, Number.POSITIVE_INFINITY));
	return { cases: members, before: said(one, law.before), after: said(one, law.after) };
}

function toldOf(member: ToldCase, news: readonly Stray[]): ToldCase {
	const own = news.filter(({ caseNo }) => caseNo === member.caseNo);
	const state = own.reduce((before, { event }) => tell(before, member.caseId, event), member.state);
	return state === member.state ? member : { ...member, state };
}

function openedWith({ runs, doubts, groups }: Said) {
	return { runs: versionsFrom(runs), doubts: versionsFrom(doubts), groups: versionsFrom(groups) };
}

function stand(versions: ReturnType<typeof openedWith>, now: Said, at: number): void {
	versions.runs.stand(now.runs, at);
	versions.doubts.stand(now.doubts, at);
	versions.groups.stand(now.groups, at);
}

function said(same: readonly SameCase[], law: Law): Said {
	const all: Said = { runs: new Map(), doubts: new Map(), groups: new Map() };
	for (const each of same) {
		const { root, members, state } = each;
		const by = law.calendars.of(regionOf(state));
		const rows = rowsOfCase(root, runs(state, law.policies, by.calendar), by);
		for (const [key, row] of rows.runs) all.runs.set(key, row);
		for (const [key, row] of rows.doubts) all.doubts.set(key, row);
		if (members.length === 1 && state.record === undefined) continue;
		for (const { caseNo, caseId } of members) {
			const root_id = root.caseId;
			const row = { case_no: caseNo, case_id: caseId, root_no: root.caseNo, root_id, record: state.record ?? null };
			all.groups.set(String(caseNo), row);
		}
	}
	return all;
}
