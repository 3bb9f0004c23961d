import { setImmediate as breath } from 'node:timers/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { LedgerEvent } from '#analytics/cases/event.ts';
import { type CaseState, emptyCase, tell } from '#analytics/cases/fold.ts';
import { runs } from '#analytics/cases/runs.ts';
import type { Calendar } from '#analytics/law/calendar.ts';
import type { Policy } from '#analytics/law/policy.ts';
import { caseOf, eventRow, readEvents } from './events.ts';
import { grouped } from './grouped.ts';
import { loadInto } from './load.ts';
import { follow, type Stray } from './pointers.ts';
import { type DoubtRow, type RunRow, rowsOfCase } from './rows.ts';
import { type KeptCase, numberCases, statesInto, statesOf } from './states.ts';
import { type Versions, versionsFrom } from './versions.ts';
import { versionsInto } from './write.ts';

/** What folding depends on besides the events. */
export type Law = { calendar: Calendar; policies: readonly Policy[] };

/** Applies a block of events that follows on from what is projected, in order of `seq`. Runs inside the caller's transaction. */
export type Project = (block: readonly LedgerEvent[]) => Promise<void>;

/** Tables filled straight from a block's events, and the macro of sql/duckdb that reads them out. */
const registers = {
	pointer: 'pointers_after',
	organisation: 'organisations_after',
	department_seen: 'departments_after',
	catalogue_item: 'catalogue_items_after',
	service_day: 'service_days_after',
	heartbeat: 'heartbeats_after',
};

/** Prepares the projection on the store's one writing connection. */
export async function projection(connection: DuckDBConnection, law: Law): Promise<Project> {
	const loadEvents = await loadInto(connection, 'event');
	const save = await saving(connection);
	return async block => {
		const first = block[0];
		if (first === undefined) return;
		const after = first.seq - 1;
		const numbers = await numberCases(connection, block);
		await loadEvents(block.map(event => eventRow(event, numbers)));
		for (const [table, macro] of Object.entries(registers)) {
			await connection.run(`insert into ${table} by name from ${macro}($after::int)`, { after });
		}
		const { superseded, strays } = follow(await readEvents(connection, 'linked_after($after::int)', { after }), after);
		const told = grouped([...block.flatMap(event => ownOf(event, numbers)), ...strays], ({ caseNo }) => caseNo);
		const states = await statesOf(connection, [...told.keys()]);
		await save(superseded, await foldCases(told.values(), states, law));
	};
}

/** What a case is told by an event of its own: the same as by a stray one. */
function ownOf(event: LedgerEvent, numbers: ReadonlyMap<string, number>): Stray[] {
	const caseId = caseOf(event);
	const caseNo = caseId === null ? undefined : numbers.get(caseId);
	return caseId === null || caseNo === undefined ? [] : [{ caseNo, caseId, at: event.seq, event }];
}

type Folded = KeptCase & { runs: Versions<RunRow>; doubts: Versions<DoubtRow> };

/** Longest stretch, in milliseconds, for which folding keeps everybody else waiting. */
const STRETCH = 15;

async function foldCases(
	cases: Iterable<readonly Stray[]>,
	states: ReadonlyMap<number, CaseState>,
	law: Law,
): Promise<Folded[]> {
	const folded: Folded[] = [];
	let since = performance.now();
	for (const told of cases) {
		folded.push(...foldCase(told, states, law));
		if (performance.now() - since < STRETCH) continue;
		await breath();
		since = performance.now();
	}
	return folded;
}

/** Folds what one case is told, and cuts a version after every event that changes its rows. */
function foldCase(told: readonly Stray[], states: ReadonlyMap<number, CaseState>, law: Law): Folded[] {
	const [first] = told;
	if (first === undefined) return [];
	const { caseNo, caseId } = first;
	let state = states.get(caseNo) ?? emptyCase;
	const before = rowsAt(state, law);
	const versions = { runs: versionsFrom(before.runs), doubts: versionsFrom(before.doubts) };
	const inOrder = [
		...grouped(
			[...told].sort((a, b) => a.at - b.at),
			({ at }) => at,
		),
	];
	for (const [at, together] of inOrder) {
		const next = together.reduce((folded, { event }) => tell(folded, caseId, event), state);
		if (next === state) continue;
		state = next;
		const rows = rowsAt(state, law);
		versions.runs.stand(rows.runs, at);
		versions.doubts.stand(rows.doubts, at);
	}
	return [{ caseNo, caseId, state, ...versions }];
}

function rowsAt(state: CaseState, { calendar, policies }: Law) {
	return rowsOfCase(runs(state, policies, calendar), calendar);
}

async function saving(connection: DuckDBConnection) {
	const saveStates = await statesInto(connection);
	const saveSuperseded = await versionsInto(connection, 'superseded', { source_id: 'INTEGER', event_id: 'VARCHAR' });
	const saveRuns = await versionsInto(connection, 'clock_run', {
		case_no: 'INTEGER',
		clock: 'VARCHAR',
		line: 'VARCHAR',
		run: 'INTEGER',
		stands_from: 'DATE',
	});
	const saveDoubts = await versionsInto(connection, 'doubt', {
		case_no: 'INTEGER',
		line: 'VARCHAR',
		code: 'VARCHAR',
		message: 'VARCHAR',
		event_id: 'VARCHAR',
	});
	return async (superseded: Versions<object>[], cases: readonly Folded[]) => {
		await saveStates(cases);
		await saveSuperseded(superseded.map(versions => ({ versions, with: {} })));
		const named = cases.map(each => ({ ...each, with: { case_no: each.caseNo, case_id: each.caseId } }));
		await saveRuns(named.map(each => ({ versions: each.runs, with: each.with })));
		await saveDoubts(named.map(each => ({ versions: each.doubts, with: each.with })));
	};
}
