import type { DuckDBConnection } from '@duckdb/node-api';
import { type Status, statusOn } from '#analytics/cases/status.ts';
import type { Day, Instant } from '#analytics/law/day.ts';
import { type Enactment, enact } from '#analytics/law/lawbook.ts';
import { grouped } from './grouped.ts';
import { eachReached } from './reached.ts';
import type { RunRow } from './rows.ts';
import { type Law, lawOf } from './statutes.ts';
import { saidUnder } from './together.ts';
import { eachInTurn } from './turn.ts';

/**
 * How a run stands in the end: when it is due (`due_end`: the first instant that is too late), whether and when it ended or
 * left the count; and its status on a day, null where there is no such run on that day. Null: there is no such run.
 */
export type Standing = {
	due_on: Day | null;
	due_end: Instant | null;
	provisional: boolean;
	phase: string;
	ended_on: Day | null;
	status: Status | null;
} | null;

/** One run that stands differently after a change of the law than before it. */
export type Move = {
	case_id: string;
	line: string;
	clock: string;
	run: number;
	/** Which time the department owes it; with case, department, clock and sharing type it names the 件. */
	round: number;
	department: string;
	counterparty: string | null;
	sharing: string | null;
	before: Standing;
	after: Standing;
	/** As in `moves_at` (sql/duckdb/095_moves_at.sql). */
	change: 'earlier' | 'later' | 'confirmed' | 'other';
};

/** Every run that would stand differently, were this enacted now; statuses are those of the day. */
export async function foresee(connection: DuckDBConnection, law: Law, enactment: Enactment, on: Day): Promise<Move[]> {
	const change = { before: law, after: lawOf(enact(law.book, enactment)) };
	const moves: Move[] = [];
	await eachReached(connection, change, [], async (components, states) => {
		const said = await eachInTurn(components, each => saidUnder(each, states, change));
		for (const { before, after } of said) moves.push(...movesOf(before.runs, after.runs, on));
	});
	return moves.sort(
		(a, b) =>
			rank(a) - rank(b) ||
			compare(a.case_id, b.case_id) ||
			compare(a.line, b.line) ||
			compare(a.clock, b.clock) ||
			a.run - b.run,
	);
}

function movesOf(before: ReadonlyMap<string, RunRow>, after: ReadonlyMap<string, RunRow>, on: Day): Move[] {
	const keyOf = ({ case_id, clock, line, run }: RunRow) => JSON.stringify([case_id, clock, line, run]);
	const [were, are] = [grouped([...before.values()], keyOf), grouped([...after.values()], keyOf)];
	return [...new Set([...were.keys(), ...are.keys()])].flatMap(key => {
		const [one, other] = [were.get(key) ?? [], are.get(key) ?? []];
		const row = other.at(-1) ?? one.at(-1);
		if (row === undefined) return [];
		const [was, is] = [standingOf(one, on), standingOf(other, on)];
		if (JSON.stringify(was) === JSON.stringify(is)) return [];
		const { case_id, line, clock, run, round, department, counterparty, sharing } = row;
		const of = { case_id, line, clock, run, round, department, counterparty, sharing };
		return [{ ...of, before: was, after: is, change: changeOf(was, is) }];
	});
}

/** Rows of one run, in the order of its spans. */
function standingOf(rows: readonly RunRow[], on: Day): Standing {
	const last = rows.at(-1);
	if (last === undefined) return null;
	const now = rows.find(row => row.stands_from <= on && (row.stands_to === null || on < row.stands_to));
	const { due_on, due_end, provisional, phase, ended_on } = last;
	return { due_on, due_end, provisional, phase, ended_on, status: now === undefined ? null : statusOf(now, on) };
}

function statusOf({ clock, phase, due_on, due_end, ended_at }: RunRow, on: Day): Status {
	return statusOn(clock, { phase, dueOn: due_on, dueEnd: due_end, endedAt: ended_at }, on);
}

function changeOf(before: Standing, after: Standing): Move['change'] {
	const [was, is] = [before?.due_end ?? null, after?.due_end ?? null];
	if (was === null || is === null) return 'other';
	if (is !== was) return is < was ? 'earlier' : 'later';
	return before?.provisional && !after?.provisional ? 'confirmed' : 'other';
}

/** Those due earlier first, and among them those whose status changes. */
function rank({ change, before, after }: Move): number {
	return 2 * Number(change !== 'earlier') + Number(before?.status === after?.status);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
