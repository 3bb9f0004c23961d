import type { DuckDBConnection } from '@duckdb/node-api';
import { enactmentOf } from '#analytics/cases/enactment.ts';
import type { LedgerEvent } from '#analytics/cases/event.ts';
import { daysInto } from './days.ts';
import { caseOf, eventRow, readEvents } from './events.ts';
import { grouped } from './grouped.ts';
import { caseNosOf, casesRelinked, componentsOf } from './links.ts';
import { loadInto } from './load.ts';
import { follow, type Stray } from './pointers.ts';
import { policiesInto } from './policies.ts';
import { eachReached, regionsMoved } from './reached.ts';
import { settleRegister } from './register.ts';
import { fillingsOf } from './registers.ts';
import { casesNamed, numberCases, statesInto, statesOf } from './states.ts';
import { partsOf, type Statutes } from './statutes.ts';
import { type Folded, foldTogether, refoldTogether } from './together.ts';
import { eachInTurn } from './turn.ts';
import type { Versions } from './versions.ts';
import { versionsInto } from './write.ts';

/** Applies a block of events that follows on from what is projected, in order of `seq`. Runs inside the caller's transaction. */
export type Project = (block: readonly LedgerEvent[]) => Promise<void>;

/** Prepares the projection on the store's one writing connection. An enactment refolds the cases it reaches at its `seq`. */
export async function projection(connection: DuckDBConnection, statutes: Statutes): Promise<Project> {
	const loadEvents = await loadInto(connection, 'event');
	const keepStates = await statesInto(connection);
	const save = await saving(connection);
	const changeDays = await daysInto(connection);
	const changePolicies = await policiesInto(connection);

	const tellCases = async (block: readonly LedgerEvent[]) => {
		const after = (block[0]?.seq ?? 1) - 1;
		const numbers = await numberCases(connection, block, keepStates);
		await loadEvents(block.map(event => eventRow(event, numbers)));
		for (const [table, macro] of fillingsOf(block)) {
			await connection.run(`insert into ${table} by name from ${macro}($after::int)`, { after });
		}
		const { superseded, strays } = follow(await readEvents(connection, 'linked_after($after::int)', { after }), after);
		const told = grouped([...block.flatMap(event => ownOf(event, numbers)), ...strays], ({ caseNo }) => caseNo);
		await save.superseded(superseded);
		const relinked = superseded.length === 0 ? [] : await casesRelinked(connection, after);
		const decided = await casesNamed(connection, [...block.flatMap(namedOf), ...relinked]);
		const components = await componentsOf(connection, [...told.keys(), ...decided]);
		const states = await statesOf(connection, caseNosOf(components));
		const law = statutes.at(after);
		const folded = await eachInTurn(components, each => foldTogether(each, states, told, law, after));
		await keepStates(folded.flatMap(({ cases }) => cases.filter(each => states.get(each.caseNo) !== each.state)));
		await save.folded(folded);
		await settleRegister(connection, after);
	};

	const enactHere = async (event: LedgerEvent) => {
		const enactment = enactmentOf(event);
		if (enactment === null) return;
		const before = statutes.at(event.seq - 1);
		statutes.add(event.seq, enactment);
		const law = { before, after: statutes.at(event.seq) };
		await changeDays(before.calendars, law.after.calendars, event.seq);
		await changePolicies(before.policies, law.after.policies, event.seq);
		const moved = await regionsMoved(connection, law);
		await eachReached(connection, law, moved, async (components, states) =>
			save.folded(await eachInTurn(components, each => refoldTogether(each, states, law, event.seq))),
		);
	};

	return async block => {
		statutes.upTo((block[0]?.seq ?? 1) - 1);
		for (const part of partsOf(block)) {
			await tellCases(part);
			for (const event of part.length === 1 ? part : []) await enactHere(event);
		}
	};
}

/** What a case is told by an event of its own: the same as by a stray one. */
function ownOf(event: LedgerEvent, numbers: ReadonlyMap<string, number>): Stray[] {
	const caseId = caseOf(event);
	const caseNo = caseId === null ? undefined : numbers.get(caseId);
	return caseId === null || caseNo === undefined ? [] : [{ caseNo, caseId, at: event.seq, event }];
}

/** The cases that a decision on whether they are one names. */
function namedOf({ type, data }: LedgerEvent): string[] {
	return type === 'case.linked' && Array.isArray(data.cases) ? data.cases.map(String) : [];
}

async function saving(connection: DuckDBConnection) {
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
	const saveGroups = await versionsInto(connection, 'case_group', { case_no: 'INTEGER' });
	return {
		superseded: (made: Versions<object>[]) => saveSuperseded(made),
		async folded(folded: readonly Folded[]) {
			await saveRuns(folded.map(({ runs }) => runs));
			await saveDoubts(folded.map(({ doubts }) => doubts));
			await saveGroups(folded.map(({ groups }) => groups));
		},
	};
}
