import type { DuckDBConnection } from '@duckdb/node-api';
import type { Decision } from '#analytics/cases/same-case.ts';
import { keyedRows } from './keyed.ts';

/** Cases that may be told as one, and what was decided of them, in order of `seq`. */
export type Component = { cases: { caseNo: number; caseId: string }[]; decisions: Decided[] };

/** A decision, and from which `seq` to which it did not stand: taken back or replaced (`to` null: still). */
export type Decided = Decision & { gone: { from: number; to: number | null }[] };

/** The decisions that stand as known at a ledger position. */
export function decidedAt(decisions: readonly Decided[], at: number): readonly Decision[] {
	if (decisions.length === 0) return decisions;
	return decisions.filter(({ seq, gone }) => {
		return seq <= at && !gone.some(({ from, to }) => from <= at && (to === null || at < to));
	});
}

/** The ledger positions beyond `after` at which other decisions stand than before. */
export function decidedSince(decisions: readonly Decided[], after: number): number[] {
	const turns = decisions.flatMap(({ seq, gone }) => [seq, ...gone.flatMap(({ from, to }) => [from, to ?? 0])]);
	return turns.filter(at => at > after);
}

/** The cases named by decisions that events beyond `after` took back, replaced or restored. */
export async function casesRelinked(connection: DuckDBConnection, after: number): Promise<string[]> {
	const found = await connection.runAndReadAll(RELINKED, { after });
	return found.getRowsJS().flatMap(row => row.map(String));
}

/** The numbers of the cases of components. */
export function caseNosOf(components: readonly Component[]): number[] {
	return components.flatMap(({ cases }) => cases.map(({ caseNo }) => caseNo));
}

/**
 * The components that the given cases belong to: connected, by whatever way, through numbers of a superior platform or
 * through decisions, those that no longer stand included. A case without connections is a component of its own.
 */
export async function componentsOf(connection: DuckDBConnection, caseNos: readonly number[]): Promise<Component[]> {
	const cases = new Map<number, string>();
	for (let frontier = [...caseNos]; frontier.length > 0; ) {
		const found = await keyedRows<{ case_no: number; case_id: string }>(connection, NEIGHBOURS, frontier);
		const fresh = found.filter(each => !cases.has(each.case_no));
		for (const { case_no, case_id } of fresh) cases.set(case_no, case_id);
		const asked = new Set(frontier);
		frontier = fresh.map(each => each.case_no).filter(caseNo => !asked.has(caseNo));
	}
	const shared = await keyedRows<{ case_no: number; global_case: string }>(connection, SHARED, [...cases.keys()]);
	const decisions = await keyedRows<Decided>(connection, DECISIONS, [...cases.values()]);
	return split(cases, shared, decisions);
}

function split(
	cases: ReadonlyMap<number, string>,
	shared: readonly { case_no: number; global_case: string }[],
	decisions: readonly Decided[],
): Component[] {
	const components = new Map<string, Component>();
	for (const [caseNo, caseId] of cases) components.set(caseId, { cases: [{ caseNo, caseId }], decisions: [] });
	const unite = (a: string, b: string) => {
		const [one, other] = [components.get(a), components.get(b)];
		if (one === undefined || other === undefined || one === other) return;
		one.cases.push(...other.cases);
		for (const { caseId } of other.cases) components.set(caseId, one);
	};
	const first = new Map<string, string>();
	for (const { case_no, global_case } of shared) {
		const caseId = cases.get(case_no) as string;
		unite(first.get(global_case) ?? caseId, caseId);
		if (!first.has(global_case)) first.set(global_case, caseId);
	}
	for (const { one, other } of decisions) unite(one, other);
	for (const decision of decisions) components.get(decision.one)?.decisions.push(decision);
	return [...new Set(components.values())];
}

const NEIGHBOURS = `
	with
	asked as (select unnest(from_json($keys, '["INTEGER"]')) as case_no),
	named as (select case_no, case_id from case_state semi join asked using (case_no)),
	near as (
		select case_no from named
		union
		select case_no from case_global semi join (from case_global semi join asked using (case_no)) using (global_case)
		union
		select case_no from case_state semi join (from case_link semi join named on one = named.case_id) l on l.other = case_id
		union
		select case_no from case_state semi join (from case_link semi join named on other = named.case_id) l on l.one = case_id
	)
	select case_no, case_id from case_state semi join near using (case_no)`;

const SHARED = `
	with mine as (
		select distinct case_no, global_case from case_global
		where case_no in (select unnest(from_json($keys, '["INTEGER"]')))
	)
	select case_no, global_case from mine qualify count(*) over (partition by global_case) > 1
	order by case_no, global_case`;

const DECISIONS = `
	with mine as (select unnest(from_json($keys, '["VARCHAR"]')) as case_id)
	select
		seq, any_value(one) as one, any_value(other) as other, any_value(same) as same, any_value(record) as record,
		coalesce(list({'from': s.known_from, 'to': s.known_to}) filter (s.known_from is not null), []) as gone
	from (from case_link semi join mine a on one = a.case_id semi join mine b on other = b.case_id) l
	left join superseded s using (source_id, event_id)
	group by seq, l.other
	order by seq, l.other`;

const RELINKED = `
	select distinct one, other
	from case_link join superseded using (source_id, event_id)
	where known_from > $after::int or known_to > $after::int`;
